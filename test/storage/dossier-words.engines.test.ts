import { WHOLE } from '../dossiers/everything-seen.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSearch } from '../../src/casework/search-words.ts'
import { createWordsOf } from '../../src/casework/words-of.ts'
import { createWriteWords } from '../../src/casework/write-words.ts'
import type { DossierId } from '../../src/kernel/ids.ts'
import { openUnchecked } from '../../src/program/open-storage.ts'
import { caseWrites } from '../../src/storage/case-changes.ts'
import { createWordIndex } from '../../src/storage/dossier-words.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import type { SealingKey } from '../../src/storage/engine/sealing.ts'
import { flowsOfFiles } from '../conversation/flows-of-files.ts'
import { filing } from './changes.ts'
import { plantGranted } from './granted.ts'
import { keyOf, ownDatabase, silent } from './own-database.ts'
import { aCitizen, fresh, NOW, turnsOn } from './turns.ts'

/** Every dossier there is, newest first. */
const EVERYTHING = { scope: WHOLE, order: 'newest' } as const

const flows = await flowsOfFiles()
const wordsOf = createWordsOf(flows.pinned)
const PASS = { flow: 'cap-giay-di-duong', flowVersion: flows.current('cap-giay-di-duong')!.version }
const answer = (key: string, value: string) => ({ key, label: key, value, shown: value })

