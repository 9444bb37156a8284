import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { FakeZalo } from '../../src/simulator/fake-zalo.ts'
import { verifyAll, type Verified } from '../../src/dossiers/differences.ts'
import { createDossierRecords } from '../../src/storage/dossier-records.ts'
import { plain } from '../../src/storage/engine/codec.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'
import { type Application, preparePermitKeys, startApplication } from '../servers/application.ts'
import { freePort, temporaryFolder } from '../servers/child.ts'
import { judgeReplies } from './judge-replies.ts'
import { openOffice } from './office.ts'
import { startOutside } from './outside.ts'
import { citizenId, leadIn, nextReply, numberedAnswers, repliesOf } from './talk.ts'

/** Answers a citizen may give ahead of the replies. More than one, so that a dying process holds a row of them. */
const AHEAD = 5

interface CrashReport {
  kills: number
  citizens: number
  /** Events that the program answered with 200. */
  accepted: number
  /** Of those, how many stand in the inbox exactly once and handled. */
  handledOnce: number
  replies: number
  lost: number
  outOfOrder: number
  repeated: number
  /** Outbox rows that were never sent. */
  unsent: number
  /** Filed, asked about, decided, taken back meanwhile; and how many of them differ from what their acts say. */
  dossiers: number
  acts: number
  differ: number
  seconds: number
}

/**
 * Kills the program without warning, again and again, while citizens answer; then compares what they received with what
 * was accepted. The local Zalo lives here and survives; it repeats what was not answered 200.
 */
export async function crash(options: {
  kills: number
  citizens: number
  /** 0..1 */
  random: () => number
  say?: (line: string) => void
}): Promise<CrashReport> {
  const { kills, random, say = () => undefined } = options
  const started = performance.now()
  const folder = await temporaryFolder('crash')
  const port = await freePort()
  // Zalo's first two repetitions come after 0.3 and 3 seconds, the last after 36: until then a killed program has started.
  const outside = await startOutside({ webhookPort: port, timeScale: 0.01 })
  const { zalo } = outside
  const staff = { email: 'can.bo@example.vn', password: 'mat khau du dai' }
  const settings = {
    ...{ ...outside.settings, PORT: String(port), DATA_DIR: folder.path, LOG_LEVEL: 'error' },
    ...{ STAFF_ADMIN_EMAIL: staff.email, STAFF_ADMIN_PASSWORD: staff.password },
  }
  await preparePermitKeys(settings, join(folder.path, 'root.pem'))
  let application: Application | undefined = await startApplication(settings)
  try {
    const ids = Array.from({ length: options.citizens }, (_, n) => citizenId(n))
    const beginnings = await Promise.all(ids.map((id) => leadIn(zalo, id)))
    // A slow Zalo: when the program dies, messages are in flight and others wait behind them.
    zalo.faults.set({ slowMs: 40 })
    const load = createLoad(zalo, ids)
    const office = openOffice({ zalo, url: `http://127.0.0.1:${port}`, staff, filers: 4, random })

    for (let kill = 1; kill <= kills; kill++) {
      const after = untilNextKill(random)
      await pause(after)
      await application.stop('SIGKILL')
      application = await startApplication(settings)
      say(
        `kill ${kill} after ${Math.round(after)} ms: ${load.accepted().length} events accepted, ${zalo.counters.sends} messages`,
      )
    }
    await pause(500)
    await office.close()
    const expected = await load.finish()
    await untilAnswered(zalo, ids, beginnings, expected)
    await application.stop()
    application = undefined

    const verdicts = ids.map((id, i) =>
      judgeReplies(
        expected[i] ?? [],
        repliesOf(zalo, id, beginnings[i] ?? 0).map(({ reply }) => reply),
      ),
    )
    verdicts.forEach(({ lost }, i) => lost.forEach((reply) => say(`citizen ${i} never got: ${reply}`)))
    const total = (of: (verdict: (typeof verdicts)[number]) => number) =>
      verdicts.reduce((sum, one) => sum + of(one), 0)
    return {
      kills,
      citizens: ids.length,
      accepted: load.accepted().length,
      ...readDatabase(join(folder.path, 'mot-cua.db'), load.accepted()),
      ...(await compareDossiers(join(folder.path, 'mot-cua.db'), say)),
      replies: expected.reduce((sum, { length }) => sum + length, 0),
      lost: total(({ lost }) => lost.length),
      outOfOrder: total(({ outOfOrder }) => outOfOrder),
      repeated: total(({ repeated }) => repeated),
      seconds: (performance.now() - started) / 1_000,
    }
  } finally {
    await application?.stop()
    await outside.close()
    await folder.remove()
  }
}

