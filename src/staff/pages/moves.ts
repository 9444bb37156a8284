import type { Dossier, DossierAction } from '../../dossiers/dossier.ts'
import { type DossierMove, movesOffered } from '../../turns/plan-decision.ts'

/** A move as an officer reads it. Those that ask for words open first, which is also the second look before sending. */
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
}

/** What an officer may do now, the common way first. */
export const offersFor = ({ dossier, actions, grants }: OfferContext): Offer[] =>
  movesOffered(dossier.status)
    .filter((type) => fitsHistory(type, dossier, actions))
    .map((type) => ({ type, ...OFFERS[type], ...variant(type, dossier, grants) }))

/** A dossier asked about at the desk goes back to the desk; one asked about later goes on, or is stopped. */
function fitsHistory(type: DossierMove, { status }: Dossier, actions: readonly DossierAction[]): boolean {
  if (status !== 'supplement') return true
  const wasAccepted = actions.some((action) => action.type === 'accepted')
  return wasAccepted ? type !== 'accept' && type !== 'decline' : type !== 'forward' && type !== 'refuse'
}

function variant(type: DossierMove, { status }: Dossier, grants: boolean): Partial<Offer> {
  if (type === 'approve' && grants)
    return {
      label: 'Duyệt và cấp giấy',
      effect: 'Giấy có mã QR được ký và gửi ngay cho người dân qua Zalo.',
    }
  if (type === 'forward' && status === 'stopped') return { label: 'Mở lại để xử lý tiếp' }
  if (type === 'forward' && status === 'supplement') return { label: 'Xử lý tiếp, không chờ bổ sung' }
  if (type === 'return' && status === 'stopped') return { label: 'Đã trả lại hồ sơ' }
  return {}
}

const OFFERS: Record<DossierMove, Omit<Offer, 'type'>> = {
  accept: { label: 'Tiếp nhận hồ sơ', effect: 'Người dân nhận tin báo hồ sơ đã được tiếp nhận.' },
  approve: { label: 'Duyệt, đã xử lý xong', effect: 'Người dân nhận tin báo đã có kết quả.' },
  return: { label: 'Đã trả kết quả', effect: 'Bấm sau khi người dân đã nhận kết quả.' },
  forward: { label: 'Chuyển bộ phận chuyên môn' },
  ask: {
    label: 'Yêu cầu bổ sung',
    asks: {
      label: 'Câu hỏi gửi người dân',
      hint: 'Gửi nguyên văn vào cuộc trò chuyện Zalo. Ví dụ: Ảnh giấy hẹn khám bị mờ, xin chụp lại rõ bốn góc.',
      send: 'Gửi yêu cầu bổ sung',
    },
  },
  refuse: {
    label: 'Từ chối, dừng xử lý',
    danger: true,
    asks: {
      label: 'Lý do từ chối',
      hint: 'Người dân đọc nguyên văn. Ví dụ: Thời gian xin đi trùng với giấy đã cấp số 7KX2-M9PQ.',
      send: 'Từ chối hồ sơ này',
    },
  },
  decline: {
    label: 'Không tiếp nhận',
    danger: true,
    asks: {
      label: 'Lý do không tiếp nhận',
      hint: 'Người dân đọc nguyên văn. Ví dụ: Việc này do Công an xã giải quyết, xin nộp tại Công an xã.',
      send: 'Không tiếp nhận hồ sơ này',
    },
  },
}
