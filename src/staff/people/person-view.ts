import { standInFor } from '../../dossiers/absences.ts'
import type { Agency } from '../../dossiers/agencies.ts'
import type { Agencies } from '../../dossiers/ports.ts'
import { type Clock, toVietnamDay, type VietnamDay } from '../../kernel/clock.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { StaffSession, StaffSessions } from '../accounts/accounts.ts'
import { toPage } from '../frame/layout.tsx'
import { stateOf } from './account-state.ts'
import { type Administrator, isProvincial, mayEnd, mayHandOut, mayRunAccount, maySeePerson } from './may-administer.ts'
import type { OfficeStaff } from './pages/frame.tsx'
import { PersonPage, type PersonPageProps } from './pages/person-page.tsx'
import type { Absences, People, Person } from './ports.ts'
import { substitutesOf } from './read-absence.ts'
import type { PostingForm, PostingTroubles } from './read-postings.ts'

export interface PersonViewPorts {
  people: People
  absences: Absences
  sessions: Pick<StaffSessions, 'ofAccount'>
  agencies: Pick<Agencies, 'all'>
  now: Clock
}

/** What a form left behind: a deed that was done, or what to change in one that was not. */
export interface Shown {
  done?: string | undefined
  failed?: PersonPageProps['failed']
  ending?: PersonPageProps['list']['ending']
  posting?: { typed: PostingForm; troubles: PostingTroubles }
  absence?: PersonPageProps['absence']['trouble']
}

export const staffOn = ({ account, csrf }: StaffSession): OfficeStaff => ({
  ...{ id: account.id, name: account.name, postings: account.postings, csrf },
})

/** Agencies at which somebody may hand roles out and which are in force. */
export const agenciesOf = (by: Administrator, agencies: readonly Agency[], today: VietnamDay): Agency[] =>
  agencies.filter(
    ({ code, validTo }) =>
      (validTo === undefined || today <= validTo) &&
      mayHandOut(by, '' as StaffId, { role: 'reception', agency: code }).may,
  )

/** The page of one person as this administrator may see it; nothing when that is nobody of theirs. */
export function createPersonView({ people, absences, sessions, agencies, now }: PersonViewPorts) {
  const find = async (staff: OfficeStaff, id: StaffId): Promise<Person | undefined> => {
    const person = await people.find(id)
    return person && maySeePerson(staff, person) ? person : undefined
  }

  const absenceOf = async (person: Person, trouble?: PersonPageProps['absence']['trouble']) => {
    const today = toVietnamDay(now())
    const [everybody, away] = await Promise.all([people.all(), absences.since(today)])
    const names = new Map(everybody.map(({ id, name }) => [id as string, name]))
    return {
      absences: away.filter(({ account }) => account === person.id),
      substitutes: substitutesOf(person, everybody, today),
      nameOfPerson: (id: string) => names.get(id) ?? 'người khác',
      ...{ today, trouble },
    }
  }

  const render = async (staff: OfficeStaff, person: Person, shown: Shown = {}): Promise<string> => {
    const today = toVietnamDay(now())
    const [list, away, open, inHand, absence] = await Promise.all([
      agencies.all(),
      absences.on(today),
      sessions.ofAccount(person.id, now()),
      people.countInHand(person.id),
      absenceOf(person, shown.absence),
    ])
    const names = new Map(list.map(({ code, name }) => [code, name]))
    const run = mayRunAccount(staff, person, today)
    return toPage(
      PersonPage({
        ...{ staff, person, done: shown.done, failed: shown.failed, absence },
        state: stateOf(person, { now: now(), isAway: standInFor(person.id, today, away) !== person.id }),
        deeds: { inHand, sessions: open.length, ...(!run.may && { barred: run.because }) },
        list: {
          mayEnd: (posting) => mayEnd(staff, person, posting, today).may,
          nameOf: (code) => names.get(code) ?? code,
          ...{ today, ending: shown.ending },
        },
        fields: {
          agencies: staff.id === person.id && !isProvincial(staff) ? [] : agenciesOf(staff, list, today),
          hasProvince: isProvincial(staff),
          ...{ today, typed: shown.posting?.typed, troubles: shown.posting?.troubles },
        },
      }),
    )
  }
  return { find, absenceOf, render }
}
