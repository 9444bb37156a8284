import { renderDay, toVietnamDay, weekdayOf } from '../../kernel/clock.ts'
import { emptyContext, SKIPPED } from '../flow/answers.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { filedWay } from '../flow/filed-way.ts'
import { answerNameOf, type Step } from '../flow/flow-format.ts'
import { extraStep, mendedName, MOST_EXTRAS, REMARK_STEP, timedName } from '../flow/mended-flow.ts'
import { say } from '../step/ask.ts'
import type { Mendable, WaitingQuestion } from '../words/events.ts'
import { optionsFor, renderOffer } from './offered-times.ts'
import { phrases } from '../words/phrases.ts'
import type { Answer, Effect, FlowContext, Mended } from '../words/session.ts'

/** A flow to be entered, and what is said before. */
export interface Begun {
  flow: CompiledFlow
  context: FlowContext
  said: Effect[]
}

/**
 * Asks for single answers of a dossier once more, in the version through which it was filed. Undefined where that version is
 * gone or does not lead to what was filed: then all of it is asked as one free question.
 */
export function beginMending(
  { dossier, code, question, mend }: WaitingQuestion,
  { flows, now }: World,
): Begun | undefined {
  const base = mend && flows.pinned(mend.flow, mend.version)
  const flow = mend && flows.pinned((mend.times ? timedName : mendedName)(mend.flow), mend.version)
  const way = base && filedWay(base, filedIn(base, mend), mend.filedAt)
  if (!mend || !flow || !way) return undefined
  const wanted = namesFor(flow, way, mend)
  if (wanted.length === 0 || wanted.filter(({ name, key }) => name !== key).length > MOST_EXTRAS) return undefined
  const { remark, filedAt, answerBy } = mend
  const open = [...wanted.map(({ name }) => name), ...(remark === undefined ? [] : [REMARK_STEP])]
  const before: Record<string, Answer> = { ...NOTHING_ELSE, ...way }
  const answers = Object.fromEntries(Object.entries(before).filter(([name]) => !open.includes(name)))
  const facts = { dossier, code, question, ...(remark !== undefined && { remark }) }
  if (mend.times) {
    const options = optionsFor({ dossier, times: mend.times }, wanted, now)
    const offer = renderOffer(mend.times, options)
    const context = emptyContext({ ...facts, offer }, answers)
    return {
      flow,
      context: { ...context, options, mending: { wanted, open, given: [], before, at: filedAt } },
      said: [],
    }
  }
  const by = answerBy === undefined ? undefined : toVietnamDay(answerBy)
  return {
    flow,
    context: { ...emptyContext(facts, answers), mending: { wanted, open, given: [], before, at: filedAt } },
    said: say(
      phrases.mendBegins(code, wanted.length, by === undefined ? undefined : `${weekdayOf(by)} ${renderDay(by)}`),
    ),
  }
}

const NOTHING_ELSE = Object.fromEntries(
  [...Array.from({ length: MOST_EXTRAS }, (_, i) => extraStep(i)), REMARK_STEP].map((name) => [name, SKIPPED]),
)

/** What the questions of this version gave; papers that were sent in later have no question. */
function filedIn({ steps }: CompiledFlow, { answers }: Mendable): Record<string, Answer> {
  const names = new Set([...steps].map(([id, step]) => answerNameOf(id, step)))
  const known = answers.filter(({ key }) => names.has(key))
  return Object.fromEntries(
    known.map(({ key, value, shown, attachments }) => [
      key,
      { value, shown, ...(attachments && { attachments: [...attachments] }) },
    ]),
  )
}

const CAN_BE_ASKED: ReadonlySet<Step['expect']> = new Set(['choice', 'text', 'files', 'any'])

/** In the order in which they are asked: questions on the way that was taken, then what no such question asks for. */
function namesFor({ steps }: CompiledFlow, way: Readonly<Record<string, Answer>>, { wanted }: Mendable): Mended[] {
  const order = [...steps].flatMap(([id, step]) => (CAN_BE_ASKED.has(step.expect) ? answerNameOf(id, step) : []))
  const isAsked = (key: string): boolean => order.includes(key) && way[key] !== undefined
  const asked = wanted
    .filter(({ key }) => isAsked(key))
    .toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
    .map((one): Mended => ({ ...one, name: one.key }))
  const others = wanted.filter(({ key }) => !isAsked(key))
  return [...asked, ...others.map((one, i): Mended => ({ ...one, name: extraStep(i) }))]
}
