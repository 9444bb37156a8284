import { aDayAhead } from './said-dates.ts'
import { anHour, atOn } from './said-hours.ts'
import {
  type Day,
  type Random,
  type Said,
  around,
  between,
  dayOf,
  inWords,
  one,
  plus,
  two,
  typed,
} from './said-words.ts'

export const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** When a journey begins: a day within the week, an hour with its half of the day. The value is `2026-11-24 04:30`. */
export function aBeginning(random: Random, today: Day): Said {
  const day = aDayAhead(random, today, 6)
  const hour = anHour(random)
  const said = atOn(random, hour, day.said)
  return {
    text: typed(
      random,
      around(
        random,
        said,
        ['đi ', 'tui đi ', 'em đi lúc '].filter(() => !/^(?:lúc)/.test(said)),
      ),
    ),
    means: day.days.map((it) => `${dayOf(it)} ${clockOf(hour.minutes)}`),
    kind: `begin ${day.kind}`,
  }
}

/** When somebody comes back, told from the beginning. `start`: that day. */
export function aReturn(random: Random, start: Day): Said {
  const kind = one(random, ['same day', 'next day', 'nights', 'days'] as const)
  const hour = anHour(random)
  const at = hour.before === '' ? hour.said : `${hour.said} ${hour.before}`
  const count = between(random, 2, 5)
  const number = one(random, [String(count), inWords(random, count)])
  const saying = (): [string, string] => {
    switch (kind) {
      case 'same day':
        return [
          one(random, [
            'đi rồi về trong ngày luôn',
            'trong ngày về',
            'về trong ngày',
            'đi về trong ngày',
            'cùng ngày về',
          ]),
          `${dayOf(start)} 23:59`,
        ]
      case 'next day':
        return [
          one(random, [`${at} hôm sau`, `hôm sau ${at} về`, `qua hôm sau ${at}`, `${at} bữa sau về`]),
          `${dayOf(plus(start, 1))} ${clockOf(hour.minutes)}`,
        ]
      case 'nights':
        return [
          one(random, [
            `ở lại ${number} đêm, ${at} về`,
            `ở ${number} đêm rồi ${at} về`,
            `ở lại ${number} đêm, ${at} bữa đó về`,
          ]),
          `${dayOf(plus(start, count))} ${clockOf(hour.minutes)}`,
        ]
      case 'days':
        return [
          one(random, [`${number} ngày sau ${at}`, `${number} bữa sau ${at} về`, `đi ${number} ngày, ${at} về`]),
          `${dayOf(plus(start, count))} ${clockOf(hour.minutes)}`,
        ]
    }
  }
  const [said, value] = saying()
  return { text: typed(random, said), means: [value], kind: `return ${kind}` }
}

/** Between which hours a market is gone to; the value is `06:30-08:45`. */
export function someHours(random: Random): Said {
  const [first, second] = [anHour(random), anHour(random)].sort((a, b) => a.minutes - b.minutes)
  if (!first || !second || first.minutes === second.minutes) return someHours(random)
  const say = ({ said, before }: typeof first) => (before === '' ? said : `${said} ${before}`)
  const join = one(random, [' đến ', ' tới ', ' - ', ' cho tới '])
  const isSame = first.before === second.before && first.before !== ''
  const said = isSame && random() < 0.5 ? `${first.said}${join}${say(second)}` : `${say(first)}${join}${say(second)}`
  return {
    text: typed(random, around(random, one(random, [said, `từ ${said}`]))),
    means: [`${clockOf(first.minutes)}-${clockOf(second.minutes)}`],
    kind: 'hours',
  }
}

/** The last day of so many months from a day. */
function endOf({ year, month, date }: Day, months: number): Day {
  return plus({ year: year + Math.floor((month - 1 + months) / 12), month: ((month - 1 + months) % 12) + 1, date }, -1)
}
const lastDay = (year: number, month: number): Day =>
  plus({ year: month === 12 ? year + 1 : year, month: (month % 12) + 1, date: 1 }, -1)

