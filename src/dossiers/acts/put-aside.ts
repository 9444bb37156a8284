import { DAY, isDay, startOfVietnamDay, toVietnamDay } from '../../kernel/clock.ts'
import { undecided } from '../status.ts'
import type { Rule } from './act.ts'

/** Most days for which something can be put aside. */
const LONGEST_ASIDE = 60

/** Out of its handler's sight until a day; the clock runs on all the same. */
export const putAside: Rule<{ type: 'put-aside'; until: string; note: string }> = {
  recorded: 'put aside',
  by: 'staff',
  from: undecided,
  elsewhere: 'Hồ sơ đã có kết quả, không cần tạm gác.',
  barred: ({ dossier }, _at, by) =>
    by?.type === 'staff' && dossier.handler !== by.id
      ? 'Ông/bà nhận xử lý hồ sơ này trước, rồi mới tạm gác.'
      : undefined,
  objection: ({ until }, { at }) => {
    if (until === '') return undefined
    const latest = toVietnamDay(at + LONGEST_ASIDE * DAY)
    if (!isDay(until) || until <= toVietnamDay(at) || until > latest)
      return `Xin chọn một ngày từ ngày mai, trong ${LONGEST_ASIDE} ngày tới.`
    return undefined
  },
  moves: (_standing, { until }) => ({ aside: isDay(until) ? startOfVietnamDay(until) : null }),
}
