import { DAY, HOUR, MINUTE, renderInstant, startOfVietnamDay, toVietnamDay } from '../../kernel/clock.ts'
import { fold } from '../../kernel/text.ts'
import { accepted, eitherOf, refused, type Check, type Reading } from './check.ts'
import { nextOccurrence, shownAt } from './next-occurrence.ts'
import { readAfter } from './after-start.ts'
import { instantOf, readSide, type Spoken } from './spoken-moment.ts'

/** Where no kind is described. */
export const USUAL_DAYS = 7
/** What a kind may allow at the most: the keys of permits stay in force long enough for it (`permits/keys/manage-keys`). */
export const MOST_DAYS = 31
/** Not after the `latest` that may be asked for: the evening of the next day may be too late for a pass of one day. */
const endExample = (start: number, latest: number): string => {
  const evening = instantOf(toVietnamDay(start + DAY), 17 * 60)
  return `Ví dụ: ${renderInstant(Math.min(evening, latest))}.`
}

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
    const spoken = readAfter(text, start, now) ?? readSide(text, 'to', now)
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
    const spoken = readAfter(text, end) ?? readSide(text, 'to', now)
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
