import { describe, expect, it } from 'vitest'
import type { Actor, DossierAction } from '../../../src/dossiers/dossier.ts'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { NOW, samplePermit } from '../../permits/sample.ts'
import { openDesk, post, signIn } from '../fakes.ts'

const program: Actor = { type: 'program' }
const colleague: Actor = { type: 'staff', id: 's2' as StaffId, name: 'Trần Thị Thảo' }

describe('a page from before the program noted that a permit was delivered', () => {
  const REASON = 'Biển số xe không đúng với giấy tờ.'
  const returned: DossierAction = { type: 'returned', by: program, at: NOW - 1, status: 'returned' }

  async function openPage() {
    const { app, books } = await openDesk()
    const officer: Actor = { type: 'staff', id: 's1' as StaffId, name: 'Lê Cán Bộ' }
    const approved: DossierAction = { type: 'approved', by: officer, at: NOW - 2, status: 'done' }
    const dossier = books.add({ status: 'done' }, [approved])
    const permit = await samplePermit({ dossier: dossier.id })
    books.permitRows.push(permit)
    const { cookie, csrf } = await signIn(app)
    const send = (type: string, fields: Record<string, string>) =>
      post(app, `/staff/dossiers/${dossier.id}/${type}`, { csrf, revision: dossier.revision, ...fields }, { cookie })
    return { books, dossier, permit, send }
  }

  it.each(['revoke', 'take-back'])('still takes "%s" at the first press, preview and all', async (type) => {
    const { books, dossier, permit, send } = await openPage()
    books.change(dossier.id, { status: 'returned' }, returned)
    const fields = { words: REASON, permit: permit.id }
    expect((await send(type, fields)).statusCode).toBe(200)
    expect((await send(type, { ...fields, step: 'do' })).statusCode).toBe(303)
    // Pressed twice.
    expect((await send(type, { ...fields, step: 'do' })).statusCode).toBe(303)
    expect(books.decided).toHaveLength(1)
    expect(books.permitRows[0]?.revokedAt).toBeDefined()
  })

  it('is out of date for what the program did itself, and where a person came in between', async () => {
    const { books, dossier, permit, send } = await openPage()
    books.change(dossier.id, { status: 'returned' }, returned)
    expect((await send('return', { step: 'do' })).statusCode).toBe(409)
    books.change(dossier.id, {}, { ...returned, by: colleague, at: NOW + 1 })
    expect((await send('revoke', { words: REASON, permit: permit.id })).statusCode).toBe(409)
    expect(books.decided).toEqual([])
  })
})
