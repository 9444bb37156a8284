import { expect, it } from 'vitest'
import type { ProgramRequest } from '../../src/casework/act-by-program.ts'
import { createLetGoIdle, type IdleDossiers } from '../../src/casework/let-go-idle.ts'
import { addWork } from '../../src/dossiers/deadlines/work-time.ts'
import type { Notice } from '../../src/dossiers/notices.ts'
import { HOUR } from '../../src/kernel/clock.ts'
import type { DossierId, StaffId } from '../../src/kernel/ids.ts'
import { workCalendarFor } from '../../src/province/work-calendar.ts'
import { posted } from '../dossiers/posted.ts'

const SINCE = Date.parse('2030-05-16T09:00:00+07:00')
const NOW = addWork(workCalendarFor(''), SINCE, 29 * HOUR)
const TOLD_AT = addWork(workCalendarFor(''), SINCE, 17 * HOUR)
const EVENING = Date.parse('2030-05-22T21:00:00+07:00')

type Idle = Awaited<ReturnType<IdleDossiers['before']>>[number]
const taken = (id: string, handler = 's1', updatedAt = SINCE): Idle => ({
  ...{ id: id as DossierId, holder: 'H12.99.017', handler: handler as StaffId, updatedAt },
})

/** `told`: those whose handler was told that nothing is done. */
function desk(rows: readonly Idle[], given: { at?: number; told?: readonly string[]; outcome?: 'done' | 'gone' } = {}) {
  const { at = NOW, told = [], outcome = 'done' } = given
  const acted: ProgramRequest[] = []
  const said: Notice[] = []
  const round = createLetGoIdle({
    idle: {
      before: async (updated, _now, after, limit) => {
        const from = after ? rows.findIndex(({ id }) => id === after.id) + 1 : 0
        return rows.filter(({ updatedAt }) => updatedAt < updated).slice(from, from + limit)
      },
    },
    act: async (request) => (acted.push(request), outcome),
    notices: {
      told: async () =>
        new Map(told.map((id) => [id as DossierId, [{ kind: 'idle' as const, about: SINCE, at: TOLD_AT }]])),
      tell: async (notices) => said.push(...notices),
    },
    rosters: {
      on: async () => ({
        people: [
          { id: 's1' as StaffId, postings: posted(['specialist'], 'H12.99.017') },
          { id: 'boss' as StaffId, postings: posted(['leader'], 'H12.99.017') },
        ],
        absences: [],
      }),
    },
    calendarOf: workCalendarFor,
    agencyCodes: () => ['H12.99.017'],
    now: () => at,
  })
  return { round, acted, said }
}

it('whoever took a dossier and did nothing is told first, and then it goes back and they are told of that', async () => {
  const { round, acted, said } = desk([taken('forgotten'), taken('told')], { told: ['told'] })
  expect(await round()).toBe(1)
  expect(acted).toEqual([{ dossier: 'told', act: { type: 'let-go' }, at: NOW }])
  expect(said.map(({ dossier, kind, about }) => [dossier, kind, about])).toEqual([
    ['forgotten', 'idle', SINCE],
    ['told', 'returned', SINCE],
  ])
})

it('nothing happens in the evening, to what was worked on lately, or to a leader’s own work', async () => {
  const rows = [taken('told')]
  expect(desk(rows, { at: EVENING, told: ['told'] }).acted).toEqual([])
  for (const { round, acted, said } of [
    desk(rows, { at: EVENING, told: ['told'] }),
    desk([taken('told', 's1', NOW - HOUR)], { told: ['told'] }),
    desk([taken('told', 'boss')], { told: ['told'] }),
  ]) {
    expect(await round()).toBe(0)
    expect([acted, said]).toEqual([[], []])
  }
})

it('nobody is told of what somebody did in the same moment', async () => {
  const { round, said } = desk([taken('told')], { told: ['told'], outcome: 'gone' })
  expect(await round()).toBe(0)
  expect(said).toEqual([])
})

it('goes on past a thousand that stay where they are', async () => {
  const rows = [...Array.from({ length: 1_100 }, (_, i) => taken(`b${i}`, 'boss')), taken('told')]
  const { round, acted } = desk(rows, { told: ['told'] })
  await round()
  expect(acted).toEqual([])
  expect(await round()).toBe(1)
})
