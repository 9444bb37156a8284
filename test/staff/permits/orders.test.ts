import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../../src/kernel/clock.ts'
import { NOW, samplePermit } from '../../permits/sample.ts'
import { administrator, get, openDesk, post, signIn } from '../fakes.ts'

const ORDER = '/staff/permits/orders/trinh-dien-di-duong/end'

async function prepare() {
  const { app, clock, permitDesk, books } = await openDesk()
  books.permitRows.push(await samplePermit(), await samplePermit({ revokedAt: NOW }))
  const { cookie, csrf } = await signIn(app, administrator.email)
  const see = (url: string) => get(app, url, cookie)
  const { ended, resumed } = permitDesk
  const send = (url: string, fields: Record<string, string> = {}) => post(app, url, { ...fields, csrf }, { cookie })
  return { clock, ended, resumed, see, end: send, send }
}

describe('orders', () => {
  it('are listed with the kinds of permits that depend on them', async () => {
    const { body } = await (await prepare()).see('/staff/permits/orders')
    for (const part of ['lệnh hạn chế đi lại', 'giấy đi đường', 'thẻ đi chợ', `href="${ORDER}"`])
      expect(body).toContain(part)
    expect(body.split('Đang áp dụng')).toHaveLength(3)
  })

  it('end after a second look that says what follows, once', async () => {
    const { clock, ended, see, end } = await prepare()
    const question = (await see(ORDER)).body
    expect(question).toContain('Mọi giấy đi đường còn hạn hết giá trị')
    expect(question).toContain('<b>1 giấy còn hạn</b> và <b>0 hồ sơ chờ duyệt</b>')
    expect(ended.size).toBe(0)
    expect((await end(ORDER)).headers.location).toBe('/staff/permits/orders?done=end')
    clock.now += HOUR
    await end(ORDER)
    expect([...ended]).toEqual([['trinh-dien-di-duong', NOW]])
    expect((await see('/staff/permits/orders')).body).toContain('Hết áp dụng từ 07:30 01/05/2030')
    expect((await see(ORDER)).statusCode).toBe(404)
  })

  it('do not end when no kind depends on them', async () => {
    const { ended, see, end } = await prepare()
    for (const name of ['khong-co', '..%2f', 'x'.repeat(90)]) {
      expect((await see(`/staff/permits/orders/${name}/end`)).statusCode).toBe(404)
      expect((await end(`/staff/permits/orders/${name}/end`)).statusCode).toBe(404)
    }
    expect(ended.size).toBe(0)
  })
})

describe('an order that was ended by mistake', () => {
  const RESUME = ORDER.replace('/end', '/resume')

  it('is applied again after a second look that says what follows, with a reason', async () => {
    const { ended, resumed, see, send } = await prepare()
    expect((await see(RESUME)).statusCode).toBe(404)
    await send(ORDER)
    expect((await see('/staff/permits/orders')).body).toContain(`href="${RESUME}"`)
    ended.set('trinh-dien-di-duong', NOW - DAY + 1)
    const question = (await see(RESUME)).body
    for (const part of ['<b>1 giấy chưa hết hạn</b>', 'Mã QR cũ vẫn không dùng được', 'Lý do áp dụng lại'])
      expect(question).toContain(part)
    const refused = await send(RESUME, { reason: ' nh ' })
    expect([refused.statusCode, ended.size]).toEqual([422, 1])
    for (const part of ['<title>Lỗi: ', 'id="wrong-reason">Xin ghi lý do', 'aria-invalid', '>nh</textarea>'])
      expect(refused.body).toContain(part)
    const { location } = (await send(RESUME, { reason: 'Ghi nhầm lệnh.' })).headers
    expect(location).toBe('/staff/permits/orders?done=resume')
    expect((await see(String(location))).body).toContain('Lệnh được áp dụng lại.')
    expect([ended.size, [...resumed]]).toEqual([0, [['trinh-dien-di-duong', 'Ghi nhầm lệnh.']]])
    // A second administrator who had the page open changes nothing.
    expect((await send(RESUME, { reason: 'Lý do khác.' })).statusCode).toBe(303)
    expect([...resumed.values()]).toEqual(['Ghi nhầm lệnh.'])
    expect((await see('/staff/permits/orders')).body.split('Đang áp dụng')).toHaveLength(3)
  })

  it('stays ended after a day', async () => {
    const { ended, see, send } = await prepare()
    ended.set('trinh-dien-di-duong', NOW - DAY)
    expect((await see('/staff/permits/orders')).body).not.toContain(RESUME)
    const late = await see(RESUME)
    expect([late.statusCode, late.body]).toEqual([404, expect.stringContaining('đã quá 24 giờ')])
    await send(RESUME, { reason: 'Ghi nhầm lệnh.' })
    expect(ended.size).toBe(1)
  })
})
