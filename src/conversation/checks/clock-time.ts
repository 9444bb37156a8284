import { tidy } from '../../kernel/text.ts'
import { accepted, eitherOf, refused, type Check, type Reading } from './check.ts'
import { momentsOf } from './moments.ts'
import { minutesOf } from './said-clock.ts'

/** A time of the day, `07:30`. */
export const timeOfDay: Check = {
  name: 'timeOfDay',
  title: 'Giờ trong ngày',
  personal: false,
  free: false,
  takes: 'clock',
  hint: 'Ghi giờ trong ngày. Ví dụ: 7h30, 8h rưỡi, 2h chiều.',
  check(text) {
    const moments = momentsOf(tidy(text).replace(/^(\d{1,2})[.,](\d{2})$/, '$1h$2'))
    const clocks = moments.filter(({ clock }) => clock !== undefined)
    if (clocks.length > 1 || /(?:^|\s)(?:hay|hoặc|hoac)\s/u.test(text))
      return refused('Ở đây chỉ ghi một giờ thôi. Ví dụ: 7h30.')
    const meant = clocks[0]?.meant[0]
    if (meant?.clock === undefined) return refused('Tôi chưa hiểu giờ này. Ví dụ: 7h30, hoặc 2h chiều.')
    if (moments.some(({ day }) => day !== undefined)) return refused('Ở đây chỉ cần giờ, không cần ngày. Ví dụ: 7h30.')
    const minutes = minutesOf(meant.clock, meant.part)
    if (minutes.length === 0) return refused('Giờ này không có. Ông/bà ghi lại giúp. Ví dụ: 7h30.')
    return eitherOf(minutes.map(read))
  },
  good: ['07:30', '7h30', '8h rưỡi', '2h chiều', '8g30', '14 giờ', '13h'],
  bad: ['25h', '7h75', '7h-8h', '24:00', 'nửa đêm', 'sáng', 'mai', '7h mai', ''],
}

function read(minutes: number): Reading {
  const hour = Math.floor(minutes / 60) % 24
  const value = `${String(hour).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return minutes === 24 * 60
    ? { ok: 'unsure', value, shown: value, because: 'Tôi hiểu là nửa đêm, lúc sang ngày mới:' }
    : accepted(value)
}
