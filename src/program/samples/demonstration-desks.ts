import type { Doer } from '../../dossiers/may.ts'
import { agencies, agencyOfArea, provincialCentre } from '../../dossiers/agencies.ts'
import { type Role, ROLE_NAMES } from '../../dossiers/postings.ts'
import type { MakeId, StaffId } from '../../kernel/ids.ts'
import { province } from '../../province/province.ts'
import type { StaffAccounts } from '../../staff/accounts/accounts.ts'
import { hashPassword } from '../../staff/accounts/passwords.ts'
import { createDice } from './dice.ts'
import { inventName } from './invented-names.ts'

/** Phường An Xuyên. */
export const DEMONSTRATION_AREA = 1

const DESK = { reception: 'tiepnhan', specialist: 'chuyenvien', leader: 'lanhdao' } as const
const [CENTRE, WARD] = [provincialCentre, agencyOfArea(DEMONSTRATION_AREA)]

const PEOPLE: readonly { mailbox: string; role: Role; agency: string }[] = [
  ...[CENTRE, WARD].flatMap((agency) =>
    Object.entries(DESK).map(([role, mailbox]) => ({
      ...{ mailbox: `${mailbox}.${agency === CENTRE ? 'trungtam' : 'anxuyen'}`, role: role as Role, agency },
    })),
  ),
  { mailbox: 'bientap.trungtam', role: 'editor', agency: CENTRE },
  { mailbox: 'quantri.trungtam', role: 'administrator', agency: CENTRE },
]

interface DemonstrationDesks {
  people: readonly Doer[]
  agencies: readonly string[]
  /** For whoever shows the program round, a line each. */
  lines: readonly string[]
}

/** Somebody in each role at the centre and at one ward, all with one password: whoever shows them plays all of them. */
export async function openDesks(
  accounts: Pick<StaffAccounts, 'add'>,
  password: string,
  makeId: MakeId,
): Promise<DemonstrationDesks> {
  const dice = createDice(4)
  const passwordHash = await hashPassword(password)
  const people = PEOPLE.map(({ mailbox, role, agency }) => ({
    ...{ id: makeId() as StaffId, email: `${mailbox}@example.vn`, passwordHash },
    name: inventName(dice, dice.chance(0.5) ? 'nam' : 'nữ'),
    postings: [{ role, agency, since: province.since }],
  }))
  for (const person of people) await accounts.add(person)
  const lines = PEOPLE.map(({ mailbox, role, agency }) => {
    const { name } = agencies.find(({ code }) => code === agency) ?? { name: agency }
    return `  ${`${mailbox}@example.vn`.padEnd(32)}${ROLE_NAMES[role]}, ${name}`
  })
  return { people, agencies: [CENTRE, WARD], lines: [`Desks (one password for all of them: ${password})`, ...lines] }
}