/**
 * Milliseconds. Often under full load, and sometimes while it still recovers: a message that was in flight is held for
 * some seconds, until its echo or the lack of one tells whether it had left.
 */
const untilNextKill = (random: () => number): number =>
  random() < 0.3 ? 200 + 1_000 * random() : 6_000 + 2_000 * random()

/** Keeps every citizen answering until it is told to finish. */
function createLoad(zalo: FakeZalo, ids: readonly string[]) {
  const accepted: string[] = []
  let finishing = false
  const answerOn = async (id: string): Promise<string[]> => {
    const expected: string[] = []
    let received = 0
    const stop = zalo.watch(id, ({ from, state }) => {
      if (from === 'oa' && state === 'received') received += 1
    })
    for (const { text, reply } of numberedAnswers(Date.now() + 3_600_000)) {
      while (expected.length - received >= AHEAD && !finishing) await nextReply(zalo, id)
      if (finishing) break
      const { messageId, fate } = zalo.says(id, text)
      // The next answer waits for this one's 200: what Zalo repeats later would rightly be handled later.
      if ((await fate) !== 'accepted') throw new Error('an event was given up: the program was down for too long')
      accepted.push(messageId)
      expected.push(reply)
    }
    stop()
    return expected
  }
  const answering = Promise.all(ids.map(answerOn))
  // Reported by `finish`; until then it must not count as unhandled.
  answering.catch(() => undefined)
  return {
    accepted: () => accepted,
    finish: () => {
      finishing = true
      return answering
    },
  }
}

/** Waits until every phone shows enough replies, or nothing has come for fifteen seconds. */
async function untilAnswered(
  zalo: FakeZalo,
  ids: readonly string[],
  after: readonly number[],
  expected: readonly string[][],
) {
  const missing = () =>
    ids.filter((id, i) => repliesOf(zalo, id, after[i] ?? 0).length < (expected[i]?.length ?? 0)).length
  let sends = zalo.counters.sends
  for (let quiet = 0; quiet < 30 && missing() > 0; quiet++) {
    await pause(500)
    if (zalo.counters.sends > sends) quiet = 0
    sends = zalo.counters.sends
  }
  // A repetition still in flight would be told as missing order, not as what it is.
  await pause(1_000)
}

function readDatabase(path: string, accepted: readonly string[]): { handledOnce: number; unsent: number } {
  const database = new Database(path, { readonly: true })
  const row = database.prepare<[string], { n: number; handled: number }>(
    "select count(*) as n, coalesce(sum(state = 'handled'), 0) as handled from inbox where key = 'user_send_text:' || ?",
  )
  const handledOnce = accepted.filter((id) => {
    const found = row.get(id)
    return found?.n === 1 && found.handled === 1
  }).length
  const unsent =
    database.prepare<[], { n: number }>("select count(*) as n from outbox where state <> 'sent'").get()?.n ?? 0
  database.close()
  return { handledOnce, unsent }
}

/** What `npm run verify` finds, with the number of acts, so that an office that did nothing is seen. */
async function compareDossiers(
  path: string,
  say: (line: string) => void,
): Promise<{ dossiers: number; acts: number; differ: number }> {
  const engine = openSqlite(path, plain)
  const { dossiers, differences }: Verified = await verifyAll(createDossierRecords(engine))
  for (const { code, difference } of differences) say(`${code}: ${difference}`)
  const acts = await engine.read.$count(engine.tables.dossierActions)
  await engine.close()
  return { dossiers, acts, differ: differences.length }
}
