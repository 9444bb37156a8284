import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card, ProgramEvent } from '../../src/conversation/words/events.ts'
import type { AttachmentId, CitizenId } from '../../src/kernel/ids.ts'
import { createConversations } from '../../src/storage/conversations.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createInbox } from '../../src/storage/inbox.ts'
import { writeProgramEvent } from '../../src/storage/program-events.ts'
import { createSetAside } from '../../src/storage/set-aside.ts'
import { bothEngines } from './engines.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const CARD: Card = {
  number: '096190012345',
  name: 'Nguyễn Thị Mẫu',
  birthDate: '1990-03-05',
  sex: 'nu',
  address: 'Ấp Mũi',
}
let count = 0

describe.each(await bothEngines())('what was set aside, on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  const aCitizen = () => `70000000000${100_000 + ++count}` as CitizenId
  const waiting = async (citizen: CitizenId) =>
    (await createConversations(engine).waiting(citizen, 50)).map(({ key }) => key)
  const keep = (citizen: CitizenId, key: string, sentAt: number) =>
    createInbox(engine).keep({ key, citizen, sentAt, receivedAt: NOW, body: Buffer.from('{}'), purpose: 'turn' })

  /** Fails the citizen's first row for good. */
  const setAside = async (citizen: CitizenId) => {
    const [row] = await createConversations(engine).waiting(citizen, 1)
    const apology = { type: 'text', text: 'Xin lỗi' } as const
    const failed = { seq: row!.seq, citizen, reason: 'TypeError', attemptsAllowed: 1, apology, at: NOW + 9 }
    expect(await createInbox(engine).failed(failed)).toBe('set aside')
    return row!.seq
  }

  it('is told by kind, times and code, and goes back to where it stood in its citizen’s line', async () => {
    const citizen = aCitizen()
    await keep(citizen, `user_send_text:${citizen}:a`, NOW + 1)
    await keep(citizen, `user_send_image:${citizen}:b`, NOW + 2)
    const seq = await setAside(citizen)
    const books = createSetAside(engine)
    expect(await books.list(10)).toEqual({
      total: 1,
      rows: [
        { seq, what: 'user_send_text', receivedAt: NOW, setAsideAt: NOW + 9, reason: 'TypeError', isBlank: false },
      ],
    })
    expect(await waiting(citizen)).toEqual([`user_send_image:${citizen}:b`])
    expect(await books.tryAgain(seq, 10)).toEqual([citizen])
    expect(await waiting(citizen)).toEqual([`user_send_text:${citizen}:a`, `user_send_image:${citizen}:b`])
    expect((await createConversations(engine).waiting(citizen, 1))[0]?.attempts).toBe(0)
    expect(await books.tryAgain(seq, 10)).toEqual([])
    expect(await books.list(10)).toEqual({ total: 0, rows: [] })
  })

  it('goes back all at once, a bounded number at a time, without what is no longer kept', async () => {
    const citizens = [aCitizen(), aCitizen(), aCitizen()]
    const [reader, ...others] = citizens
    const read: ProgramEvent = { type: 'CARD_READ', attachment: 'a' as AttachmentId, card: CARD }
    await engine.write((db) => writeProgramEvent(engine, db, reader!, `file:${reader}`, read, NOW))
    for (const other of others) await keep(other, 'f'.repeat(50) + other, NOW)
    for (const citizen of citizens) await setAside(citizen)
    const books = createSetAside(engine)
    expect((await books.list(10)).rows.map(({ what, isBlank }) => [what, isBlank])).toEqual([
      ['unknown', true],
      ['unknown', false],
      ['unknown', false],
    ])
    expect(await books.tryAgain('all', 1)).toEqual([others[0]])
    expect(await books.tryAgain('all', 10)).toEqual([others[1]])
    expect((await books.list(10)).total).toBe(1)
  })
})
