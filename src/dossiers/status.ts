/**
 * The ten national statuses of a dossier, numbered as the national portal exchanges them (domain: Cổng DVCQG, 1–10).
 * `label` is what citizens and staff read.
 */
export const STATUSES = {
  registered: { number: 1, label: 'Mới đăng ký' },
  accepted: { number: 2, label: 'Được tiếp nhận' },
  declined: { number: 3, label: 'Không được tiếp nhận' },
  processing: { number: 4, label: 'Đang xử lý' },
  supplement: { number: 5, label: 'Yêu cầu bổ sung giấy tờ' },
  payment: { number: 6, label: 'Yêu cầu thực hiện nghĩa vụ tài chính' },
  withdrawn: { number: 7, label: 'Công dân yêu cầu rút hồ sơ' },
  stopped: { number: 8, label: 'Dừng xử lý' },
  done: { number: 9, label: 'Đã xử lý xong' },
  returned: { number: 10, label: 'Đã trả kết quả' },
} as const

export type Status = keyof typeof STATUSES

export const statuses = Object.keys(STATUSES) as Status[]

/** Where a dossier may go from each status. `declined`, `withdrawn` and `returned` are the end for the citizen. */
const MOVES: Record<Status, readonly Status[]> = {
  registered: ['accepted', 'declined', 'supplement', 'withdrawn'],
  accepted: ['processing', 'supplement', 'payment', 'withdrawn', 'stopped', 'done'],
  processing: ['processing', 'supplement', 'payment', 'withdrawn', 'stopped', 'done'],
  supplement: ['accepted', 'processing', 'declined', 'withdrawn', 'stopped'],
  payment: ['processing', 'done', 'withdrawn', 'stopped'],
  stopped: ['processing', 'returned'],
  done: ['returned', 'processing'],
  declined: [],
  withdrawn: [],
  returned: [],
}

export const canMove = (from: Status, to: Status): boolean => MOVES[from].includes(to)

export const isFinished = (status: Status): boolean => MOVES[status].length === 0

/** Those in which the desk may still have work with it, and of these the ones without a result. */
export const unfinished = statuses.filter((status) => !isFinished(status))
export const undecided = unfinished.filter((status) => status !== 'done')

/** Whether somebody still has to decide on it. */
export const isWaiting = (status: Status): boolean => !isFinished(status) && status !== 'done' && status !== 'stopped'

/** Whether the next word is the desk's: nobody waits for the citizen. */
export const isForDesk = (status: Status): boolean =>
  isWaiting(status) && status !== 'supplement' && status !== 'payment'
