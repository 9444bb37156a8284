import { renderDay, toVietnamDay, type VietnamDay } from '../../kernel/clock.ts'
import { fold, tidy } from '../../kernel/text.ts'
import { refused, type Check } from './check.ts'
import { momentsOf } from './moments.ts'
import { readSpokenNumber } from './spoken-number.ts'
import { daysAfter, toDay } from './vietnam-time.ts'
import { readWholeDay } from './whole-day.ts'

const EXAMPLE = 'Ví dụ: 6 tháng từ ngày mai.'

/** The last day of a stay of some months: a stay from 1 June for six months ends on 30 November. */
function endOfMonths(from: VietnamDay, months: number): VietnamDay {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number)
  const at = month - 1 + months
  const sameDate = toDay(year + Math.floor(at / 12), (at % 12) + 1, date)
  const lastOfMonth = new Date(Date.UTC(year, at + 1, 0)).toISOString().slice(0, 10)
  return sameDate ? daysAfter(sameDate, -1) : lastOfMonth
}

type Ends = { from: VietnamDay; to: VietnamDay; doubt: string | undefined } | 'impossible' | undefined

function readDuration(folded: string, now: number): Ends {
  const parts = /^(\d{1,3}) ?(ngay|tuan|thang|nam)(?: (?:ke )?(?:tu|bat dau)(?: ngay)?)? (.+)$/.exec(folded)
  if (!parts) return undefined
  const begin = readWholeDay(parts[3] ?? '', now, 'future')
  if (begin === undefined || begin === 'impossible') return begin
  const count = Number(parts[1])
  if (count < 1) return 'impossible'
  const unit = parts[2]
  const to =
    unit === 'thang' || unit === 'nam'
      ? endOfMonths(begin.day, unit === 'nam' ? count * 12 : count)
      : daysAfter(begin.day, count * (unit === 'tuan' ? 7 : 1) - 1)
  return { from: begin.day, to, doubt: begin.doubt }
}

/** "Từ mai tới hết tháng 3", "1/12 tới 31/5 năm sau": two days of which each is said in its own way. */
function readMoments(text: string, now: number): Ends {
  const moments = momentsOf(tidy(text))
  const from = moments.find(({ side, day }) => side === 'from' && day !== undefined)
  const to = moments.find(({ side, day }) => side === 'to' && day !== undefined)
  if (!from?.day || !to?.day || moments.length > 2) return undefined
  const begin = readWholeDay(from.day, now, 'future')
  const end = readWholeDay(to.day, now, 'future')
  if (begin === undefined || begin === 'impossible' || end === undefined || end === 'impossible') return undefined
  return { from: begin.day, to: end.day, doubt: begin.doubt ?? end.doubt ?? 'Tôi hiểu là:' }
}

/** "6 tháng", "ở một năm": as long as that from today, if nothing else is said. */
function readFromToday(folded: string, now: number): Ends {
  const half = /^(?:(?:toi|tui|em|o|khoang|chung|xin|gia han|them) )*nua nam(?: thoi| nua| a)*$/.test(folded)
  if (half) return readFromToday('6 thang', now)
  const said =
    /^(?:(?:toi|tui|em|o|khoang|chung|duoc|tam|trong|cho|xin|gia han|them|o them|keo dai|thue) )*(\d{1,3}|\S+) (ngay|tuan|thang|nam)(?: thoi| nua| a)*$/.exec(
      folded,
    )
  const count = said && (/^\d/.test(said[1] ?? '') ? Number(said[1]) : readSpokenNumber(said[1] ?? ''))
  if (!said || count === undefined || count === null) return undefined
  const ends = readDuration(`${count} ${said[2] ?? ''} tu hom nay`, now)
  return typeof ends === 'object' ? { ...ends, doubt: 'Ông/bà chưa ghi từ ngày nào, tôi tính từ hôm nay:' } : ends
}

