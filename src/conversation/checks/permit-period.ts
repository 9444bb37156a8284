import { DAY, HOUR, MINUTE, renderDay, renderInstant, startOfVietnamDay, toVietnamDay } from '../../kernel/clock.ts'
import { fold } from '../../kernel/text.ts'
import { accepted, eitherOf, refused, type Check, type Reading } from './check.ts'
import { nextOccurrence, shownAt } from './next-occurrence.ts'
import { readSide } from './spoken-moment.ts'
import { readSpokenNumber } from './spoken-number.ts'
import { instantOf, type Spoken } from './vietnam-time.ts'

/** Where no kind is described. */
export const USUAL_DAYS = 7
/** What a kind may allow at the most: the keys of permits stay in force long enough for it (`permits/keys/manage-keys`). */
export const MOST_DAYS = 31
/** Not after the `latest` that may be asked for: the evening of the next day may be too late for a pass of one day. */
const endExample = (start: number, latest: number): string => {
  const evening = instantOf(toVietnamDay(start + DAY), 17 * 60)
  return `Ví dụ: ${renderInstant(Math.min(evening, latest))}.`
}

/** "5 ngày", "hai hôm sau", "3 tiếng sau", "trong ngày", "thêm 3 ngày": counted from a known instant. */
function readAfter(text: string, start: number): Spoken | undefined {
  const typed = fold(text).replace(POLITE, '')
  const at = (instant: number): Spoken => ({
    day: toVietnamDay(instant),
    minutes: Math.floor((instant - startOfVietnamDay(toVietnamDay(instant))) / MINUTE),
    isCounted: true,
  })
  if (/^(?:di |ve )?(?:trong|het|cung) ngay(?: thoi)?$/.test(typed))
    return at(startOfVietnamDay(toVietnamDay(start)) + DAY - MINUTE)
  const part = /^(sang|trua|chieu|toi|dem|khuya)(?: (?:cung ngay|hom do|do))? (?:ve|dia|toi nha)$/.exec(typed)?.[1]
  if (part !== undefined) return { day: toVietnamDay(start), minutes: EVENINGS[part] ?? 17 * 60, isCounted: true }
  const next = /^(?:(sang|trua|chieu|toi) )?(?:qua )?(?:hom|bua|ngay) sau(?: (?:ve|dia|toi nha))?$/.exec(typed)
  if (next)
    return {
      day: toVietnamDay(start + DAY),
      ...(next[1] === undefined ? {} : { minutes: EVENINGS[next[1]] ?? 17 * 60 }),
      isCounted: true,
    }
  const [, words = '', unit = ''] = COUNTED.exec(typed) ?? []
  const count = /^\d/.test(words) ? Number(words) : readSpokenNumber(words)
  return count === undefined || count > 99 ? undefined : at(start + count * (UNITS[unit] ?? HOUR))
}

const NEXT_DAY = /(?:qua )?(?:hôm|hom|bữa|bua) sau/iu

/** Late enough in each part of a day to be back, in minutes. */
const EVENINGS: Readonly<Record<string, number>> = {
  sang: 10 * 60,
  trua: 13 * 60,
  chieu: 17 * 60,
  toi: 20 * 60,
  dem: 22 * 60,
  khuya: 23 * 60,
}

const POLITE = /^(?:da |thua )+|(?: (?:a|nha|nhe|nghen|em|di|duoc khong|dc ko|dc khong|duoc ko))+$/g
const COUNTED =
  /^(?:(?:toi|tui|em|con|minh|cho|xin|muon|nho) )*(?:gia han )?(?:giay |cho toi |cho tui |duoc )*(?:khoang |chung |sau |di |trong |them |dai them |keo dai )*(\d{1,2}|\S+(?: (?:muoi|lam|mot))?) (ngay|hom|bua|tuan|thang|tieng|gio)(?: (?:sau|nua|roi ve|ve|thoi))*$/
const UNITS: Readonly<Record<string, number>> = { ngay: DAY, hom: DAY, bua: DAY, tuan: 7 * DAY, thang: 30 * DAY }

/** Midnight ends the day before it, and people would read it as the beginning of the next. */
const withinDay = (at: number): number => (at === startOfVietnamDay(toVietnamDay(at)) ? at - MINUTE : at)

/** A clock time alone is its next one from `earliest`; a day alone lasts to its end. */
const endAt = ({ day, minutes }: Spoken, earliest: number): number =>
  withinDay(day === undefined ? nextOccurrence(minutes ?? 0, earliest) : instantOf(day, minutes ?? 24 * 60))

const endShown = (spoken: Spoken, at: number, now: number): Reading => {
  if (spoken.minutes === undefined) return shownAt(at, now, 'Ông/bà chưa ghi giờ, tôi tính đến hết ngày:')
  if (spoken.day === undefined) return shownAt(at, now, 'Ông/bà chưa ghi ngày, tôi tính là:')
  if (spoken.doubt !== undefined) return shownAt(at, now, spoken.doubt)
  return accepted(String(at), renderInstant(at))
}

