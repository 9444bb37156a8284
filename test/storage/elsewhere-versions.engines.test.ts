import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createElsewhereVersions } from '../../src/storage/elsewhere-versions.ts'
import { published, TREES } from '../procedures/elsewhere/entries.ts'
import { bothEngines } from './engines.ts'

const FLOWERS = {
  ...TREES,
  id: 'a-hoa',
  name: 'Xin trồng hoa',
  phone: '1900 0000',
  note: 'Nhớ “mang giống”.\nHỏi trước.',
}

describe.each(await bothEngines())('on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  it('entries keep the order in which they came, over restarts, and nothing of what was before is changed', async () => {
    const versions = createElsewhereVersions(engine)
    expect([await versions.all(), await versions.publish([])]).toEqual([[], 'published'])
    const empty = await versions.mark()
    const rows = [published(TREES), published(FLOWERS)]
    expect(await versions.publish(rows)).toBe('published')
    const ended = published(TREES, { revision: 2, state: 'ended', why: 'Nay nộp được tại đây.', publishedAt: 2 ** 41 })
    expect(await versions.publish([ended])).toBe('published')
    await engine.close()
    engine = await open()
    expect(await createElsewhereVersions(engine).all()).toEqual([...rows, ended])
    expect(await createElsewhereVersions(engine).mark()).not.toBe(empty)
  })

  it('of clerks who publish the same revision at once one is first, and the others learn it', async () => {
    const versions = createElsewhereVersions(engine)
    const before = await versions.mark()
    const rows = ['An', 'Bình', 'Chi'].map((publishedBy) => published(TREES, { revision: 3, publishedBy }))
    const outcomes = await Promise.all(rows.map((row) => versions.publish([row])))
    expect(outcomes.toSorted()).toEqual(['known', 'known', 'published'])
    const kept = (await versions.all()).filter(({ revision }) => revision === 3)
    expect(kept).toEqual([rows[outcomes.indexOf('published')]])
    expect(await versions.mark()).not.toBe(before)
  })
})
