import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FakeZalo } from '../../src/simulator/fake-zalo.ts'
import { renderMessage, toOwnPath } from '../../src/simulator/pages/message.tsx'
import type { Content, PhoneMessage } from '../../src/simulator/transcript.ts'
import { CITIZEN, MODEL_NOW, sampleApp, sampleZalo } from './fake.ts'

let zalo: FakeZalo
let app: FastifyInstance

beforeEach(async () => {
  zalo = sampleZalo({ timeScale: 1 })
  app = await sampleApp(zalo)
})
afterEach(() => app.close())

const shown = (content: Content, more: Partial<PhoneMessage> = {}): string =>
  renderMessage({ seq: 3, rev: 3, id: 'x', at: MODEL_NOW, from: 'oa', state: 'received', content, ...more })

describe('the chat page', () => {
  it('is a page in Vietnamese that loads nothing from elsewhere and holds no script or style', async () => {
    const { body, headers } = await app.inject('/simulator')
    expect(body).toMatch(/^<!doctype html><html lang="vi">/)
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(body).not.toMatch(/<script(?![^>]*\bsrc="\/simulator\/)/)
    expect(body).not.toMatch(/<style|\sstyle=|\son\w+=/)
    expect(body).not.toMatch(/(?:src|href)="(?!\/simulator)/)
  })

  it('names every field, and marks itself as a demonstration', async () => {
    const { body } = await app.inject('/simulator')
    for (const name of ['Gửi ảnh', 'Gửi tệp', 'Gửi vị trí', 'Gửi nhãn dán', 'Gửi']) {
      expect(body).toContain(`aria-label="${name}"`)
    }
    expect(body).toMatch(/<label for="text"[^>]*>Tin nhắn<\/label>/)
    expect(body).toMatch(/role="log" aria-live="polite"/)
    expect(body).toContain('Mô phỏng')
  })

  it('shows what was said, each citizen apart', async () => {
    zalo.says(CITIZEN, 'của An')
    zalo.says('7000000000000000022', 'của Ngọc')
    const { body } = await app.inject(`/simulator?citizen=${CITIZEN}`)
    expect(body).toContain('của An')
    expect(body).not.toContain('của Ngọc')
  })

  it('does not fall for hostile words in a text, a name, a button or the address', async () => {
    const hostile = `"><img src=x onerror=alert(1)><script>alert(1)</script>'`
    zalo.says(CITIZEN, hostile)
    zalo.sendsFile(CITIZEN, hostile, Buffer.from('x'))
    zalo.sendsContact(CITIZEN, { name: hostile, phone: hostile })
    const { body } = await app.inject(`/simulator?citizen=${CITIZEN}`)
    expect(body).not.toContain('<img src=x')
    expect(body).not.toContain('<script>')
    const other = await app.inject(`/simulator?citizen=${encodeURIComponent(hostile)}`)
    expect(other.body).not.toMatch(/<img src=x|<script>/)
    expect(
      shown({ type: 'text', text: hostile, buttons: [{ type: 'oa.query.hide', title: hostile, payload: hostile }] }),
    ).not.toMatch(/<img|<script/)
  })

  it('invents a person on demand', async () => {
    const { headers, statusCode } = await app.inject('/simulator?citizen=new')
    expect(statusCode).toBe(302)
    expect(headers.location).toMatch(/^\/simulator\?citizen=\d{19}$/)
  })

  it.each(['chat.js', 'chat.css', 'sticker.svg', 'avatar.svg'])('serves %s, and no other file', async (name) => {
    const { body, statusCode } = await app.inject(`/simulator/assets/${name}`)
    expect(statusCode).toBe(200)
    expect(body).toBe(await readFile(new URL(`../../src/simulator/browser/${name}`, import.meta.url), 'utf8'))
    expect((await app.inject('/simulator/assets/..%2Froutes.ts')).statusCode).toBe(404)
  })
})

describe('a message in the chat', () => {
  it('turns addresses into links without the full stop behind them', () => {
    expect(shown({ type: 'text', text: 'Xem https://a.test/b?c=1. Cảm ơn' })).toContain(
      '<a href="https://a.test/b?c=1" target="_blank" rel="noopener noreferrer">https://a.test/b?c=1</a>. Cảm ơn',
    )
    expect(shown({ type: 'text', text: 'javascript:alert(1)' })).not.toContain('<a')
  })

  it('offers answers as buttons and pages as links', () => {
    const html = shown({
      type: 'text',
      text: 'a',
      buttons: [
        { type: 'oa.query.hide', title: 'Đúng', payload: '#dung' },
        { type: 'oa.open.url', title: 'Cổng', payload: { url: 'https://a.test/' } },
      ],
    })
    expect(html).toContain('<button type="button" class="choice" data-button="#dung">Đúng</button>')
    expect(html).toContain('<a class="choice" href="https://a.test/"')
  })

  it('links a picture to its full size under the address the page was opened with', () => {
    const html = shown({
      type: 'picture',
      url: 'https://other.test/simulator/media/1',
      thumbnail: 'https://other.test/simulator/media/1/thumbnail',
      caption: 'Giấy',
    })
    expect(html).toContain('<a href="/simulator/media/1"')
    expect(html).toContain('<img src="/simulator/media/1/thumbnail" alt="Ảnh: Giấy"')
    expect(toOwnPath('https://other.test/elsewhere')).toBe('https://other.test/elsewhere')
  })

  it('begins each day with its date, in Viet Nam', () => {
    const text: Content = { type: 'text', text: 'a' }
    expect(shown(text)).toContain('01/05/2030')
    expect(shown(text, { above: { from: 'oa', at: MODEL_NOW - 3_600_000 } })).not.toContain('01/05/2030')
    expect(shown(text, { above: { from: 'oa', at: MODEL_NOW - 9 * 3_600_000 } })).toContain('01/05/2030')
  })

  it('does not show a hidden answer, but says which button it was', () => {
    const html = shown({ type: 'text', text: '#dung' }, { from: 'citizen', hidden: true })
    expect(html).toBe('<div id="m3" hidden data-tapped="#dung"></div>')
  })
})

describe('media', () => {
  it('never lets a citizen put a page under this address', async () => {
    zalo.sendsFile(CITIZEN, 'a.html', Buffer.from('<script>alert(1)</script>'))
    zalo.sendsPhoto(CITIZEN, Buffer.from('<svg onload="alert(1)"/>'))
    for (const { content } of zalo.transcript(CITIZEN)) {
      const path = content.type === 'document' || content.type === 'picture' ? new URL(content.url).pathname : ''
      const { headers } = await app.inject(path)
      expect(headers['content-type']).toBe('application/octet-stream')
      expect(headers['content-disposition']).toMatch(/^attachment/)
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  it('answers 404 for what it does not have', async () => {
    expect((await app.inject('/simulator/media/none')).statusCode).toBe(404)
  })
})

it('lets a server that waits for its connections close while a page is open', async () => {
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const page = await fetch(`${url}/simulator/chat/events?citizen=${CITIZEN}`)
  await app.close()
  await expect(page.text()).resolves.toContain('retry: 1000')
})
