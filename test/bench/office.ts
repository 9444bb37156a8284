import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { makeProvince } from '../../src/program/samples/make-province.ts'
import { plain } from '../../src/storage/engine/codec.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'
import { temporaryFolder } from '../servers/child.ts'
import { officeSubjects, type Subject } from './office-subjects.ts'
import { line, median } from './report.ts'
import { plansOf } from './query-plans.ts'

// npm run bench:office -- [--dossiers 100000] [--large <DATABASE_URL or a DATA_DIR with a province>] [--plans]
// The same questions are asked of 1,000 dossiers and of many, in turns, so that a busy machine slows both: read the ratios.

const { values } = parseArgs({
  options: {
    dossiers: { type: 'string', default: '20000' },
    large: { type: 'string' },
    small: { type: 'string' },
    repeats: { type: 'string', default: '30' },
    plans: { type: 'boolean', default: false },
  },
})
const SMALL = 1_000
const REPEATS = Number(values.repeats)
/** Slower than this many times and slower than this (milliseconds): an index is missing. */
const [AIM, NOTICED] = [1.5, 2]

const say = (text: string) => void process.stdout.write(`${text}\n`)
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const flowsFolder = join(import.meta.dirname, '../../flows')

const open = async (place: string): Promise<Engine> =>
  place.startsWith('postgres')
    ? (await import('../../src/storage/engine/postgres-engine.ts')).openPostgres(place, plain, silent)
    : openSqlite(join(place, 'mot-cua.db'), plain)

async function openProvince(place: string | undefined, dossiers: number, folder: string): Promise<Engine> {
  const engine = await open(place ?? folder)
  const order = { dossiers, years: dossiers / 270_000 || 1, seed: 7 }
  await makeProvince(order, { engine, flowsFolder, now: Date.now, log: silent, made: () => undefined })
  return engine
}

async function timesOf(subject: Subject): Promise<number> {
  const begun = performance.now()
  await subject.ask()
  return performance.now() - begun
}

/** The longest that nothing else had its turn while this was asked, milliseconds. */
async function longestBlock(subject: Subject): Promise<number> {
  let [last, longest] = [performance.now(), 0]
  const tick = () => {
    const at = performance.now()
    longest = Math.max(longest, at - last)
    last = at
    next = setImmediate(tick)
  }
  let next = setImmediate(tick)
  await subject.ask()
  await pause(1)
  clearImmediate(next)
  return longest
}

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN

const folders = [await temporaryFolder('office-small'), await temporaryFolder('office-large')] as const
const small = await openProvince(values.small, SMALL, folders[0].path)
const large = await openProvince(values.large, Number(values.dossiers), folders[1].path)
const [few, many] = [await officeSubjects(small), await officeSubjects(large)]
say(`${few.dossiers} beside ${many.dossiers} dossiers on ${large.name}, ${REPEATS} times each, milliseconds`)
say(line('', ['p50', 'p95', 'p50 many', 'p95 many', 'ratio p50', 'ratio p95', 'block many']))
for (const [i, subject] of few.subjects.entries()) {
  const beside = many.subjects[i]
  if (!beside) continue
  const times: [number[], number[]] = [[], []]
  await Promise.all([timesOf(subject), timesOf(beside)])
  for (let n = 0; n < REPEATS; n++) {
    times[0].push(await timesOf(subject))
    times[1].push(await timesOf(beside))
  }
  const [a, b] = times
  const ratio = median(b) / median(a)
  const blocks = [await longestBlock(beside), await longestBlock(beside), await longestBlock(beside)]
  const cells = [median(a), at(a, 0.95), median(b), at(b, 0.95), ratio, at(b, 0.95) / at(a, 0.95), median(blocks)]
  const isSlow = ratio > AIM && median(b) > NOTICED
  say(
    `${line(
      subject.name,
      cells.map((cell) => cell.toFixed(2)),
    )}${isSlow ? '  slow' : ''}`,
  )
}
if (values.plans && large.name === 'sqlite')
  for (const subject of many.subjects) {
    say(`\n${subject.name}`)
    for (const plan of await plansOf(join(values.large ?? folders[1].path, 'mot-cua.db'), subject.ask)) say(`  ${plan}`)
  }
await Promise.all([small.close(), large.close()])
await Promise.all(folders.map((folder) => folder.remove()))
