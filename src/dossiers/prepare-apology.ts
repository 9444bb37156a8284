import { renderDay, toVietnamDay, type VietnamDay } from '../kernel/clock.ts'
import type { WorkCalendar } from '../province/work-calendar.ts'
import { openOpinions } from './acts/consult.ts'
import type { Standing } from './acts/act.ts'
import { WARNED_BEFORE } from './deadlines/warnings.ts'
import { subtractWork, workDayAfter, workDaysBetween } from './deadlines/work-time.ts'

/** An apology as it could be sent; whoever decides changes what is not so. */
export interface PreparedApology {
  reason: string
  /** The new day that is promised. */
  until: VietnamDay
}

/** Working days asked for besides: of one's own work, and where another agency has to do its part first. */
const OWN_DAYS = 2
const OTHERS_DAYS = 4
/** Answered so few working days before it is due, there was no time to look at it. */
const JUST_ANSWERED = 2

/** From when on an apology lies ready: when the leaders are warned, so before it is late. */
const isNear = (dueAt: number, now: number, calendar: WorkCalendar): boolean =>
  now >= subtractWork(calendar, dueAt, WARNED_BEFORE.leader)

/**
 * The apology for what will be late, or is: what of the history says why, and a working day that can be kept. Mẫu 04 of
 * TT 03/2025 wants both. Undefined while there is time left.
 */
export function prepareApology(
  { dossier, history }: Pick<Standing, 'dossier' | 'history'>,
  now: number,
  calendarOf: (agency: string) => WorkCalendar,
  nameOf: (agency: string) => string,
): PreparedApology | undefined {
  const { dueAt, agency, holder } = dossier
  if (dueAt === null || !isNear(dueAt, now, calendarOf(holder))) return undefined
  const calendar = calendarOf(agency)
  const [today, due] = [toVietnamDay(now), toVietnamDay(dueAt)]
  const others = waitsFor({ dossier, history }, nameOf)
  const answered = history.findLast(({ type }) => type === 'supplemented')?.at
  const isJustAnswered =
    answered !== undefined && workDaysBetween(calendar, toVietnamDay(answered), due) <= JUST_ANSWERED
  const reason =
    others ??
    (isJustAnswered
      ? `Cơ quan nhận được giấy tờ bổ sung ngày ${renderDay(toVietnamDay(answered))} và cần thêm thời gian xem xét.`
      : 'Cơ quan cần thêm thời gian để xem xét hồ sơ.')
  return { reason, until: workDayAfter(calendar, due > today ? due : today, others ? OTHERS_DAYS : OWN_DAYS) }
}

/** Whose part is not done yet. An opinion of one's own leaders is nobody else's. */
function waitsFor(
  { dossier: { agency, holder }, history }: Pick<Standing, 'dossier' | 'history'>,
  nameOf: (agency: string) => string,
): string | undefined {
  const asked = [...openOpinions(history).keys()].find((code) => code !== holder)
  if (asked !== undefined) return `Hồ sơ đang chờ ý kiến của ${nameOf(asked)}.`
  return holder === agency ? undefined : `Hồ sơ đang được ${nameOf(holder)} phối hợp giải quyết.`
}
