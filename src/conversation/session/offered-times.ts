import { renderDay, toVietnamDay, weekdayOf } from '../../kernel/clock.ts'
import { NO_TIME, OTHER_TIME } from '../flow/mended-flow.ts'
import type { OfferedTimes } from '../words/events.ts'
import type { Mended, Option } from '../words/session.ts'

const PASSED = 'Các giờ cơ quan đề nghị đã qua. Ông/bà chọn giờ khác, hoặc bỏ hẹn.'

/** What is asked: the reason, the times by their numbers, and who offers them. */
export const renderOffer = ({ head, foot }: OfferedTimes, options: readonly Option[]): string => {
  const times = options.filter(({ answers }) => answers !== undefined)
  const list = times.map(({ label }, i) => `${i + 1}. ${label}`)
  const asked = times.length === 0 ? PASSED : ['Ông/bà chọn một giờ:', ...list].join('\n')
  return [head, asked, foot].join('\n\n')
}

/** The times that have not passed, by the answers that they stand for, then the ways to say no. */
export function optionsFor({ of }: OfferedTimes, wanted: readonly Mended[], now: number): Option[] {
  const [dayName, slotName] = wanted.map(({ name }) => name)
  if (dayName === undefined || slotName === undefined) return [...REFUSALS]
  const open = of.filter(({ day }) => day >= toVietnamDay(now))
  const times = open.map(({ day, slot, said }, i): Option => ({
    key: `g${i + 1}`,
    label: `${weekdayOf(day)} ${renderDay(day)}, ${said}`,
    words: wordsFor(open, i),
    answers: { [dayName]: { value: day, shown: renderDay(day) }, [slotName]: { value: slot, shown: said } },
  }))
  return [...times, ...REFUSALS]
}

const REFUSALS: readonly Option[] = [
  {
    key: OTHER_TIME,
    label: 'Giờ khác',
    words: [
      ...['giờ khác', 'ngày khác', 'bữa khác', 'hôm khác', 'dời bữa khác', 'đổi bữa khác', 'không giờ nào được'],
      ...['mấy giờ đó bận', 'mấy bữa đó bận', 'bận hết', 'kẹt hết', 'tuần sau'],
    ],
  },
  {
    key: NO_TIME,
    label: 'Không hẹn nữa',
    means: 'no',
    words: [
      ...[
        'không hẹn nữa',
        'không đi được',
        'không đi được nữa',
        'không tới được',
        'không lên được',
        'hủy hẹn',
        'bỏ hẹn',
      ],
      ...['khỏi hẹn', 'thôi khỏi', 'không cần nữa', 'không cần hẹn nữa'],
    ],
  },
]

/** "Sáng thứ năm", "bữa thứ năm", "ngày 9": said of the only one that it fits; "giờ nào cũng được" of the first. */
function wordsFor(times: OfferedTimes['of'], i: number): string[] {
  const sayings = times.map(sayingsOf)
  const own = (sayings[i] ?? []).filter((saying) => !sayings.some((other, at) => at !== i && other.includes(saying)))
  const isAny = ['giờ nào cũng được', 'ngày nào cũng được', 'bữa nào cũng được', 'lúc nào cũng được', 'sao cũng được']
  return i === 0 ? [...own, ...isAny] : own
}

function sayingsOf({ day, said }: OfferedTimes['of'][number]): string[] {
  const weekday = weekdayOf(day)
  const part = Number(/^\d+/.exec(said)?.[0] ?? 0) < 12 ? 'sáng' : 'chiều'
  const date = `${Number(day.slice(8))}`
  const shortDay = `${date}/${Number(day.slice(5, 7))}`
  const number = `thứ ${new Date(`${day}T00:00:00Z`).getUTCDay() + 1}`
  const days = [weekday, number, number.replace('thứ ', 't'), `ngày ${date}`, shortDay]
  return [...days, ...days.map((it) => `${part} ${it}`), part, `buổi ${part}`, said]
}
