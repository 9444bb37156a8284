import { DAY, renderDay, toVietnamDay, weekdayOf } from '../../kernel/clock.ts'
import { isDayOff, isWeekend } from '../../province/days-off.ts'
import { isDeskOpen, nextDeskTime, renderDeskTime } from '../../province/desk-hours.ts'
import { province } from '../../province/province.ts'
import type { Answer } from '../words/session.ts'

/**
 * Names in braces that are filled when a text is said, for what they stand for depends on that day: `{daysAgo20}` and
 * `{daysAhead5}` a day for an example, `{deskNote}` when an officer can look at it, where that is not now.
 */
const NAME = '(?:(daysAgo|daysAhead)(\\d{1,3})|deskNote)'
const ALONE = new RegExp(`^${NAME}$`)
const IN_TEXT = new RegExp(`\\{${NAME}\\}`, 'g')

export const isSaidThen = (name: string): boolean => ALONE.test(name)

/** Whether anybody works before a permit is to begin; else what its citizen must know. Empty where all is well. */
export function deskNote(now: number, from: Answer | undefined): string {
  const open = nextDeskTime(now)
  const begins = Number(from?.value ?? NaN)
  const soonest = `cán bộ xét sớm nhất ${renderDeskTime(open, now)}`
  if (begins < open)
    return `Lưu ý: ${soonest}, có thể không kịp. Cần gấp thì gọi ${province.desk.telephone} (miễn phí); cấp cứu thì không cần giấy.`
  return isDeskOpen(now) || !Number.isNaN(begins) ? '' : `Lưu ý: ${closedNow(now)}${soonest}.`
}

/** The same at the receipt, for who has read it at the review. */
export function shortDeskNote(now: number, from: Answer | undefined): string {
  if (isDeskOpen(now)) return ''
  const open = nextDeskTime(now)
  const late = Number(from?.value ?? NaN) < open
  const call = late ? ', có thể không kịp' : ''
  return `Cán bộ xét sớm nhất ${renderDeskTime(open, now)}${call}.`
}

function closedNow(now: number): string {
  const today = toVietnamDay(now)
  if (isDeskOpen(now)) return ''
  if (!isDayOff(today)) return 'ngoài giờ làm việc, '
  return `hôm nay ${isWeekend(today) ? weekdayOf(today) : 'nghỉ lễ'}, `
}

/** Fills them. A paragraph that stays empty goes. */
export function fillSaidThen(text: string, now: number, from?: Answer): string {
  if (!text.includes('{')) return text
  const filled = text.replace(IN_TEXT, (_, side: string | undefined, days: string | undefined) =>
    side === undefined
      ? deskNote(now, from)
      : renderDay(toVietnamDay(now + (side === 'daysAgo' ? -1 : 1) * Number(days) * DAY)),
  )
  return filled === text ? text : filled.replace(/\n{3,}/g, '\n\n').trim()
}
