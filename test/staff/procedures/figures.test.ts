import { describe, expect, it } from 'vitest'
import { UNCOUNTED } from '../../../src/conversation/session/turned.ts'
import { changed } from '../../procedures/small-flow.ts'
import { openShelf, PATH } from './shelf.ts'

describe('the figures of a procedure', () => {
  it('tell where most people leave, step by step, of one version', async () => {
    const { get, shelf } = await openShelf()
    shelf.counts.push(
      {
        ...UNCOUNTED,
        flow: 'thu-nghiem',
        version: 1,
        step: 'hoi',
        reached: 40,
        answered: 30,
        failed: 5,
        typed: 33,
        missed: 5,
      },
      { ...UNCOUNTED, flow: 'thu-nghiem', version: 1, step: 'chon', reached: 30, answered: 12, typed: 7 },
    )
    shelf.pinned.push({ flow: 'thu-nghiem', version: 1, step: 'chon', citizens: 2 })
    const { body } = await get(`${PATH}/funnel?version=1&days=7`)
    expect(body).toMatch(/Bản 1, 7 ngày gần đây/)
    expect(body).toMatch(/Nhiều người bỏ dở nhất ở bước <b class="mono">chon<\/b>: 16 trong 30 người đã đến \(53 %\)/)
    expect(body).toMatch(/hoi<[^]*>40<[^]*30 [^]*75 %[^]*>5<[^]*>33<[^]*>85 %<[^]*>0<[^]*10 [^]*25 %/)
    expect(body).toMatch(/chon<[^]*>30<[^]*>0<[^]*>7<[^]*>100 %</)
    expect(body).toContain('Máy hiểu được 88 % trong 40 tin người dân gõ')
    expect(body).toContain('funnel.svg?version=1&amp;days=7')
  })

  it('say that nobody came', async () => {
    const { get } = await openShelf()
    expect((await get(`${PATH}/funnel`)).body).toContain('Chưa có ai đi qua bản 1 trong 30 ngày này')
    expect((await get(`${PATH}/funnel?version=99&days=abc`)).statusCode).toBe(200)
  })
})

describe('the drawing of a procedure', () => {
  it('is a picture that can do nothing, of the draft or of what is in force', async () => {
    const { get, save } = await openShelf()
    await save(changed('next: chon', 'next: chonn'))
    for (const path of [`${PATH}/drawing.svg`, `${PATH}/drawing.svg?of=draft`, `${PATH}/funnel.svg?version=1`]) {
      const { headers, body, statusCode } = await get(path)
      expect([statusCode, headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8'])
      expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
      expect(body).toMatch(/^<svg/)
    }
    expect((await get(`${PATH}/drawing.svg?of=draft`)).body).not.toBe((await get(`${PATH}/drawing.svg`)).body)
  })

  it('is not there for a text that cannot be read', async () => {
    const { get, save } = await openShelf()
    await save('flow: [')
    expect((await get(`${PATH}/drawing.svg?of=draft`)).statusCode).toBe(404)
    expect((await get(PATH)).body).toContain('Chưa vẽ được')
  })
})