function readEnds(folded: string, now: number): Ends {
  const parts = /^(?:tu )?(.+?) ?(?: den | toi | - |[–—])(?:het )?(?:ngay )?(.+)$/.exec(folded)
  if (!parts) return undefined
  const end = readWholeDay(parts[2] ?? '', now, 'future')
  const begin = readWholeDay(parts[1] ?? '', now, 'future')
  if (begin === undefined || end === undefined) return undefined
  if (begin === 'impossible' || end === 'impossible') return 'impossible'
  const hasYear = /\d{4}/.test(parts[2] ?? '') && /^(?:ngay )?\d{1,2} ?(?:[/-]|thang) ?\d{1,2}$/.test(parts[1] ?? '')
  if (!hasYear) return { from: begin.day, to: end.day, doubt: begin.doubt ?? end.doubt }
  // The year written once at the end is meant for both, unless the days would stand the wrong way round.
  const year = Number(end.day.slice(0, 4))
  const sameYear = `${year}${begin.day.slice(4)}`
  const from = sameYear <= end.day ? sameYear : `${year - 1}${begin.day.slice(4)}`
  return { from, to: end.day, doubt: undefined }
}

/** Words about a stay of which none tells its end. */
const NO_END: readonly (readonly [RegExp, string])[] = [
  [
    /(?:^| )(?:lau dai|mai mai|luon|dai dai|vinh vien|dinh cu|khong biet (?:chung|khi) nao)(?: |$)/,
    'Tạm trú nhiều nhất 2 năm, hết hạn thì gia hạn; muốn ở lâu dài thì đăng ký thường trú. Ông/bà ghi ngày bắt đầu và ngày dự định hết ở.',
  ],
  [
    /(?:^| )(?:tet|hop dong|khi nao|chung nao|xong|het mua|nghi he|ra truong|het khoa)(?: |$)/,
    'Ông/bà ghi ngày bắt đầu và ngày dự định hết ở, như trên hợp đồng thuê; ở thêm thì gia hạn.',
  ],
]

/** A stay from one whole day to another, both included; the value is `2030-06-01/2030-11-30`. */
export const dateRange: Check = {
  name: 'dateRange',
  title: 'Từ ngày nào đến ngày nào',
  personal: false,
  free: false,
  takes: 'period',
  hint: `Ghi từ ngày nào đến ngày nào. ${EXAMPLE}`,
  check(text, { now }) {
    const folded = fold(text.replace(/(\d)\s*[.]\s*(?=\d)/g, '$1/').replace(/[–—]/g, ' - ')).replace(
      /(\d{1,2}\/\d{1,2}\/\d{2,4})-(?=\d)/,
      '$1 - ',
    )
    const isStretch = /(?:^| )(?:het|dau|giua|cuoi) /.test(folded)
    const ends =
      readDuration(folded, now) ??
      (isStretch ? readMoments(text, now) : undefined) ??
      readEnds(folded, now) ??
      readMoments(text, now) ??
      readFromToday(folded, now)
    if (ends === undefined)
      return refused(
        `${NO_END.find(([pattern]) => pattern.test(folded))?.[1] ?? 'Tôi chưa hiểu khoảng thời gian này.'} ${EXAMPLE}`,
      )
    if (ends === 'impossible') return refused(`Có ngày không có trong lịch. ${EXAMPLE}`)
    const { from, to, doubt } = ends
    if (to < from) return refused(`Ngày cuối phải sau ngày đầu. ${EXAMPLE}`)
    if (Math.abs(Number(to.slice(0, 4)) - Number(toVietnamDay(now).slice(0, 4))) > 120)
      return refused(`Năm này chưa đúng. ${EXAMPLE}`)
    const answer = { value: `${from}/${to}`, shown: `${renderDay(from)} đến ${renderDay(to)}` }
    return doubt === undefined ? { ok: true, ...answer } : { ok: 'unsure', ...answer, because: doubt }
  },
  good: ['1/6 đến 30/11/2030', '01/06/2030 - 30/11/2030', 'từ 1/6/2030 tới 30/11/2030', '6 tháng từ 1/6/2030'],
  bad: ['6 tháng từ 1/6', '30/11/2030 đến 1/6/2030', '31/6/2030 đến 1/7/2030', '6 tháng', 'lâu dài', ''],
}
