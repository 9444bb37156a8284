import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { agencies, provincialCentre } from '../../../src/dossiers/agencies.ts'
import type { DossierChange } from '../../../src/dossiers/change.ts'
import { workCalendarFor } from '../../../src/province/work-calendar.ts'
import { DAY, toVietnamDay } from '../../../src/kernel/clock.ts'
import { isSample } from '../../../src/kernel/samples.ts'
import { readFlowFolders } from '../../../src/procedures/read-folder.ts'
import { openKinds } from '../../../src/program/open-catalogue.ts'
import { inventPeople, toDesks } from '../../../src/program/samples/desks.ts'
import { playExamples } from '../../../src/program/samples/examples.ts'
import { live } from '../../../src/program/samples/live.ts'
import { lifePorts } from '../../../src/program/samples/open-samples.ts'
import { planLives } from '../../../src/program/samples/plan-lives.ts'
import { flowsOfFiles } from '../../conversation/flows-of-files.ts'

const folder = fileURLToPath(new URL('../../../flows', import.meta.url))
const flows = await flowsOfFiles()
const examples = playExamples(readFlowFolders(folder), flows, 1)
const codes = agencies.map(({ code }) => code)
const nameOf = (code: string) => agencies.find((agency) => agency.code === code)?.name ?? code
const desks = toDesks(inventPeople(7), codes)
const ports = lifePorts({
  ...{ flows, kinds: await openKinds(folder), agencyName: nameOf, desks },
  agencyNow: (code) => ({ code, name: nameOf(code) }),
})
const NOW = Date.parse('2026-11-30T10:00:00+07:00')

const makeAll = (dossiers: number, seed = 7, skipped = 0): DossierChange[][] =>
  [...planLives({ skipped, dossiers, from: NOW - 90 * DAY, until: NOW, seed, examples, flows })].map((life, i) =>
    live(life, `H12.99-${i}`, ports),
  )
const all = makeAll(3000)
const actsOf = (changes: readonly DossierChange[]) => changes.flatMap(({ actions }) => actions)
const share = (of: (changes: DossierChange[]) => boolean, among = all) => among.filter(of).length / among.length

describe('the dossiers of a sample province', () => {
  it('come out the same from the same seed, and otherwise from another', () => {
    expect(makeAll(20)).toEqual(makeAll(20))
    expect(makeAll(20, 8)).not.toEqual(makeAll(20))
  })

  it('are the rest of the same ones where some are left out', () => {
    const filings = (skipped: number) => makeAll(20, 7, skipped).map(([filed]) => filed?.filed?.id)
    expect(filings(12)).toEqual(filings(0).slice(12))
  })

  it('are told apart, however many there are', () => {
    const ids = new Set<string>()
    const many = 60_000
    for (const { filing } of planLives({
      skipped: 0,
      dossiers: many,
      from: NOW - 900 * DAY,
      until: NOW,
      seed: 7,
      examples,
      flows,
    }))
      ids.add(filing.id)
    expect(ids.size).toBe(many)
  })

  it('belong to nobody', () => expect(all.every(([first]) => first && isSample(first.citizen))).toBe(true))

  it('are filed in order, and nothing has happened to them after now', () => {
    const filed = all.map(([first]) => first?.at ?? 0)
    expect(filed).toEqual(filed.toSorted((a, b) => a - b))
    expect(Math.max(...all.flatMap(actsOf).map(({ at }) => at))).toBeLessThanOrEqual(NOW)
  })

  it('are worked on while somebody works there', () => {
    const out = all.flatMap(actsOf).filter(({ by, at }) => {
      const stretches = workCalendarFor(provincialCentre).workOn(toVietnamDay(at))
      return by.type === 'staff' && !stretches.some(({ from, to }) => from <= at && at <= to)
    })
    expect(out).toEqual([])
  })

  it('are on time but for a few', () => {
    const decided = all.map(actsOf).flatMap((acts) => {
      const at = acts.findLastIndex(({ type }) => type === 'approved' || type === 'refused')
      const due = acts[at - 1]?.dueAt
      return at < 0 || due === undefined ? [] : [{ isLate: (acts[at]?.at ?? 0) > due }]
    })
    const late = decided.filter(({ isLate }) => isLate).length / decided.length
    expect(decided.length).toBeGreaterThan(1000)
    expect(late).toBeGreaterThan(0.003)
    expect(late).toBeLessThan(0.03)
  })

  it('are asked, answered, handed over, consulted about, declined, refused, withdrawn and taken back now and then', () => {
    const has = (type: string) => share((changes) => actsOf(changes).some((act) => act.type === type))
    expect(has('supplement asked')).toBeCloseTo(0.1, 1)
    for (const type of [
      'supplemented',
      'handed over',
      'opinion asked',
      'opinion given',
      'assigned',
      'forwarded',
      'put aside',
    ])
      expect(has(type), type).toBeGreaterThan(0.003)
    for (const type of ['declined', 'refused', 'withdrawn', 'taken back', 'returned'])
      expect(has(type), type).toBeGreaterThan(0.003)
    expect(has('permit granted')).toBe(0)
  })

  it('leave some waiting, late and answered now', () => {
    const rows = all.map((changes) => changes.at(-1)!.row)
    expect(rows.filter(({ queue }) => queue !== null).length).toBeGreaterThan(20)
    expect(rows.filter(({ dueAt, queue }) => queue !== null && dueAt !== null && dueAt < NOW).length).toBeGreaterThan(0)
    expect(
      rows.filter(({ lastAction, queue }) => queue !== null && lastAction === 'supplemented').length,
    ).toBeGreaterThan(0)
  })
})
