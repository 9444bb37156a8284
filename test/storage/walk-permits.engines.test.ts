import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DossierId, PermitId } from '../../src/kernel/ids.ts'
import { createPermitEndings } from '../../src/storage/permit-endings.ts'
import { createPermitRevivals } from '../../src/storage/permit-revivals.ts'
import { createPermits, toPermitRow } from '../../src/storage/permits.ts'
import { DAY } from '../../src/kernel/clock.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { NOW, samplePermit } from '../permits/sample.ts'
import { bothEngines } from './engines.ts'
import { plantGranted } from './granted.ts'

const MANY = 4_600
const TWO_MIDNIGHTS = [NOW + DAY, NOW + 2 * DAY]
const idOf = (i: number) => ((i * 7_919) % 1_000_003).toString(16).padStart(16, 'a') as PermitId

describe.each(await bothEngines())('going through thousands of permits on %s', (_, open) => {
  let engine: Engine
  let dossier: DossierId
  beforeAll(async () => {
    engine = await open()
    ;({ dossier } = await plantGranted(engine, { kind: 'market-card' }))
    const sample = await samplePermit({ dossier, kind: 'travel-pass' })
    // Most end at one of two midnights; every third is revoked, every sixth with its order.
    const rows = Array.from({ length: MANY }, (_each, i) => ({
      ...toPermitRow({ ...sample, id: idOf(i), number: `số ${i}`, validUntil: TWO_MIDNIGHTS[i % 2]! }),
      ...(i % 3 === 0 && { revokedAt: NOW + Math.floor(i / 100), revokedBecause: 'Khai sai.' }),
      ...(i % 6 === 0 && { endedWith: 'order' }),
    }))
    const write = async (from: number) =>
      engine.write(async (db) => void (await db.insert(engine.tables.permits).values(rows.slice(from, from + 500))))
    for (let from = 0; from < MANY; from += 500) await write(from)
  }, 120_000)
  afterAll(() => engine.close())

  const expected = (which: (i: number) => boolean) =>
    Array.from({ length: MANY }, (_each, i) => i)
      .filter(which)
      .map(idOf)
      .toSorted()
  async function walked<T>(pages: AsyncIterable<readonly T[]>) {
    const [all, sizes]: [T[], number[]] = [[], []]
    for await (const page of pages) {
      all.push(...page)
      sizes.push(page.length)
    }
    return { all, longest: Math.max(...sizes) }
  }

  it('comes to each that is in force once, in small pages, however many end at the same moment', async () => {
    const { all, longest } = await walked(createPermitEndings(engine).ofKinds(['no such', 'travel-pass'], () => NOW))
    expect(all.map(({ permit }) => permit.id).toSorted()).toEqual(expected((i) => i % 3 !== 0))
    expect(longest).toBeLessThanOrEqual(200)
    const tomorrow = await walked(createPermitEndings(engine).ofKinds(['travel-pass'], () => NOW + DAY))
    expect(tomorrow.all.map(({ permit }) => permit.id).toSorted()).toEqual(expected((i) => i % 3 !== 0 && i % 2 === 1))
  })

  it('comes to each that ended with an order once, but not to what is over by then', async () => {
    const { all } = await walked(createPermitRevivals(engine).endedWith('order', () => NOW))
    expect(all.map(({ permit }) => permit.id).toSorted()).toEqual(expected((i) => i % 6 === 0))
    expect((await walked(createPermitRevivals(engine).endedWith('order', () => NOW + DAY))).all).toEqual([])
  })

  it('comes to each that was revoked since a moment once', async () => {
    const permits = createPermits(engine)
    expect((await walked(permits.revokedSince(0, NOW))).all.toSorted()).toEqual(expected((i) => i % 3 === 0))
    const { all, longest } = await walked(permits.revokedSince(NOW + 10, NOW))
    expect(all.toSorted()).toEqual(expected((i) => i % 3 === 0 && i >= 1_000))
    expect(longest).toBeLessThanOrEqual(1_000)
  })

  it('leaves out what was ended since its page was read', async () => {
    const endings = createPermitEndings(engine)
    let time = NOW
    let found = 0
    for await (const page of endings.ofKinds(['travel-pass'], () => time)) {
      found += page.length
      time = NOW + 3 * DAY
    }
    expect(found).toBeLessThanOrEqual(200)
  })
})
