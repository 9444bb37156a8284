import fastify from 'fastify'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { checkpointRoutes } from '../../src/checkpoint/routes.ts'
import { SCAN_LIMITS, type ScanLimits } from '../../src/checkpoint/scan-gate.ts'
import type { PermitId } from '../../src/kernel/ids.ts'
import { fromDigits, toDigits } from '../../src/permits/code/digits.ts'
import { inventKey } from '../permits/plain-ring.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { open, seal } from '../../src/permits/code/seal.ts'
import { NOW, ringOf, sampleKinds, samplePermit, sampleRing } from '../permits/sample.ts'

const permit = await samplePermit()
const from = permit.validFrom
const until = permit.validUntil

interface Setting {
  kept?: Permit[]
  now?: number
  limits?: ScanLimits
  find?: (id: PermitId) => Promise<Permit | undefined>
}

const BOUNDLESS: ScanLimits = { notGenuine: Infinity }

function checkpoint({ kept = [permit], now = NOW, limits = BOUNDLESS, find }: Setting = {}) {
  const lines: string[] = []
  const stream = new Writable({ write: (line, _, done) => (lines.push(String(line)), done()) })
  const app = fastify({ logger: { level: 'trace', stream } })
  void app.register(
    checkpointRoutes({
      open: (digits) => open(digits, sampleRing),
      permits: { find: find ?? (async (id) => kept.find((each) => each.id === id)) },
      limits,
      kinds: sampleKinds,
      publicUrl: 'https://gdd.example.vn',
      print: async ({ number }) => Buffer.from(`%PDF ${number}`),
      now: () => now,
      log: app.log,
    }),
  )
  const get = async (digits: string, remoteAddress = '203.0.113.7') =>
    app.inject({ method: 'GET', url: `/p/${digits}`, remoteAddress })
  return { app, get, lines }
}

/** The one big word, and the sentence under it. */
const said = (body: string) => /<h1>(.*?)<\/h1><p>(.*?)<\/p>/.exec(body)?.slice(1) ?? []
const word = (body: string) => said(body)[0]

