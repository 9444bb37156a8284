import {
  type Day,
  type Random,
  type Said,
  around,
  between,
  dateAndMonth,
  dayOf,
  inWords,
  one,
  plus,
  SOLAR,
  typed,
  weekdayOf,
  yearBehind,
  digit,
} from './said-words.ts'

/** A date of birth with its year. */
export function aBirth(random: Random, today: Day): Said {
  const year = between(random, today.year - 95, today.year - 1)
  const day = { year, month: between(random, 1, 12), date: between(random, 1, 28) }
  const { said, isMoon } = dateAndMonth(random, day)
  const calendar = isMoon ? one(random, [' dương lịch', ' dl', ' tây']) : one(random, SOLAR)
  const isSlashed = said.includes('/')
  const behind = yearBehind(random, year, isSlashed)
  const isShort = !/\d{4}|ngh|ng[aà]n|một chín/.test(behind)
  // Two figures are the latest year gone by.
  const told = isShort && year + 100 <= today.year ? year + 100 : year
  const text = around(
    random,
    `${said}${behind}${calendar}`,
    ['em sanh ', 'sinh ', 'sinh ngày ', 'bà sinh ', 'ảnh sn ', 'sanh '].filter(
      () => !/^(?:ngày|mùng|mồng|bữa|hôm)/.test(said),
    ),
  )
  return {
    text: typed(random, text),
    means: [dayOf({ ...day, year: told })],
    kind: `birth ${isSlashed ? 'slashed' : 'said'}`,
  }
}

const WEEKDAYS = ['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'] as const
const weekdaySaid = (random: Random, weekday: number): string =>
  weekday === 6
    ? one(random, ['chủ nhật', 'chúa nhật', 'cn', 'chủ nhựt'])
    : one(random, [`thứ ${WEEKDAYS[weekday] ?? ''}`, `thứ ${weekday + 2}`, `t${weekday + 2}`])

/** A day to come within so many days, as it is said today. */
export function aDayAhead(
  random: Random,
  today: Day,
  most: number,
): { said: string; days: readonly Day[]; kind: string } {
  const kind = one(random, ['relative', 'weekday', 'week', 'counted', 'date', 'month', 'alone'] as const)
  const ahead = between(random, 1, most)
  const day = plus(today, ahead)
  const weekday = weekdayOf(today)
  switch (kind) {
    case 'relative': {
      const [words, days] = one(random, [
        [['mai', 'ngày mai', 'mơi', 'bữa mai'], 1],
        [['mốt', 'ngày mốt', 'bữa mốt'], 2],
      ] as const)
      return { said: one(random, words), days: [plus(today, days)], kind }
    }
    case 'weekday': {
      const to = between(random, 1, 6)
      const said = `${weekdaySaid(random, (weekday + to) % 7)}${one(random, ['', ' này', ' nè', ' tới'])}`
      return { said, days: [plus(today, to)], kind }
    }
    case 'week': {
      const to = between(random, 0, 6)
      const [said, weeks] = one(random, [
        [' tuần sau', 1],
        [' tuần tới', 1],
        [' tuần này', 0],
        [' tuần sau nữa', 2],
      ] as const)
      const own = plus(today, to - weekday + 7 * weeks)
      const days = to - weekday + 7 * weeks < 0 ? [plus(own, 7)] : [own]
      return { said: `${weekdaySaid(random, to)}${said}`, days, kind }
    }
    case 'counted': {
      const count = between(random, 2, Math.min(most, 9))
      const said = `${one(random, [String(count), digit(count)])} ${one(random, ['bữa', 'ngày', 'hôm'])} nữa`
      return { said, days: [plus(today, count)], kind }
    }
    case 'date': {
      const { said, isMoon } = dateAndMonth(random, day)
      const calendar = isMoon ? ' dl' : one(random, SOLAR)
      return {
        said: `${said}${one(random, ['', '', said.includes('/') ? `/${day.year}` : ` năm ${day.year}`])}${calendar}`,
        days: [day],
        kind,
      }
    }
    case 'month': {
      const months = (day.year - today.year) * 12 + day.month - today.month
      const said = ['tháng này', 'tháng tới', 'tháng sau nữa'][months] ?? 'tháng này'
      return { said: `ngày ${one(random, [String(day.date), inWords(random, day.date)])} ${said}`, days: [day], kind }
    }
    case 'alone': {
      const near = plus(today, between(random, 1, Math.min(most, 25)))
      return {
        said: one(random, [`ngày ${near.date}`, `${near.date} tây`, `ngày ${inWords(random, near.date)}`]),
        days: [near],
        kind,
      }
    }
  }
}

