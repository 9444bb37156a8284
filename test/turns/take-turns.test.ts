import { describe, expect, it } from 'vitest'
import type { CitizenEvent, ProgramEvent } from '../../src/conversation/words/events.ts'
import { NEW_SESSION } from '../../src/conversation/words/session.ts'
import type { AttachmentId, CitizenId } from '../../src/kernel/ids.ts'
import type { Committed, Conversation, InboxRow, Turn } from '../../src/turns/ports.ts'
import { StorageFault } from '../../src/kernel/fault.ts'
import { READING } from '../../src/turns/flood.ts'
import { createTakeTurns } from '../../src/turns/take-turns.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const citizen = '7000000000000000011' as CitizenId
const noFlows = { current: () => undefined, pinned: () => undefined, offered: () => [], elsewhere: () => [] }

/** The turn worker over a conversation kept in memory. `interfere` runs before each commit, as another worker might. */
function worker({
  interfere,
  parse,
  committed = { outcome: 'done', orphans: [] },
  broken,
  forgetFiles,
}: {
  interfere?: (nth: number, stored: Conversation) => void
  parse?: () => readonly CitizenEvent[]
  committed?: Committed
  /** What storage throws instead of committing, as long as there is something. */
  broken?: unknown[]
  forgetFiles?: () => Promise<void>
} = {}) {
  const rows: InboxRow[] = []
  let stored: Conversation = { citizen, revision: 0, session: NEW_SESSION, lastInteractionAt: 0 }
  const seen = {
    loads: 0,
    commits: [] as Turn[],
    rung: [] as unknown[][],
    failed: 0,
    logged: [] as object[],
    forgotten: [] as unknown[],
    rated: [] as number[],
  }
  const takeTurns = createTakeTurns({
    inbox: {
      keep: async () => 'kept',
      citizensWaiting: async () => [],
      failed: async ({ seq, attemptsAllowed }) => {
        const row = rows.find((one) => one.seq === seq)
        if (!row || ++seen.failed < attemptsAllowed) return 'waiting'
        rows.splice(rows.indexOf(row), 1)
        return 'set aside'
      },
    },
    conversations: {
      load: async () => {
        seen.loads++
        return { ...stored }
      },
      waiting: async () => rows.map((row) => ({ ...row, revision: stored.revision })),
      heardSince: async () => [],
      commit: async (turn) => {
        if (broken?.length) throw broken.shift()
        interfere?.(seen.commits.length, stored)
        seen.commits.push(turn)
        if (turn.before.revision !== stored.revision) return { outcome: 'stale' }
        stored = { ...stored, revision: stored.revision + 1, session: turn.session }
        rows.splice(0, 1)
        return committed
      },
    },
    flows: noFlows,
    lookUp: async () => ({ type: 'FACTS', found: false, facts: {} }),
    forgetFiles: forgetFiles ?? (async (sha256s) => void seen.forgotten.push([seen.commits.length, ...sha256s])),
    rated: (score) => void seen.rated.push(score),
    parse: parse ?? (() => [{ type: 'TEXT', text: 'xin chào' }]),
    agencyOf: () => 'H12.99',
    actByCitizen: async () => [],
    showPermit: async () => ({ type: 'text', text: 'giấy' }),
    doorbell: { ring: (...args) => void seen.rung.push(args), answer: () => undefined, close: async () => undefined },
    makeId: () => 'id',
    makeSecret: () => 'AB23',
    now: () => NOW,
    log: { info: () => undefined, warn: () => undefined, error: (fields) => void seen.logged.push(fields) },
  })
  const arrives = (seq: number, sentAt = NOW + seq * 10_000) =>
    rows.push({
      seq,
      key: `k${seq}`,
      attempts: 0,
      sentAt,
      receivedAt: NOW,
      revision: 0,
      from: 'zalo',
      body: Buffer.from('{}'),
    })
  /** Answers the turn bell as long as it rings at once. */
  const run = async () => {
    do {
      seen.rung.length = 0
      await takeTurns(citizen)
    } while (seen.rung.some(([bell, , after]) => bell === 'turn' && after === 0))
  }
  /** Another worker takes a turn of the same citizen. */
  const elsewhere = () => void stored.revision++
  return { takeTurns, run, arrives, elsewhere, rows, seen }
}

