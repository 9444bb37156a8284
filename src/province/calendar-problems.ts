import { daysAfter, renderDay, type VietnamDay, weekdayOf, WEEKDAYS } from '../kernel/clock.ts'
import { nameHoliday } from './days-off.ts'
import { type CalendarsFile, calendarsFile } from './province-format.ts'
import { workCalendarOf } from './work-calendar.ts'

type Calendar = CalendarsFile['calendars'][number]

/** Longer nobody may wait for an office to open: dates are counted over such a stretch, and would never end in a longer one. */
const LONGEST_GAP = 60
/** Days looked at after the last one that anything is said of: yearly holidays come round in it. */
const LOOKED_BEYOND = 400

/** What stands against these calendars, a sentence each for whoever edits them. `from`: the day from which gaps are looked for. */
export function calendarProblems(given: unknown, from: VietnamDay): string[] {
  const parsed = calendarsFile.safeParse(given)
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '))
  const file = parsed.data
  return [
    ...doubles(
      file.calendars.map(({ id }) => id),
      (id) => `Có hai lịch cùng mã “${id}”.`,
    ),
    ...doubles(
      file.closures.map(({ day }) => day),
      (day) => `Ngày nghỉ ${renderDay(day)} đã ghi rồi.`,
    ),
    ...doubles(
      file.reviewed.map(({ year }) => year),
      (year) => `Năm ${year} đã được đánh dấu là đã đối chiếu.`,
    ),
    ...file.calendars.flatMap((calendar) => [...hourProblems(calendar), ...gapProblems(calendar, file, from)]),
    ...swapProblems(file),
  ]
}

const doubles = <T>(items: readonly T[], say: (item: T) => string): string[] =>
  [...new Set(items.filter((it, i) => items.indexOf(it) !== i))].map(say)

function hourProblems({ name, periods }: Calendar): string[] {
  return [
    ...doubles(
      periods.map(({ from }) => from),
      (day) => `${name}: có hai bảng giờ cùng bắt đầu ngày ${renderDay(day)}.`,
    ),
    ...periods.flatMap(({ from, week }) =>
      WEEKDAYS.flatMap((weekday, i) => {
        const hours = week.filter(({ days }) => days.includes(i + 1)).flatMap((it) => it.hours)
        const inOrder = hours.toSorted()
        const isApart = inOrder.every((it, n) => n === 0 || (inOrder[n - 1] ?? '').slice(6) <= it.slice(0, 5))
        return isApart ? [] : [`${name}, ${weekday}, từ ${renderDay(from)}: các buổi chồng nhau (${hours.join(', ')}).`]
      }),
    ),
  ]
}

function gapProblems(calendar: Calendar, file: CalendarsFile, from: VietnamDay): string[] {
  const told = [
    ...calendar.periods.map((it) => it.from),
    ...file.closures.map((it) => it.day),
    ...file.swaps.map((it) => it.off),
  ]
  const begins = calendar.periods.map((it) => it.from).toSorted()[0] ?? from
  const first = begins > from ? begins : from
  const last = daysAfter([first, ...told].toSorted().at(-1) ?? first, LOOKED_BEYOND)
  const { workOn } = workCalendarOf(calendar, file)
  let since = first
  for (let day = first; day <= last; day = daysAfter(day, 1)) {
    if (workOn(day).length > 0) since = daysAfter(day, 1)
    else if (daysAfter(since, LONGEST_GAP) <= day)
      return [`${calendar.name}: từ ${renderDay(since)} có hơn ${LONGEST_GAP} ngày liền không ai làm việc.`]
  }
  return []
}

/** By the hours of most agencies, as if there were no swaps. */
function swapProblems(file: CalendarsFile): string[] {
  const usual = file.calendars.find(({ agencies }) => agencies === undefined)
  if (!usual) return []
  const { workOn } = workCalendarOf(usual, { ...file, swaps: [] })
  const closed = new Map(file.closures.map(({ day, name }) => [day, name]))
  return [
    ...doubles(
      file.swaps.flatMap(({ off, on }) => [off, on]),
      (day) => `Ngày ${renderDay(day)} đã được hoán đổi rồi.`,
    ),
    ...file.swaps.flatMap(({ off, on }) => {
      const [nameOff, nameOn] = [off, on].map((day) => `${weekdayOf(day)} ${renderDay(day)}`)
      const free = nameHoliday(on) ?? closed.get(on)
      if (workOn(off).length === 0) return [`Không hoán đổi được ${nameOff}: hôm đó vốn không làm việc.`]
      if (free !== undefined) return [`Không làm bù được vào ${nameOn}: hôm đó nghỉ (${free}).`]
      return workOn(on).length > 0 ? [`Không làm bù được vào ${nameOn}: hôm đó vốn là ngày làm việc.`] : []
    }),
  ]
}
