// npm run hearing:judges: ways to tell which matter a sentence means, side by side. Each sentence by which a matter is asked for is
// judged by what was learned from four fifths of the others; then the messages of corpus/learn by what was learned from all.
// "Sure" is told unasked, at the share from which one sentence in twenty is told wrong; "offered" stands among the first three.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { IDLE_SENTENCES } from '../../src/conversation/finding/idle-sentences.ts'
import { idOf, isHere, mattersOf } from '../../src/conversation/finding/matters.ts'
import { flowsOfFiles } from '../conversation/flows-of-files.ts'
import { type Judge, type Sentence, type Way, WAYS } from './judges/ways.ts'
import { listed, readCorpus } from './message.ts'
import { flowOf } from './situations.ts'

const FOLDS = 5
const MOST_WRONG = 0.05
/** So many times likelier than the next. */
const TIMES = 3

const flows = await flowsOfFiles()
const matters = mattersOf(flows)
const named: Sentence[] = matters.flatMap((matter, of) =>
  [matter.name, ...(isHere(matter) ? matter.words : [])].map((text) => ({ of, text })),
)
const asked: Sentence[] = [
  ...matters.flatMap(({ says }, of) => says.map((text) => ({ of, text }))),
  ...IDLE_SENTENCES.map((text) => ({ of: matters.length, text })),
]

interface Judged {
  isRight: boolean
  isOffered: boolean
  /** Of the likeliest; 0 where it is not far enough ahead, or asks for nothing. */
  share: number
  took: number
}

function judge(by: Judge, text: string, isMeant: (of: number) => boolean): Judged {
  const begun = performance.now()
  const shares = by(text)
  const took = performance.now() - begun
  const order = [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0))
  const [best = -1, next = -1] = order
  const share = shares[best] ?? 0
  const isAhead = share >= TIMES * (shares[next] ?? 0) && best !== matters.length
  return { isRight: isMeant(best), isOffered: order.slice(0, 3).some(isMeant), share: isAhead ? share : 0, took }
}

function inFolds(way: Way): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const by = way(
      named,
      asked.filter((_one, i) => i % FOLDS !== fold),
    )
    return asked
      .filter(({ of }, i) => i % FOLDS === fold && of < matters.length)
      .map(({ of, text }) => judge(by, text, (it) => it === of))
  }).flat()
}

/** The messages of the corpus that ask for something at the beginning, with what would be right. */
function messagesOfLearn() {
  const folder = join(import.meta.dirname, 'corpus/learn')
  const placed = new Map(
    flows.elsewhere().map(({ id, name, where, note = '', phone = '' }) => [id, `${name} ${where} ${note} ${phone}`]),
  )
  return readdirSync(folder).flatMap((file) =>
    readCorpus(join(folder, file)).flatMap(({ kind, at, say, accept }) => {
      if (at !== 'opening' || typeof say !== 'string' || !KINDS.has(kind)) return []
      const begun = accept.flatMap(({ leadsTo }) => listed(leadsTo).map(flowOf))
      const place = kind === 'elsewhere' ? accept.find(({ helps }) => helps !== undefined)?.helps : undefined
      const ids = new Set([
        ...begun,
        ...[...placed].flatMap(([id, text]) => (place !== undefined && new RegExp(place, 'i').test(text) ? id : [])),
      ])
      const isMeant = (of: number): boolean => ids.has(matters[of] ? idOf(matters[of]) : '')
      return ids.size === 0 ? [] : [{ text: say, isMeant }]
    }),
  )
}
const KINDS: ReadonlySet<string> = new Set(['procedure', 'about', 'elsewhere', 'service'])

const shareOf = (some: readonly Judged[], which: (one: Judged) => boolean): number =>
  some.filter(which).length / (some.length || 1)
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(8)

/** The lowest share at which no more than one in twenty is told wrong. */
function sureFrom(judged: readonly Judged[]): number {
  const wrong = judged
    .filter(({ isRight, share }) => !isRight && share > 0)
    .map(({ share }) => share)
    .sort((a, b) => b - a)
  const first = wrong[Math.floor(MOST_WRONG * judged.length)]
  return first === undefined ? Number.MIN_VALUE : first + 1e-9
}

const median = (judged: readonly Judged[]): number =>
  judged.map(({ took }) => took).sort((a, b) => a - b)[judged.length >> 1] ?? 0

const messages = messagesOfLearn()
const HEAD = 'first right   told right  told wrong     offered'
console.log(
  `${asked.length - IDLE_SENTENCES.length} sentences of ${matters.length} matters, ${messages.length} messages`,
)
console.log(`${''.padEnd(24)}${HEAD}   sure from   median`)
for (const [name, way] of Object.entries(WAYS)) {
  const folded = inFolds(way)
  const from = sureFrom(folded)
  const by = way(named, asked)
  const heard = messages.map(({ text, isMeant }) => judge(by, text, isMeant))
  for (const [what, judged] of [
    ['in folds', folded],
    ['messages', heard],
  ] as const) {
    const columns = [
      shareOf(judged, ({ isRight }) => isRight),
      shareOf(judged, ({ isRight, share }) => isRight && share >= from),
      shareOf(judged, ({ isRight, share }) => !isRight && share >= from),
      shareOf(judged, ({ isOffered }) => isOffered),
    ].map(percent)
    const title = what === 'in folds' ? name : `  on ${what}`
    console.log(
      `${title.padEnd(24)}${columns.join('    ')}   ${from.toFixed(2).padStart(9)}   ${median(judged).toFixed(2)} ms`,
    )
  }
}
