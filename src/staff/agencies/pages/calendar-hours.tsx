import { renderDay, type VietnamDay, WEEKDAYS } from '../../../kernel/clock.ts'
import type { CalendarsFile } from '../../../province/province-format.ts'

type Calendar = CalendarsFile['calendars'][number]

/** The hours of one calendar: those of today and those that are planned. */
export const CalendarHours = ({ calendar: { name, periods }, today }: { calendar: Calendar; today: VietnamDay }) => {
  const inOrder = periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const now = inOrder.findLast(({ from }) => from <= today)
  return (
    <>
      {inOrder
        .filter((it) => it === now || it.from > today)
        .map(({ from, week }) => (
          <table key={from}>
            <caption>{from > today ? `${name}, từ ${renderDay(from)} (chưa có hiệu lực)` : name}</caption>
            <thead>
              <tr>
                <th scope="col">Ngày</th>
                <th scope="col">Giờ làm việc</th>
              </tr>
            </thead>
            <tbody>
              {WEEKDAYS.map((weekday, i) => (
                <tr key={weekday}>
                  <td>
                    <span class="sentence">{weekday}</span>
                  </td>
                  <td data-label="Giờ làm việc">{hoursOn(week, i + 1).join(', ') || <span class="soft">nghỉ</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </>
  )
}

/** 1 is Monday. */
export const hoursOn = (week: Calendar['periods'][number]['week'], day: number): string[] =>
  week.filter(({ days }) => days.includes(day)).flatMap(({ hours }) => hours)