/** From one day to another; the value is `2026-12-01/2027-11-30`. */
export function aStay(random: Random, today: Day): Said {
  const kind = one(random, ['length from', 'length', 'two days', 'to the end', 'from the first'] as const)
  const months = between(random, 1, 18)
  const isYears = months % 12 === 0
  const count = isYears ? months / 12 : months
  const length = `${one(random, [String(count), inWords(random, count, false)])} ${isYears ? 'năm' : 'tháng'}`
  const coming = { year: today.month === 12 ? today.year + 1 : today.year, month: (today.month % 12) + 1, date: 1 }
  const first = one(random, [
    { said: 'mai', day: plus(today, 1) },
    { said: 'hôm nay', day: today },
    { said: `đầu tháng ${coming.month}`, day: coming },
    { said: `đầu tháng ${inWords(random, coming.month, false)}`, day: coming },
    { said: 'đầu tháng sau', day: coming },
    { said: `${coming.date}/${coming.month}`, day: coming },
    { said: `mùng 5 tháng ${coming.month} dl`, day: { ...coming, date: 5 } },
    { said: `ngày ${inWords(random, 15)} tháng ${coming.month}`, day: { ...coming, date: 15 } },
  ])
  const verb = one(random, ['', 'mướn ', 'thuê ', 'ở ', 'em ở ', 'tạm trú '])
  const next = today.year + 1
  const month = between(random, 2, 11)
  const value = (from: Day, to: Day) => [`${dayOf(from)}/${dayOf(to)}`]
  const saying = (): [string, readonly string[]] => {
    switch (kind) {
      case 'length from':
        return [
          one(random, [
            `${verb}${length} từ ${first.said}`,
            `${verb}${length} kể từ ${first.said}`,
            `từ ${first.said} ${verb}${length}`,
            `${length} bắt đầu từ ${first.said}`,
            `${first.said}, ${length}`,
          ]),
          value(first.day, endOf(first.day, months)),
        ]
      case 'length':
        return [
          `${verb}${one(random, [length, `khoảng ${length}`, `thêm ${length}`, `thêm ${length} nữa`])}`,
          value(today, endOf(today, months)),
        ]
      case 'two days':
        return [
          `từ ${first.said} ${one(random, ['đến', 'tới'])} ${one(random, [`15 tháng ${month} năm sau`, `15/${month}/${next}`, `ngày 15 tháng ${month} năm ${next}`, `15/${month} sang năm`])}`,
          value(first.day, { year: next, month, date: 15 }),
        ]
      case 'to the end':
        return [
          `từ ${first.said} ${one(random, ['đến', 'tới'])} hết tháng ${month} năm sau`,
          value(first.day, lastDay(next, month)),
        ]
      case 'from the first':
        return [`${first.said} tới hết năm sau`, value(first.day, { year: next, month: 12, date: 31 })]
    }
  }
  const [said, means] = saying()
  return { text: typed(random, around(random, said)), means, kind: `stay ${kind}` }
}

/** How old somebody is: one of two years. */
export function anAge(random: Random, today: Day): Said {
  const age = between(random, 21, 95)
  const number = one(random, [String(age), inWords(random, age, false)])
  const who = one(random, ['', 'ba tui ', 'bà ', 'má em ', 'ông nội ', 'em '])
  const said = one(random, [
    `${who}${number} tuổi`,
    `${who}nay ${number}`,
    `${who}năm nay ${number} tuổi`,
    `năm nay ${who}${number}`,
    `${who}${number} tuổi rồi`,
  ])
  return { text: typed(random, said), means: [String(today.year - age), String(today.year - age - 1)], kind: 'age' }
}

/** The year alone. */
export function aYear(random: Random, today: Day): Said {
  const year = between(random, today.year - 95, today.year - 1)
  const short = year % 100
  const told = year + 100 <= today.year ? year + 100 : year
  const isBig = short > 20
  const [said, means] = one(random, [
    [String(year), year],
    [`sinh năm ${year}`, year],
    [`sn ${year}`, year],
    [`năm ${year}`, year],
    ...(short > 9
      ? ([
          [`năm ${two(short)}`, told],
          [`sinh ${two(short)}`, told],
          [`năm ${inWords(random, short, isBig)}`, told],
          [`sanh năm ${inWords(random, short, isBig)}`, told],
        ] as const)
      : []),
    ...(year < 2000 && isBig ? ([[`năm một chín ${inWords(random, short)}`, year]] as const) : []),
  ] as const)
  return { text: typed(random, around(random, said)), means: [String(means)], kind: 'year' }
}