describe('the permit page', () => {
  it.each([
    ['HỢP LỆ', 'Cho qua nếu biển số, họ tên và 4 số cuối căn cước đều khớp.', {}],
    ['CHƯA HIỆU LỰC', 'Chưa cho qua: giấy bắt đầu có hiệu lực lúc 06:00 01/05/2030.', { now: from - 1 }],
    ['HẾT HẠN', 'Không cho qua: giấy hết hạn lúc 17:00 04/05/2030.', { now: until }],
    [
      'ĐÃ THU HỒI',
      'Không cho qua: cơ quan cấp đã thu hồi giấy này lúc 07:00 01/05/2030.',
      { kept: [{ ...permit, revokedAt: NOW - 1_800_000 }], now: until + 1 },
    ],
    [
      'KHÔNG RÕ',
      'Chưa cho qua: mã có chữ ký đúng nhưng không có trong sổ cấp giấy. Xin gọi cơ quan cấp giấy.',
      { kept: [] },
    ],
  ])('says %s', async (verdict, advice, setting) => {
    const response = await checkpoint(setting).get(permit.digits)
    expect(response.statusCode).toBe(200)
    expect(said(response.body)).toEqual([verdict, advice])
  })

  it('says GIẢ MẠO of a code that another key signed, known by number or not', async () => {
    const { get } = checkpoint()
    for (const keyId of ['a001', 'b002']) {
      const thief = ringOf(inventKey('a001', '2030-01-01', '2030-12-31'), inventKey('b002', '2030-01-01', '2030-12-31'))
      expect(word((await get(await seal(permit, keyId, thief))).body)).toBe('GIẢ MẠO')
    }
  })

  it('shows what an officer compares, and no more of the identity number than its end', async () => {
    const { body } = await checkpoint().get(permit.digits)
    const text = body
      .replace(/<style>.*<\/style>/s, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
    for (const shown of [
      '69C1-123.45',
      'Nguyễn Thị Ánh Tuyết',
      '•••• 4 số cuối 2345',
      'Hiệu lực từ 06:00 01/05/2030',
      'Đến 17:00 04/05/2030',
      'Phường An Xuyên – Cần Thơ',
      'Khám, chữa bệnh, mua thuốc',
      'X6BD-2SPH',
      'kiểm tra lúc 07:30 01/05/2030',
    ]) {
      expect(text).toContain(shown)
    }
    expect(text).not.toMatch(/[0-9]{5}/)
  })

  it('shows nothing of a permit that it does not vouch for having issued', async () => {
    const { body } = await checkpoint({ kept: [] }).get(permit.digits)
    expect(body).not.toContain('Tuyết')
    expect(body).not.toContain('69C1')
  })

  it('asks for no plate when the holder has no vehicle', async () => {
    const walking = await samplePermit({ plate: '' })
    const { body } = await checkpoint({ kept: [walking] }).get(walking.digits)
    expect(said(body)[1]).toBe('Cho qua nếu họ tên và 4 số cuối căn cước đều khớp.')
    expect(body).toContain('Đi không kèm biển số xe')
  })

  it('shows a hostile name as text', async () => {
    const hostile = await samplePermit({ name: '<script>alert(1)</script>"&\'' })
    const { body } = await checkpoint({ kept: [hostile] }).get(hostile.digits)
    expect(body).not.toContain('<script')
    expect(body).toContain('&lt;script')
  })

  it.each([
    '',
    '0',
    '123',
    'abc',
    '12 34',
    '%31%32',
    '１２３',
    'a/b/c',
    '<script>',
    '%00',
    '9'.repeat(680),
    '1'.repeat(9_000),
    `${permit.digits}/`,
    `-${permit.digits}`,
  ])('answers "/p/%.30s" on the same page: KHÔNG RÕ, scan again', async (path) => {
    const response = await checkpoint().get(path.includes('%') ? path : encodeURI(path))
    expect(response.statusCode).toBe(200)
    expect(said(response.body)).toEqual([
      'KHÔNG RÕ',
      'Chưa cho qua: mã đọc không trọn vẹn. Xin quét lại thẳng và gần hơn, trên giấy hoặc ảnh gốc.',
    ])
  })

  it('reads the digits whatever a chat application hangs behind them', async () => {
    expect(word((await checkpoint().get(`${permit.digits}?utm_source=zalo&zarsrc=31`)).body)).toBe('HỢP LỆ')
  })

  it('never says HỢP LỆ to a cut code', async () => {
    const { get } = checkpoint()
    for (let length = 0; length < permit.digits.length; length++) {
      expect(word((await get(permit.digits.slice(0, length))).body)).toBe('KHÔNG RÕ')
    }
  })

  it('never says HỢP LỆ to a code with one bit changed', async () => {
    const { get } = checkpoint()
    const bytes = fromDigits(permit.digits)!
    const words = new Map<string | undefined, number>()
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice()
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      const answer = word((await get(toDigits(flipped))).body)
      words.set(answer, (words.get(answer) ?? 0) + 1)
    }
    expect([...words.keys()].sort()).toEqual(['GIẢ MẠO', 'KHÔNG RÕ'])
    expect(words.get('GIẢ MẠO')).toBeGreaterThan(words.get('KHÔNG RÕ')!)
  })

  it('says KHÔNG RÕ to random digits', async () => {
    const { get } = checkpoint()
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[0-9]{0,500}$/), async (digits) => {
        expect(word((await get(digits)).body)).toBe('KHÔNG RÕ')
      }),
    )
  })

  it('says that it could not look when the database does not answer', async () => {
    const find = () => Promise.reject(new Error(`no connection while looking for ${permit.name}`))
    const { get, lines } = checkpoint({ find })
    const response = await get(permit.digits)
    expect(response.statusCode).toBe(503)
    expect(said(response.body)[1]).toBe('Chưa cho qua: hệ thống tạm thời chưa tra được. Xin quét lại sau một phút.')
    expect(lines.join('')).toContain('a permit could not be checked')
    expect(lines.join('')).not.toContain(permit.name)
  })

  it('is not stored, not indexed, not framed, told to nobody, and runs no script', async () => {
    const { headers, body } = await checkpoint().get(permit.digits)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['set-cookie']).toBeUndefined()
    const style = /<style>(.*?)<\/style>/s.exec(body)![1]!
    const hash = createHash('sha256').update(style).digest('base64')
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
    expect(body).not.toMatch(/<script|https?:|javascript:|style=/)
  })

  it('leaves no trace of a code in the log, however it is asked for', async () => {
    const { app, lines } = checkpoint()
    for (const url of [`/p/${permit.digits}`, `/p/${permit.digits}?a=b`, `/p/${'9'.repeat(400)}`, '/p/%ZZ123456']) {
      await app.inject({ method: 'GET', url })
      await app.inject({ method: 'HEAD', url })
    }
    expect(lines.join('')).not.toMatch(/[0-9]{20}|123456|Tuyết/)
  })
})

