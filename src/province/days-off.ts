import { DAY, startOfVietnamDay, toVietnamDay, type VietnamDay } from '../kernel/clock.ts'
import { lunarToSolar } from '../kernel/lunar.ts'

const after = (day: VietnamDay, days: number): VietnamDay => toVietnamDay(startOfVietnamDay(day) + days * DAY)

const isWeekend = (day: VietnamDay): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Statutory days before a clash with a weekend moves them (Bộ luật Lao động 2019, Điều 112; domain §3.2). */
function statutory(year: number): [VietnamDay, string][] {
  const tet = lunarToSolar(year, 1, 1)
  const hung = lunarToSolar(year, 3, 10)
  const tetDays = tet ? [-1, 0, 1, 2, 3].map((days): [VietnamDay, string] => [after(tet, days), 'Tết Nguyên đán']) : []
  return [
    [`${year}-01-01`, 'Tết Dương lịch'],
    ...tetDays,
    ...(hung ? [[hung, 'Giỗ Tổ Hùng Vương'] satisfies [VietnamDay, string]] : []),
    [`${year}-04-30`, 'ngày Chiến thắng 30/4'],
    [`${year}-05-01`, 'ngày Quốc tế Lao động 1/5'],
    // The adjacent day is the government's choice each year; the one that lengthens a weekend least is the 1st.
    [`${year}-09-01`, 'Quốc khánh'],
    [`${year}-09-02`, 'Quốc khánh'],
    ...(year >= 2026 ? [[`${year}-11-24`, 'Ngày Văn hóa Việt Nam'] satisfies [VietnamDay, string]] : []),
  ]
}

const years = new Map<number, ReadonlyMap<VietnamDay, string>>()

function daysOffOf(year: number): ReadonlyMap<VietnamDay, string> {
  const known = years.get(year)
  if (known) return known
  const days = new Map(statutory(year))
  for (const [day, name] of statutory(year)) {
    if (!isWeekend(day)) continue
    let free = day
    while (isWeekend(free) || days.has(free)) free = after(free, 1)
    days.set(free, `nghỉ bù ${name}`)
  }
  years.set(year, days)
  return days
}

/** Why no office works that day, in Vietnamese; undefined on a working day. Swaps with a Saturday are not known here. */
export function nameDayOff(day: VietnamDay): string | undefined {
  const named = daysOffOf(Number(day.slice(0, 4))).get(day)
  return named ?? (isWeekend(day) ? 'ngày cuối tuần' : undefined)
}

export const isDayOff = (day: VietnamDay): boolean => nameDayOff(day) !== undefined

/** The first working day after `day`. */
export function nextWorkingDay(day: VietnamDay): VietnamDay {
  let next = after(day, 1)
  while (isDayOff(next)) next = after(next, 1)
  return next
}
