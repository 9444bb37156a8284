import { describe, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../src/conversation/words/messages.ts'
import { DAY, SECOND } from '../../src/kernel/clock.ts'
import type { CitizenId } from '../../src/kernel/ids.ts'
import type { Reply, ZaloClient } from '../../src/zalo/client.ts'
import { createPace } from '../../src/zalo/pace.ts'
import type { Uploads } from '../../src/zalo/ports.ts'
import type { MessageBody } from '../../src/zalo/render.ts'
import { createChannel, type SendPorts } from '../../src/zalo/send.ts'
import { CITIZEN, MAY_FIRST } from './fixture.ts'
import { createLogBook } from './token-store.ts'

const citizen = CITIZEN as CitizenId
const done = <T>(value: T): Reply<T> => ({ outcome: 'done', value })
const refused = (code: number): Reply<never> => ({ outcome: 'refused', code, message: 'user_id 7000000000000000011' })
const TIMED_OUT: Reply<never> = { outcome: 'unanswered', reason: 'econnaborted', mayHaveArrived: true }

const text = (words: string): OutgoingMessage => ({ type: 'text', text: words })
const LONG = text(['một', 'hai', 'ba'].map((word) => `${word} `.repeat(460)).join('\n'))
const PICTURE: OutgoingMessage = { type: 'picture', of: { permit: 'p1' }, caption: 'Giấy phép' }
const DOCUMENT: OutgoingMessage = { type: 'document', of: { permit: 'p1' } }

function begin(ports: Partial<SendPorts> = {}) {
  const clock = { at: MAY_FIRST }
  const sent: { token: string; body: MessageBody }[] = []
  const uploaded: { token: string; fileName: string; content: string }[] = []
  /** Answers to come; afterwards everything succeeds. */
  const sends: Reply<string | undefined>[] = []
  const images: Reply<string>[] = []
  const upload = async (token: string, content: Uint8Array, fileName: string) => {
    uploaded.push({ token, fileName, content: Buffer.from(content).toString() })
    return images.shift() ?? done(`upload-${uploaded.length}`)
  }
  const client: ZaloClient = {
    sendMessage: async (token, body) => {
      sent.push({ token, body })
      return sends.shift() ?? done(`message-${sent.length}`)
    },
    uploadImage: upload,
    uploadFile: upload,
    account: async () => done('2200000000000000022'),
  }
  let token: string | undefined = 'token-1'
  const tokens = {
    current: async () => token,
    renewed: async (old: string) => (old === 'token-1' ? (token = 'token-2') : undefined),
    adopt: async () => undefined,
  }
  const known = new Map<string, { id: string; expiresAt: number }>()
  const uploads: Uploads = {
    find: async (ref, now) => {
      const found = known.get(ref)
      return found && found.expiresAt > now ? found.id : undefined
    },
    save: async (ref, id, expiresAt) => void known.set(ref, { id, expiresAt }),
  }
  const book = createLogBook()
  const channel = createChannel({
    client,
    tokens,
    uploads,
    pictures: async (of) =>
      'permit' in of && of.permit === 'p1' ? { content: Buffer.from('PNG'), fileName: 'giay-phep.png' } : undefined,
    now: () => clock.at,
    log: book.log,
    ...ports,
  })
  return {
    clock,
    sent,
    uploaded,
    sends,
    images,
    known,
    book,
    send: (message: OutgoingMessage, from = 0) => channel.send(citizen, message, from),
    texts: () => sent.map(({ body }) => body.message.text?.slice(0, 3).trim()),
    disconnect: () => (token = undefined),
  }
}

describe('a text', () => {
  it('is sent with the present token', async () => {
    const { send, sent } = begin()
    expect(await send(text('Xin chào'))).toEqual({ outcome: 'sent', zaloMessageId: 'message-1' })
    expect(sent).toEqual([
      { token: 'token-1', body: { recipient: { user_id: CITIZEN }, message: { text: 'Xin chào' } } },
    ])
  })

  it('is sent although Zalo gives it no id', async () => {
    const { send, sends } = begin()
    sends.push(done(undefined))
    expect(await send(text('Xin chào'))).toEqual({ outcome: 'sent' })
  })

  it('of nothing is a mistake of ours', async () => {
    const { send, sent } = begin()
    expect(await send(text(' '))).toEqual({ outcome: 'broken', reason: 'empty message' })
    expect(sent).toEqual([])
  })

  it('waits a minute while nobody has connected the account', async () => {
    const { send, sent, disconnect } = begin()
    disconnect()
    expect(await send(text('Xin chào'))).toEqual({
      outcome: 'later',
      reason: 'no access token',
      notBefore: MAY_FIRST + 60 * SECOND,
      parts: 0,
    })
    expect(sent).toEqual([])
  })

  it.each([
    [refused(-230), { outcome: 'window closed', reason: 'zalo -230' }],
    [refused(-217), { outcome: 'unreachable', reason: 'zalo -217' }],
    [refused(-201), { outcome: 'broken', reason: 'zalo -201' }],
    [refused(-9_999), { outcome: 'broken', reason: 'zalo -9999' }],
    [refused(-32), { outcome: 'later', reason: 'zalo -32', notBefore: MAY_FIRST + 60 * SECOND }],
    [refused(-100), { outcome: 'again', reason: 'zalo -100' }],
    [TIMED_OUT, { outcome: 'again', reason: 'econnaborted', mayHaveArrived: true }],
    [
      { outcome: 'unanswered', reason: 'econnrefused', mayHaveArrived: false } as const,
      { outcome: 'again', reason: 'econnrefused' },
    ],
  ])('answered with %j is tried once', async (reply, result) => {
    const { send, sends, sent } = begin()
    sends.push(reply)
    expect(await send(text('Xin chào'))).toEqual({ ...result, parts: 0 })
    expect(sent).toHaveLength(1)
  })

  it('writes no id and no words into the log when it is refused', async () => {
    const { send, sends, book } = begin()
    sends.push(refused(-201))
    await send(text('Xin chào Nguyễn Văn Mẫu'))
    expect(book.lines).toEqual(['warn refused by Zalo {"code":-201,"zaloMessage":"user_id …"}'])
  })
})

describe('a refused token', () => {
  it.each([-216, -220, -124])('is renewed once for %i, and the message repeated once', async (code) => {
    const { send, sends, sent } = begin()
    sends.push(refused(code))
    expect(await send(text('Xin chào'))).toEqual({ outcome: 'sent', zaloMessageId: 'message-2' })
    expect(sent.map(({ token }) => token)).toEqual(['token-1', 'token-2'])
  })

  it('that stays refused lets the message wait', async () => {
    const { send, sends, sent } = begin()
    sends.push(refused(-216), refused(-216))
    expect(await send(text('Xin chào'))).toEqual({ outcome: 'again', reason: 'zalo -216', parts: 0 })
    expect(sent).toHaveLength(2)
  })

  it('that cannot be renewed is not tried again', async () => {
    const { send, sends, sent } = begin({
      tokens: { current: async () => 'token-1', renewed: async () => undefined, adopt: async () => undefined },
    })
    sends.push(refused(-216))
    expect(await send(text('Xin chào'))).toEqual({ outcome: 'again', reason: 'zalo -216', parts: 0 })
    expect(sent).toHaveLength(1)
  })
})

describe('a picture', () => {
  const attachmentOf = ({ body }: { body: MessageBody }) => JSON.stringify(body.message.attachment)

  it('is uploaded once in six days', async () => {
    const { send, sent, uploaded, clock } = begin()
    for (const pause of [0, 6 * DAY - SECOND, SECOND]) {
      clock.at += pause
      expect(await send(PICTURE)).toMatchObject({ outcome: 'sent' })
    }
    expect(uploaded.map(({ fileName, content }) => [fileName, content])).toEqual([
      ['giay-phep.png', 'PNG'],
      ['giay-phep.png', 'PNG'],
    ])
    expect(sent.map(attachmentOf).map((json) => /upload-\d/.exec(json)?.[0])).toEqual([
      'upload-1',
      'upload-1',
      'upload-2',
    ])
  })

  it('that Zalo has forgotten is uploaded again, once', async () => {
    const { send, sends, sent, uploaded, known } = begin()
    known.set('picture:p1', { id: 'old', expiresAt: MAY_FIRST + DAY })
    sends.push(refused(-100))
    expect(await send(PICTURE)).toMatchObject({ outcome: 'sent' })
    expect(uploaded).toHaveLength(1)
    expect(sent.map(attachmentOf).map((json) => /old|upload-1/.exec(json)?.[0])).toEqual(['old', 'upload-1'])
    expect(known.get('picture:p1')?.id).toBe('upload-1')

    sends.push(refused(-100), refused(-100))
    expect(await send(PICTURE)).toEqual({ outcome: 'again', reason: 'zalo -100', parts: 0 })
    expect(uploaded).toHaveLength(2)
  })

  it('that cannot be uploaded says why, and was certainly not seen', async () => {
    const { send, images, sent } = begin()
    images.push(TIMED_OUT, refused(-201))
    expect(await send(PICTURE)).toEqual({ outcome: 'again', reason: 'econnaborted' })
    expect(await send(PICTURE)).toEqual({ outcome: 'broken', reason: 'zalo -201' })
    expect(sent).toEqual([])
  })

  it('of nothing, or of more than a megabyte, is a mistake of ours', async () => {
    const { send } = begin()
    expect(await send({ ...PICTURE, of: { permit: 'p2' } })).toEqual({ outcome: 'broken', reason: 'no picture' })
    const large = begin({ pictures: async () => ({ content: Buffer.alloc(1024 * 1024 + 1), fileName: 'x.png' }) })
    expect(await large.send(PICTURE)).toEqual({ outcome: 'broken', reason: 'picture too large' })
  })

  it('renews a refused token for its upload as well', async () => {
    const { send, images, uploaded } = begin()
    images.push(refused(-216))
    expect(await send(PICTURE)).toMatchObject({ outcome: 'sent' })
    expect(uploaded.map(({ token }) => token)).toEqual(['token-1', 'token-2'])
  })
})

describe('a document', () => {
  it('is uploaded as a file and sent by its token', async () => {
    const { send, sent, uploaded } = begin({
      documents: async () => ({ content: Buffer.from('%PDF'), fileName: 'phieu.pdf' }),
    })
    expect(await send(DOCUMENT)).toMatchObject({ outcome: 'sent' })
    expect(uploaded).toEqual([{ token: 'token-1', fileName: 'phieu.pdf', content: '%PDF' }])
    expect(sent[0]?.body.message).toEqual({ attachment: { type: 'file', payload: { token: 'upload-1' } } })
  })

  it('that nobody can write is a mistake of ours', async () => {
    expect(await begin().send(DOCUMENT)).toEqual({ outcome: 'broken', reason: 'no document' })
  })
})

describe('a message that takes several bodies', () => {
  it('goes out in order', async () => {
    const { send, texts } = begin()
    expect(await send(LONG)).toEqual({ outcome: 'sent', zaloMessageId: 'message-3' })
    expect(texts()).toEqual(['một', 'hai', 'ba'])
  })

  it('stops at the first failure, says how far it came, and goes on where it is told to', async () => {
    const { send, sends, texts } = begin()
    sends.push(done('a'), refused(-32))
    expect(await send(LONG)).toMatchObject({ outcome: 'later', reason: 'zalo -32', parts: 1 })
    sends.push(TIMED_OUT)
    expect(await send(LONG, 1)).toMatchObject({ outcome: 'again', mayHaveArrived: true, parts: 1 })
    expect(await send(LONG, 1)).toMatchObject({ outcome: 'sent' })
    expect(texts()).toEqual(['một', 'hai', 'hai', 'hai', 'ba'])
  })

  it('is sent whole again when it is decided again', async () => {
    const { send, texts } = begin()
    await send(LONG)
    await send(LONG)
    expect(texts()).toEqual(['một', 'hai', 'ba', 'một', 'hai', 'ba'])
  })
})

describe('the pace', () => {
  const [a, b, honest] = ['a', 'b', 'honest'] as CitizenId[]

  /** A pace of thirty a second over a clock that only waiting moves, and the order in which it let people through. */
  function paced() {
    const clock = { at: 0 }
    const through: CitizenId[] = []
    const pace = createPace({
      perSecond: 30,
      now: () => clock.at,
      sleep: async (forMs) => void (clock.at += forMs),
    })
    const ask = (who: CitizenId, times = 1) =>
      Promise.all(Array.from({ length: times }, () => pace(who).then(() => through.push(who))))
    return { clock, through, ask }
  }

  it('lets a second of requests through at once and spreads the others', async () => {
    const { clock, ask } = paced()
    await ask(a!, 30)
    expect(Math.round(clock.at)).toBe(0)
    await ask(a!, 3)
    expect(Math.round(clock.at)).toBe(100)
    clock.at += 2 * SECOND
    await ask(a!, 30)
    expect(Math.round(clock.at)).toBe(2_100)
  })

  it('lets somebody who asked for little pass those who asked for much, and everybody in the end', async () => {
    const { through, ask } = paced()
    const crowd = Array.from({ length: 60 }, (_, n) => `flood-${n}` as CitizenId)
    const flood = crowd.map((who) => ask(who, 60))
    const modest = ask(honest!)
    await Promise.all([...flood, modest])
    expect(through.indexOf(honest!)).toBeLessThan(30 + 60 + 1)
    expect(through).toHaveLength(3_601)
  })

  it('takes turns between those who ask for much', async () => {
    const { through, ask } = paced()
    await ask(a!, 30)
    through.splice(0)
    await Promise.all([ask(a!, 40), ask(b!, 40)])
    expect(through.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => b))
    expect(through.slice(31, 51).filter((who) => who === a)).toHaveLength(10)
  })

  it('is kept by every call, the repeated ones too', async () => {
    let count = 0
    const { send, sends, sent } = begin({ pace: async () => void count++ })
    sends.push(refused(-216))
    await send(PICTURE)
    expect(sent).toHaveLength(2)
    expect(count).toBe(3)
  })
})
