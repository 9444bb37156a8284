import type { OfficeAct } from '../../dossiers/offered.ts'

/** What can be done to several dossiers at once: nothing of it needs words of its own for each citizen. */
export const MANY_ACTS = ['take', 'accept', 'forward', 'assign', 'hand-over', 'give-back', 'put-aside'] as const
export type ManyAct = (typeof MANY_ACTS)[number]

interface Said {
  label: string
  /** What happens to each of them, said before it happens. */
  effect: string
  done: string
}

const UNTOLD = 'Người dân không được báo việc này.'

export const MANY: Record<ManyAct, Said> = {
  take: {
    label: 'Nhận xử lý',
    effect: `Ông/bà là người xử lý từng hồ sơ dưới đây. ${UNTOLD}`,
    done: 'Đã nhận xử lý',
  },
  accept: {
    label: 'Tiếp nhận',
    effect: 'Từng hồ sơ được tiếp nhận và thời hạn bắt đầu tính. Mỗi người nộp được báo ngay qua Zalo.',
    done: 'Đã tiếp nhận, người nộp đang được báo',
  },
  forward: {
    label: 'Ghi đang xử lý',
    effect: 'Từng hồ sơ chuyển sang “Đang xử lý”. Mỗi người nộp được báo ngay qua Zalo.',
    done: 'Đã ghi đang xử lý, người nộp đang được báo',
  },
  assign: {
    label: 'Phân công',
    effect: `Người được chọn xử lý từng hồ sơ dưới đây. ${UNTOLD}`,
    done: 'Đã phân công',
  },
  'hand-over': {
    label: 'Chuyển cơ quan khác',
    effect: 'Từng hồ sơ chuyển đến cơ quan được chọn, hạn trả không đổi. Mỗi người nộp được báo ngay qua Zalo.',
    done: 'Đã chuyển, người nộp đang được báo',
  },
  'give-back': {
    label: 'Trả về hàng chờ',
    effect: `Từng hồ sơ trở lại “Chờ nhận” của cơ quan. ${UNTOLD}`,
    done: 'Đã trả về hàng chờ',
  },
  'put-aside': {
    label: 'Tạm gác',
    effect: `Từng hồ sơ ra khỏi “Việc của tôi” đến ngày được chọn; hạn vẫn chạy. ${UNTOLD}`,
    done: 'Đã tạm gác',
  },
}

/** Those that ask for a person, a day, or a note that goes with every one of them. */
export const asksFor = (act: ManyAct): Exclude<OfficeAct, 'take'> | undefined =>
  act === 'take' || act === 'accept' || act === 'forward' ? undefined : act
