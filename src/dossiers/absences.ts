import { daysAfter, type VietnamDay } from '../kernel/clock.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { Posting } from './postings.ts'

/** Days on which somebody is away, the first and the last included, and who does their work meanwhile. */
export interface Absence {
  account: StaffId
  since: VietnamDay
  until: VietnamDay
  /** Absent: the work goes to the agency's queue. */
  substitute?: StaffId
}

const absenceOn = (account: StaffId, day: VietnamDay, absences: readonly Absence[]): Absence | undefined =>
  absences.find((it) => it.account === account && it.since <= day && day <= it.until)

/**
 * Who does somebody's work on a day: themselves when they are there, else their substitute, or that one's when both are away.
 * Nobody when the row of them ends without one; then the work is the agency's. (Nghị định 118/2025, Điều 11, khoản 8, as
 * amended by Nghị định 309/2026, Điều 6: an absent officer is replaced.)
 */
export function standInFor(account: StaffId, day: VietnamDay, absences: readonly Absence[]): StaffId | undefined {
  const asked = new Set<StaffId>()
  let who: StaffId | undefined = account
  for (let away = absenceOn(account, day, absences); away; away = who && absenceOn(who, day, absences)) {
    asked.add(away.account)
    who = away.substitute
    // Such a circle is not recorded; two that were recorded at once may still make one.
    if (who === undefined || asked.has(who)) return undefined
  }
  return who
}

/** Whose work somebody does on a day: their own, and of those they stand in for. */
export const handledBy = (account: StaffId, day: VietnamDay, absences: readonly Absence[]): StaffId[] => [
  account,
  ...new Set(
    absences.flatMap((it) =>
      it.account !== account && standInFor(it.account, day, absences) === account ? [it.account] : [],
    ),
  ),
]

/** What a stand-in may do besides: all that the absent person may, but look after accounts. */
export const passesOn = ({ role }: Pick<Posting, 'role'>): boolean => role !== 'administrator'

/** The first day on which work that an absence passes on would come back to the absent, if there is one. */
export function circleOn(absence: Absence, absences: readonly Absence[]): VietnamDay | undefined {
  for (let day = absence.since; day <= absence.until; day = daysAfter(day, 1)) {
    const asked = new Set<StaffId>()
    let who = absence.substitute
    while (who !== undefined && !asked.has(who)) {
      if (who === absence.account) return day
      asked.add(who)
      who = absenceOn(who, day, absences)?.substitute
    }
  }
  return undefined
}
