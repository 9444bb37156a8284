// npm run hearing -- FILE…: how much of what citizens type is understood, a line for each kind of message. `--where` counts by
// procedure; `--list` tells every failure with its reply, `--all` every message; `--only kind,id` plays a part. Exit code 1 when
// something false was done.
import { parseArgs } from 'node:util'
import { readCorpus } from './message.ts'
import { playCorpus, slipsIn } from './play.ts'
import { countOf, describeOutcome, describeTable } from './report.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    where: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const only = values.only?.split(',')
const messages = positionals
  .flatMap(readCorpus)
  .filter(({ kind, id }) => !only || only.includes(kind) || only.includes(id))
const slips = messages.length === 0 ? ['no messages: name a file of them'] : slipsIn(messages)
if (slips.length > 0) {
  console.error(slips.join('\n'))
  process.exit(2)
}

const outcomes = await playCorpus(messages)
for (const outcome of outcomes)
  if (values.all || (values.list && outcome.result !== 'right')) console.log(describeOutcome(outcome))
console.log(describeTable(outcomes, values.where ? 'at' : 'kind'))
process.exit(countOf(outcomes, 'silent') > 0 ? 1 : 0)
