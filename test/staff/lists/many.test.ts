import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/dossiers/dossier.ts'
import type { DossierId, StaffId } from '../../../src/kernel/ids.ts'
import { MANY_ACTS } from '../../../src/staff/lists/many-acts.ts'
import { WORK_LISTS } from '../../../src/staff/lists/work-lists.ts'
import { posted } from '../../dossiers/posted.ts'
import { NOW } from '../../permits/sample.ts'
import { get, officer, openDesk, OUTSIDE, signIn } from '../fakes.ts'

async function openMany() {
  const desk = await openDesk()
  desk.accounts[0] = { ...desk.accounts[0]!, postings: posted(['reception', 'specialist'], 'H12.99') }
  const { cookie, csrf } = await signIn(desk.app)
  const send = async (fields: Record<string, string>, ...rows: Pick<Dossier, 'id' | 'revision'>[]) => {
    const answer = await desk.app.inject({
      method: 'POST',
      url: '/staff/many',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', cookie },
      payload: new URLSearchParams([
        ...Object.entries({ csrf, ...fields }),
        ...rows.map(({ id, revision }) => ['ticked', `${id}_${revision}`]),
      ]).toString(),
    })
    return { status: answer.statusCode, body: answer.body }
  }
  const rowOf = async (id: DossierId) => (await desk.books.dossiers.find(id))!
  return { ...desk, cookie, send, rowOf, page: async (path: string) => (await get(desk.app, path, cookie)).body }
}

const done = { step: 'do', words: '', to: '', until: '' }

