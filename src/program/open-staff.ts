import type { Engine } from '../storage/engine/engine.ts'
import { createAgencies } from '../storage/agencies.ts'
import { createColleagues } from '../storage/colleagues.ts'
import { createDossierViews } from '../storage/dossier-views.ts'
import { createCannedReplies } from '../storage/canned-replies.ts'
import { createKnownDevices } from '../storage/known-devices.ts'
import { createSetAside } from '../storage/set-aside.ts'
import { createAbsences } from '../storage/staff-absences.ts'
import { createPasswords } from '../storage/staff-passwords.ts'
import { createPeople } from '../storage/staff-people.ts'
import { createStaffSessions } from '../storage/staff-sessions.ts'
import { createStaffAccounts } from '../storage/staff.ts'

/** Who works here, on which devices, what they opened, and the deliveries that wait for one of them to look. */
export const openStaff = (engine: Engine) => ({
  accounts: createStaffAccounts(engine),
  colleagues: createColleagues(engine),
  sessions: createStaffSessions(engine),
  agencies: createAgencies(engine),
  people: createPeople(engine),
  passwords: createPasswords(engine),
  absences: createAbsences(engine),
  devices: createKnownDevices(engine),
  setAside: createSetAside(engine),
  canned: createCannedReplies(engine),
  views: createDossierViews(engine),
})
