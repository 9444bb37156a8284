import type { Agency } from '../dossiers/agencies.ts'
import type { Colleagues } from '../dossiers/ports.ts'
import type { StaffSessions } from '../staff/accounts/accounts.ts'
import { continuing } from '../dossiers/agency-days.ts'
import type { Engine } from '../storage/engine/engine.ts'
import type { OpenAgencies } from './open-agencies.ts'
import { createAgencySteps } from '../storage/agency-steps.ts'
import { createColleagues } from '../storage/colleagues.ts'
import { createDossierViews } from '../storage/dossier-views.ts'
import { createCannedReplies } from '../storage/canned-replies.ts'
import { createKnownDevices } from '../storage/known-devices.ts'
import { createNotices } from '../storage/staff-notices.ts'
import { createSavedLists } from '../storage/saved-lists.ts'
import { createSetAside } from '../storage/set-aside.ts'
import { createAbsences } from '../storage/staff-absences.ts'
import { createPasswords } from '../storage/staff-passwords.ts'
import { createPeople } from '../storage/staff-people.ts'
import { createStaffSessions } from '../storage/staff-sessions.ts'
import { createStaffAccounts } from '../storage/staff.ts'

/** Who works here, on which devices, what they opened, and the deliveries that wait for one of them to look. */
export const openStaff = (engine: Engine, agencies: Pick<OpenAgencies, 'book' | 'withContinued'>) => ({
  accounts: createStaffAccounts(engine),
  colleagues: alsoOfSuccessor(createColleagues(engine), agencies.book),
  sessions: alsoAtContinued(createStaffSessions(engine), agencies.withContinued),
  agencies: { all: async (): Promise<Agency[]> => [...agencies.book.today().values()] },
  agencySteps: createAgencySteps(engine),
  people: createPeople(engine),
  passwords: createPasswords(engine),
  absences: createAbsences(engine),
  devices: createKnownDevices(engine),
  setAside: createSetAside(engine),
  canned: createCannedReplies(engine),
  savedLists: createSavedLists(engine),
  views: createDossierViews(engine),
  notices: createNotices(engine),
})

/** What lies at a closed agency is worked on by the people of who continues its work. */
const alsoOfSuccessor = (colleagues: Colleagues, book: OpenAgencies['book']): Colleagues => ({
  ...colleagues,
  at: async (agency, day) => {
    const successor = continuing(book.on(day), agency, day)
    if (successor === undefined || successor.code === agency) return colleagues.at(agency, day)
    const [own, others] = await Promise.all([colleagues.at(agency, day), colleagues.at(successor.code, day)])
    return [...own, ...others.filter(({ id }) => !own.some((it) => it.id === id))]
  },
})

/** Asked at each request, so that who continues an agency's work has it from that day on. */
const alsoAtContinued = (sessions: StaffSessions, withContinued: OpenAgencies['withContinued']): StaffSessions => ({
  ...sessions,
  find: async (tokenHash, now) => {
    const session = await sessions.find(tokenHash, now)
    if (!session) return undefined
    const { account } = session
    return { ...session, account: { ...account, postings: withContinued(account.postings) } }
  },
})
