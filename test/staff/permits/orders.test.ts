import { describe, expect, it } from 'vitest'
import { HOUR } from '../../../src/kernel/clock.ts'
import { NOW, samplePermit } from '../../permits/sample.ts'
import { administrator, get, openDesk, post, signIn } from '../fakes.ts'

const ORDER = '/staff/permits/orders/trinh-dien-di-duong/end'

async function prepare() {
  const { app, clock, permitDesk, books } = await openDesk()
  books.permitRows.push(await samplePermit(), await samplePermit({ revokedAt: NOW }))
  const { cookie, csrf } = await signIn(app, administrator.email)
  const see = (url: string) => get(app, url, cookie)
  return { clock, ended: permitDesk.ended, see, end: (url: string) => post(app, url, { csrf }, { cookie }) }
}

describe('orders', () => {
  it('are listed with the kinds of permits that depend on them', async () => {
    const { body } = await (await prepare()).see('/staff/permits/orders')
    for (const part of ['lệnh hạn chế đi lại', 'giấy đi đường', 'thẻ đi chợ', `href="${ORDER}"`]) expect(body).toContain(part)
    expect(body.split('Đang áp dụng')).toHaveLength(3)
  }) // prettier-ignore

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
