import { daysAfter, renderDay, toVietnamDay, weekdayOf, type VietnamDay } from '../../kernel/clock.ts'
import { isDayOff, nameDayOff, nextWorkingDay } from '../../province/days-off.ts'
import { fold } from '../../kernel/text.ts'
import { accepted, doubted, eitherOf, refused, refusedWhole, type Check, type Reading } from './check.ts'
import type { Lean, WholeDay } from './which-day.ts'
import { whyNoSuchDay } from './no-such-day.ts'
import { readWholeDay } from './whole-day.ts'

/** Words about a day of which none tells which. */
const NO_DAY: readonly (readonly [RegExp, string])[] = [
  [
    /(?:^| )chua (?:sanh|sinh|de|mo|toi ngay)(?: |$)|(?:^| )(?:sap|gan) (?:sanh|sinh|de)(?: |$)/,
    'Bé sinh rồi mới đăng ký khai sinh được. Khi có giấy chứng sinh, ông/bà nhắn lại, các câu đã trả lời được giữ.',
  ],
  [/(?:^| )(?:tuan|thang|nam) (?:truoc|roi|ngoai)(?: |$)/, 'Ông/bà ghi rõ ngày nào giúp.'],
  [
    /(?:^| )(?:khong|ko|hong|chua|quen)(?: con)? (?:nho|ro|biet)(?: (?:ro|chac|chinh xac))?(?: ngay|$)|^(?:(?:da|toi|tui|em|con) )*quen(?: (?:mat|tieu|het|luon|roi|tuot|ngay)| *$)/,
    'Ông/bà xem ngày trên giấy tờ (như giấy chứng sinh, giấy báo tử) rồi ghi giúp. Chưa có thì nhắn “để sau”.',
  ],
  [/^(?:mung|mong) \S+$/, 'Ông/bà ghi thêm tháng nào, âm lịch hay dương lịch.'],
  [
    /(?:^| )(?:ban|lam|mo|hoat dong) (?:.* )?(?:roi|may|lau|duoc|toi gio|den gio|toi nay|den nay)(?: |$)|(?:^| )(?:da|dang) (?:ban|mo|lam)(?: |$)/,
    'Đang làm rồi thì ông/bà ghi ngày hôm nay.',
  ],
  [
    /(?:^| )(?:chung|khi|bao gio|luc|bua|ngay|hom) nao(?: |$)|(?:^| )(?:sau tet|qua tet|ra tet|tu tu|tuy)(?: |$)/,
    'Chưa chắc thì ông/bà ghi ngày dự định, sau này sửa được.',
  ],
]
const noDay = (text: string): string | undefined => {
  const folded = fold(text)
  if (/(?:^| )nhuan(?: |$)/.test(folded))
    return 'Tôi chưa đổi được ngày tháng nhuận này. Ông/bà ghi ngày dương lịch, như trên giấy chứng sinh.'
  return NO_DAY.find(([pattern]) => pattern.test(folded))?.[1]
}

/** "Bé tròn một tháng hôm qua": the day that is named is not the one asked for. */
const ROUND =
  /(?:^| )(?:tron|day) (?:duoc )?\S+ (?:ngay|tuan|thang)(?: tuoi)? (?:hom|bua|ngay|tuan|hoi|sang|toi)(?: |$)/

const createDayCheck = (
  named: Pick<Check, 'name' | 'title'>,
  lean: Lean,
  hint: string,
  judge: (day: VietnamDay, today: VietnamDay) => string | undefined,
  samples: Pick<Check, 'good' | 'bad'>,
): Check => ({
  ...named,
  personal: false,
  free: false,
  takes: 'day',
  hint,
  check(text, { now }) {
    const today = toVietnamDay(now)
    const read = readWholeDay(text, now, lean)
    const isRound = lean === 'past' && ROUND.test(fold(text))
    const example = lean === 'future' ? renderDay(daysAfter(today, 3)) : '05/03/1990'
    if (isRound) return refusedWhole(`Ông/bà ghi giúp ngày sinh trên giấy chứng sinh. Ví dụ: ${example}.`)
    if (read === undefined)
      return refused(
        `${whyNoSuchDay(text) ?? noDay(text) ?? 'Tôi chưa hiểu ngày này. Ông/bà ghi đủ ngày, tháng, năm.'} Ví dụ: ${example}.`,
      )
    if (read === 'impossible')
      return refused(`${whyNoSuchDay(text) ?? 'Ngày này không có trong lịch.'} Ví dụ: ${example}.`)
    return eitherDay(read, (day) => {
      const wrong = judge(day, today)
      return wrong === undefined ? accepted(day, renderDay(day)) : refused(`${wrong} Ví dụ: ${example}.`)
    })
  },
  ...samples,
})

/** The day that was read, or the other that it may be: of two that will do the citizen chooses. */
const eitherDay = ({ day, doubt, otherwise }: WholeDay, judge: (day: VietnamDay) => Reading): Reading =>
  eitherOf([
    doubted(judge(day), doubt),
    ...(otherwise === undefined ? [] : [doubted(judge(otherwise), 'Tôi hiểu là ngày:')]),
  ])

