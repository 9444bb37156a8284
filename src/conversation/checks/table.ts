import { address, place } from './address.ts'
import { area, commune } from './area.ts'
import { birthDate, registrationYear } from './calendar-date.ts'
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
import { permitEnd, permitExtension, permitStart } from './permit-period.ts'
import { fullNameOrUnknown, personName } from './person-name.ts'
import { phone } from './phone.ts'
import { plate } from './plate.ts'
import { copies, wholeNumber } from './small-number.ts'
import { weekdays } from './weekdays.ts'
import { anyDay, futureDay, pastDay, workingDay } from './whole-day.ts'

/**
 * Checks by the name that flow files use. Published flows are pinned by version, so a name never changes its meaning:
 * a changed rule is a new name.
 */
export const checks: ReadonlyMap<string, Check> = new Map(
  [
    address, anyDay, area, birthDate, citizenNumber, commune, companions, copies, dateRange, dossierCode, email, ethnicity, freeText,
    fullNameOrUnknown, futureDay, householdBusinessName, longText, lookupSecret, money, oldIdentityNumber, openHours, pastDay,
    permitEnd, permitExtension, permitStart, personName, phone, place, plate, registrationYear, shortText, timeOfDay,
    weekdays, wholeNumber, workingDay,
  ].map((check) => [check.name, bounded(check)]),
) // prettier-ignore
