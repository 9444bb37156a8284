import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'
import { describe, expect, it } from 'vitest'
import type { PostId } from '../../../src/kernel/ids.ts'
import { keepForm, packForm, unpackForm } from '../../../src/staff/frame/kept-form.ts'
import { NOW } from '../../permits/sample.ts'
import { SMALL_FLOW } from '../../procedures/small-flow.ts'
import { administrator, openDesk, PASSWORD, post, signIn } from '../fakes.ts'

const WORDS = 'Đề nghị bổ sung ảnh "mặt sau" căn cước & giấy hẹn.\nXin cảm ơn.'

/** Every address of staff that a form can be sent to, and a desk at which each of them means something. */
async function openedDesk() {
  const posts: string[] = []
  const collect = (message: unknown) =>
    void (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      if ([method].flat().includes('POST')) posts.push(url)
    })
  subscribe('fastify.initialization', collect)
  const desk = await openDesk()
  unsubscribe('fastify.initialization', collect)
  const { id } = desk.books.add({ status: 'accepted' })
  await desk.shelf.publishing.publish({ source: SMALL_FLOW, cases: '', by: 'flows/' })
  const bridge = 'cau-ho-phong' as PostId
  desk.permitDesk.posts.set(bridge, { id: bridge, name: 'Chốt cầu Hộ Phòng', openedAt: NOW, codeHash: 'old' })
  const known: Record<string, string> = { flow: 'thu-nghiem', type: 'ask', order: 'lenh-1' }
  const paths = posts
    .filter((url) => !/log(in|out)$|^\/staff\/password$/.test(url))
    .map((url) =>
      url
        .replace(/\/posts\/:id/, `/posts/${bridge}`)
        .replace(/:id/, id)
        .replace(/:([a-z]+)/g, (_, name: string) => known[name] ?? 'mau'),
    )
  return { ...desk, id, paths }
}

const unescape = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
const packedIn = (page: string) => /name="kept" value="([\w-]+)"/.exec(page)?.[1] ?? ''
/** What a browser would send for the fields that stand in a page's one form of ours. */
function fieldsOf(page: string): URLSearchParams {
  const [, own = ''] = /<main[^]*?(<form[^]*?<\/form>)/.exec(page) ?? []
  const fields = new URLSearchParams()
  for (const [, name = '', value = ''] of own.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    fields.append(name, unescape(value))
  for (const [, name = '', value = ''] of own.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g))
    fields.append(name, unescape(value))
  return fields
}
const sessionOf = (answer: { cookies: { name: string; value: string }[] }) =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

