import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '../../src/kernel/clock.ts'
import type { DossierId } from '../../src/kernel/ids.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createKnownDevices } from '../../src/storage/known-devices.ts'
import { createLookupGuesses } from '../../src/storage/lookup-guesses.ts'
import { NOW } from '../permits/sample.ts'
import { bothEngines } from './engines.ts'

describe.each(await bothEngines())('on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())
  const again = async () => {
    await engine.close()
    engine = await open()
  }

  it('a known device stays known to its owner alone, over restarts, until its time is over', async () => {
    await createKnownDevices(engine).remember('hash-1', 'staff s1', { seenAt: NOW, expiresAt: NOW + DAY })
    await again()
    const devices = createKnownDevices(engine)
    expect(await devices.isOf('hash-1', 'staff s1', NOW + DAY - 1)).toBe(true)
    expect(await devices.isOf('hash-1', 'staff s1', NOW + DAY)).toBe(false)
    expect(await devices.isOf('hash-1', 'post s1', NOW)).toBe(false)
    expect(await devices.isOf('hash-2', 'staff s1', NOW)).toBe(false)
    await devices.remember('hash-1', 'staff s1', { seenAt: NOW + 1, expiresAt: NOW + 3 * DAY })
    expect(await devices.isOf('hash-1', 'staff s1', NOW + 2 * DAY)).toBe(true)
    await devices.remember('hash-2', 'staff s2', { seenAt: NOW + 4 * DAY, expiresAt: NOW + 9 * DAY })
    expect(await devices.isOf('hash-1', 'staff s1', NOW)).toBe(false)
  })

  it('guesses at a dossier are counted together, over restarts, however many come at once, and begin anew after a day', async () => {
    const dossier = 'd1' as DossierId
    const at = await Promise.all(Array.from({ length: 20 }, () => createLookupGuesses(engine).count(dossier, NOW, DAY)))
    expect(at.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    await again()
    const guesses = createLookupGuesses(engine)
    await guesses.giveBack(dossier)
    expect(await guesses.count(dossier, NOW + DAY - 1, DAY)).toEqual({ count: 20, until: NOW + DAY })
    expect(await guesses.count('d2' as DossierId, NOW, DAY)).toEqual({ count: 1, until: NOW + DAY })
    expect(await guesses.count(dossier, NOW + DAY, DAY)).toEqual({ count: 1, until: NOW + 2 * DAY })
  })
})
