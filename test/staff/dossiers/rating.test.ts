import { describe, expect, it } from 'vitest'
import type { DossierAction } from '../../../src/dossiers/dossier.ts'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { NOW } from '../../permits/sample.ts'
import { clerk, EMAIL, get, officer, openDesk, signIn } from '../fakes.ts'

const administrator = { ...officer, id: 's9' as StaffId, email: 'quan.tri@example.vn', role: 'administrator' as const }
const handledBy = ({ id, name }: { id: StaffId; name: string }): DossierAction => ({
  ...{ type: 'returned', by: { type: 'staff', id, name }, at: NOW, status: 'returned' },
})

/** The page of a rated dossier as somebody sees it. */
async function pageFor(email: string, ...actions: DossierAction[]): Promise<string> {
  const desk = await openDesk()
  desk.accounts.push(administrator)
  const { id } = desk.books.add({ status: 'returned' }, actions)
  desk.ratings.set(id, { score: 2, comment: 'Phải đi lại <ba> lần', at: NOW })
  const { cookie } = await signIn(desk.app, email)
  return (await get(desk.app, `/staff/dossiers/${id}`, cookie)).body
}

describe('what a citizen thought of the service', () => {
  it('is shown to an administrator who took no part in the dossier: score, words and when', async () => {
    const page = await pageFor(administrator.email, handledBy(officer))
    expect(page).toContain('Đánh giá của người dân')
    expect(page).toMatch(/<b>2\/5<\/b>.*07:30 01\/05\/2030.*“Phải đi lại &lt;ba> lần”/)
  })

  it.each([
    ['the officer who handled it', EMAIL, handledBy(officer)],
    ['an officer who may yet handle it', EMAIL, handledBy(administrator)],
    ['a clerk', clerk.email, handledBy(officer)],
    ['an administrator who handled it', administrator.email, handledBy(administrator)],
  ])('is not shown to %s, who is promised not to see who rated', async (_, email, action) => {
    const page = await pageFor(email, action)
    expect(page).toContain('Quá trình')
    expect(page).not.toMatch(/Đánh giá|2\/5|ba&gt; lần|đi lại/)
  })

  it('leaves no trace on the page where there is none', async () => {
    const desk = await openDesk()
    desk.accounts.push(administrator)
    const { id } = desk.books.add({ status: 'returned' })
    const { cookie } = await signIn(desk.app, administrator.email)
    expect((await get(desk.app, `/staff/dossiers/${id}`, cookie)).body).not.toContain('Đánh giá')
  })
})
