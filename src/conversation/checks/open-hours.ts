import { fold } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'
import { readTime } from './vietnam-time.ts'

const EXAMPLE = 'Ví dụ: 5h đến 9h30, hoặc 13h đến 17h.'

const HALF_HOUR = 30

const PART_OF_DAY = /(?:^| )(?:sang|trua|chieu|toi|dem|khuya|ca ngay|buoi)(?: |$)/

const render = (halfHour: number): string =>
  `${String(halfHour >> 1).padStart(2, '0')}:${halfHour % 2 === 0 ? '00' : '30'}`

/**
 * Between which hours of a day. The value is `10-19`, half hours after midnight; a begin is rounded down and an end up,
 * so that nobody is turned back for a quarter of an hour.
 */
export const openHours: Check = {
  name: 'openHours',
  title: 'Giờ mở cửa đến giờ đóng cửa',
  personal: false,
  free: false,
  takes: 'hours',
  hint: `Ghi giờ bắt đầu và giờ kết thúc trong ngày. ${EXAMPLE}`,
  check(text, { now }) {
    const parts = text
      .replace(/(?<!\p{L})(?:from|cho(?= (?:đến|tới)))(?!\p{L})/giu, ' ')
      .split(/\s*(?:đến|den|tới|toi|(?<!\p{L})(?:to|until|till)(?!\p{L})|->|→|~|[-–—])\s*/iu)
      .filter((part) => fold(part) !== 'tu' && part.trim() !== '')
    // Between two words for a span a bare number is an hour.
    const times = parts.map((part) =>
      readTime(
        part
          .trim()
          .replace(/^\s*từ\s+/i, '')
          .replace(/^(\d{1,2})$/, '$1h')
          .replace(/^(\d{1,2})[.,](\d{2})$/, '$1h$2'),
        now,
      ),
    )
    const [first, last] = times.map((time) =>
      typeof time === 'object' && time.day === undefined ? time.minutes : undefined,
    )
    if (times.length !== 2 || first === undefined || last === undefined)
      return refused(
        `${PART_OF_DAY.test(fold(text)) ? 'Ông/bà ghi rõ hai giờ trong ngày giúp: từ mấy giờ đến mấy giờ.' : 'Ông/bà ghi hai giờ trong ngày.'} ${EXAMPLE}`,
      )
    const [from, to] = [Math.floor(first / HALF_HOUR), Math.ceil(last / HALF_HOUR)]
    if (to <= from) return refused(`Giờ sau phải muộn hơn giờ trước, trong cùng một ngày. ${EXAMPLE}`)
    return accepted(`${from}-${to}`, `${render(from)} đến ${render(to)}`)
  },
  good: [
    '5h đến 9h30',
    '05:00 đến 09:30',
    'từ 6h tới 11 giờ',
    '13h-17h',
    '7h sáng đến 5h chiều',
    '8h15 - 9h10',
    '6 đến 8',
    '5 giờ đến 9 giờ rưỡi',
    '7 AM to 5 PM',
    'from 7 to 17',
    '7.30 ~ 17.30',
  ],
  bad: ['9h', '17h đến 8h', 'cả ngày', 'sáng', '5h đến 5h', '25h đến 26h', ''],
}
