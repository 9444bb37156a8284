import { describe, expect, it } from 'vitest'
import type { NoticeKind } from '../../src/dossiers/notices.ts'
import type { Role } from '../../src/dossiers/postings.ts'
import { type Roster, whomToTell } from '../../src/dossiers/whom-to-tell.ts'
import type { StaffId } from '../../src/kernel/ids.ts'

const HERE = 'H12.99.001'
const DAY = '2030-05-02'
const person = (id: string, role: Role, agency?: string) => ({
  id: id as StaffId,
  postings: [{ role, since: '2030-01-01', ...(agency !== undefined && { agency }) }],
})
const roster = (more: Partial<Roster> = {}): Roster => ({
  people: [
    person('rec1', 'reception', HERE),
    person('rec2', 'reception', HERE),
    person('spec', 'specialist', HERE),
    person('lead', 'leader', HERE),
    person('far', 'reception', 'H12.99.002'),
    person('whole', 'leader'),
  ],
  absences: [],
  ...more,
})
const away = (account: string, substitute?: string) => ({
  ...{ account: account as StaffId, since: DAY, until: DAY },
  ...(substitute !== undefined && { substitute: substitute as StaffId }),
})
const told = (kind: NoticeKind, handler: string | null, there = roster(), isReserved = 0) =>
  whomToTell(kind, { holder: HERE, handler: handler as StaffId | null, isReserved }, there, DAY)

describe('of a dossier is told', () => {
  it('who works on it, and nobody else', () => expect(told('soon', 'spec')).toEqual(['spec']))
  it('the reception where it lies, when nobody works on it', () => expect(told('late', null)).toEqual(['rec1', 'rec2']))
  it('the reception, when whoever worked on it has left', () => expect(told('soon', 'gone')).toEqual(['rec1', 'rec2']))
  it('the leaders where it lies, and of the whole province only where there are none', () => {
    expect(told('leader soon', 'spec')).toEqual(['lead'])
    const without = roster().people.filter(({ id }) => id !== 'lead')
    expect(told('leader late', 'spec', roster({ people: without }))).toEqual(['whole'])
  })
  it('no reception of what is for leaders alone', () => expect(told('late', null, roster(), 1)).toEqual(['lead']))
  it('a leader, where there is no reception', () => {
    const without = roster().people.filter(({ id }) => !id.startsWith('rec'))
    expect(told('soon', null, roster({ people: without }))).toEqual(['lead'])
  })
  it('the absent, and who stands in for them', () => {
    expect(told('soon', 'spec', roster({ absences: [away('spec', 'rec1')] }))).toEqual(['spec', 'rec1'])
    expect(told('leader soon', 'spec', roster({ absences: [away('lead', 'spec')] }))).toEqual(['lead', 'spec'])
  })
  it('the absent and the reception, where nobody stands in', () =>
    expect(told('soon', 'spec', roster({ absences: [away('spec')] }))).toEqual(['spec', 'rec1', 'rec2']))
  it('nobody twice', () =>
    expect(told('soon', null, roster({ absences: [away('rec1', 'rec2')] }))).toEqual(['rec1', 'rec2']))
})