describe('somebody who tries codes', () => {
  const wrong = toDigits(fromDigits(permit.digits)!.with(40, 0))

  it('meets a page that asks to wait, in the same layout, and others do not', async () => {
    const { get } = checkpoint({ limits: SCAN_LIMITS })
    for (let i = 0; i < SCAN_LIMITS.notGenuine; i++) expect((await get(wrong)).statusCode).toBe(200)
    const late = await get(wrong)
    expect([late.statusCode, late.headers['retry-after'], word(late.body)]).toEqual([429, '60', 'KHÔNG RÕ'])
    expect(late.headers['content-security-policy']).toBeDefined()
    expect(word((await get(permit.digits, '203.0.113.8')).body)).toBe('HỢP LỆ')
  })

  it('is one stranger whatever address of one IPv6 network is used', async () => {
    const { get } = checkpoint({ limits: { notGenuine: 3 } })
    for (let i = 0; i < 3; i++) await get(wrong, `2001:db8:1:2::${i}`)
    expect((await get(wrong, '2001:db8:1:2::ffff')).statusCode).toBe(429)
    expect((await get(wrong, '2001:db8:1:3::1')).statusCode).toBe(200)
  })

  it('does not spoil the minute for a whole checkpoint that scans genuine permits from the same address', async () => {
    const { get } = checkpoint({ limits: SCAN_LIMITS })
    for (let i = 0; i < SCAN_LIMITS.notGenuine + 1; i++) await get(i % 2 === 0 ? wrong : '12345')
    for (let i = 0; i < 130; i++) expect((await get(permit.digits)).statusCode).toBe(200)
    expect((await get(`h/${permit.digits}`)).statusCode).toBe(200)
    expect((await get(`pdf/${permit.digits}`)).statusCode).toBe(200)
    expect((await get(wrong)).statusCode).toBe(429)
  })

  it('has no more answers for every code that was genuine in between', async () => {
    const { get } = checkpoint({ limits: { notGenuine: 3 } })
    for (const digits of [wrong, permit.digits, wrong, permit.digits, wrong, permit.digits]) await get(digits)
    expect((await get(wrong)).statusCode).toBe(429)
  })

  it('is not told by the work done whether a key is ours', async () => {
    const asked: string[] = []
    const thief = ringOf(inventKey('b002', '2030-01-01', '2030-12-31'))
    const decoy = sampleRing.find('a001')!
    const keys = { find: sampleRing.find, decoy: { ...decoy, verify: async () => (asked.push('verified'), false) } }
    expect((await open(await seal(permit, 'b002', thief), keys)).outcome).toBe('unknown key')
    expect(asked).toEqual(['verified'])
  })
})

describe('the holder’s own view', () => {
  const view = async (setting: Setting, kind: 'h' | 'pdf' = 'h') =>
    checkpoint(setting).app.inject(`/p/${kind}/${permit.digits}`)

  it('shows the code, plate, end and a clock that only its own script may move', async () => {
    const answer = await view({})
    expect(answer.statusCode).toBe(200)
    for (const text of ['GIẤY ĐI ĐƯỜNG', permit.plate, permit.name, permit.number, '17:00 04/05/2030', 'id="clock"'])
      expect(answer.body).toContain(text)
    const policy = String(answer.headers['content-security-policy'])
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(answer.body) ?? []
    const hash = createHash('sha256').update(script).digest('base64')
    expect(policy).toContain(`script-src 'sha256-${hash}'`)
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  })

  it.each([
    ['ĐÃ THU HỒI', { kept: [{ ...permit, revokedAt: NOW }] }],
    ['HẾT HẠN', { now: until }],
    ['KHÔNG RÕ', { kept: [] }],
  ])('is the verdict %s for a permit that must not be shown, and so is its print', async (verdict, setting) => {
    for (const kind of ['h', 'pdf'] as const) {
      const answer = await view(setting, kind)
      expect(word(answer.body)).toBe(verdict)
      expect(answer.headers['content-type']).toContain('text/html')
    }
  })

  it('is printed on a sheet that no cache keeps', async () => {
    const answer = await view({}, 'pdf')
    expect([answer.headers['content-type'], answer.body]).toEqual(['application/pdf', `%PDF ${permit.number}`])
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(String(answer.headers['content-disposition'])).not.toContain(permit.name)
  })

  it('is printed thirty times a minute for one network, which keeps nobody from printing another', async () => {
    const other = await samplePermit({ id: 'ffeeddccbbaa9988' as PermitId })
    const { app } = checkpoint({ kept: [permit, other] })
    const print = async (remoteAddress: string, { digits } = permit) =>
      (await app.inject({ url: `/p/pdf/${digits}`, remoteAddress })).statusCode
    for (let i = 0; i < 30; i++) expect(await print(`2001:db8::${i}`)).toBe(200)
    expect([await print('2001:db8::ffff'), await print('203.0.113.7')]).toEqual([429, 200])
    expect(await print('2001:db8::1', other)).toBe(200)
    // The verdict itself is not slowed down by it.
    expect((await app.inject({ url: `/p/${permit.digits}`, remoteAddress: '2001:db8::1' })).statusCode).toBe(200)
  })

  it('speaks to the holder, not to an officer, of a permit that has not begun', async () => {
    const answer = await view({ now: from - 1 }, 'h')
    expect(answer.body).toContain('Giấy của ông/bà dùng được từ 06:00 01/05/2030.')
    expect(answer.body).not.toContain('Chưa cho qua')
  })

  it('counts towards the tries of a stranger, and leaves nothing in the log', async () => {
    const { app, lines } = checkpoint({ limits: { notGenuine: 2 } })
    const stranger = () => app.inject('/p/h/123456789012345678')
    await stranger()
    await stranger()
    expect((await stranger()).statusCode).toBe(429)
    await app.inject(`/p/h/${permit.digits}`)
    expect(lines.join('')).not.toContain(permit.digits.slice(0, 20))
  })

  it('is offered below the verdict of a permit in force, and of no other', async () => {
    const path = `/p/h/${permit.digits}`
    expect((await checkpoint().get(permit.digits)).body).toContain(path)
    expect((await checkpoint({ now: until }).get(permit.digits)).body).not.toContain('/p/h/')
  })
})
