import { address, place } from './address.ts'
import { area, commune } from './area.ts'
import { birthDate } from './calendar-date.ts'
import { bounded, type Check } from './check.ts'
import { citizenNumber, oldIdentityNumber } from './citizen-number.ts'
import { timeOfDay } from './clock-time.ts'
import { companions } from './companions.ts'
import { dateRange } from './date-range.ts'
import { dossierCode, lookupSecret } from './dossier-code.ts'
import { email } from './email.ts'
import { ethnicity } from './ethnicity.ts'
import { freeText, longText, shortText } from './free-text.ts'
import { householdBusinessName } from './household-business-name.ts'
import { money } from './money.ts'
import { openHours } from './open-hours.ts'
import { MOST_DAYS, periodCheck, permitEnd, permitExtension } from './permit-period.ts'
import { permitStart } from './permit-start.ts'
import { fullNameOrUnknown } from './name-or-unknown.ts'
import { personName } from './person-name.ts'
import { phone } from './phone.ts'
import { plate } from './plate.ts'
import { registrationYear } from './registration-year.ts'
import { copies, wholeNumber } from './small-number.ts'
import { weekdays } from './weekdays.ts'
import { anyDay, futureDay, pastDay, workingDay } from './day-checks.ts'

/**
 * Checks by the name that flow files use. Published flows are pinned by version, so a name never changes its meaning:
 * a changed rule is a new name.
 */
export const checks: ReadonlyMap<string, Check> = new Map(
  [
    address,
    anyDay,
    area,
    birthDate,
    citizenNumber,
    commune,
    companions,
    copies,
    dateRange,
    dossierCode,
    email,
    ethnicity,
    freeText,
    fullNameOrUnknown,
    futureDay,
    householdBusinessName,
    longText,
    lookupSecret,
    money,
    oldIdentityNumber,
    openHours,
    pastDay,
    permitEnd,
    permitExtension,
    permitStart,
    personName,
    phone,
    place,
    plate,
    registrationYear,
    shortText,
    timeOfDay,
    weekdays,
    wholeNumber,
    workingDay,
  ].map((check) => [check.name, bounded(check)]),
)

/** As above, for each number of days that a kind of permit may allow. */
const boundChecks: ReadonlyMap<string, Check> = new Map(
  [...checks.keys()].flatMap((name) =>
    Array.from({ length: MOST_DAYS }, (_, i) => periodCheck(name, i + 1)).flatMap((check, i): [string, Check][] =>
      check ? [[`${name} ${i + 1}`, bounded(check)]] : [],
    ),
  ),
)

/** Whether it allows as many days as the kind of permit does. */
export const isBoundByDays = (name: string): boolean => boundTo(name, 1) !== name

/** The name under which a step has this check when its flow grants permits of so many days. */
export const boundTo = (name: string, longestDays: number): string => {
  const bound = `${name} ${longestDays}`
  return boundChecks.has(bound) ? bound : name
}

/** By the name that a compiled step has it: as in the file, or bound to the days that its flow's kind of permit allows. */
export const checkNamed = (name: string): Check | undefined => checks.get(name) ?? boundChecks.get(name)
