import { posted } from '../../dossiers/posted.ts'
import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { aFile, administrator, clerk, get, officer, openDesk, signIn } from '../fakes.ts'
import { samplePermit } from '../../permits/sample.ts'

const MINUTE = 60_000

async function openTwo() {
  const desk = await openDesk()
  const dossier = desk.books.add({ applicant: 'Trần Thị Đượm' })
  const one = await signIn(desk.app)
  const two = await signIn(desk.app, clerk.email)
  const boss = await signIn(desk.app, administrator.email)
  const page = async ({ cookie }: { cookie: string }, path = '') =>
    get(desk.app, `/staff/dossiers/${dossier.id}${path}`, cookie)
  return { ...desk, dossier, one, two, boss, page }
}

describe('what somebody opens of a dossier', () => {
  it('is noted: its page, a file of it, the sheet of its permit, and once within five minutes', async () => {
    const { app, looks, books, attachments, contents, dossier, one, page, clock } = await openTwo()
    attachments.push(aFile({ dossier: dossier.id }))
    contents['aa'] = Buffer.from('ảnh')
    const permit = await samplePermit({ dossier: dossier.id })
    books.permitRows.push(permit)
    await page(one)
    await page(one)
    expect((await get(app, '/staff/files/a1', one.cookie)).statusCode).toBe(200)
    expect((await get(app, `/staff/permits/${permit.id}.pdf`, one.cookie)).statusCode).toBe(200)
    clock.now += 5 * MINUTE
    await page(one)
    expect(looks.rows.map(({ account, what }) => [account, what])).toEqual(
      ['page', 'file', 'print', 'page'].map((what) => [officer.id, what]),
    )
  })

  it('is not noted where there was nothing to see', async () => {
    const { app, looks, one } = await openTwo()
    for (const path of ['dossiers/none', 'files/none', 'permits/00000000000000ff.pdf'])
      expect((await get(app, `/staff/${path}`, one.cookie)).statusCode).toBe(404)
    expect(looks.rows).toEqual([])
  })

  it('is shown to nobody when it could not be noted', async () => {
    const { looks, one, page } = await openTwo()
    looks.views.note = () => Promise.reject(new Error('the disk is full'))
    const answer = await page(one)
    expect([answer.statusCode, answer.body.includes('Đượm')]).toEqual([500, false])
  })
})

describe('who else has a dossier open', () => {
  it('stands on its page, with how long ago, until they do something or five minutes have passed', async () => {
    const { two, one, page, clock, books, dossier } = await openTwo()
    await page(one)
    expect((await page(one)).body).not.toContain('Đang mở cùng lúc')
    clock.now += 2 * MINUTE
    expect((await page(two)).body).toContain('Đang mở cùng lúc: Lê Cán Bộ (2 phút trước).')
    books.change(
      dossier.id,
      {},
      {
        ...{
          type: 'forwarded',
          by: { type: 'staff', id: officer.id, name: officer.name },
          at: clock.now,
          status: 'processing',
        },
      },
    )
    expect((await page(two)).body).not.toContain('Đang mở cùng lúc')
    clock.now += 2 * MINUTE
    expect((await page(one)).body).toContain('Đang mở cùng lúc: Trần Biên Tập (2 phút trước).')
    clock.now += 3 * MINUTE
    expect((await page(one)).body).not.toContain('Trần Biên Tập (')
  })
})

describe('the page that says who opened a dossier', () => {
  it('names each with what and when, newest first, and has more pages when there are many', async () => {
    const { looks, one, two, boss, page, clock, dossier } = await openTwo()
    expect((await page(boss, '/views')).body).toContain('Chưa có cán bộ nào mở hồ sơ này.')
    await page(one)
    clock.now += MINUTE
    await page(two)
    const { body } = await page(boss, '/views')
    expect(body).toMatch(/Trần Biên Tập<.*Trang hồ sơ.*07:31 01\/05\/2030.*vừa xong.*Lê Cán Bộ<.*07:30 01\/05\/2030/s)
    for (let i = 0; i < 150; i++) await looks.views.note(dossier.id, `s${i + 20}` as StaffId, 'page', clock.now)
    const [, next = ''] = /href="([^"]+)">Xem các lần trước/.exec((await page(boss, '/views')).body) ?? []
    const rest = await page(boss, next.slice(next.indexOf('/views')))
    expect([rest.body.match(/<tr>/g)?.length, rest.body.includes('Xem các lần trước')]).toEqual([53, false])
  })

  it('is led to from the page of the dossier, for those who may see it', async () => {
    const { boss, two, page, dossier } = await openTwo()
    const way = `href="/staff/dossiers/${dossier.id}/views"`
    expect((await page(boss)).body).toContain(way)
    expect((await page(two)).body).not.toContain(way)
  })

  it.each([
    [posted(['leader']), {}, 200],
    [posted(['administrator']), {}, 200],
    [posted(['reception', 'specialist', 'editor']), {}, 403],
    [posted(['administrator']), { isReserved: 1 }, 403],
    [posted(['leader']), { isReserved: 1 }, 200],
    [[{ role: 'leader', agency: 'H12.99.001', since: '2025-01-01' }], { agency: 'H12.99', holder: 'H12.99' }, 403],
    [[{ role: 'leader', agency: 'H12.99.001', since: '2025-01-01' }], { agency: 'H12.99', holder: 'H12.99.001' }, 200],
  ] as const)(
    'is for leaders and administrators of where the dossier belongs or lies: %j, %j',
    async (postings, more, status) => {
      const desk = await openDesk()
      const dossier = desk.books.add(more)
      desk.accounts[0] = { ...desk.accounts[0]!, postings }
      const { cookie } = await signIn(desk.app)
      const answer = await get(desk.app, `/staff/dossiers/${dossier.id}/views`, cookie)
      expect([answer.statusCode, answer.body.includes('Trang này dành cho lãnh đạo')]).toEqual([status, status === 403])
    },
  )

  it('is not there for a dossier that is not there', async () => {
    const { app, boss } = await openTwo()
    expect((await get(app, '/staff/dossiers/none/views', boss.cookie)).statusCode).toBe(404)
  })
})
