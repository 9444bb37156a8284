import type { Dossier, DossierAction } from '../../../dossiers/dossier.ts'
import { isOfficeAct, type OfferedAct, type OfficeAct } from '../../../dossiers/offered.ts'
import { renderTime, timeOf } from '../../../dossiers/visit.ts'
import type { Visit } from '../../../conversation/flow/prospect.ts'
import { examplesFor } from './examples.ts'

/** What is decided with a button of its own on the page; the others have forms of their own. */
type DossierMove = Exclude<OfferedAct, 'take-back' | 'reply' | 'answer' | OfficeAct>

/** A move as an officer reads it. Those that ask for words open first; what ends something is shown once more before it is done. */
export interface Offer {
  type: DossierMove
  label: string
  /** What follows, when the label alone does not say. */
  effect?: string
  asks?: { label: string; hint: string; send: string }
  /** A day that has to be chosen with it. */
  day?: string
  /** One of these has to be chosen. */
  choices?: { label: string; of: readonly string[] }
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
  /** Cases for which the law gives more time. */
  longer: readonly string[]
  /** Where it is a visit. */
  visit?: Visit
}

const OWN_FORMS: ReadonlySet<OfferedAct> = new Set(['take-back', 'reply', 'answer'])

/** What an officer may do now, the common way first. */
export const offersFor = (context: OfferContext): Offer[] =>
  context.offered
    .filter((type): type is DossierMove => !OWN_FORMS.has(type) && !isOfficeAct(type))
    .filter((type) => type !== 'longer' || context.longer.length > 0)
    .map((type) => ({ type, ...offersOf(context)[type], ...variant(type, context) }))

/** When a visit is confirmed, as its answers say. */
function visitTime({ dossier, visit }: OfferContext): string | undefined {
  const time = visit && timeOf(dossier.answers, visit)
  return time && renderTime(time)
}

function variant(type: DossierMove, context: OfferContext): Partial<Offer> {
  const { status } = context.dossier
  const { grants, visit } = context
  if (type === 'accept' && visit)
    return {
      label: 'Xác nhận lịch hẹn',
      effect: `Người dân nhận tin: ${visitTime(context) ?? 'ngày giờ đã hẹn'}, nơi đến, điện thoại và giấy tờ mang theo.`,
    }
  if (type === 'decline' && visit) return { label: 'Không nhận lịch hẹn' }
  if (type === 'forward' && visit && status === 'supplement') return { label: 'Xử lý tiếp, không chờ chọn giờ' }
  if (type === 'approve' && grants)
    return {
      label: 'Duyệt và cấp giấy',
      effect: 'Xem giấy và tin nhắn trước, rồi giấy có mã QR được ký và gửi cho người dân qua Zalo.',
    }
  if (type === 'forward' && status === 'stopped')
    return { label: 'Xử lý tiếp', effect: 'Thời hạn tính tiếp phần còn lại. Người dân được báo.' }
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
    ask: { label: 'Yêu cầu bổ sung' },
    propose: { label: 'Đề nghị giờ khác' },
    apologise: {
      label: 'Xin lỗi và hẹn lại',
      day: 'Ngày hẹn lại',
      asks: {
        label: 'Lý do chưa kịp',
        hint: 'Người dân đọc nguyên văn, cùng hạn cũ và ngày hẹn lại. Chỉ hẹn lại được một lần. Ví dụ: Chờ kết quả xác minh của Công an xã.',
        send: 'Xem lại trước khi gửi',
      },
    },
    longer: {
      label: 'Tính thời hạn dài hơn',
      choices: { label: 'Trường hợp', of: context.longer },
      asks: {
        label: 'Lý do cần thêm thời gian',
        hint: 'Người dân đọc nguyên văn, cùng hạn mới. Ví dụ: Cần xác minh nơi cư trú ở xã khác.',
        send: 'Xem lại trước khi gửi',
      },
    },
    stop: {
      label: 'Tạm dừng',
      asks: {
        label: 'Lý do tạm dừng',
        hint: 'Người dân đọc nguyên văn. Thời hạn dừng lại, bấm “Xử lý tiếp” thì tính tiếp phần còn lại. Ví dụ: Thửa đất đang chờ tòa án giải quyết tranh chấp.',
        send: 'Tạm dừng và gửi',
      },
    },
    reopen: {
      label: 'Mở lại để sửa kết quả',
      danger: true,
      asks: {
        label: 'Lý do mở lại',
        hint: 'Người dân đọc nguyên văn; giấy đã cấp theo hồ sơ này mất giá trị. Ví dụ: Bản trích lục ghi sai năm sinh.',
        send: 'Xem lại trước khi mở lại',
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
    note: {
      label: 'Ghi chú nội bộ',
      asks: {
        label: 'Ghi chú',
        hint: 'Chỉ cán bộ đọc được, người dân không thấy. Ví dụ: Đã gọi điện, người dân hẹn chiều thứ Năm mang bản chính.',
        send: 'Lưu ghi chú',
      },
    },
  }
}