describe('taking a citizen’s turns', () => {
  it('answers all that waits, in order, reading the conversation once', async () => {
    const { takeTurns, arrives, rows, seen } = worker()
    arrives(1)
    arrives(2)
    await takeTurns(citizen)
    arrives(3)
    await takeTurns(citizen)
    expect(rows).toEqual([])
    expect(seen.commits.map((turn) => [turn.handled, turn.before.revision])).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ])
    expect(seen.loads).toBe(1)
  })

  it('never decides on a conversation at hand that another worker has changed since', async () => {
    const { takeTurns, arrives, elsewhere, seen } = worker()
    arrives(1)
    await takeTurns(citizen)
    elsewhere()
    arrives(2)
    await takeTurns(citizen)
    expect(seen.commits.map((turn) => turn.before.revision)).toEqual([0, 2])
  })

  it('decides again on the newest conversation when another worker was first', async () => {
    const { takeTurns, arrives, rows, seen } = worker({
      interfere: (nth, stored) => {
        if (nth === 0) stored.revision += 5
      },
    })
    arrives(1)
    await takeTurns(citizen)
    expect(rows).toEqual([])
    expect(seen.commits.map((turn) => turn.before.revision)).toEqual([0, 5])
  })

  it('tries a delivery that breaks it again later, and at the last goes on behind it', async () => {
    const { takeTurns, arrives, rows, seen } = worker({
      parse: () => {
        throw new TypeError('Nguyễn Văn An cannot be read')
      },
    })
    arrives(1)
    await takeTurns(citizen)
    expect(seen.rung).toEqual([['turn', citizen, 1_000]])
    for (let i = 0; i < 4; i++) await takeTurns(citizen)
    expect(rows).toEqual([])
    expect(seen.rung.slice(-2)).toEqual([
      ['delivery', citizen],
      ['turn', citizen, 0],
    ])
    expect(JSON.stringify(seen.logged)).not.toContain('Nguyễn')
  })

  it('waits for a storage that is unwell, counts nothing, and then answers everything in its order', async () => {
    const broken = Array.from({ length: 50 }, () => new StorageFault('ECONNREFUSED', { retry: true }))
    const { takeTurns, arrives, rows, seen } = worker({ broken })
    for (const seq of [1, 2, 3]) arrives(seq)
    for (let i = 0; i < 50; i++) {
      await takeTurns(citizen)
      expect(seen.rung.pop()).toEqual(['turn', citizen, 2_000])
    }
    expect([seen.failed, rows.length]).toEqual([0, 3])
    await takeTurns(citizen)
    expect(seen.commits.map((turn) => turn.handled)).toEqual([1, 2, 3])
    expect(seen.logged).toEqual([{ code: 'storage ECONNREFUSED', times: 1 }])
  })

  it('counts a storage that refuses what was decided: the same decision would be refused for ever', async () => {
    const { takeTurns, arrives, seen } = worker({ broken: [new StorageFault('22021', { retry: false })] })
    arrives(1)
    await takeTurns(citizen)
    expect(seen.failed).toBe(1)
  })

  it('keeps a turn whose leftover files the disk would not let go of', async () => {
    const forgetFiles = () => Promise.reject(new Error('EROFS'))
    const { takeTurns, arrives, rows, seen } = worker({ committed: { outcome: 'done', orphans: ['aa'] }, forgetFiles })
    arrives(1)
    await takeTurns(citizen)
    expect([rows, seen.failed]).toEqual([[], 0])
  })

  it('answers a flood with one word that it is read, and its last messages; every one of it is handled', async () => {
    const { run, arrives, rows, seen } = worker()
    for (let seq = 1; seq <= 60; seq++) arrives(seq, NOW + seq * 10)
    await run()
    expect(rows).toEqual([])
    expect(seen.commits.map((turn) => turn.handled)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
    const said = seen.commits.map((turn) => turn.rows(undefined).messages)
    expect(said[0]).toEqual([READING])
    expect(said.slice(1, 40).every((messages) => messages.length === 0)).toBe(true)
    expect(said.slice(40).every((messages) => messages.length > 0 && !messages.includes(READING))).toBe(true)
  })

  it('answers each of as many messages that were sent one by one and only waited for us', async () => {
    const { run, arrives, seen } = worker()
    for (let seq = 1; seq <= 60; seq++) arrives(seq, NOW + seq * 700)
    await run()
    expect(seen.commits.every((turn) => turn.rows(undefined).messages.length > 0)).toBe(true)
  })

  it('lets others come between the batches of somebody with much', async () => {
    const { takeTurns, arrives, rows, seen } = worker()
    for (let seq = 1; seq <= 25; seq++) arrives(seq)
    await takeTurns(citizen)
    expect(rows).toHaveLength(15)
    expect(seen.rung.at(-1)).toEqual(['turn', citizen, 0])
  })

  it('deletes the files that a commit left without a row, and only once it is made', async () => {
    const { takeTurns, arrives, seen } = worker({ committed: { outcome: 'done', orphans: ['aa', 'bb'] } })
    arrives(1)
    await takeTurns(citizen)
    expect(seen.forgotten).toEqual([[1, 'aa', 'bb']])
    expect(seen.rated).toEqual([])
  })

  it('counts a rating that the commit wrote', async () => {
    const { takeTurns, arrives, seen } = worker({ committed: { outcome: 'done', orphans: [], rated: 4 } })
    arrives(1)
    await takeTurns(citizen)
    expect([seen.rated, seen.forgotten]).toEqual([[4], []])
  })

  it('does not take our own news for a word of the citizen’s: Zalo’s window stays where it is', async () => {
    const { takeTurns, rows, arrives, seen } = worker()
    const card = { number: '096190012345', name: 'Trần Mẫu', birthDate: '1990-03-05', sex: 'nu', address: 'x' } as const
    const news: ProgramEvent[] = [
      { type: 'CARD_READ', attachment: 'a1' as AttachmentId, card },
      { type: 'TIME_CAME', timer: 'draft' },
    ]
    for (const [i, event] of news.entries())
      rows.push({
        seq: i + 1,
        key: `n${i}`,
        attempts: 0,
        sentAt: NOW,
        receivedAt: NOW,
        revision: 0,
        from: 'program',
        event,
      })
    arrives(3)
    await takeTurns(citizen)
    expect(seen.commits.map(({ interaction }) => interaction)).toEqual([false, false, true])
    expect(seen.commits.map(({ before }) => before.lastInteractionAt)).toEqual([0, 0, 0])
    arrives(4)
    await takeTurns(citizen)
    expect(seen.commits.at(-1)?.before.lastInteractionAt).toBe(NOW)
  })
})
