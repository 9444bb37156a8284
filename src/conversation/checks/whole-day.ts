import { renderDay, toVietnamDay, type VietnamDay, weekdayOf } from '../../kernel/clock.ts'
import { isDayOff, nameDayOff, nextWorkingDay } from '../../province/days-off.ts'
import { fold } from '../../kernel/text.ts'
import { accepted, refused, refusedWhole, type Check, type Reading } from './check.ts'
import { isOfLeapMonth, readLunarDay, soundsLunar } from './lunar-day.ts'
import { inOurOrder, withDigits } from './spelled-date.ts'
import { readVagueDay } from './vague-day.ts'
import { daysAfter, readTime, toDay } from './vietnam-time.ts'

type Lean = 'past' | 'future' | 'any'

interface WholeDay {
  day: VietnamDay
  /** Why the reading must be asked back. */
  doubt?: string
}

const WRITTEN =
  /^(?:ngay |mung )?(\d{1,2}) ?(?:\/|-| thang ) ?(\d{1,2})(?: ?(?:\/|-| nam | ) ?(\d{4}|\d{2}))?$|^(\d{2})(\d{2})(\d{4})$/

/** The nearest year on the side that `lean` says, this year when either side will do. */
function nearestYear(of: (year: number) => VietnamDay | undefined, today: VietnamDay, lean: Lean): number | undefined {
  const year = Number(today.slice(0, 4))
  const order = lean === 'past' ? [year, year - 1] : [year - 1, year, year + 1]
  if (lean === 'any') return year
  return order.find((it) => {
    const day = of(it)
    return day !== undefined && (lean === 'past' ? day <= today : day >= today)
  })
}

/** "Ngày 5" of something that is over: of this month, or of the one before. */
function lastDate(date: number, today: VietnamDay): VietnamDay | undefined {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return [month, month - 1]
    .map((of) => toDay(of < 1 ? year - 1 : year, of < 1 ? 12 : of, date))
    .find((day) => day !== undefined && day <= today)
}

/** Words about a day of which none tells which. */
const NO_DAY: readonly (readonly [RegExp, string])[] = [
  [
    /(?:^| )chua (?:sanh|sinh|de|mo|toi ngay)(?: |$)|(?:^| )(?:sap|gan) (?:sanh|sinh|de)(?: |$)/,
    'Bé sinh rồi mới đăng ký khai sinh được. Khi có giấy chứng sinh, ông/bà nhắn lại, các câu đã trả lời được giữ.',
  ],
  [/(?:^| )(?:tuan|thang|nam) (?:truoc|roi|ngoai)(?: |$)/, 'Ông/bà ghi rõ ngày nào giúp.'],
  [/^(?:mung|mong) \S+$/, 'Ông/bà ghi thêm tháng nào, âm lịch hay dương lịch.'],
  [
    /(?:^| )(?:ban|lam|mo|hoat dong) (?:roi|may|lau|duoc)|(?:^| )(?:da|dang) (?:ban|mo|lam)(?: |$)/,
    'Đang làm rồi thì ông/bà ghi ngày hôm nay.',
  ],
  [
    /(?:^| )(?:chung|khi|bao gio|luc|bua|ngay|hom) nao(?: |$)|(?:^| )(?:sau tet|qua tet|ra tet|tu tu|tuy)(?: |$)/,
    'Chưa chắc thì ông/bà ghi ngày dự định, sau này sửa được.',
  ],
]
const noDay = (text: string): string | undefined => {
  const folded = fold(text)
  if (isOfLeapMonth(folded))
    return 'Tôi chưa đổi được ngày tháng nhuận này. Ông/bà ghi ngày dương lịch, như trên giấy chứng sinh.'
  return NO_DAY.find(([pattern]) => pattern.test(folded))?.[1]
}

/** "31/5 năm sau": the year that is said by its distance. */
const shifted = (folded: string, today: VietnamDay): string =>
  folded.replace(
    /^(?:ngay )?(\d{1,2} ?(?:\/| thang ) ?\d{1,2}) (?:(nam nay)|nam (?:sau|toi)|sang nam)$/,
    (_, day: string, isThis: string | undefined) =>
      `${day}/${Number(today.slice(0, 4)) + (isThis === undefined ? 1 : 0)}`.replace(' thang ', '/'),
  )

