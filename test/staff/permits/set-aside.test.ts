import { describe, expect, it } from 'vitest'
import type { SetAsideRow } from '../../../src/turns/set-aside.ts'
import { NOW } from '../../permits/sample.ts'
import { administrator, get, openDesk, post, signIn } from '../fakes.ts'

const row = (seq: number, more: Partial<SetAsideRow> = {}): SetAsideRow => ({
  ...{ seq, what: 'user_send_text', receivedAt: NOW, setAsideAt: NOW + 60_000, reason: 'TypeError', isBlank: false },
  ...more,
})

async function prepare(...rows: SetAsideRow[]) {
  const { app, permitDesk } = await openDesk()
  for (const one of rows) permitDesk.aside.set(one.seq, one)
  const { cookie, csrf } = await signIn(app, administrator.email)
  const see = (url: string) => get(app, url, cookie)
  return { permitDesk, see, press: (url: string) => post(app, url, { csrf }, { cookie }) }
}

describe('what was set aside', () => {
  it('is listed with its kind, its times and its code, and the way to another try', async () => {
    const { see } = await prepare(row(7), row(8, { what: 'no_such_event', reason: 'storage 22021' }))
    const { body } = await see('/staff/set-aside')
    for (const part of [
      '<b>2 tin</b>',
      'Tin nhắn',
      '07:30 01/05/2030',
      '07:31 01/05/2030',
      'TypeError',
      'Sự kiện khác',
    ])
      expect(body).toContain(part)
    expect(body).toContain('href="/staff/set-aside/7/again"')
    expect(body).toContain('aria-current="page"')
  })

  it('is nothing most of the time, and the page says so', async () => {
    const { see } = await prepare()
    expect((await see('/staff/set-aside')).body).toContain('Không có tin nào')
  })

  it('is tried again after a second look, once', async () => {
    const { permitDesk, see, press } = await prepare(row(7), row(8))
    expect((await see('/staff/set-aside/7/again')).body).toContain('Xử lý lại?')
    expect(permitDesk.aside.size).toBe(2)
    expect((await press('/staff/set-aside/7/again')).headers.location).toBe('/staff/set-aside?again=1')
    expect(permitDesk.rungTurns).toEqual(['citizen-7'])
    expect((await see('/staff/set-aside?again=1')).body).toContain('cho 1 người dân')
    expect((await press('/staff/set-aside/7/again')).headers.location).toBe('/staff/set-aside?again=0')
    expect((await see('/staff/set-aside?again=0')).body).toContain('Không còn tin nào để xử lý lại')
    expect((await see('/staff/set-aside/7/again')).statusCode).toBe(404)
    expect([...permitDesk.aside.keys()]).toEqual([8])
  })

  it('is tried again all at once, apart from what is no longer kept', async () => {
    const { permitDesk, see, press } = await prepare(row(1), row(2), row(3, { isBlank: true }))
    expect((await see('/staff/set-aside')).body).toContain('Nội dung không còn được giữ')
    expect((await see('/staff/set-aside/3/again')).statusCode).toBe(404)
    expect((await see('/staff/set-aside/all/again')).body).toContain('2 tin')
    await press('/staff/set-aside/all/again')
    expect([...permitDesk.aside.keys()]).toEqual([3])
  })

  it('does not exist under any other name', async () => {
    const { see, press } = await prepare(row(7))
    for (const name of ['x', '-1', '7.5', '9'.repeat(20), '..%2f']) {
      expect((await see(`/staff/set-aside/${name}/again`)).statusCode).toBe(404)
      expect((await press(`/staff/set-aside/${name}/again`)).statusCode).toBe(404)
    }
  })
})
