import type { Visit } from '../conversation/flow/prospect.ts'
import { VISIT_AHEAD } from '../conversation/checks/day-checks.ts'
import { daysAfter, isDay, MINUTE, renderDay, startOfVietnamDay, toVietnamDay, weekdayOf } from '../kernel/clock.ts'
import type { WorkCalendar } from '../province/work-calendar.ts'
import type { DossierAction, FiledAnswer, ProposedTime } from './dossier.ts'
import type { Status } from './status.ts'
import { openAsk } from './take-back.ts'

/** One message has room for so many, beside the ways to say no (zalo-oa §3.1). */
export const MOST_TIMES = 3

/** `thứ Tư 08/05/2030, 9 giờ đến 11 giờ` */
export const renderTime = ({ day, said }: Pick<ProposedTime, 'day' | 'said'>): string =>
  `${weekdayOf(day)} ${renderDay(day)}, ${said}`

/** When a visit is, as its answers say; undefined where they say no day. */
export function timeOf(answers: readonly FiledAnswer[], visit: Visit): ProposedTime | undefined {
  const of = (key: string) => answers.find((answer) => answer.key === key)
  const [day, slot] = [of(visit.day.key), of(visit.slot.key)]
  if (!day || !slot || !isDay(day.value)) return undefined
  return { day: day.value, slot: slot.value, said: slot.shown }
}

/** When it begins (epoch milliseconds): what is pressed afterwards comes too late. */
export function beginOf({ day, slot }: Pick<ProposedTime, 'day' | 'slot'>, { sessions }: Visit): number {
  const from = sessions.find(({ key }) => key === slot)?.from ?? 0
  return startOfVietnamDay(day) + from * MINUTE
}

/** What is wrong with proposing this time, for whoever chose it. */
export function troubleOfTime(
  { day, slot }: Pick<ProposedTime, 'day' | 'slot'>,
  visit: Visit,
  calendar: WorkCalendar,
  at: number,
): string | undefined {
  const session = visit.sessions.find(({ key }) => key === slot)
  if (!isDay(day)) return 'Xin chọn ngày.'
  if (!session) return 'Xin chọn khung giờ.'
  const midnight = startOfVietnamDay(day)
  const [from, to] = [midnight + session.from * MINUTE, midnight + session.to * MINUTE]
  if (from <= at) return `Giờ này đã qua. Xin chọn từ ngày ${renderDay(daysAfter(toVietnamDay(at), 1))}.`
  if (day > daysAfter(toVietnamDay(at), VISIT_AHEAD))
    return `Chỉ hẹn được trong ${VISIT_AHEAD} ngày tới, đến ${renderDay(daysAfter(toVietnamDay(at), VISIT_AHEAD))}.`
  return calendar.workOn(day).some((stretch) => stretch.from <= from && to <= stretch.to)
    ? undefined
    : `Cơ quan không làm việc ${session.said} ${weekdayOf(day)} ${renderDay(day)}. Xin chọn giờ khác.`
}

/** What is wrong with the list as a whole. */
export function troubleOfTimes(times: readonly ProposedTime[], current: ProposedTime | undefined): string | undefined {
  if (times.length === 0) return 'Xin chọn ít nhất một ngày và khung giờ.'
  if (times.length > MOST_TIMES) return `Một lần đề nghị nhiều nhất ${MOST_TIMES} giờ.`
  const keys = times.map(({ day, slot }) => `${day} ${slot}`)
  if (new Set(keys).size < keys.length) return 'Có giờ chọn hai lần. Xin bỏ bớt hoặc chọn giờ khác.'
  return current && keys.includes(`${current.day} ${current.slot}`)
    ? `${renderTime(current)} là giờ đang hẹn. Xin chọn giờ khác, hoặc bấm “Xác nhận lịch hẹn”.`
    : undefined
}

/** The proposal that the citizen has not answered. */
export function openProposal(history: readonly DossierAction[]): DossierAction | undefined {
  const asked = openAsk(history)
  return asked?.move?.proposed && asked
}

/** Of what is proposed the time that these answers choose; undefined where they name another. */
export function chosenOf(
  { move }: DossierAction,
  answers: readonly Pick<FiledAnswer, 'key' | 'value'>[],
): ProposedTime | undefined {
  const [day, slot] = (move?.wanted ?? []).map(({ key }) => answers.find((answer) => answer.key === key)?.value)
  return move?.proposed?.find((time) => time.day === day && time.slot === slot)
}

/** Whether another time is talked about since it was accepted: then it is confirmed anew. */
export const isMoving = (status: Status, history: readonly DossierAction[]): boolean =>
  status === 'supplement' &&
  history.findLast(({ type }) => type === 'supplement asked' || type === 'time proposed')?.type === 'time proposed'
