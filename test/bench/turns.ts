import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { type Citizen, countReplies, lead, load, type News } from './load.ts'
import type { Measured } from './report.ts'
import type { Subject } from './subjects.ts'
import { citizenId } from './wire.ts'

/** To the main menu with an unfinished dossier laid aside: from there each line of the script has two replies. */
const LEAD_IN = ['menu', '#lam:cap-giay-di-duong', '#co', '#tu-nhap', 'Nguyễn Văn An', 'menu']
/** Round and round, as long as a round lasts. Each turn changes where the citizen stands. */
const BUTTONS = ['#thu-tuc', 'menu']
/** Words that only a search among all procedures makes sense of. */
const SENTENCES = ['cho em hỏi đăng kí tạm trú cho con', 'menu']

/** A subject with citizens who know what to say to it. */
export interface Cast {
  subject: Subject
  citizens: readonly Citizen[]
}

export async function castButtons(subject: Subject, news: News, citizens: number): Promise<Cast> {
  const ids = Array.from({ length: citizens }, (_, n) => citizenId(n))
  await Promise.all(ids.map((id) => lead(subject.port, id, LEAD_IN)))
  return cast(subject, news, ids, BUTTONS)
}

export async function castSentences(subject: Subject, news: News, citizens: number): Promise<Cast> {
  const ids = Array.from({ length: citizens }, (_, n) => citizenId(n))
  await Promise.all(ids.map((id) => lead(subject.port, id, ['menu'])))
  return cast(subject, news, ids, SENTENCES)
}

export const castFloor = (subject: Subject, citizens: number): Cast => ({
  subject,
  citizens: Array.from({ length: citizens }, (_, n) => ({ id: citizenId(n), script: [{ text: 'menu', replies: 2 }] })),
})

async function cast(subject: Subject, news: News, ids: readonly string[], texts: readonly string[]): Promise<Cast> {
  const counts = await countReplies(subject.port, news, ids[0] ?? '', texts)
  console.log(`  ${subject.name}: messages out per turn ${counts.join(', ')}`)
  const script = texts.map((text, i) => ({ text, replies: counts[i] ?? 0 }))
  return { subject, citizens: ids.map((id) => ({ id, script })) }
}

/** One order ends, as an administrator ends it; the running program hears of it within seconds. */
export async function endOrder({ file }: Subject): Promise<void> {
  if (file === undefined) throw new Error('only on SQLite')
  const database = new Database(file)
  const now = Date.now()
  database
    .prepare('insert into ended_orders (order_id, ended_at, ended_by, settled_at) values (?, ?, ?, ?)')
    .run('trinh-dien-di-cho', now, 'bench', now)
  database.close()
  await pause(6_500)
}

/** Turns after which a process has compiled what it runs most; two workers need twice as many. */
const WARM = 600
const WARM_WITHIN = 40_000

async function warmUp({ subject, citizens }: Cast, news: News): Promise<void> {
  const until = performance.now() + WARM_WITHIN
  for (let left = WARM * subject.workers; left > 0 && performance.now() < until;)
    left -= (await load(subject.port, news, citizens, 2)).turns
}

/**
 * All subjects in turns, so that a busy machine slows all alike, after each of their processes had as many turns to warm up.
 * Every other round goes backwards: what one leaves behind for the disk meets each of the others as often.
 */
export async function measureInTurns(
  casts: readonly Cast[],
  news: News,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Map<string, Measured[]>> {
  const measured = new Map<string, Measured[]>(casts.map(({ subject }) => [subject.name, []]))
  for (const one of casts) await warmUp(one, news)
  for (let round = 0; round < rounds; round++)
    for (const { subject, citizens } of round % 2 === 0 ? casts : casts.toReversed()) {
      const before = subject.used()
      const done = await load(subject.port, news, citizens, seconds)
      // What is still being written down belongs to the round.
      await pause(150)
      const after = subject.used()
      const program = after.program - before.program
      const servers = after.servers - before.servers
      measured.get(subject.name)?.push({ ...done, program, servers })
    }
  return measured
}