const HINT = 'Ghi ngày, tháng, năm.'
const inLifetime = (day: VietnamDay, today: VietnamDay): string | undefined =>
  Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) > 120 ? 'Năm này chưa đúng.' : undefined

export const anyDay = createDayCheck(
  { name: 'anyDay', title: 'Một ngày bất kỳ' },
  'any',
  `${HINT} Ví dụ: 05/03/1990.`,
  inLifetime,
  {
    good: ['01/05/2030', '5.3.1990', '05031990', '5 thang 3 nam 1990', 'mai', 'hôm qua', 'mốt', 'thứ 6 tuần sau'],
    bad: ['5.3.90', '1/6', '31/02/2030', '1990', 'rằm tháng 7', 'không nhớ', ''],
  },
)

export const pastDay = createDayCheck(
  { name: 'pastDay', title: 'Ngày đã qua' },
  'past',
  `${HINT} Ngày đã qua hoặc hôm nay. Ví dụ: 05/03/1990.`,
  (day, today) => (day > today ? `Ngày ${renderDay(day)} chưa tới. Ông/bà ghi ngày đã qua.` : inLifetime(day, today)),
  {
    good: ['01/05/2030', 'hôm nay', 'hôm qua', '05/03/1990', 'ngày 5 tháng 3 năm 1990'],
    bad: ['02/05/2030', 'mai', '5/3/90', 'mùng 3 tết Mậu Thìn', '1850', ''],
  },
)

export const futureDay = createDayCheck(
  { name: 'futureDay', title: 'Ngày sắp tới' },
  'future',
  `${HINT} Hôm nay hoặc ngày sắp tới. Ví dụ: ngày mai.`,
  (day, today) => (day < today ? `Ngày ${renderDay(day)} đã qua. Ông/bà ghi ngày sắp tới.` : inLifetime(day, today)),
  {
    good: ['01/05/2030', 'ngày mai', 'mốt', '01/06/2030', '1 tháng 6 năm 2030'],
    bad: ['30/04/2030', 'hôm qua', '1/6/30', '1/6', '23 tháng chạp', '31/06/2030', ''],
  },
)

/** "Càng sớm càng tốt": who leaves the day to the office. */
const SOONEST =
  /(?:^| )(?:som nhat|cang som|nhanh nhat|cang nhanh|gan nhat|(?:ngay|hom|bua|khi|luc) nao(?: [a-z]+)? cung (?:duoc|dc|xong))(?: |$)/

/** `2030-05-07` of `07/05/2030`. */
const dayShown = (shown: string): VietnamDay | undefined =>
  /^\d{2}\/\d{2}\/\d{4}$/.test(shown) ? shown.split('/').reverse().join('-') : undefined

/** A visit may be booked this many days ahead. */
export const VISIT_AHEAD = 30

export const workingDay: Check = {
  name: 'workingDay',
  title: 'Ngày làm việc',
  personal: false,
  free: false,
  takes: 'day',
  isVisit: true,
  echo: (shown) => {
    const day = dayShown(shown)
    return day === undefined ? shown : `${weekdayOf(day)} ${shown}`
  },
  hint: `Ghi một ngày làm việc trong ${VISIT_AHEAD} ngày tới, từ ngày mai. Ví dụ: thứ 2 tuần sau.`,
  check(text, { now }) {
    const today = toVietnamDay(now)
    const last = daysAfter(today, VISIT_AHEAD)
    const example = `Ví dụ: ${renderDay(nextWorkingDay(today))}.`
    const soonest = nextWorkingDay(today)
    if (SOONEST.test(fold(text)))
      return { ok: 'unsure', value: soonest, shown: renderDay(soonest), because: 'Ngày sớm nhất là:' }
    const read = readWholeDay(text, now, 'future')
    if (read === undefined) return refused(`${whyNoSuchDay(text) ?? 'Tôi chưa hiểu ngày này.'} ${example}`)
    if (read === 'impossible') return refused(`${whyNoSuchDay(text) ?? 'Ngày này không có trong lịch.'} ${example}`)
    return eitherDay(read, judge)

    function judge(day: VietnamDay): Reading {
      const shown = renderDay(day)
      if (day <= today) return refused(`Ngày ${shown} không hẹn kịp, sớm nhất là ngày mai. ${example}`)
      if (day > last) return refused(`Chỉ hẹn được trong ${VISIT_AHEAD} ngày tới, đến ${renderDay(last)}. ${example}`)
      if (!isDayOff(day)) return accepted(day, shown)
      const next = nextWorkingDay(day)
      const because = `Ngày ${shown} cơ quan nghỉ (${nameDayOff(day) ?? ''}).`
      if (next > last) return refused(`${because} ${example}`)
      return doubted(accepted(next, renderDay(next)), `${because} Ngày làm việc kế tiếp là:`)
    }
  },
  good: ['02/05/2030', 'mai', 'thứ 2 tuần sau', '31/05/2030', '6 tháng 5 năm 2030'],
  bad: ['01/05/2030', 'hôm qua', '04/05/2030', '15/06/2030', '6/5', 'khi nào rảnh', ''],
}
