// npm run hearing -- FILE…: how much of what citizens type is understood, a line for each kind of message. `--where` counts by
// procedure; `--list` tells every failure with its reply, `--all` every message; `--only kind,id` plays a part. Exit code 1 when
// something false was done.
import { parseArgs } from 'node:util'
import { openLab } from './lab.ts'
import { actsOf, type Message, movesTheClock, readCorpus } from './message.ts'
import { countOf, describeOutcome, describeTable } from './report.ts'
import { type Situation, situationOf, slipIn } from './situations.ts'
import { type Outcome, tryMessage, usualAt } from './try-message.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    where: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
/** Citizens who are under way at a time. */
const AT_ONCE = 60

const only = values.only?.split(',')
const messages = positionals
  .flatMap(readCorpus)
  .filter(({ kind, id }) => !only || only.includes(kind) || only.includes(id))
const slips = messages.map(slipIn).filter((slip) => slip !== undefined)
if (messages.length === 0) slips.push('no messages: name a file of them')
if (slips.length > 0) {
  console.error(slips.join('\n'))
  process.exit(2)
}

const lab = await openLab()
const nameOf = (situation: Situation) => JSON.stringify(situation)
const places = new Map(messages.map(situationOf).map((situation) => [nameOf(situation), situation]))
const usual = new Map<string, Set<string>>()
const outcomes = new Map<string, Outcome>()

const judge = async (message: Message): Promise<void> => {
  const known = usual.get(nameOf(situationOf(message))) ?? new Set()
  const outcome = await tryMessage(lab, message, known).catch((cause: unknown): Outcome => ({
    ...{ message, result: 'wrong', question: [], replies: [] },
    why: `could not be tried: ${cause instanceof Error ? cause.message : 'unknown'}`,
  }))
  outcomes.set(message.id, outcome)
}
const isAlone = (message: Message) => movesTheClock([...(situationOf(message).then ?? []), ...actsOf(message)])

await lab.together(
  [...places].filter(([, { then = [] }]) => !movesTheClock(then)),
  AT_ONCE,
  async ([name, situation]) => {
    // Whoever cannot be brought there is told of with the messages themselves.
    usual.set(name, await usualAt(lab, situation).catch(() => new Set<string>()))
  },
)
await lab.together(
  messages.filter((message) => !isAlone(message)),
  AT_ONCE,
  judge,
)
await lab.together(messages.filter(isAlone), 1, async (message) => {
  await judge(message)
  lab.resetClock()
})
await lab.close()

const inOrder = messages.map(({ id }) => outcomes.get(id)).filter((outcome) => outcome !== undefined)
for (const outcome of inOrder)
  if (values.all || (values.list && outcome.result !== 'right')) console.log(describeOutcome(outcome))
console.log(describeTable(inOrder, values.where ? 'at' : 'kind'))
process.exit(countOf(inOrder, 'silent') > 0 ? 1 : 0)
