// npm run bench: what a turn costs on both engines, with one and with several workers, after an order ended; how long many
// flows take to start; how many messages a filing takes. `--beside <revision>` measures another revision in the same run.
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { script } from '../servers/application.ts'
import { freePort, untilReady } from '../servers/child.ts'
import { type Side, checkOut } from './checkout.ts'
import { countMessages } from './filings.ts'
import { listenTo, type News } from './load.ts'
import { describeRounds, describeTargets, line, type Measured, ratioOf, type Target } from './report.ts'
import { measureStarts } from './start.ts'
import { openFloor, openProgram, type Shape, startTsx, type Subject } from './subjects.ts'
import { type Cast, castButtons, castFloor, castSentences, endOrder, measureInTurns } from './turns.ts'

const PARTS = ['sqlite', 'postgres', 'workers', 'sentence', 'start', 'filings'] as const
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '12' },
    seconds: { type: 'string', default: '1.5' },
    citizens: { type: 'string', default: '16' },
    only: { type: 'string', default: PARTS.join(',') },
    flows: { type: 'string', default: '1000' },
    /** A revision of this repository. */
    beside: { type: 'string' },
    /** A folder for V8 processor profiles, in a folder for each side. */
    profile: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
const seconds = Number(values.seconds)
const citizens = Number(values.citizens)
const wants = (part: (typeof PARTS)[number]) => values.only.split(',').includes(part)
const profiling = ({ name }: Side): string[] =>
  values.profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(values.profile, name)}`] : []

const here: Side = { name: 'this', folder: script('.') }

const undos: (() => Promise<void>)[] = []
const keep = <T extends { close(): Promise<void> }>(opened: T): T => {
  undos.push(opened.close)
  return opened
}

/** What is compared with each other, and nothing else: no other process is at work while a part is measured. */
const TURNS = ['sqlite', 'postgres', 'workers', 'sentence'] as const
const SHAPES: Record<Exclude<(typeof TURNS)[number], 'sentence'>, readonly Shape[]> = {
  sqlite: ['sqlite'],
  postgres: ['postgres'],
  workers: ['one worker', 'two workers'],
}

async function castsOf(part: (typeof TURNS)[number], side: Side, sinkUrl: string, news: News): Promise<Cast[]> {
  const casts: Cast[] = []
  for (const shape of part === 'sentence' ? [] : SHAPES[part]) {
    const subject = keep(await openProgram(side, shape, sinkUrl, profiling(side)))
    casts.push(await castButtons(subject, news, citizens))
  }
  for (const ended of part === 'sentence' ? [false, true] : []) {
    const subject: Subject = keep(await openProgram(side, 'sqlite', sinkUrl))
    subject.name = `${side.name}, sentence${ended ? ', ended' : ''}`
    if (ended) await endOrder(subject)
    casts.push(await castSentences(subject, news, citizens))
  }
  return casts
}

function targetsOf(measured: ReadonlyMap<string, readonly Measured[]>, other: string | undefined): Target[] {
  const ratio = (these: string, those: string) => ratioOf(measured.get(these) ?? [], measured.get(those) ?? [])
  const targets: Target[] = [
    { what: 'two workers / one', is: ratio('this, two workers', 'this, one worker'), atMost: 1.15 },
    {
      what: 'a sentence after an order ended / before',
      is: ratio('this, sentence, ended', 'this, sentence'),
      atMost: 1.1,
    },
    { what: 'SQLite / the lean floor', is: ratio('this, sqlite', 'floor, sqlite'), atMost: 3 },
  ]
  if (other !== undefined)
    targets.push(
      { what: `SQLite / ${other}`, is: ratio('this, sqlite', `${other}, sqlite`), atMost: 0.7 },
      {
        what: `PostgreSQL with its database / ${other}`,
        is: ratio('this, postgres', `${other}, postgres`),
        atMost: 0.3,
      },
    )
  return targets.filter(({ is }) => !Number.isNaN(is))
}

try {
  const beside = values.beside === undefined ? undefined : await checkOut(values.beside)
  if (beside) undos.push(beside.remove)
  const sides = [here, ...(beside ? [beside] : [])]

  const [apiPort, newsPort] = await Promise.all([freePort(), freePort()])
  const sinkUrl = `http://127.0.0.1:${apiPort}`
  const sink = startTsx('test/bench/sink.ts', apiPort, newsPort)
  undos.push(() => sink.stop())
  const news = await untilReady('The sink', sink, () => listenTo(newsPort))
  undos.push(async () => news.close())
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}; medians of ${rounds} rounds\n`,
  )

  const targets: Target[] = []
  const measured = new Map<string, Measured[]>()
  for (const part of TURNS.filter(wants)) {
    const casts: Cast[] = []
    for (const side of sides) casts.push(...(await castsOf(part, side, sinkUrl, news)))
    if (part === 'sqlite' || part === 'postgres') casts.push(castFloor(keep(await openFloor(part, sinkUrl)), citizens))
    for (const [name, all] of await measureInTurns(casts, news, { rounds, seconds })) measured.set(name, all)
    for (const { subject } of casts) await subject.close()
  }
  if (measured.size > 0) {
    console.log(`\n${describeRounds(measured)}\n`)
    targets.push(...targetsOf(measured, beside?.name))
  }

  if (wants('start')) {
    const counts = [0, Number(values.flows)]
    const starts = await measureStarts(sides, { rounds: Math.min(5, rounds), counts, sinkUrl })
    console.log(line('seconds until ready', ['first', 'CPU', 'again', 'CPU']))
    for (const [name, { first, again }] of starts)
      console.log(
        line(
          name,
          [first.seconds, first.processor, again.seconds, again.processor].map((it) => it.toFixed(2)),
        ),
      )
    const [few, many] = counts.map((count) => starts.get(`this, ${count} flows`))
    const more = (when: 'first' | 'again') => (many?.[when].seconds ?? NaN) - (few?.[when].seconds ?? NaN)
    targets.push({ what: `seconds that ${values.flows} flows take more, first start`, is: more('first'), atMost: 3 })
    targets.push({ what: `seconds that ${values.flows} flows take more, later starts`, is: more('again'), atMost: 3 })
  }

  if (wants('filings')) {
    const counted = await Promise.all(sides.map(countMessages))
    console.log(
      line(
        '\nmessages per filing',
        sides.flatMap(({ name }) => [`${name}: sent`, 'received']),
      ),
    )
    for (const flow of counted[0]?.keys() ?? []) {
      const cells = counted.flatMap((all) => [all.get(flow)?.sent, all.get(flow)?.received])
      console.log(
        line(
          flow,
          cells.map((it) => String(it ?? '–')),
        ),
      )
    }
  }

  console.log(`\n${describeTargets(targets)}`)
} finally {
  for (const undo of undos.toReversed()) await undo()
}
