import { type Random, between, inWords, one, two } from './said-words.ts'

/** An hour of the day with the part that tells which half; minutes after midnight. */
export function anHour(random: Random, isTold = true): { said: string; before: string; minutes: number } {
  const at = between(random, 4, 22)
  const minute = one(random, [0, 0, 0, 30, 15, 45, 20])
  const isMorning = at < 11
  const part = at < 11 ? 'sáng' : at < 14 ? 'trưa' : at < 18 ? 'chiều' : at < 22 ? 'tối' : 'đêm'
  const small = at > 12 ? at - 12 : at
  if (!isTold || random() < 0.25) {
    const said = one(random, [`${two(at)}:${two(minute)}`, `${two(at)}h${minute === 0 ? '' : two(minute)}`])
    return { said, before: '', minutes: at * 60 + minute }
  }
  const hour = one(random, [String(small), inWords(random, small, false)])
  const sign = /^\d/.test(hour) ? one(random, ['h', ' giờ', 'g', ' h']) : ' giờ'
  const less = small === 12 ? 1 : small + 1
  const lessSign = /^\d/.test(hour) ? one(random, ['h', ' giờ']) : ' giờ'
  const said =
    minute === 0
      ? `${hour}${sign}`
      : minute === 30
        ? one(random, [
            `${hour}${sign}${sign.length === 1 ? '' : ' '}${sign.length === 1 ? '30' : 'rưỡi'}`,
            `${hour} rưỡi`,
          ])
        : minute === 45
          ? one(random, [
              `${hour}${sign}${sign.length === 1 ? '' : ' '}45`,
              `${/^\d/.test(hour) ? less : inWords(random, less, false)}${lessSign} ${one(random, ['kém', 'thiếu'])} ${one(random, ['15', 'mười lăm'])}`,
            ])
          : `${hour}${sign}${sign.length === 1 ? '' : ' '}${minute}${sign.length === 1 ? '' : one(random, ['', ' phút'])}`
  const special =
    isMorning && at < 6
      ? one(random, ['sáng', 'sáng sớm', 'mờ sáng', 'hừng đông'])
      : at === 18
        ? one(random, ['tối', 'chạng vạng', 'chiều tối'])
        : part
  return { said, before: special, minutes: at * 60 + minute }
}

/** The hour and the day in one of the orders they are said in. */
export function atOn(random: Random, hour: { said: string; before: string }, day: string): string {
  const part = hour.before
  if (part === '') return one(random, [`${hour.said} ${day}`, `${day} lúc ${hour.said}`, `${day}, ${hour.said}`])
  return one(random, [
    `${hour.said} ${part} ${day}`,
    `${part} ${day} ${hour.said}`,
    `${part} ${day} lúc ${hour.said}`,
    `${day} ${hour.said} ${part}`,
    `${part} ${day} chừng ${hour.said}`,
  ])
}
