import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../../src/dossiers/dossier.ts'
import { NOW, samplePermit } from '../../permits/sample.ts'
import { posted } from '../../dossiers/posted.ts'
import { get, officer, openDesk, OUTSIDE, post, signIn, SLOW_FLOW } from '../fakes.ts'

const DAY = 86_400_000
const REASON = 'Chờ kết quả xác minh của Công an xã.'
const by = { type: 'staff', id: officer.id, name: officer.name } as const

async function openWorked(changes: Partial<Dossier> = {}) {
  const desk = await openDesk()
  const dossier = desk.books.add({ status: 'processing', dueAt: NOW + DAY, ...changes }, [
    { type: 'accepted', by, at: NOW, status: 'accepted', dueAt: NOW + DAY },
  ])
  const { cookie, csrf } = await signIn(desk.app)
  const path = `/staff/dossiers/${dossier.id}`
  return {
    ...desk,
    dossier,
    page: async () => (await get(desk.app, path, cookie)).body,
    send: (type: string, fields: Record<string, string>) =>
      post(desk.app, `${path}/${type}`, { csrf, revision: '1', words: REASON, ...fields }, { cookie }),
  }
}

describe('an apology with a new date', () => {
  it('is shown first with both dates, keeps the day through the last look, and is sent once', async () => {
    const { page, send, books } = await openWorked()
    expect(await page()).toMatch(
      /Xin lỗi và hẹn lại<.*<label for="until-apologise">Ngày hẹn lại<.*type="date" name="until" required/s,
    )
    const look = await send('apologise', { until: '2030-05-09' })
    expect(look.body).toMatch(/Hạn đã hẹn: 07:30 thứ Năm 02\/05\/2030\.\nHẹn lại: 17:00 thứ Năm 09\/05\/2030\./)
    expect(look.body).toContain('Hạn trả: 07:30 thứ Năm 02/05/2030 → <b>17:00 thứ Năm 09/05/2030</b>')
    expect(look.body).toContain('name="until" value="2030-05-09"')
    expect(books.decided).toEqual([])
    const sent = await send('apologise', { until: '2030-05-09', step: 'do' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, expect.stringMatching(/done=apologise$/)])
    expect(books.decided[0]?.row.dueAt).toBe(Date.parse('2030-05-09T17:00:00+07:00'))
    expect(await page()).not.toContain('/apologise"')
  })

  it('says what is wrong with a day, and keeps it and the words', async () => {
    const { send } = await openWorked()
    const answer = await send('apologise', { until: '2030-05-05', step: 'do' })
    expect(answer.statusCode).toBe(422)
    const because = 'Ngày 05/05/2030 cơ quan không làm việc. Ngày làm việc kế tiếp là 06/05/2030.'
    expect(answer.body).toContain(`<p class="wrong" id="wrong-until-apologise">${because}</p>`)
    expect(answer.body).not.toContain('wrong-words-apologise')
    expect(answer.body).toContain('value="2030-05-05"')
    expect(answer.body).toContain(`${REASON}</textarea>`)
    const short = await send('apologise', { until: '2030-05-09', words: 'x', step: 'do' })
    expect(short.body).toContain('id="wrong-words-apologise"')
    expect(short.body).not.toContain('wrong-until-apologise')
  })
})

describe('a dossier at an agency that is not competent', () => {
  it('says so, and that it is taken in for another one by when', async () => {
    const desk = await openDesk()
    const dossier = desk.books.add({ agency: 'H12.99.001', holder: OUTSIDE, flow: SLOW_FLOW })
    const { cookie, csrf } = await signIn(desk.app)
    const path = `/staff/dossiers/${dossier.id}`
    expect((await get(desk.app, path, cookie)).body).toContain('cơ quan này không có thẩm quyền giải quyết')
    expect((await post(desk.app, `${path}/accept`, { csrf, revision: '1' }, { cookie })).statusCode).toBe(303)
    const { body } = await get(desk.app, path, cookie)
    expect(body).toContain('thời hạn tính từ lúc cơ quan có thẩm quyền nhận hồ sơ')
    // A holiday: on its way at the start of the next working day.
    expect(body).toContain('xong trước <b>08:00 thứ Năm 02/05/2030</b>')
    expect(desk.books.decided[0]?.row.dueAt).toBeNull()
  })

  it('is named in the choice of another desk, which is asked whether it is meant', async () => {
    const { page, send, books } = await openWorked()
    expect(await page()).toContain(`<option value="${OUTSIDE}">UBND xã Biển Bạch (không có thẩm quyền)</option>`)
    const asked = await send('hand-over', { to: OUTSIDE, days: '3' })
    expect([asked.statusCode, books.decided]).toEqual([422, []])
    expect(asked.body).toMatch(/id="wrong-to-hand-over">UBND xã Biển Bạch không có thẩm quyền/)
    expect(asked.body).toMatch(/name="anyway" value="on"/)
    expect((await send('hand-over', { to: OUTSIDE, days: '3', anyway: 'on' })).statusCode).toBe(303)
  })
})

describe('the longer term of the law', () => {
  it('is offered where the procedure names its cases, and nowhere else', async () => {
    const { page, send, books } = await openWorked({ flow: SLOW_FLOW })
    expect(await page()).toMatch(/Tính thời hạn dài hơn<.*<option value="0">cần xác minh: 8 ngày làm việc</s)
    const look = await send('longer', { which: '0' })
    expect(look.body).toContain('name="which" value="0"')
    expect((await send('longer', { which: '0', step: 'do' })).statusCode).toBe(303)
    expect(books.decided[0]?.actions[0]).toMatchObject({ type: 'term lengthened', move: { longer: 0 } })
    expect(await (await openWorked()).page()).not.toContain('Tính thời hạn dài hơn')
  })
})

describe('a dossier that is stopped for a while', () => {
  it('says so in the history, and is gone on with by one button', async () => {
    const { page, send, books } = await openWorked({ flow: SLOW_FLOW })
    expect((await send('stop', {})).headers.location).toMatch(/done=stop$/)
    expect(books.decided[0]?.row).toMatchObject({ status: 'stopped', dueAt: null, lastAction: 'paused' })
    const body = await page()
    expect(body).toMatch(/<strong>Tạm dừng<\/strong>.*Chờ kết quả xác minh/s)
    expect(body).toMatch(/action="[^"]+\/forward".*>Xử lý tiếp<\/button>/s)
    expect(body).not.toContain('Mở lại để sửa kết quả')
  })
})

describe('a finished dossier', () => {
  it('is opened again by a leader, and the permit it granted ends with the last look’s warning', async () => {
    const { dossier, send, books } = await openWorked({ status: 'done' })
    books.permitRows.push(await samplePermit({ dossier: dossier.id }))
    const look = await send('reopen', {})
    expect(look.body).toContain('Giấy mất giá trị ngay')
    expect((await send('reopen', { step: 'do' })).statusCode).toBe(303)
    expect(books.decided[0]?.actions.map(({ type }) => type)).toEqual(['permit revoked', 'reopened'])
    expect(books.permitRows[0]?.revokedAt).toBe(NOW)
  })

  it('is not offered so to anybody else', async () => {
    const desk = await openDesk()
    const { id } = desk.books.add({ status: 'done' })
    desk.accounts[0] = { ...officer, postings: posted(['reception', 'specialist']) }
    const { cookie } = await signIn(desk.app)
    expect((await get(desk.app, `/staff/dossiers/${id}`, cookie)).body).not.toContain('Mở lại để sửa kết quả')
  })
})
