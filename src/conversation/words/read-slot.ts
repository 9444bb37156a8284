import { fold } from '../../kernel/text.ts'
import { plainOf, writtenOut } from './shorthand.ts'

interface Slot<Option> {
  option: Option
  /** Minutes since midnight. */
  from: number
  to: number
}

const SPAN = /^(\d{1,2}) gio(?: (\d{2}))? den (\d{1,2}) gio(?: (\d{2}))?$/
const HOURS = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi', 'muoi mot', 'muoi hai']
const NOON = 12 * 60

const known = new WeakMap<readonly object[], Slot<never>[]>()

function slotsOf<Option extends { label: string }>(options: readonly Option[]): readonly Slot<Option>[] {
  const found = known.get(options) ?? findSlots(options)
  known.set(options, found as Slot<never>[])
  return found
}

/** The minutes of the day of `7 giờ 30 đến 9 giờ`. */
export const spanOf = (label: string): { from: number; to: number } | undefined => findSlots([{ label }])[0]

function findSlots<Option extends { label: string }>(options: readonly Option[]): Slot<Option>[] {
  return options.flatMap((option) => {
    const [, hour, minute = '0', until, past = '0'] = SPAN.exec(fold(option.label)) ?? []
    if (hour === undefined) return []
    return { option, from: Number(hour) * 60 + Number(minute), to: Number(until) * 60 + Number(past) }
  })
}

/** Choices that are spans of the day, “7 giờ 30 đến 9 giờ”. */
export const isTimetable = (options: readonly { label: string }[]): boolean =>
  options.length > 1 && slotsOf(options).length === options.length

const CLOCK = new RegExp(
  `(?<![\\d/])(\\d{1,2}|${[...HOURS].reverse().join('|')}) ?(?:h|g|gio|:)(?: ?(\\d{2})(?!\\d)| (ruoi))?(?: ?(?:den|toi|-) ?\\d{1,2} ?(?:h|g|gio)\\d{0,2})?`,
  'g',
)

export const namesHour = (text: string): boolean =>
  text.length <= 100 && fold(text.replace(/(\d) ?: ?(\d{2})/g, '$1h$2')).search(CLOCK) >= 0

/** The span that holds each clock time said, else those of the part of the day that is named. */
export function readSlot<Option extends { label: string }>(options: readonly Option[], text: string): Option[] {
  if (text.length > 100) return []
  const slots = [...slotsOf(options)].sort((a, b) => a.from - b.from)
  const words = writtenOut(text.replace(/(\d) ?: ?(\d{2})/g, '$1h$2').replaceAll('-', ' den '))
  const plain = plainOf(words).replaceAll(' |', '')
  // "Tới" is "until", "tối" the evening; where marks are typed they tell.
  const isMorning = /(?:^| )(?:sang|buoi som)(?: |$)/.test(plain)
  const isAfternoon = /(?:^| )(?:chieu|xe chieu|xe trua)(?: |$)/.test(plain)
  const ofDay = slots.filter(({ from }) => (isMorning === isAfternoon ? true : isMorning ? from < NOON : from >= NOON))
  const clocks = [...plain.matchAll(CLOCK)].map(([, hour = '', minute, half]) => {
    const said = /^\d/.test(hour) ? Number(hour) : HOURS.indexOf(hour) + 1
    return said * 60 + (half ? 30 : Number(minute ?? 0))
  })
  if (clocks.length > 0) return [...new Set(clocks.flatMap((minutes) => holding(ofDay, minutes, slots)))]
  const first = ofDay[0]
  const last = ofDay.at(-1)
  if (/(?:som nhat|dau gio|dau buoi|sang som|som (?:som|xiu|chut)|cang som)/.test(plain))
    return first ? [first.option] : []
  if (/(?:tre nhat|muon nhat|cuoi gio|cuoi buoi|cuoi ngay|tre (?:tre|xiu|chut)|cang tre)/.test(plain))
    return last ? [last.option] : []
  return isMorning === isAfternoon ? [] : ofDay.map(({ option }) => option)
}

/** An hour of the morning may be meant for the afternoon: "2h". */
function holding<Option>(ofDay: readonly Slot<Option>[], minutes: number, slots: readonly Slot<Option>[]): Option[] {
  const times = minutes < NOON ? [minutes, minutes + NOON] : [minutes]
  const within = ofDay.filter(({ from, to }) => times.some((at) => from <= at && at < to))
  if (within.length > 0) return within.map(({ option }) => option)
  return slots.filter(({ to }) => times.includes(to)).map(({ option }) => option)
}