describe('a form that is sent when the session is over', () => {
  it('of every kind there is comes back filled after signing in, undone, and can be sent again', async () => {
    const desk = await openedDesk()
    expect(desk.paths.length).toBeGreaterThan(12)
    for (const path of desk.paths) {
      const before = JSON.stringify([desk.books.decided, [...desk.shelf.saved], [...desk.permitDesk.posts]])
      const door = await post(desk.app, path, { words: WORDS, revision: 1, csrf: 'of-before' })
      expect([path, door.statusCode, door.headers.location]).toEqual([path, 401, undefined])
      const credentials = { email: administrator.email, password: PASSWORD }
      const wrong = await post(desk.app, '/staff/login', { ...credentials, password: 'sai', kept: packedIn(door.body) })
      const opened = await post(desk.app, '/staff/login', { ...credentials, kept: packedIn(wrong.body) })
      expect([path, opened.statusCode]).toEqual([path, 200])
      expect(opened.body).toContain(`<form method="post" action="${path}">`)
      expect(JSON.stringify([desk.books.decided, [...desk.shelf.saved], [...desk.permitDesk.posts]])).toBe(before)
      const fields = fieldsOf(opened.body)
      expect([fields.get('words'), fields.get('revision')]).toEqual([WORDS, '1'])
      const again = await post(desk.app, path, Object.fromEntries(fields), { cookie: sessionOf(opened) })
      expect([path, again.statusCode === 401, again.body.includes('Nội dung chưa gửi')]).toEqual([path, false, false])
    }
  })

  it('is carried out when it is sent again, with what was typed', async () => {
    const { app, id, books } = await openedDesk()
    const path = `/staff/dossiers/${id}/ask`
    const door = await post(app, path, { words: WORDS, revision: 1, csrf: 'of-before' })
    const opened = await post(app, '/staff/login', {
      email: administrator.email,
      password: PASSWORD,
      kept: packedIn(door.body),
    })
    expect(opened.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(books.decided).toEqual([])
    await post(app, path, Object.fromEntries(fieldsOf(opened.body)), { cookie: sessionOf(opened) })
    expect(books.decided).toMatchObject([{ actions: [{ note: WORDS }] }])
  })

  it('is kept also when the session is another one by now, and is still refused', async () => {
    const { app, id, books } = await openedDesk()
    const { cookie, csrf } = await signIn(app)
    const path = `/staff/dossiers/${id}/ask`
    const refused = await post(app, path, { words: WORDS, revision: 1, csrf: 'of-before' }, { cookie })
    expect([refused.statusCode, books.decided.length]).toEqual([403, 0])
    const fields = fieldsOf(refused.body)
    expect([fields.get('words'), fields.get('csrf')]).toEqual([WORDS, csrf])
  })

  it('keeps the text of a long procedure, and says so when it is too long to keep', async () => {
    const { app } = await openedDesk()
    const source = 'Tên thủ tục này dài.\n'.repeat(5_000)
    const door = await post(app, '/staff/procedures/thu-nghiem/draft', { source, cases: '', revision: 3 })
    const opened = await post(app, '/staff/login', {
      email: administrator.email,
      password: PASSWORD,
      kept: packedIn(door.body),
    })
    expect(fieldsOf(opened.body).get('source')).toBe(source)
    const long = await post(app, '/staff/procedures/thu-nghiem/draft', { source: source.repeat(10), cases: '' })
    expect([long.statusCode, long.body]).toEqual([401, expect.stringContaining('quá dài để giữ ở đây')])
  })

  it.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' }])(
    'is not kept when another site sent it: %j',
    async (headers) => {
      const { app, id } = await openedDesk()
      const path = `/staff/dossiers/${id}/ask`
      const door = await post(app, path, { words: WORDS, revision: 1 }, headers)
      expect([door.statusCode, door.headers.location, door.body]).toEqual([303, '/staff/login', ''])
      const { cookie } = await signIn(app)
      expect((await post(app, path, { words: WORDS }, { cookie, ...headers })).body).not.toContain('mặt sau')
    },
  )

  it('stands in no address and no log', async () => {
    const { app, id, errors } = await openedDesk()
    const door = await post(app, `/staff/dossiers/${id}/ask`, { words: WORDS, revision: 1 })
    expect([door.headers.location, door.headers['cache-control'], errors]).toEqual([undefined, 'no-store', []])
  })
})

describe('a kept form', () => {
  it('is read back as it was', () => {
    const kept = keepForm('/staff/dossiers/a1/ask', { words: WORDS, approve: ['a', 'b'], csrf: 'x' })
    expect(kept).toEqual({ action: '/staff/dossiers/a1/ask', fields: { words: WORDS, approve: ['a', 'b'] } })
    expect(unpackForm(packForm(kept!))).toEqual(kept)
  })

  it.each([
    '//evil.example',
    'https://evil.example',
    '/staff/../p',
    '/staff//x',
    '/staff/a?b=c',
    '/staff/login',
    '/staff/logout',
    '/p/1',
    'javascript:x',
  ])('never leads to %s', (action) => {
    expect(keepForm(action, { words: WORDS })).toBeUndefined()
    expect(unpackForm(packForm({ action, fields: { words: WORDS } }))).toBeUndefined()
  })

  it.each([
    undefined,
    '',
    'x',
    'AAAA',
    7,
    ['a'],
    Buffer.from('{"action":"/staff/a","fields":[]}').toString('base64url'),
  ])('is not in %j', (packed) => {
    expect(unpackForm(packed)).toBeUndefined()
  })
})