describe.each(['SQLite', 'PostgreSQL'] as const)('dossiers found by what they are about on %s', (name) => {
  let own: Awaited<ReturnType<typeof ownDatabase>>
  let engine: Engine
  const key = keyOf('2030-a', 7)
  const open = (...keys: SealingKey[]) => openUnchecked(own.config(...keys), silent)
  beforeAll(async () => {
    own = await ownDatabase(name)
    engine = await open(key)
  }, 120_000)
  afterAll(async () => {
    await engine.close()
    await own.remove()
  })

  /** As a citizen's turn writes it; without words as it was before there were any. */
  const file = async (applicant: string, more: Record<string, string> = {}, isFound = true, at = NOW) => {
    const id = fresh('filed') as DossierId
    const code = `H12.99-300502-${fresh('').slice(1).padStart(4, '0')}`
    const answers = Object.entries({ applicant, ...more }).map(([key, value]) => answer(key, value))
    const change = filing({ id, code, citizen: aCitizen(), ...PASS, applicant, answers }, at)
    const write = caseWrites(engine)
    await engine.write((db) => write(db, { ...change, ...(isFound && { foundBy: wordsOf(change.filed!) }) }))
    return { id, code }
  }
  const idsBy = async (typed: string, on = engine) =>
    (await createDossiers(on).list({ ...EVERYTHING, words: readSearch(typed), limit: 50 })).map(({ id }) => id)
  const writeAll = async (on = engine) => {
    const round = createWriteWords({ index: createWordIndex(on), wordsOf })
    for (let i = 0; i < 3; i++) await round()
  }

  it('finds a dossier by any of it, and by several together, newest first', async () => {
    const numbers = { citizenNumber: '096190077665', phone: '0918273645', plate: '69A-765.43' }
    const { id, code } = await file('Trương Quỳnh Hoa', numbers)
    const { id: other } = await file('Trương Văn Hoa', { phone: '0918000111' }, true, NOW + 1)
    for (const typed of ['quynh truong', '0918 273 645', '7665', '69a 765 43', code, `hoa ${numbers.phone}`])
      expect([typed, await idsBy(typed)]).toEqual([typed, [id]])
    expect(await idsBy('hoa trương')).toEqual([other, id])
    for (const typed of ['Trương Quỳnh Hoa 0918000111', 'Quỳnh Văn', '0918273646'])
      expect([typed, await idsBy(typed)]).toEqual([typed, []])
    for (const typed of ['', '!!!']) expect([typed, await idsBy(typed)]).toEqual([typed, []])
    const list = createDossiers(engine).list
    expect(await list({ ...EVERYTHING, words: readSearch('quynh truong'), statuses: ['done'], limit: 5 })).toEqual([])
  })

  it('finds the few who have several common words together, on every page, though no part of them is looked at as a whole', async () => {
    const { dossierWords } = engine.tables
    const { mark } = engine.codec('dossier_words.word')
    const filed: DossierId[] = []
    for (let i = 0; i < 5; i++) filed.unshift((await file('Ung Khuê Vĩ', {}, true, NOW + i)).id)
    await file('Ung Khuê', {}, true, NOW + 9)
    const common = ['name:ung', 'name:khue', 'name:vi'].map(mark)
    await engine.write(async (db) => {
      for (const [w, word] of common.entries())
        for (let i = 0; i < 12_000; i += 500)
          await db.insert(dossierWords).values(
            Array.from({ length: 500 }, (_, n) => ({
              word,
              // Each word with dossiers of its own, before and after those that have all of them.
              dossier: `${n % 2 ? '0' : 'z'}-${w}-${i + n}` as DossierId,
            })),
          )
    })
    expect(await idsBy('Ung Khuê Vĩ')).toEqual(filed)
    const list = createDossiers(engine).list
    const first = await list({ ...EVERYTHING, words: readSearch('vĩ khuê ung'), limit: 2 })
    const { at, id } = first.at(-1)!
    const rest = await list({ ...EVERYTHING, words: readSearch('vĩ khuê ung'), limit: 9, after: { at, id } })
    expect([...first, ...rest].map((row) => row.id)).toEqual(filed)
    expect(await list({ ...EVERYTHING, words: readSearch('ung vĩ'), statuses: ['done'], limit: 9 })).toEqual([])
    await engine.write((db) => db.delete(dossierWords).where(inArray(dossierWords.word, common)))
  })

  it('finds a dossier by the number of each permit granted to it', async () => {
    const { dossier, permit } = await plantGranted(engine)
    expect(await idsBy(permit.number)).toEqual([dossier])
    expect(await idsBy(permit.number.toLowerCase().replace('-', ''))).toEqual([dossier])
  })

  it('goes on finding what a citizen filed who asked to be forgotten: the dossier stays, and so does the way to it', async () => {
    const { id } = await file('Sơn Thị Phêl')
    const { citizen } = (await createDossiers(engine).find(id))!
    await turnsOn(engine).turn(citizen, { forgets: true })
    expect(await idsBy('phel son')).toEqual([id])
  })

  it('gives words to what was filed before there were any, permits and all, and writes nothing twice', async () => {
    const { id } = await file('Kim Thị Sa Rây', { phone: '0918222333' }, false)
    const { dossier, permit } = await plantGranted(engine)
    expect(await idsBy('rây kim')).toEqual([])
    await writeAll()
    expect(await idsBy('rây kim')).toEqual([id])
    expect(await idsBy('0918222333')).toEqual([id])
    expect(await idsBy(`tuyết ${permit.number}`)).toEqual([dossier])
    const index = createWordIndex(engine)
    expect((await index.page(undefined, 1_000)).missing).toEqual([])
    const { last } = await index.page(undefined, 1)
    expect((await index.page(last, 1)).last).not.toEqual(last)
  })

  it('finds everything while the key is changed, and leaves nothing under the old one', async () => {
    const { id } = await file('Lâm Chí Dũng')
    const newer = keyOf('2030-b', 9)
    const both = await open(newer, key)
    const { dossierWords } = both.tables
    try {
      expect(await idsBy('dung lam', both)).toEqual([id])
      const before = new Set((await both.read.select().from(dossierWords)).map(({ word }) => word))
      await writeAll(both)
      const after = (await both.read.select().from(dossierWords)).map(({ word }) => word)
      expect(after.length).toBeGreaterThan(0)
      expect(after.filter((word) => before.has(word))).toEqual([])
      expect(await idsBy('dung lam', both)).toEqual([id])
    } finally {
      // Back under the first key for the other tests.
      await writeAll(engine)
      await both.close()
    }
  })

  it('knows no word without the key', async () => {
    await file('Thạch Sô Phia')
    const [stranger, plain] = [await open(keyOf('2030-a', 8)), await open()]
    try {
      const { mark } = engine.codec('dossier_words.word')
      const made = [stranger, plain].map((it) => it.codec('dossier_words.word').mark('name:phia'))
      expect(new Set([mark('name:phia'), ...made]).size).toBe(3)
      // Another index of the same key says other words.
      expect(engine.codec('other.word').mark('name:phia')).not.toBe(mark('name:phia'))
    } finally {
      await stranger.close()
      await plain.close()
    }
  })

  it('writes no word of anybody to the disk', async () => {
    await file('Quách Thị Tuyết Băng', { phone: '0918444555', citizenNumber: '096190088776', plate: '69C-888.77' })
    const traces = [
      'Quách',
      'quach',
      'băng',
      'Băng',
      '0918444555',
      '096190088776',
      '88776',
      '69C',
      '88877',
      'name:',
      'phone:',
    ]
    const rows = JSON.stringify(await engine.read.select().from(engine.tables.dossierWords))
    // Of two letters and digits by chance something stands in so many marks: only whole words are looked for there.
    expect(traces.filter((trace) => trace.length > 4 && rows.includes(trace))).toEqual([])
    if (name === 'PostgreSQL') return
    const files = readdirSync(own.dataDir).map((file) => readFileSync(join(own.dataDir, file)))
    const found = traces.filter((trace) => trace.length > 4 && files.some((bytes) => bytes.includes(trace)))
    expect([files.length > 0, found]).toEqual([true, []])
  })
})
