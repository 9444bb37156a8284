import { setTimeout as pause } from 'node:timers/promises'
import { judgeReplies } from '../crash/judge-replies.ts'
import { citizenId, leadIn, repliesOf } from '../crash/talk.ts'
import type { FakeZalo } from '../../src/simulator/fake-zalo.ts'
import { hasEnded } from '../servers/child.ts'
import { type Accepted, delaysSince, startTalking } from './citizens.ts'
import type { Day } from './days.ts'
import { type EngineName, openStage } from './stage.ts'

/** Replies still come this long after the last one before they count as lost: longer than any pause before another try. */
const PATIENCE = 45_000

export interface DayReport {
  day: string
  engine: EngineName
  accepted: number
  handled: number
  /** Accepted and not handled exactly once. */
  lost: number
  sent: number
  repeated: number
  outOfOrder: number
  repliesLost: number
  /** Processes of the program that are no more. */
  ended: number
  /** The longest that anybody waited for a reply once nothing failed any more, in seconds. */
  recovery: number
  /** What lies in the tables unsettled, and how the ended processes took leave. */
  remarks: string[]
}

/** Lives through one day: some quiet seconds, the day's fault, and quiet seconds again, under an even load. */
export async function liveThrough(
  day: Day,
  engine: EngineName,
  { citizens = 16, eventsPerSecond = 22, lasts = day.lasts, before = 5, after = 10 } = {},
): Promise<DayReport> {
  const stage = await openStage(engine)
  const { zalo, processes, tables } = stage
  try {
    const ids = Array.from({ length: citizens }, (_, n) => citizenId(n))
    const beginnings = await Promise.all(ids.map((id) => leadIn(zalo, id)))
    const talking = startTalking(zalo, ids, eventsPerSecond)
    await pause(before * 1_000)
    await day.begin(stage)
    await pause(lasts * 1_000)
    await day.end(stage)
    const well = Date.now()
    await pause(after * 1_000)
    const expected = await talking.stop()
    await untilQuiet(zalo, () => missing(zalo, ids, beginnings, expected))

    const ended = processes.filter(hasEnded)
    const left = await tables.left()
    const accepted = expected.flat()
    const handled = await tables.handled(accepted.map(({ messageId }) => messageId))
    const seen = ids.map((id, i) => repliesOf(zalo, id, beginnings[i] ?? 0))
    const verdicts = expected.map((own, i) => judgeReplies(own.map(toReply), (seen[i] ?? []).map(toReply)))
    const total = (of: (verdict: (typeof verdicts)[number]) => number) => verdicts.reduce((sum, it) => sum + of(it), 0)
    return {
      day: day.name,
      engine,
      accepted: accepted.length,
      handled,
      lost: accepted.length - handled,
      sent: seen.flat().length,
      repeated: total(({ repeated }) => repeated),
      outOfOrder: total(({ outOfOrder }) => outOfOrder),
      repliesLost: total(({ lost }) => lost.length),
      ended: ended.length,
      recovery: Math.max(0, ...expected.flatMap((own, i) => delaysSince(well, own, seen[i] ?? []))),
      remarks: [...(left === '' ? [] : [left]), ...ended.map((it) => `ended: ${it.output().slice(-600).trim()}`)],
    }
  } finally {
    await stage.close()
  }
}

const toReply = ({ reply }: { reply: string }): string => reply

const missing = (
  zalo: FakeZalo,
  ids: readonly string[],
  beginnings: readonly number[],
  expected: readonly (readonly Accepted[])[],
): number => ids.filter((id, i) => repliesOf(zalo, id, beginnings[i] ?? 0).length < (expected[i]?.length ?? 0)).length

/** Waits until nobody waits for a reply any more, or nothing has come for long. */
async function untilQuiet(zalo: FakeZalo, waiting: () => number): Promise<void> {
  let { sends } = zalo.counters
  for (let since = Date.now(); waiting() > 0 && Date.now() - since < PATIENCE;) {
    await pause(500)
    if (zalo.counters.sends > sends) since = Date.now()
    ;({ sends } = zalo.counters)
  }
  // A repetition still under way would be told as missing order, not as what it is.
  await pause(2_000)
}

/** What a day may cost: nothing but thirty seconds. */
export const isKept = ({ lost, repliesLost, repeated, outOfOrder, ended, recovery }: DayReport): boolean =>
  lost + repliesLost + repeated + outOfOrder + ended === 0 && recovery <= 30
