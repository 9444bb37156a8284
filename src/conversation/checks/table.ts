import { area, commune } from './area.ts'
import { birthDate, registrationYear } from './calendar-date.ts'
import type { Check } from './check.ts'
import { citizenNumber } from './citizen-number.ts'
import { dossierCode, lookupSecret } from './dossier-code.ts'
import { freeText, longText, shortText } from './free-text.ts'
import { permitEnd, permitStart } from './permit-period.ts'
import { personName } from './person-name.ts'
import { phone } from './phone.ts'
import { plate } from './plate.ts'
import { copies } from './small-number.ts'

/**
 * Checks by the name that flow files use. Published flows are pinned by version, so a name never changes its meaning:
 * a changed rule is a new name.
 */
export const checks: ReadonlyMap<string, Check> = new Map(
  [
    area, birthDate, citizenNumber, commune, copies, dossierCode, freeText, longText, lookupSecret, permitEnd, permitStart,
    personName, phone, plate, registrationYear, shortText,
  ].map((check) => [check.name, check]),
) // prettier-ignore