/** When the pass ends: after its start, and so many days long at the most. */
const endWithin = (longestDays: number): Check => ({
  name: 'permitEnd',
  title: 'Ngày giờ hết hạn của giấy',
  personal: false,
  free: false,
  takes: 'end',
  hint: 'Ghi giờ và ngày về đến nơi. Ví dụ: 17h ngày mai.',
  check(text, { now, answers }) {
    const start = Number(answers['validFrom']?.value ?? now)
    const latest = start + longestDays * DAY
    const example = endExample(Math.max(start, now), latest)
    const isOpenEnd = /(?:^| )(?:chung|khi|bao gio|luc|bua) nao(?: |$)|^xong (?:.{1,20} )?(?:thi|la) /.test(fold(text))
    const sameDay = renderDay(toVietnamDay(start))
    const counted = readAfter(text, start)
    const spoken = counted
      ? [counted]
      : readSide(
          text.replace(/cùng ngày|cung ngay/i, sameDay).replace(NEXT_DAY, renderDay(toVietnamDay(start + DAY))),
          'to',
          now,
        )
    return eitherOf(spoken.map(judge))

    function judge(spoken: Spoken | undefined | 'impossible'): Reading {
      if (spoken === undefined || spoken === 'impossible' || spoken.isNow)
        return refused(
          `${isOpenEnd ? 'Chưa biết chừng nào về thì ông/bà ghi giờ và ngày trễ nhất, giấy dài nhất ' + longestDays + ' ngày.' : 'Tôi chưa hiểu giờ này.'} ${example}`,
        )
      const at = endAt(spoken, start + MINUTE)
      if (at <= start) return refused(`Giờ về phải sau giờ đi (${renderInstant(start)}). ${example}`)
      if (at <= now) return refused(`Giờ ${renderInstant(at)} đã qua. ${example}`)
      if (at > latest) {
        // "đến hết ngày" of the last day is a natural wish: offer the latest that can be had.
        const because = `Giấy có hiệu lực dài nhất ${longestDays} ngày. Tôi ghi lâu nhất có thể:`
        return at - latest < DAY
          ? { ok: 'unsure', value: String(withinDay(latest)), shown: renderInstant(withinDay(latest)), because }
          : refused(`Giấy có hiệu lực dài nhất ${longestDays} ngày kể từ ${renderInstant(start)}. ${example}`)
      }
      if (spoken.isCounted) return shownAt(at, now, 'Tính từ lúc đi, tôi hiểu là:')
      return endShown(spoken, at, now)
    }
  },
  samplesAfter: {
    validFrom: { value: String(startOfVietnamDay('2030-05-02') + 7 * HOUR), shown: '07:00 02/05/2030' },
  },
  good: [
    '17h ngày 4/5/2030',
    '17:00 04/05/2030',
    '5h chiều thứ 6',
    '8h tối 2/5',
    '12h đêm 3/5/2030',
    '17h ngày 8/5/2030',
  ],
  bad: ['7h ngày 2/5/2030', '1/5/2030 9h', '17h 20/5/2030', '4/5/2030', '5h chiều', 'khi nào xong', 'bây giờ', ''],
})

/** A later end for a pass that is out: the answer `validFrom` holds its end so far, epoch milliseconds. */
const extensionWithin = (longestDays: number): Check => ({
  name: 'permitExtension',
  title: 'Ngày giờ muốn gia hạn đến',
  personal: false,
  free: false,
  takes: 'words',
  hint: `Ghi giờ và ngày muốn gia hạn đến, nhiều nhất thêm ${longestDays} ngày. Ví dụ: 17h ngày mai.`,
  check(text, { now, answers }) {
    const end = Number(answers['validFrom']?.value ?? now)
    const latest = end + longestDays * DAY
    const example = endExample(Math.max(end, now), latest)
    const counted = readAfter(text, end)
    const spoken = counted ? [counted] : readSide(text, 'to', now)
    return eitherOf(spoken.map(judge))

    function judge(spoken: Spoken | undefined | 'impossible'): Reading {
      if (spoken === undefined || spoken === 'impossible' || spoken.isNow)
        return refused(`Tôi chưa hiểu giờ này. ${example}`)
      const at = endAt(spoken, Math.max(end, now) + MINUTE)
      if (at <= end) return refused(`Giờ mới phải sau giờ hết hạn hiện nay (${renderInstant(end)}). ${example}`)
      if (at <= now) return refused(`Giờ ${renderInstant(at)} đã qua. ${example}`)
      if (at > latest)
        return refused(`Chỉ gia hạn thêm được ${longestDays} ngày kể từ ${renderInstant(end)}. ${example}`)
      if (spoken.isCounted) return shownAt(at, now, 'Tính từ lúc giấy hiện nay hết hạn, tôi hiểu là:')
      return endShown(spoken, at, now)
    }
  },
  samplesAfter: {
    validFrom: { value: String(startOfVietnamDay('2030-05-02') + 17 * HOUR), shown: '17:00 02/05/2030' },
  },
  good: ['17h ngày 4/5/2030', '17:00 04/05/2030', '5h chiều thứ 6', '8h tối 2/5'],
  bad: ['7h ngày 2/5/2030', '17h 20/5/2030', '4/5/2030', '5h chiều', 'thêm ít bữa', 'bây giờ', ''],
})

const WITHIN: Readonly<Record<string, (longestDays: number) => Check>> = {
  permitEnd: endWithin,
  permitExtension: extensionWithin,
}

export const permitEnd = endWithin(USUAL_DAYS)
export const permitExtension = extensionWithin(USUAL_DAYS)

/** The check of this name for permits of so many days; undefined where days do not bound it. Its samples are those that still hold. */
export function periodCheck(name: string, longestDays: number): Check | undefined {
  const check = WITHIN[name]?.(longestDays)
  if (!check) return undefined
  const reads = (text: string) => check.check(text, { now: SAMPLED_AT, answers: check.samplesAfter ?? {} }).ok
  return {
    ...check,
    good: check.good.filter((text) => reads(text) === true),
    bad: check.bad.filter((text) => reads(text) !== true),
  }
}

/** See `Check`: 1 May 2030, 08:00. */
const SAMPLED_AT = startOfVietnamDay('2030-05-01') + 8 * HOUR
