import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { get, openDesk, post, signIn } from '../fakes.ts'

describe('every page of staff', () => {
  it('runs no script but one of its own, loads nothing from elsewhere, stands in no frame and stays in no cache', async () => {
    const { app, books } = await openDesk()
    const { cookie } = await signIn(app)
    for (const path of ['/staff', '/staff/login', `/staff/dossiers/${books.add().id}`, '/staff/nothing']) {
      const { headers, body } = await get(app, path, path === '/staff/login' ? undefined : cookie)
      // Lists and dossiers have keys, by a script of the desk's own; a list asks for its counts as well.
      const scripts = path === '/staff' || path.startsWith('/staff/dossiers/') ? " script-src 'self';" : ''
      const counts = path === '/staff' ? "; connect-src 'self'" : ''
      expect(headers['content-security-policy']).toBe(
        `default-src 'none';${scripts} style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'${counts}`,
      )
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      })
      expect(body).not.toMatch(/<script(?! type="module" src="\/staff\/)| style="|<style| on\w+="/)
    }
  })

  it('is Vietnamese, has a title, one heading, one main part and a way past the header', async () => {
    const { app, books } = await openDesk()
    const { cookie } = await signIn(app)
    for (const path of ['/staff', `/staff/dossiers/${books.add({ status: 'accepted' }).id}`, '/staff/nothing']) {
      const { body } = await get(app, path, cookie)
      expect(body).toMatch(/^<!doctype html><html lang="vi">/)
      expect(body).toMatch(/<title>[^<]+ · Một Cửa<\/title>/)
      for (const [part, times] of [
        ['<h1', 1],
        ['<main', 1],
        ['<a class="skip" href="#main">', 1],
      ] as const)
        expect(body.split(part)).toHaveLength(times + 1)
    }
  })

  it('labels every field and gives every id once', async () => {
    const { app, books } = await openDesk()
    const { cookie } = await signIn(app)
    for (const path of ['/staff', `/staff/dossiers/${books.add({ status: 'accepted' }).id}`]) {
      const { body } = await get(app, path, cookie)
      const ids = [...body.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
      expect(new Set(ids).size).toBe(ids.length)
      const fields = [...body.matchAll(/<(?:input|select|textarea)(?![^>]*type="hidden")[^>]*/g)].map(
        (match) => match[0],
      )
      expect(fields.length).toBeGreaterThan(1)
      for (const field of fields) expect(body).toContain(`<label for="${/ id="([^"]+)"/.exec(field)?.[1]}"`)
      for (const [, refs = ''] of body.matchAll(/ aria-(?:labelledby|describedby)="([^"]+)"/g))
        for (const ref of refs.split(' ')) expect(ids).toContain(ref)
    }
  })

  it('explains what could not be read or has failed, and logs a failure without a name', async () => {
    const desk = await openDesk()
    const { cookie, csrf } = await signIn(desk.app)
    const dossier = desk.books.add({ applicant: 'Trần Thị Kín' })
    const path = `/staff/dossiers/${dossier.id}`
    const json = await desk.app.inject({
      method: 'POST',
      url: `${path}/accept`,
      headers: { cookie, 'content-type': 'text/csv' },
      payload: 'a',
    })
    expect([json.statusCode, json.body]).toEqual([415, expect.stringContaining('Yêu cầu không hợp lệ')])
    const large = await post(desk.app, `${path}/ask`, { csrf, words: 'x'.repeat(70_000) }, { cookie })
    expect(large.statusCode).toBe(413)
    desk.books.permits.ofDossier = () => Promise.reject(new Error('Trần Thị Kín'))
    const failed = await get(desk.app, path, cookie)
    expect([failed.statusCode, failed.body]).toEqual([500, expect.stringContaining('Hệ thống đang gặp sự cố')])
    expect(desk.errors).toEqual([{ route: '/staff/dossiers/:id', code: 'Error' }])
  })

  it('answers HEAD like GET', async () => {
    const { app } = await openDesk()
    const { cookie } = await signIn(app)
    expect((await app.inject({ method: 'HEAD', url: '/staff', headers: { cookie } })).statusCode).toBe(200)
  })
})

describe('the style sheet', () => {
  it('is small, and not sent again to whoever has it', async () => {
    const { app } = await openDesk()
    const first = await get(app, '/staff/staff.css')
    expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8'])
    expect(first.rawPayload.length).toBeLessThan(16_000)
    const headers = { 'if-none-match': String(first.headers.etag) }
    expect((await app.inject({ url: '/staff/staff.css', headers })).statusCode).toBe(304)
  })

  it('writes in colours that can be read: at least 4.5 to 1, in light and in dark', async () => {
    const css = await readFile(new URL('../../../src/staff/frame/staff.css', import.meta.url), 'utf8')
    const themes = [...css.matchAll(/:root \{([^}]+)\}/g)].map(([, body = '']): Record<string, string> =>
      Object.fromEntries(
        [...body.matchAll(/--([\w-]+): (#\w{6})/g)].map(([, name, colour]) => [name ?? '', colour ?? '']),
      ),
    )
    expect(themes).toHaveLength(2)
    for (const theme of themes) {
      const pairs = [
        ...['ink', 'soft', 'brand', 'good', 'warn', 'bad'].flatMap((name) => [
          [name, 'paper'],
          [name, 'ground'],
        ]),
        ['on-brand', 'brand'],
      ]
      for (const [text = '', ground = ''] of pairs)
        expect([text, ground, contrast(theme[text] ?? '', theme[ground] ?? '') >= 4.5]).toEqual([text, ground, true])
      expect(contrast('#ffffff', theme['top'] ?? '')).toBeGreaterThan(4.5)
    }
  })
})

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}
