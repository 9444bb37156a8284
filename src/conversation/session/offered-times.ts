import { DAY, renderDay, startOfVietnamDay, weekdayOf } from '../../kernel/clock.ts'
import { NO_TIME, OTHER_TIME } from '../flow/mended-flow.ts'
import type { OfferedTimes } from '../words/events.ts'
import type { Mended, Option } from '../words/session.ts'

/** A button of times that were offered before others, of one that has begun, or where nobody waits for a choice any more. */
export const OLDER_OFFER = 'Nút này thuộc lời đề nghị trước, nên chưa chọn gì. Đây là các giờ cơ quan đang đề nghị.'
export const TIME_BEGUN = 'Giờ này đã tới hoặc đã qua, nên chưa chọn gì. Ông/bà chọn lại giúp.'
export const OFFER_OVER =
  'Nút này thuộc lời đề nghị trước, không còn chờ chọn, nên không có gì thay đổi. Ông/bà nhắn “tra cứu” để xem giờ đang hẹn.'

const PASSED = 'Các giờ cơ quan đề nghị đã qua. Ông/bà chọn giờ khác, hoặc bỏ hẹn.'

/** What is asked: the reason, the times by their numbers, and who offers them. */
export const renderOffer = ({ head, foot }: OfferedTimes, options: readonly Option[]): string => {
  const times = options.filter(({ answers }) => answers !== undefined)
  const list = times.map(({ label }, i) => `${i + 1}. ${label}`)
  const asked = times.length === 0 ? PASSED : ['Ông/bà chọn một giờ:', ...list].join('\n')
  return [head, asked, foot].join('\n\n')
}

/** Before the keys of one proposal: a button of another, or of another visit, chooses nothing here. */
const proposalKey = (dossier: string, { at = 0 }: OfferedTimes): string => `${dossier}.${at.toString(36)}.`

export const isProposedBy = (dossier: string, times: OfferedTimes, key: string): boolean =>
  key.startsWith(proposalKey(dossier, times))

const timeKey = ({ day, slot }: OfferedTimes['of'][number]): string => `${day}.${slot}`
const endOf = ({ day, from }: OfferedTimes['of'][number]): number => from ?? startOfVietnamDay(day) + DAY

/** Those that may still be chosen. */
const openTimes = ({ of }: OfferedTimes, now: number): OfferedTimes['of'] => of.filter((time) => endOf(time) > now)

const labelOf = ({ day, said }: OfferedTimes['of'][number]): string => `${weekdayOf(day)} ${renderDay(day)}, ${said}`

/** The times alone, for whoever has something else to finish first. */
export const listTimes = (times: OfferedTimes, now: number): string => {
  const open = openTimes(times, now)
  return open.length === 0 ? PASSED : ['Giờ đề nghị:', ...open.map((time) => `• ${labelOf(time)}`)].join('\n')
}

/** The times that have not begun, by the answers that they stand for, then the ways to say no. */
export function optionsFor(
  { dossier, times }: { dossier: string; times: OfferedTimes },
  wanted: readonly Mended[],
  now: number,
): Option[] {
  const own = proposalKey(dossier, times)
  const refusals = REFUSALS.map((it): Option => ({ ...it, key: `${own}${it.value}` }))
  const [dayName, slotName] = wanted.map(({ name }) => name)
  if (dayName === undefined || slotName === undefined) return refusals
  const open = openTimes(times, now)
  const options = open.map((time, i): Option => {
    const { day, slot, said } = time
    return {
      key: `${own}${timeKey(time)}`,
      label: labelOf(time),
      words: wordsFor(open, i),
      until: endOf(time),
      answers: { [dayName]: { value: day, shown: renderDay(day) }, [slotName]: { value: slot, shown: said } },
    }
  })
  return [...options, ...refusals]
}

const REFUSALS: readonly (Omit<Option, 'key'> & { value: string })[] = [
  {
    value: OTHER_TIME,
    label: 'Giờ khác',
    words: [
      ...['giờ khác', 'ngày khác', 'bữa khác', 'hôm khác', 'dời bữa khác', 'đổi bữa khác', 'không giờ nào được'],
      ...['mấy giờ đó bận', 'mấy bữa đó bận', 'bận hết', 'kẹt hết', 'tuần sau'],
    ],
  },
  {
    value: NO_TIME,
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