describe('several dossiers at once', () => {
  it('are ticked by boxes that say which dossier is meant, all of a page by a link', async () => {
    const { books, page } = await openMany()
    const { id } = books.add({ code: 'ONE' })
    const list = await page('/staff?list=unclaimed')
    expect(list).toContain(`<label for="tick-${id}" class="unseen">Chọn hồ sơ ONE</label>`)
    expect(list).not.toContain('checked')
    expect(list).toContain('href="/staff?list=unclaimed&amp;tick=all">Chọn cả trang')
    const all = await page('/staff?list=unclaimed&tick=all')
    expect(all).toContain(`name="ticked" form="many" value="${id}_1" checked`)
    expect(all).toContain('href="/staff?list=unclaimed">Bỏ chọn')
    expect(await page('/staff?list=elsewhere')).not.toContain('action="/staff/many"')
  })

  it('offer what the roles of the reader allow', async () => {
    const { books, page, accounts } = await openMany()
    books.add()
    expect(await page('/staff')).toContain('<option value="accept">')
    accounts[0] = { ...accounts[0]!, postings: posted(['specialist']) }
    expect(await page('/staff')).not.toContain('<option value="accept">')
  })

  it('are shown once more before anything is done, with what cannot be done and why', async () => {
    const { books, send, rowOf } = await openMany()
    const [free, theirs, changed] = [
      books.add({ code: 'FREE', applicant: 'Trần <b>' }),
      books.add({ code: 'THEIRS', handler: 's2' as StaffId }),
      books.add({ code: 'CHANGED' }),
    ]
    books.change(changed.id, { status: 'accepted' }, { type: 'accepted', by: { type: 'staff', id: 's2' as StaffId, name: 'B' }, at: NOW, status: 'accepted' }) // prettier-ignore
    const { status, body } = await send({ act: 'take', back: 'list=unclaimed' }, free, theirs, changed)
    expect(status).toBe(200)
    expect(body).toContain('Nhận xử lý: 1 hồ sơ?')
    expect(body).toContain('Trần &lt;b>')
    expect(body).toMatch(/THEIRS<\/a>: Hồ sơ đang do [^<]*xử lý/)
    expect(body).toMatch(/CHANGED<\/a>: Hồ sơ đã thay đổi từ lúc mở trang/)
    expect(body).toContain('href="/staff?list=unclaimed">Chưa, quay lại')
    expect(books.decided).toEqual([])
    expect((await rowOf(free.id)).handler).toBeNull()
  })

  it('are each done alone: one that was changed meanwhile is told, the others are done', async () => {
    const { books, send, rowOf } = await openMany()
    const [first, changed, last] = [books.add({ code: 'A' }), books.add({ code: 'B' }), books.add({ code: 'C' })]
    books.change(changed.id, {}, { type: 'noted', by: { type: 'staff', id: 's2' as StaffId, name: 'B' }, at: NOW, status: 'registered' }) // prettier-ignore
    const { body } = await send({ act: 'take', back: 'list=unclaimed', ...done }, first, changed, last)
    expect(body).toContain('Làm được 2 hồ sơ, không làm được 1 hồ sơ.')
    expect(body).toMatch(/>B<\/a>: Hồ sơ đã thay đổi từ lúc mở trang/)
    expect(
      (await Promise.all([first, changed, last].map(({ id }) => rowOf(id)))).map(({ handler }) => handler),
    ).toEqual([officer.id, null, officer.id])
  })

  it('sent twice are done once, and said to be done both times', async () => {
    const { books, send } = await openMany()
    const rows = [books.add({ code: 'A' }), books.add({ code: 'B' })]
    for (const act of ['take', 'accept'] as const) {
      const now = await Promise.all(rows.map(async ({ id }) => (await books.dossiers.find(id))!))
      const before = books.decided.length
      for (let time = 0; time < 2; time++)
        expect((await send({ act, back: '', ...done }, ...now)).body).toContain('Làm được 2 hồ sơ, không làm được 0')
      expect(books.decided.length - before).toBe(2)
    }
  })

  it('ask for a colleague, keep the note that was typed, and give all the work to whom was chosen', async () => {
    const { books, send, rowOf } = await openMany()
    const rows = [books.add(), books.add()]
    const asked = await send({ act: 'assign', back: '' }, ...rows)
    expect(asked.body).toContain('<option value="s2">Trần Biên Tập</option>')
    const wrong = await send({ act: 'assign', back: '', ...done, words: 'Gấp' }, ...rows)
    expect([wrong.status, books.decided]).toEqual([422, []])
    expect(wrong.body).toContain('Xin chọn một người đang làm việc ở cơ quan này.')
    expect(wrong.body).toContain('>Gấp</textarea>')
    const { body } = await send({ act: 'assign', back: '', ...done, to: 's2', words: 'Gấp' }, ...rows)
    expect(body).toContain('Làm được 2 hồ sơ')
    expect((await Promise.all(rows.map(({ id }) => rowOf(id)))).map(({ handler }) => handler)).toEqual(['s2', 's2'])
    expect(books.decided[0]?.actions[0]).toMatchObject({ type: 'assigned', note: 'Gấp' })
  })

  it.each(['', '2030-05-01', '2031-05-01', 'mai'])('are not put aside until “%s”', async (until) => {
    const { books, send } = await openMany()
    const row = books.add({ handler: officer.id })
    const { status, body } = await send({ act: 'put-aside', back: '', ...done, until }, row)
    expect([status, books.decided]).toEqual([422, []])
    expect(body).toContain('Xin chọn một ngày từ ngày mai')
    expect((await send({ act: 'put-aside', back: '', ...done, until: '2030-05-03' }, row)).body).toContain('Làm được 1')
  })

  it('are handed over together, each of their citizens told', async () => {
    const { books, send, rowOf } = await openMany()
    const rows = [books.add(), books.add({ status: 'done' })]
    const asked = await send({ act: 'hand-over', back: '' }, ...rows)
    expect(asked.body).toContain('<option value="H12.99.001">UBND phường An Xuyên</option>')
    expect(asked.body).not.toContain('UBND xã Cũ')
    const wrong = await send({ act: 'hand-over', back: '', ...done, to: 'H12.99.900', days: '0' }, rows[0]!)
    expect([wrong.status, wrong.body.includes('không còn hoạt động')]).toEqual([422, true])
    const { body } = await send({ act: 'hand-over', back: '', ...done, to: 'H12.99.001', days: '0' }, ...rows)
    expect(body).toContain('Làm được 1 hồ sơ, không làm được 1')
    expect((await rowOf(rows[0]!.id)).holder).toBe('H12.99.001')
    expect(books.decided[0]?.messages).toHaveLength(1)
  })

  it('are handed to an agency that is not competent only when that is said, and what was chosen is kept', async () => {
    const { books, send } = await openMany()
    const row = books.add()
    const to = { act: 'hand-over', back: '', ...done, to: OUTSIDE, days: '2' }
    const asked = await send(to, row)
    expect([asked.status, books.decided]).toEqual([422, []])
    expect(asked.body).toContain('UBND xã Biển Bạch không có thẩm quyền giải quyết hồ sơ này')
    expect(asked.body).toMatch(
      /<option value="H12\.99\.002" selected>[^]*name="anyway" value="on"[^]*name="days"[^>]*value="2"/,
    )
    expect((await send({ ...to, anyway: 'on' }, row)).body).toContain('Làm được 1 hồ sơ')
  })

  it('say nothing of a dossier of another agency, not even its code', async () => {
    const { books, send } = await openMany()
    const row = books.add({ code: 'SECRET', agency: 'H12.99.001', holder: 'H12.99.001', applicant: 'Trần Thị Kín' })
    for (const step of ['ask', 'do']) {
      const { body } = await send({ act: 'take', back: '', ...done, step }, row)
      expect(body).not.toMatch(/SECRET|Kín/)
    }
    expect(books.decided).toEqual([])
  })

  it.each([[[]], [[{ id: 'no/such' as DossierId, revision: 1 }]]])(
    'of which none is ticked are asked for: %j',
    async (rows) => {
      const { send } = await openMany()
      const { status, body } = await send({ act: 'take', back: 'list=mine' }, ...rows)
      expect(status).toBe(422)
      expect(body).toContain('Chưa chọn hồ sơ nào')
      expect(body).toContain('href="/staff?list=mine"')
    },
  )

  it('are as many as a page has rows, and no more', async () => {
    const { books, send } = await openMany()
    const rows = Array.from({ length: 60 }, () => books.add())
    expect((await send({ act: 'take', back: '', ...done }, ...rows)).body).toContain('Làm được 50 hồ sơ')
  })

  it('have acts in every list that are known', () => {
    for (const list of WORK_LISTS) for (const act of 'many' in list ? list.many : []) expect(MANY_ACTS).toContain(act)
  })
})
