import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decide } from '../../src/conversation/step/engine.ts'
import { NEW_SESSION, type Session } from '../../src/conversation/words/session.ts'
import { takeTurn } from '../../src/conversation/take-turn.ts'
import type { AttachmentId, CitizenId } from '../../src/kernel/ids.ts'
import { plain } from '../../src/storage/engine/codec.ts'
import { createConversations } from '../../src/storage/conversations.ts'
import { createInbox } from '../../src/storage/inbox.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'
import { createTakeTurns } from '../../src/turns/take-turns.ts'
import { flowsOfFiles } from '../conversation/flows-of-files.ts'
import { temporaryFolder } from '../servers/child.ts'

/**
 * Does a conversation grow heavier with its age? Processor time of one `decide`, of one `takeTurn`, and of one whole turn
 * (inbox row → commit on SQLite), for a citizen who has given 10 answers and for one who has given 1,000.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '6' }, turns: { type: 'string', default: '400' } },
})
const rounds = Number(values.rounds)
const turns = Number(values.turns)

const flows = await flowsOfFiles()
const START = ['#lam-moi:cap-giay-di-duong', '#co', '#tu-nhap']
/** Two answers and the way back to the first: where the citizen stands does not change, only how much they have said. */
const LOOP = ['Nguyễn Văn An', '096190012345', 'quay lại', 'quay lại'] as const
const world = { now: Date.parse('2030-05-01T08:00:00+07:00'), flows }

const say = (session: Session, text: string): Session => takeTurn(session, { type: 'TEXT', text }, world).session

/** A session after that many answers. */
function aged(answers: number): Session {
  let session = START.reduce(say, NEW_SESSION)
  for (let given = 0; given < answers; given += 2) session = LOOP.reduce(say, session)
  return session
}

/** Microseconds of processor time of this process for each of `times` runs. */
function timed(times: number, work: (n: number) => void): number {
  const before = process.cpuUsage()
  for (let n = 0; n < times; n++) work(n)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / times
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0

const folder = await temporaryFolder('conversation')
const quiet = { info: () => undefined, warn: () => undefined, error: (fields: object) => console.error(fields) }
const engine = openSqlite(join(folder.path, 'mot-cua.db'), plain)
const inbox = createInbox(engine)
const conversations = createConversations(engine)
const doorbell = { ring: () => undefined, answer: () => undefined, close: async () => undefined }
let count = 0
const takeTurns = createTakeTurns({
  ...{ inbox, conversations, flows, doorbell, log: quiet, now: () => world.now, makeSecret: () => 'AB23' },
  lookUp: async () => ({ type: 'FACTS', found: false, facts: {} }),
  forgetFiles: async () => undefined,
  parse: (body) => [{ type: 'TEXT', text: body.toString() }],
  agencyOf: () => 'H12.99',
  actByCitizen: async () => [],
  showPermit: async () => ({ type: 'text', text: 'giấy' }),
  makeId: () => String(++count),
})

async function wholeTurn(citizen: CitizenId, text: string): Promise<void> {
  const sentAt = world.now + ++count
  await inbox.keep({ key: `k${count}`, citizen, sentAt, receivedAt: sentAt, body: Buffer.from(text), purpose: 'turn' })
  await takeTurns(citizen)
}

const ages = [10, 1_000] as const
const sessions = new Map(ages.map((age) => [age, aged(age)]))
for (const age of ages) {
  const citizen = String(age) as CitizenId
  for (const text of START) await wholeTurn(citizen, text)
  for (let given = 0; given < age; given += 2) for (const text of LOOP) await wholeTurn(citizen, text)
}

const found = new Map<string, number[]>()
const keep = (what: string, age: number, microseconds: number) =>
  found.set(`${what} ${age}`, [...(found.get(`${what} ${age}`) ?? []), microseconds])

for (let round = 0; round < rounds; round++)
  for (const age of ages) {
    const session = sessions.get(age) ?? NEW_SESSION
    const { position } = session
    const flow = position && flows.pinned(position.flow, position.version)
    if (!flow || !position) throw new Error('the citizen is nowhere')
    const event = { type: 'TEXT', text: LOOP[0] } as const
    keep(
      'decide',
      age,
      timed(turns * 5, () => decide(flow, position, event, { now: world.now, fetching: [] as AttachmentId[] })),
    )
    keep(
      'takeTurn',
      age,
      timed(turns * 5, () => takeTurn(session, event, world)),
    )
    const citizen = String(age) as CitizenId
    const before = process.cpuUsage()
    for (let n = 0; n < turns; n++) await wholeTurn(citizen, LOOP[n % LOOP.length] ?? '')
    const { user, system } = process.cpuUsage(before)
    keep('whole turn', age, (user + system) / turns)
  }

console.log('Microseconds of processor time, median of the rounds:')
for (const what of ['decide', 'takeTurn', 'whole turn']) {
  const [young = 0, old = 0] = ages.map((age) => median(found.get(`${what} ${age}`) ?? []))
  console.log(
    `${what.padEnd(12)} at 10 answers ${young.toFixed(0).padStart(6)}   at 1,000 answers ${old.toFixed(0).padStart(6)}   ratio ${(old / young).toFixed(2)}`,
  )
}
for (const age of ages)
  console.log(`Stored session at ${age} answers: ${JSON.stringify(sessions.get(age)).length} characters`)
await engine.close()
await folder.remove()