/** One whole day as people write it: `5.3.90`, `05031990`, `5 thang 3 nam 90`, `mai`, `rằm tháng 7`. Day before month. */
export function readWholeDay(text: string, now: number, lean: Lean): WholeDay | undefined | 'impossible' {
  const today = toVietnamDay(now)
  const typed = fold(inOurOrder(text).replace(/(\d)\s*[.]\s*(?=\d)/g, '$1/'))
  // "Mùng 5 tháng 11 dương": said as of the moon, and meant of the sun.
  const isSolar = / (?:duong lich|duong|dl|tay)$/.test(typed)
  const folded = shifted(
    withDigits(
      isSolar
        ? typed.replace(/^(?:mung|mong) | (?:duong lich|duong|dl|tay)$/g, '').replace(/^\d{1,2}$/, 'ngay $&')
        : typed,
    ),
    today,
  )
  if (soundsLunar(folded)) {
    const lunar = readLunarDay(folded, Number(today.slice(0, 4)), (of) => nearestYear(of, today, lean))
    return lunar && { day: lunar.day, doubt: `Theo lịch, ${lunar.named} là ngày dương lịch:` }
  }
  const aged = /^(?:(?:be|con|chau|no) )?(?:moi |duoc )*(\d{1,3}) (ngay|tuan)(?: tuoi)(?: roi)?$/.exec(folded)
  if (aged && lean === 'past')
    return { day: daysAfter(today, -Number(aged[1]) * (aged[2] === 'tuan' ? 7 : 1)), doubt: 'Tôi tính ra ngày:' }
  const ofMonth = lean === 'past' ? /^(?:hom |bua )?ngay (\d{1,2})$/.exec(folded) : null
  if (ofMonth) {
    const day = lastDate(Number(ofMonth[1]), today)
    return day === undefined ? 'impossible' : { day, doubt: 'Tôi hiểu là ngày:' }
  }
  const named = readVagueDay(folded, today)
  // "Cuối tuần" said on a Sunday is the next one.
  const vague =
    named !== undefined && named < today && lean === 'future' && /tuan/.test(folded) ? daysAfter(named, 7) : named
  if (vague !== undefined) return { day: vague, doubt: 'Tôi hiểu là ngày:' }
  const written = WRITTEN.exec(folded)
  if (!written) {
    const spoken = /\d{3}|[/-]/.test(folded) ? undefined : readTime(folded, now)
    if (typeof spoken === 'object' && spoken.isNow) return { day: today }
    const isVague = spoken !== undefined && spoken !== 'impossible' && spoken.withoutYear === true
    if (isVague && spoken.day && lean === 'future') return { day: spoken.day, doubt: 'Tôi hiểu là ngày:' }
    return spoken === undefined || spoken === 'impossible' || !spoken.day || isVague
      ? undefined
      : { day: spoken.day, ...(spoken.isCounted && { doubt: 'Tôi hiểu là ngày:' }) }
  }
  const [date, month] = [Number(written[1] ?? written[4]), Number(written[2] ?? written[5])]
  const years = written[3] ?? written[6]
  const of = (year: number) => toDay(year, month, date)
  if (years === undefined) {
    const year = nearestYear(of, today, lean)
    const day = year === undefined ? undefined : of(year)
    return day ? { day, doubt: 'Ông/bà chưa ghi năm, tôi hiểu là:' } : 'impossible'
  }
  const thisYear = Number(today.slice(0, 4))
  const short = 2000 + Number(years)
  const full = years.length === 4 ? Number(years) : lean !== 'future' && short > thisYear ? short - 100 : short
  const day = of(full)
  if (!day) return 'impossible'
  return years.length === 2 ? { day, doubt: 'Năm ghi tắt, tôi hiểu là:' } : { day }
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
      return refused(`${noDay(text) ?? 'Tôi chưa hiểu ngày này. Ông/bà ghi đủ ngày, tháng, năm.'} Ví dụ: ${example}.`)
    if (read === 'impossible') return refused(`Ngày này không có trong lịch. Ví dụ: ${example}.`)
    const wrong = judge(read.day, today)
    if (wrong !== undefined) return refused(`${wrong} Ví dụ: ${example}.`)
    return doubted(accepted(read.day, renderDay(read.day)), read.doubt)
  },
  ...samples,
})

const doubted = (reading: Reading, because: string | undefined): Reading =>
  because !== undefined && reading.ok === true ? { ...reading, ok: 'unsure', because } : reading

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
const SOONEST = /(?:^| )(?:som nhat|cang som|nhanh nhat|cang nhanh|gan nhat|ngay nao cung (?:duoc|dc))(?: |$)/

/** `2030-05-07` of `07/05/2030`. */
const dayShown = (shown: string): VietnamDay | undefined =>
  /^\d{2}\/\d{2}\/\d{4}$/.test(shown) ? shown.split('/').reverse().join('-') : undefined

/** A visit may be booked this many days ahead. */
const FARTHEST = 30

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
  hint: `Ghi một ngày làm việc trong ${FARTHEST} ngày tới, từ ngày mai. Ví dụ: thứ 2 tuần sau.`,
  check(text, { now }) {
    const today = toVietnamDay(now)
    const last = daysAfter(today, FARTHEST)
    const example = `Ví dụ: ${renderDay(nextWorkingDay(today))}.`
    const soonest = nextWorkingDay(today)
    if (SOONEST.test(fold(text)))
      return { ok: 'unsure', value: soonest, shown: renderDay(soonest), because: 'Ngày sớm nhất là:' }
    const read = readWholeDay(text, now, 'future')
    if (read === undefined) return refused(`Tôi chưa hiểu ngày này. ${example}`)
    if (read === 'impossible') return refused(`Ngày này không có trong lịch. ${example}`)
    const shown = renderDay(read.day)
    if (read.day <= today) return refused(`Ngày ${shown} không hẹn kịp, sớm nhất là ngày mai. ${example}`)
    if (read.day > last) return refused(`Chỉ hẹn được trong ${FARTHEST} ngày tới, đến ${renderDay(last)}. ${example}`)
    if (!isDayOff(read.day)) return doubted(accepted(read.day, shown), read.doubt)
    const next = nextWorkingDay(read.day)
    const because = `Ngày ${shown} cơ quan nghỉ (${nameDayOff(read.day) ?? ''}).`
    if (next > last) return refused(`${because} ${example}`)
    return doubted(accepted(next, renderDay(next)), `${because} Ngày làm việc kế tiếp là:`)
  },
  good: ['02/05/2030', 'mai', 'thứ 2 tuần sau', '31/05/2030', '6 tháng 5 năm 2030'],
  bad: ['01/05/2030', 'hôm qua', '04/05/2030', '15/06/2030', '6/5', 'khi nào rảnh', ''],
}