/** A day gone by, at most some months ago, as it is said today. */
export function aDayGone(random: Random, today: Day): Said {
  const kind = one(random, ['relative', 'night', 'weekday', 'counted', 'date', 'month', 'alone'] as const)
  const day = plus(today, -between(random, 1, 50))
  const saying = (): { said: string; day: Day; orDay?: Day } => {
    switch (kind) {
      case 'relative': {
        const [words, days] = one(random, [
          [['hôm qua', 'bữa qua', 'hồi hôm', 'tối qua', 'sáng qua', 'hôm qua, cỡ 9 giờ tối'], -1],
          [['hôm kia', 'bữa kia'], -2],
          [['hôm nay', 'bữa nay', 'sáng nay', 'nay'], 0],
        ] as const)
        return { said: one(random, words), day: plus(today, days) }
      }
      case 'night':
        // Nobody knows on which side of midnight.
        return {
          said: one(random, ['hồi khuya', 'hồi khuya này', 'đêm qua', 'khuya qua', 'khuya hôm qua']),
          day: today,
          orDay: plus(today, -1),
        }
      case 'weekday': {
        const back = between(random, 1, 6)
        const said = weekdaySaid(random, (weekdayOf(today) - back + 7) % 7)
        return {
          said: `${one(random, ['hôm ', 'bữa ', ''])}${said}${one(random, [' rồi', ' vừa rồi', ' vừa qua'])}`,
          day: plus(today, -back),
        }
      }
      case 'counted': {
        const count = between(random, 2, 9)
        const number = one(random, [String(count), digit(count)])
        return {
          said: one(random, [`${number} bữa trước`, `cách đây ${number} ngày`, `${number} hôm trước`]),
          day: plus(today, -count),
        }
      }
      case 'date': {
        const { said, isMoon } = dateAndMonth(random, day)
        const calendar = isMoon ? one(random, [' dương', ' tây', ' dl']) : one(random, SOLAR)
        return {
          said: `${said}${one(random, ['', said.includes('/') ? `/${day.year}` : ` năm ${day.year}`, day.year === today.year ? ' năm nay' : ''])}${calendar}`,
          day,
        }
      }
      case 'month': {
        const months = (day.year - today.year) * 12 + day.month - today.month
        const month = ['tháng này', 'tháng trước'][-months]
        const number = one(random, [String(day.date), inWords(random, day.date)])
        return month === undefined
          ? { said: `${day.date}/${day.month}/${day.year}`, day }
          : {
              said: one(random, [`ngày ${number} ${month}`, `${number} tây ${month}`, `bữa ${day.date} ${month}`]),
              day,
            }
      }
      case 'alone': {
        const near = plus(today, -between(random, 1, 25))
        return { said: one(random, [`ngày ${near.date}`, `${near.date} tây`]), day: near }
      }
    }
  }
  const { said, day: meant, orDay } = saying()
  const text = around(random, said, ['sanh ', 'bé sanh ', 'sinh ', 'mới sanh '])
  return { text: typed(random, text), means: [meant, ...(orDay ? [orDay] : [])].map(dayOf), kind: `gone ${kind}` }
}
