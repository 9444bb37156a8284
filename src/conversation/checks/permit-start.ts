import { DAY, MINUTE, renderInstant, toVietnamDay } from '../../kernel/clock.ts'
import { fold } from '../../kernel/text.ts'
import { accepted, eitherOf, refused, refusedWhole, type Check, type Reading } from './check.ts'
import { nextOccurrence, shownAt } from './next-occurrence.ts'
import { instantOf, readSide, type Spoken } from './spoken-moment.ts'

/** A pass may begin at most this far ahead. How long it lasts is said by its kind (`flows/permits.yaml`). */
const AHEAD = 7 * DAY
/** "Bây giờ", and the minutes spent on answering the other questions. */
const GRACE = 30 * MINUTE

/** `minutes` after midnight on the day after `at`. An example is often copied, so it must itself do. */
const nextDay = (at: number, minutes: number): string => renderInstant(instantOf(toVietnamDay(at + DAY), minutes))

const startExample = (now: number): string => `Ví dụ: 7h sáng mai, hoặc ${nextDay(now, 7 * 60)}.`

/** Some time soon, or early, but when? */
const SOON =
  /^(?:(?:da|thi|di|chac|cang|hoi|that|mai|sang|luc|khoang|troi) )*(?:som|tre|muon)(?: (?:som|tre|muon|xiu|chut|thoi|di|a|nha|em|cang tot|nhat|duoc))*$|(?:^| )(?:lat|chut|hoi|xiu|ti|tí) nua(?: |$)|^(?:xong|het|nao|khi nao|chung nao) .{1,25} (?:thi )?(?:di|xuat phat)(?: |$)/

/** When the journey may begin: not past, at most seven days ahead. The value is epoch milliseconds. */
export const permitStart: Check = {
  name: 'permitStart',
  title: 'Ngày giờ bắt đầu đi',
  personal: false,
  free: false,
  takes: 'beginning',
  hint: 'Ghi giờ và ngày bắt đầu đi. Ví dụ: 7h sáng mai.',
  check(text, { now }) {
    const folded = fold(text)
    if (SOON.test(folded)) return refusedWhole(`Ông/bà ghi giúp mấy giờ đi. ${startExample(now)}`)
    return eitherOf(readSide(text, 'from', now).map((spoken) => judgeStart(spoken, now)))
  },
  good: [
    '7h sáng mai',
    '2/5/2030 7h',
    '02/05/2030 07:30',
    'bây giờ',
    '8h rưỡi thứ 6',
    '1h chiều mai',
    '5g30 ngày 3 tháng 5',
    '07:00 02-05-2030',
    'mai 7h tới 17h',
    'mai 6h di, chieu 5h ve',
  ],
  bad: [
    'hôm qua 7h',
    '30/4/2030 7h',
    '7h ngày 1/6/2030',
    '25h mai',
    '31/2/2030 7h',
    'mai',
    '9h',
    'chừng nào cũng được',
    'mai mốt',
    '7h hay 9h mai',
    '',
  ],
}

function judgeStart(spoken: Spoken | undefined | 'impossible', now: number): Reading {
  if (spoken === undefined || spoken === 'impossible') return refused(`Tôi chưa hiểu giờ này. ${startExample(now)}`)
  const minute = Math.ceil(now / MINUTE) * MINUTE
  if (spoken.isNow) return accepted(String(minute), renderInstant(minute))
  const at =
    spoken.day === undefined
      ? nextOccurrence(spoken.minutes ?? 0, now)
      : Math.max(
          instantOf(spoken.day, spoken.minutes ?? spoken.about ?? 0),
          spoken.minutes === undefined && spoken.day === toVietnamDay(now) ? minute : 0,
        )
  const told = spoken.minutes === undefined ? refused : refusedWhole
  if (at < now - GRACE) return told(`Giờ ${renderInstant(at)} đã qua. Ông/bà ghi giờ sắp tới. ${startExample(now)}`)
  if (at > now + AHEAD) return told(`Chỉ xin được giấy cho chuyến đi trong 7 ngày tới. ${startExample(now)}`)
  if (spoken.minutes === undefined) return shownAt(at, now, 'Ông/bà chưa ghi giờ, tôi tính từ:')
  if (spoken.day === undefined) return shownAt(at, now, 'Ông/bà chưa ghi ngày, tôi tính là:')
  if (spoken.doubt !== undefined) return shownAt(at, now, spoken.doubt)
  return accepted(String(at), renderInstant(at))
}
