import { describe, expect, it } from 'vitest'
import { createActByProgram, type ProgramRequest } from '../../src/casework/act-by-program.ts'
import type { DossierId, PermitId } from '../../src/kernel/ids.ts'
import { NOW, samplePermit } from '../permits/sample.ts'
import { inMemoryDossiers } from './in-memory.ts'

const names = {
  ...{ procedureName: () => 'Cấp giấy', agencyName: () => 'Trung tâm' },
  ...{ kindOf: () => undefined, rateFlow: () => undefined },
}

async function prepare({ stale = 0 }: { stale?: number } = {}) {
  const books = inMemoryDossiers()
  const row = books.add({ status: 'done' })
  books.permitRows.push(await samplePermit({ dossier: row.id }))
  const named = books.permitRows[0]!
  let tries = 0
  const commit: typeof books.changes.commit = async (change) =>
    ++tries <= stale ? 'stale' : books.changes.commit(change)
  const { dossiers, permits } = books
  const act = createActByProgram({ dossiers, permits, changes: { commit }, names })
  const run = (more: Partial<ProgramRequest>) =>
    act({ dossier: row.id, act: { type: 'deliver' }, named, permitName: 'giấy đi đường', at: NOW, ...more })
  return { books, row, named, run, tried: () => tries }
}

const end = { type: 'end-permit', title: 'giãn cách', since: NOW } as const

describe('an act of the program', () => {
  it('is written with what belongs to it', async () => {
    const { run, books, named } = await prepare()
    expect(await run({ act: end, with: { endedWith: 'lenh-1' } })).toBe('done')
    expect(books.decided).toMatchObject([
      { at: NOW, endedWith: 'lenh-1', ended: { permits: [named.id] }, actions: [{ by: { type: 'program' } }] },
    ])
    expect(books.decided[0]).not.toHaveProperty('granted')
    expect(JSON.stringify(books.decided[0]?.messages)).toContain(`nên giấy đi đường số ${named.number} hết giá trị`)
  })

  it('brings the permit along that takes the place of the old one', async () => {
    const { run, books, named } = await prepare()
    const anew = await samplePermit({ id: 'aa'.repeat(8) as PermitId, number: 'MỚI-2' })
    expect(await run({ act: { type: 're-issue' }, anew })).toBe('done')
    expect(books.decided[0]).toMatchObject({ granted: anew, ended: { permits: [named.id] } })
    expect(JSON.stringify(books.decided[0]?.messages)).toContain('thay bằng giấy số MỚI-2')
  })

  it('is tried again at once when somebody was faster, three times in all', async () => {
    const twice = await prepare({ stale: 2 })
    expect([await twice.run({}), twice.tried()]).toEqual(['done', 3])
    const always = await prepare({ stale: 9 })
    expect([await always.run({}), always.tried(), always.books.decided]).toEqual(['stale', 3, []])
  })

  it('is judged anew each time: what was revoked meanwhile is not ended again', async () => {
    const { run, books, named, tried } = await prepare({ stale: 1 })
    const find = books.permits.find
    books.permits.find = async (id) => ({ ...(await find(id))!, revokedAt: NOW })
    expect([await run({ act: end }), tried()]).toEqual(['gone', 1])
    expect(named.revokedAt).toBeUndefined()
  })

  it('goes on with the permit it knows when that cannot be read again', async () => {
    const { run, books } = await prepare({ stale: 1 })
    books.permits.find = async () => undefined
    expect(await run({ act: end })).toBe('done')
  })

  it('is over where there is no such dossier or it may not be done any more', async () => {
    const { run, books, row, tried } = await prepare()
    expect(await run({ dossier: 'no such' as DossierId })).toBe('gone')
    books.change(row.id, { status: 'returned' })
    expect([await run({}), tried()]).toEqual(['gone', 0])
  })
})
