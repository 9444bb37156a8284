import { describe, expect, it } from 'vitest'
import type { NoticeKind } from '../../../src/dossiers/notices.ts'
import { NOW } from '../../permits/sample.ts'
import { administrator, type Desk, get, officer, openDesk, post, signIn } from '../fakes.ts'

const about = Date.parse('2030-05-02T17:00:00+07:00')
const tell = (desk: Desk, dossier: string, kind: NoticeKind, account = officer.id) =>
  desk.notices.notices.tell([{ account, dossier: dossier as never, kind, about, at: NOW }])

async function aDesk() {
  const desk = await openDesk()
  const dossier = desk.books.add()
  return { desk, dossier, ...(await signIn(desk.app)) }
}

describe('what somebody was told', () => {
  it('stands on a page of their own, the newest first, each with the way to its dossier', async () => {
    const { desk, dossier, cookie } = await aDesk()
    await tell(desk, dossier.id, 'soon')
    await tell(desk, dossier.id, 'late')
    await tell(desk, dossier.id, 'leader late', administrator.id)
    const { body } = await get(desk.app, '/staff/notices', cookie)
    expect(body.indexOf('Đã quá hạn: 17:00 thứ Năm 02/05/2030')).toBeLessThan(body.indexOf('Sắp đến hạn: 17:00'))
    expect(body).toContain(`href="/staff/dossiers/${dossier.id}"`)
    expect(body).toContain(`href="/staff/dossiers/${dossier.id}#form-apologise"`)
    expect(body).not.toContain('Hồ sơ của cơ quan')
  })

  it('is counted in the head of every page, and in that of none when all is seen', async () => {
    const { desk, dossier, cookie, csrf } = await aDesk()
    for (const kind of ['soon', 'late', 'idle'] as const) await tell(desk, dossier.id, kind)
    for (const path of ['/staff', '/staff/notices', '/staff/permits/waiting', '/staff/procedures', '/staff/account'])
      expect((await get(desk.app, path, cookie)).body).toContain('href="/staff/notices">Nhắc việc (3)<')
    await post(desk.app, '/staff/notices', { csrf, place: 2 }, { cookie })
    expect((await get(desk.app, '/staff', cookie)).body).toContain('>Nhắc việc (2)<')
    await post(desk.app, '/staff/notices', { csrf, upTo: 3 }, { cookie })
    const { body } = await get(desk.app, '/staff', cookie)
    expect(body).toContain('href="/staff/notices">Nhắc việc<')
    expect((await get(desk.app, '/staff/notices', cookie)).body).not.toContain('Đã xem tất cả')
  })

  it('is seen once its dossier is opened, by whoever opens it and not by others', async () => {
    const { desk, dossier, cookie } = await aDesk()
    await tell(desk, dossier.id, 'soon')
    await tell(desk, dossier.id, 'soon', administrator.id)
    const { body } = await get(desk.app, `/staff/dossiers/${dossier.id}`, cookie)
    expect(body).toContain('href="/staff/notices">Nhắc việc<')
    expect(desk.notices.rows.map(({ seenAt }) => seenAt !== undefined)).toEqual([true, false])
  })

  it('stands in the history of the dossier: who was told, when, and of what', async () => {
    const { desk, dossier, cookie } = await aDesk()
    await tell(desk, dossier.id, 'soon')
    await tell(desk, dossier.id, 'soon', administrator.id)
    const { body } = await get(desk.app, `/staff/dossiers/${dossier.id}`, cookie)
    const text = body.replace(/<[^>]+>/g, '')
    expect(text).toContain(
      'Đã nhắc Lê Cán Bộ, Phạm Quản Trị lúc 07:30 01/05/2030: Sắp đến hạn: 17:00 thứ Năm 02/05/2030',
    )
  })

  it('is nothing at first, and a form that names nothing does nothing', async () => {
    const { desk, dossier, cookie, csrf } = await aDesk()
    expect((await get(desk.app, '/staff/notices', cookie)).body).toContain('Chưa có việc nào cần nhắc')
    await tell(desk, dossier.id, 'soon')
    for (const place of ['', 'một', '-1', '1e99']) {
      const answer = await post(desk.app, '/staff/notices', { csrf, place }, { cookie })
      expect([answer.statusCode, desk.notices.rows[0]?.seenAt]).toEqual([303, undefined])
    }
  })
})

describe('the apology for what will be late', () => {
  const LATE = { status: 'processing', dueAt: NOW - 86_400_000 } as const

  it('lies ready on the page of the dossier, with its reason and its day', async () => {
    const { desk, cookie } = await aDesk()
    const dossier = desk.books.add(LATE)
    const { body } = await get(desk.app, `/staff/dossiers/${dossier.id}`, cookie)
    expect(body).toMatch(/<details open id="form-apologise">/)
    expect(body).toContain('Cơ quan cần thêm thời gian để xem xét hồ sơ.')
    expect(body).toMatch(/name="until"[^>]*value="2030-05-03"/)
    const early = desk.books.add({ ...LATE, dueAt: NOW + 30 * 86_400_000 })
    expect((await get(desk.app, `/staff/dossiers/${early.id}`, cookie)).body).not.toContain('form-apologise')
  })

  it('gives way to what somebody has typed', async () => {
    const { desk, cookie, csrf } = await aDesk()
    const { id, revision } = desk.books.add(LATE)
    const fields = { csrf, revision, words: 'Chờ', until: '2030-05-09' }
    const { body } = await post(desk.app, `/staff/dossiers/${id}/apologise`, fields, { cookie })
    expect(body).toMatch(/name="until"[^>]*value="2030-05-09"/)
    expect(body).not.toContain('>Cơ quan cần thêm thời gian')
  })
})
