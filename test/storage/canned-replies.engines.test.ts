import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createCannedReplies } from '../../src/storage/canned-replies.ts'
import { bothEngines } from './engines.ts'

describe.each(await bothEngines())('on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())
  const reply = { id: 'c1', flow: '', title: 'Hẹn giờ', text: 'Chào {ten}.', revision: 0, savedBy: 'An', savedAt: 1 }

  it('canned replies are kept by title, and written on the revision that was shown alone', async () => {
    const canned = createCannedReplies(engine)
    expect(await canned.save(reply)).toBe('saved')
    expect(await canned.save(reply)).toBe('stale')
    expect(await canned.save({ ...reply, revision: 1, text: 'Kính chào {ten}.' })).toBe('saved')
    expect(await canned.save({ ...reply, revision: 1, text: 'Muộn.' })).toBe('stale')
    await canned.save({ ...reply, id: 'c2', flow: 'hoi-can-bo', title: 'A' })
    expect((await canned.all()).map(({ id, text, revision }) => [id, text, revision])).toEqual([
      ['c1', 'Kính chào {ten}.', 2],
      ['c2', 'Chào {ten}.', 1],
    ])
    expect(await canned.remove('c1', 1)).toBe('stale')
    expect(await canned.remove('c1', 2)).toBe('removed')
    expect(await canned.remove('c1', 2)).toBe('stale')
  })
})
