import type { Dossier, DossierAction } from '../../../dossiers/dossier.ts'
import { isOfficeAct, type OfferedAct, type OfficeAct } from '../../../dossiers/offered.ts'
import { examplesFor } from './examples.ts'

/** What is decided with a form of its own on the page. */
type DossierMove = Exclude<OfferedAct, 'take-back' | OfficeAct>

/** A move as an officer reads it. Those that ask for words open first; what ends something is shown once more before it is done. */
export interface Offer {
  type: DossierMove
  label: string
  /** What follows, when the label alone does not say. */
  effect?: string
  asks?: { label: string; hint: string; send: string }
  danger?: boolean
}

export interface OfferContext {
  dossier: Dossier
  actions: readonly DossierAction[]
  /** Approving it grants a permit. */
  grants: boolean
  offered: readonly OfferedAct[]
  /** Labels of the questions that asked for papers. */
  papers: readonly string[]
}

/** What an officer may do now, the common way first. */
export const offersFor = (context: OfferContext): Offer[] =>
  context.offered
    .filter((type): type is DossierMove => type !== 'take-back' && !isOfficeAct(type))
    .map((type) => ({ type, ...offersOf(context)[type], ...variant(type, context) }))

function variant(type: DossierMove, { dossier: { status }, grants }: OfferContext): Partial<Offer> {
  if (type === 'approve' && grants)
    return {
      label: 'Duyệt và cấp giấy',
      effect: 'Xem giấy và tin nhắn trước, rồi giấy có mã QR được ký và gửi cho người dân qua Zalo.',
    }
  if (type === 'forward' && status === 'stopped') return { label: 'Mở lại để xử lý tiếp' }
  if (type === 'forward' && status === 'supplement') return { label: 'Xử lý tiếp, không chờ bổ sung' }
  if (type === 'return' && status === 'stopped') return { label: 'Đã trả lại hồ sơ' }
  return {}
}

function offersOf(context: OfferContext): Record<DossierMove, Omit<Offer, 'type'>> {
  const examples = examplesFor(context)
  return {
    accept: { label: 'Tiếp nhận hồ sơ', effect: 'Người dân nhận tin báo hồ sơ đã được tiếp nhận.' },
    approve: {
      label: 'Duyệt hồ sơ',
      effect: 'Xem tin nhắn trước, rồi người dân nhận tin báo đã có kết quả.',
    },
    return: { label: 'Đã trả kết quả', effect: 'Bấm sau khi người dân đã nhận kết quả.' },
    forward: {
      label: 'Ghi là đang xử lý',
      effect: 'Hồ sơ vẫn ở cơ quan này. Người dân nhận tin báo hồ sơ đang được xử lý.',
    },
    ask: {
      label: 'Yêu cầu bổ sung',
      asks: {
        label: 'Câu hỏi gửi người dân',
        hint: `Gửi nguyên văn vào cuộc trò chuyện Zalo. Ví dụ: ${examples.ask}`,
        send: 'Gửi yêu cầu bổ sung',
      },
    },
    refuse: {
      label: 'Từ chối giải quyết',
      danger: true,
      asks: {
        label: 'Lý do từ chối',
        hint: `Người dân đọc nguyên văn. Ví dụ: ${examples.refuse}`,
        send: 'Xem lại trước khi từ chối',
      },
    },
    decline: {
      label: 'Không tiếp nhận',
      danger: true,
      asks: {
        label: 'Lý do không tiếp nhận',
        hint: `Người dân đọc nguyên văn. Ví dụ: ${examples.decline}`,
        send: 'Xem lại trước khi gửi',
      },
    },
  }
}
