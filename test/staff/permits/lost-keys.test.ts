import { describe, expect, it } from 'vitest'
import { posted } from '../../dossiers/posted.ts'
import { administrator, get, openDesk, post, signIn } from '../fakes.ts'

const LIST = '/staff/permits/lost-keys'
const KEY = `${LIST}/0102`

async function prepare() {
  const { app, permitDesk } = await openDesk()
  const { cookie, csrf } = await signIn(app, administrator.email)
  return {
    ...permitDesk,
    see: async (url: string) => get(app, url, cookie),
    send: (url: string) => post(app, url, { csrf }, { cookie }),
  }
}

describe('permits under a lost key', () => {
  it('are made anew all at once, after a look at how many they are', async () => {
    const { see, send, begun } = await prepare()
    expect((await see(LIST)).body).toContain(`href="${KEY}"`)
    const question = (await see(KEY)).body
    for (const part of ['<b>3 giấy còn hạn</b>', 'Cấp lại 3 giấy', 'Mỗi giấy chỉ được cấp lại một lần'])
      expect(question).toContain(part)
    expect(begun).toEqual([])
    expect((await send(KEY)).headers.location).toBe(`${LIST}?done=begin`)
    expect(begun).toEqual(['0102'])
    const after = (await see(`${LIST}?done=begin`)).body
    for (const part of ['Đã bắt đầu cấp lại', 'Đang cấp lại, còn 3 giấy']) expect(after).toContain(part)
    expect(after).not.toContain(`href="${KEY}"`)
  })

  it('are not asked about where none is left, or there is no such key', async () => {
    const { see, send, begun, lost } = await prepare()
    lost.set('0102', 0)
    for (const url of [KEY, `${LIST}/0199`, `${LIST}/..%2f`]) {
      expect((await see(url)).statusCode).toBe(404)
      expect((await send(url)).headers.location).toBe(LIST)
    }
    expect(begun).toEqual([])
    expect((await see(LIST)).body).toContain('Không còn giấy nào')
  })

  it('wait for a key to sign with, which is said', async () => {
    const { see, send, begun, isKeyless } = await prepare()
    isKeyless.now = true
    expect((await see(LIST)).body).toContain('Chưa có khóa mới đang dùng')
    expect((await see(KEY)).statusCode).toBe(404)
    await send(KEY)
    expect(begun).toEqual([])
  })

  it('are the province’s: an agency’s administrator neither sees nor makes them, and is shown no way there', async () => {
    const desk = await openDesk()
    const at = desk.accounts.findIndex(({ id }) => id === administrator.id)
    desk.accounts[at] = { ...administrator, postings: posted(['administrator'], 'H12.99.001') }
    const { cookie, csrf } = await signIn(desk.app, administrator.email)
    expect((await get(desk.app, '/staff/posts', cookie)).body).not.toContain(LIST)
    for (const url of [LIST, KEY]) {
      const answer = await get(desk.app, url, cookie)
      expect([answer.statusCode, answer.body.includes('quản trị cấp tỉnh')]).toEqual([403, true])
    }
    expect((await post(desk.app, KEY, { csrf }, { cookie })).statusCode).toBe(403)
    expect(desk.permitDesk.begun).toEqual([])
  })

  it('are none where no key was lost', async () => {
    const { see, lost } = await prepare()
    lost.clear()
    expect((await see(LIST)).body).toContain('Chưa có khóa nào bị thu hồi.')
  })
})
