import { agencies, provincialCentre } from '../../dossiers/agencies.ts'
import type { Doer } from '../../dossiers/may.ts'
import { hasRole, type Role } from '../../dossiers/postings.ts'
import { Fault } from '../../kernel/fault.ts'
import { SAMPLE_PREFIX } from '../../kernel/samples.ts'
import type { StaffId } from '../../kernel/ids.ts'
import { province } from '../../province/province.ts'
import type { StaffAccount } from '../../staff/accounts/accounts.ts'
import { createDice, type Dice } from './dice.ts'
import { inventName } from './invented-names.ts'

/** Who sits where. */
export interface Desks {
  /** Codes of the agencies, the provincial centre among them. */
  codes: readonly string[]
  at(agency: string): readonly Doer[]
  /** One of those with this role at this agency. */
  someone(dice: Dice, role: Role, agency: string): Doer
}

export function toDesks(people: readonly Doer[], codes: readonly string[]): Desks {
  const byAgency = new Map(
    codes.map((code) => [code, people.filter(({ postings }) => postings.some(({ agency }) => agency === code))]),
  )
  const at = (agency: string): readonly Doer[] => byAgency.get(agency) ?? []
  return {
    codes,
    at,
    someone: (dice, role, agency) => {
      const among = at(agency).filter(({ postings }) => hasRole(postings, role, agency))
      if (among.length === 0) throw new Fault(`nobody works as ${role} at ${agency}`, { retry: false })
      return dice.pick(among)
    },
  }
}

/** How many do what at an agency; the centre has three times as many. */
const STAFFING = { reception: 2, specialist: 3, leader: 1 } as const

/** Of the form that is asked for, with a key that no password has: nobody signs in as one of these. */
const NO_PASSWORD = 'scrypt$32768$8$3$bWF1$'

/** People for every agency of the province, the same from the same seed. */
export function inventPeople(seed: number): StaffAccount[] {
  return agencies.flatMap(({ code }, which) => {
    const dice = createDice(seed, which, 1)
    const many = code === provincialCentre ? 3 : 1
    return Object.entries(STAFFING).flatMap(([role, count]) =>
      Array.from({ length: count * many }, (_, i): StaffAccount => {
        const key = `${code.toLowerCase()}.${role}.${i + 1}`
        return {
          id: `${SAMPLE_PREFIX}${key}` as StaffId,
          email: `${key}@mau.example.vn`,
          name: inventName(dice, dice.chance(0.5) ? 'nam' : 'nữ'),
          passwordHash: NO_PASSWORD,
          postings: [{ role: role as Role, agency: code, since: province.since }],
        }
      }),
    )
  })
}
