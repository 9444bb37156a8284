import { describe, expect, it } from 'vitest'
import type { DossierId, PermitId } from '../../../src/kernel/ids.ts'
import { samplePermit } from '../../permits/sample.ts'
import { get, openDesk, signIn } from '../fakes.ts'

async function prepare() {
  const { app, books } = await openDesk()
  const { cookie } = await signIn(app)
  const [first, second] = [books.add({ status: 'done' }), books.add({ status: 'done' })]
  const see = async (id: DossierId) => (await get(app, `/staff/dossiers/${id}`, cookie)).body
  const old = await samplePermit({ dossier: first.id })
  const fresh = { dossier: second.id, id: '00112233445566aa' as PermitId, number: 'AAAA-BBBB', replaces: old.id }
  return { books, see, old, fresh }
}

describe('the card of a permit', () => {
  it('leads from an extension to what it extends, and back', async () => {
    const { books, see, old, fresh } = await prepare()
    const times = { validFrom: old.validUntil, validUntil: Date.parse('2030-05-05T17:00:00+07:00') }
    books.permitRows.push(old, await samplePermit({ ...fresh, ...times }))
    const link = (permit: { dossier: string; id: string }) =>
      `href="/staff/dossiers/${permit.dossier}#permit-${permit.id}"`
    expect(await see(fresh.dossier)).toMatch(new RegExp(`Gia hạn của</dt><dd><a ${link(old)}>giấy đi đường số`))
    expect(await see(old.dossier)).toMatch(new RegExp(`Được gia hạn bằng</dt><dd><a ${link(fresh)}>`))
  })

  it('says what was made anew for the same time', async () => {
    const { books, see, old, fresh } = await prepare()
    books.permitRows.push(old, await samplePermit(fresh))
    expect(await see(fresh.dossier)).toContain('Cấp thay')
    expect(await see(old.dossier)).toContain('Được thay bằng')
  })

  it('calls a permit by its kind, and links nothing where there is nothing', async () => {
    const { books, see, old } = await prepare()
    books.permitRows.push({ ...old, kind: 'market-card' })
    const page = await see(old.dossier)
    expect(page).toContain('thẻ đi chợ số')
    expect(page).not.toMatch(/Gia hạn của|Cấp thay|Được thay|Được gia hạn/)
  })
})
