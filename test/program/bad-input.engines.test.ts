import { count } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, runProgram, textEvent } from './running.ts'

let running: Running
let people = 0
/** A citizen who has been greeted and stands at the question for a name. */
const atTheName = async () => {
  const citizen = `70000000000000${String(++people).padStart(5, '0')}`
  await running.say(citizen, 'menu', '#lam:cap-giay-di-duong', '#co', '#tu-nhap')
  return citizen
}
const kept = async () => (await running.engine.read.select({ n: count() }).from(running.engine.tables.inbox))[0]?.n ?? 0

beforeAll(async () => {
  running = await runProgram()
})
afterAll(() => running.close())

describe('a hostile or broken delivery', () => {
  it('with a wrong signature is answered 401 and not stored', async () => {
    const before = await kept()
    expect(await running.deliver(textEvent('7000000000000000001', 'xin chào', 'a1'), `mac=${'0'.repeat(64)}`)).toBe(401)
    expect(await running.deliver(textEvent('7000000000000000001', 'xin chào', 'a1'), '')).toBe(401)
    expect(await kept()).toBe(before)
  })

  it('of more than one megabyte is answered 413', async () => {
    expect(await running.deliver(textEvent('7000000000000000001', 'x'.repeat(1_100_000), 'a2'))).toBe(413)
  })

  it('of broken JSON with a good signature is answered 200, logged and kept aside', async () => {
    const before = await kept()
    const broken = textEvent('7000000000000000001', 'bí mật của tôi', 'a3').slice(0, -4)
    expect(await running.deliver(broken)).toBe(200)
    expect(await kept()).toBe(before + 1)
    expect(running.lines.filter((line) => line.includes('delivery cannot be read'))).toHaveLength(1)
    expect(running.lines.join()).not.toContain('bí mật')
  })

  it('that is an unsigned empty object, or a visit of the console, is answered 200 without effect', async () => {
    const before = await kept()
    const url = `${running.app.listeningOrigin}/webhooks/zalo`
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(200)
    expect((await fetch(url)).status).toBe(200)
    expect(await kept()).toBe(before)
  })

  it('that comes ten times is one', async () => {
    const citizen = await atTheName()
    const before = running.heard(citizen).length
    const event = textEvent(citizen, 'Nguyễn Văn An', 'ten-times')
    const answers = await Promise.all(Array.from({ length: 10 }, () => running.deliver(event)))
    expect(new Set(answers)).toEqual(new Set([200]))
    await running.settled()
    expect(running.heard(citizen).slice(before)).toHaveLength(1)
  })
})

describe('an address that is not ours', () => {
  it.each(['/nothing', '/%zz', '/p/%zz', '/simulator/nothing'])(
    '%s is answered in Vietnamese and not repeated',
    async (path) => {
      const answer = await fetch(running.app.listeningOrigin + path)
      expect([400, 404]).toContain(answer.status)
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      const text = await answer.text()
      expect(text).toMatch(/^Không tìm thấy|^Yêu cầu không hợp lệ/)
      expect(text).not.toContain(path.slice(1))
    },
  )

  it('is not held open for a sender who never finishes', () =>
    expect(running.app.server.requestTimeout).toBeGreaterThan(0))
})

describe('what a citizen types', () => {
  it('twice at once is answered twice, in order', async () => {
    const citizen = await atTheName()
    const before = running.heard(citizen).length
    await Promise.all([
      running.deliver(textEvent(citizen, 'Nguyễn Văn An', 'first')),
      running.deliver(
        textEvent(citizen, '096190012345', 'second').replace(
          /"timestamp":"(\d+)"/,
          (_, at) => `"timestamp":"${Number(at) + 5}"`,
        ),
      ),
    ])
    await running.settled()
    const [name, number] = running.heard(citizen).slice(before)
    expect(name).toMatch(/Số căn cước/)
    expect(number).toMatch(/[Đđ]iện thoại/)
  })

  it.each([
    ['markup', '<img src=x onerror=alert(1)>'],
    ['SQL', "'; drop table dossiers; --"],
    ['ten thousand characters', 'Nguyễn '.repeat(1_500)],
    ['NUL and control characters', 'Nguy\u0000ễn\u0007 Văn'],
    ['right-to-left marks', 'Nguyễn\u202E Văn\u202C An'],
    ['a placeholder of ours', '{code} {secret} {applicant}'],
    ['another script', 'សូមជួយខ្ញុំ'],
    ['emoji', '🙂🙂🙂'],
  ])('%s gets an answer and breaks nothing', async (_, typed) => {
    const citizen = await atTheName()
    const before = running.heard(citizen).length
    await running.say(citizen, typed)
    expect(running.heard(citizen).length).toBeGreaterThan(before)
    await running.say(citizen, 'menu')
    expect(running.heard(citizen).at(-1)).toMatch(/Ông\/bà cần việc gì/)
    expect(running.lines.filter((line) => line.includes('turn failed'))).toEqual([])
  })

  it('with a lone surrogate gets an answer', async () => {
    const citizen = await atTheName()
    const before = running.heard(citizen).length
    expect(await running.deliver(textEvent(citizen, 'Nguyễn \uD800 An', 'lone'))).toBe(200)
    await running.settled()
    expect(running.heard(citizen).length).toBeGreaterThan(before)
  })
})

describe('a file', () => {
  const toThePapers = async () => {
    const citizen = await atTheName()
    const answers = ['Nguyễn Văn An', '096190012345', '0912345678', '2', 'Đất Mũi', 'An Xuyên', '#bo-qua']
    await running.say(citizen, ...answers, '7h sáng mai', '17h ngày mai')
    expect(running.heard(citizen).at(-1)).toMatch(/giấy tờ/)
    return citizen
  }

  it('of the wrong type gets a sentence that says what to send', async () => {
    const citizen = await toThePapers()
    await running.phone.sendsFile(citizen, 'anh.jpg', Buffer.from('MZ this is a program')).fate
    await running.settled()
    expect(running.heard(citizen).at(-1)).toMatch(/JPG|PDF/)
  })

  it('that is too large gets a sentence that says how large it may be', async () => {
    const citizen = await toThePapers()
    await running.phone.sendsFile(
      citizen,
      'scan.pdf',
      Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(11 * 1024 * 1024)]),
    ).fate
    await running.settled()
    expect(running.heard(citizen).at(-1)).toMatch(/MB/)
  })
})
