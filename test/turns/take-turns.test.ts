import { describe, expect, it } from 'vitest'
import type { CitizenEvent, ProgramEvent } from '../../src/conversation/events.ts'
import { NEW_SESSION } from '../../src/conversation/session.ts'
import type { AttachmentId, CitizenId } from '../../src/kernel/ids.ts'
import type { Committed, Conversation, InboxRow, Turn } from '../../src/turns/ports.ts'
import { createTakeTurns } from '../../src/turns/take-turns.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const citizen = '7000000000000000011' as CitizenId
const noFlows = { current: () => undefined, pinned: () => undefined, offered: () => [] }

/** The turn worker over a conversation kept in memory. `interfere` runs before each commit, as another worker might. */
function worker({
  interfere,
  parse,
  committed = { outcome: 'done', orphans: [] },
}: {
  interfere?: (nth: number, stored: Conversation) => void
  parse?: () => readonly CitizenEvent[]
  committed?: Committed
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
      waiting: async () => [...rows],
      heardSince: async () => [],
      commit: async (turn) => {
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
    forgetFiles: async (sha256s) => void seen.forgotten.push([seen.commits.length, ...sha256s]),
    rated: (score) => void seen.rated.push(score),
    parse: parse ?? (() => [{ type: 'TEXT', text: 'xin chào' }]),
    agencyOf: () => 'H12.99',
    showPermit: async () => ({ type: 'text', text: 'giấy' }),
    doorbell: { ring: (...args) => void seen.rung.push(args), answer: () => undefined, close: async () => undefined },
    makeId: () => 'id',
    makeSecret: () => 'AB23',
    now: () => NOW,
    log: { info: () => undefined, warn: () => undefined, error: (fields) => void seen.logged.push(fields) },
  })
  const arrives = (seq: number) => rows.push({ seq, key: `k${seq}`, attempts: 0, receivedAt: NOW, from: 'zalo', body: Buffer.from('{}') }) // prettier-ignore
  return { takeTurns, arrives, rows, seen }
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
    expect(seen.rung.at(-1)).toEqual(['delivery', citizen])
    expect(JSON.stringify(seen.logged)).not.toContain('Nguyễn')
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
    for (const [i, event] of news.entries()) rows.push({ seq: i + 1, key: `n${i}`, attempts: 0, receivedAt: NOW, from: 'program', event }) // prettier-ignore
    arrives(3)
    await takeTurns(citizen)
    expect(seen.commits.map(({ interaction }) => interaction)).toEqual([false, false, true])
    expect(seen.commits.map(({ before }) => before.lastInteractionAt)).toEqual([0, 0, 0])
    arrives(4)
    await takeTurns(citizen)
    expect(seen.commits.at(-1)?.before.lastInteractionAt).toBe(NOW)
  })
})
