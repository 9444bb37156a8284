import { tidy } from '../../kernel/text.ts'
import { renderPlace } from '../checks/coordinates.ts'
import { isSkipped } from '../flow/answers.ts'
import type { CheckContext } from '../checks/check.ts'
import type { Fact } from '../facts/fact.ts'
import { readFacts } from '../facts/read-facts.ts'
import { readingsOf } from '../facts/spend.ts'
import { checkOf, isFreeStep } from '../flow/check-of.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf, type Step } from '../flow/flow-format.ts'
import type { CitizenEvent } from '../words/events.ts'
import { readPayload } from '../words/payload.ts'
import { readSaid } from '../words/read-choice.ts'
import type { Answer, FlowContext, Position, Proposal } from '../words/session.ts'
import { choiceHeard, clausesBeside } from './choice-heard.ts'
import type { EventReading } from './reading.ts'
import { mayBeNamed } from './whose-name.ts'

type Heard = Readonly<Record<string, Proposal>>

/** Answers whose question takes any words, and which a house of healing is. */
const SPOTS: ReadonlySet<string> = new Set(['birthPlace'])
/** Fewer words are no story. */
const STORY = 5
/** May belong to many questions: what is surely one thing is given away first. */
const VAGUE = new Set(['day', 'year', 'clock', 'name'])

/** Two places of one journey are told apart by the names of their answers. */
export const sideOf = (name: string): 'from' | 'to' | undefined => (name === 'from' || name === 'to' ? name : undefined)

/** Of these nobody has two in one filing: of two that are named the citizen chooses. */
const ONE_OF_TWO = new Set(['plate', 'phone', 'dossier code'])

/**
 * What a message says to questions that are still to come: for each the reading that will be proposed when it is its turn.
 * `text` is what was left over by the open question; each fact is given to one question.
 */
export function hearFor(
  flow: CompiledFlow,
  { step, context }: Position,
  text: string,
  spent: readonly Fact[],
  now: number,
): Heard {
  const ids = [...flow.steps.keys()]
  // Of people who are asked about one after another only the one whose turn it is.
  const mayHear = (id: string) =>
    !context.trail.includes(id) && [undefined, flow.people.get(step)].includes(flow.people.get(id))
  const later = ids.slice(ids.indexOf(step) + 1).filter(mayHear)
  const open = later.flatMap((id): [string, Step][] => {
    const asked = flow.steps.get(id)
    const name = asked && answerNameOf(id, asked)
    return asked && name !== undefined && context.answers[name] === undefined ? [[name, asked]] : []
  })
  const heard: Record<string, Proposal> = {}
  const all = readFacts(text)
  const named = all.filter(({ kind }) => kind === 'name')
  const asked = [...flow.steps].map(([id, it]) => answerNameOf(id, it))
  let facts = all.filter((it) => !spent.some((one) => one.from < it.to && it.from < one.to))
  const give = ({ from, to }: Fact): void => {
    facts = facts.filter((it) => it.to <= from || it.from >= to)
  }
  for (const [name] of open) {
    const spot = SPOTS.has(name) ? facts.find(({ kind }) => kind === 'spot') : undefined
    if (!spot) continue
    heard[name] = { value: spot.said, shown: spot.said }
    give(spot)
  }
  for (const isVague of [false, true])
    for (const [name, step] of open) {
      const check = checkOf(step)
      if (!check || VAGUE.has(check.takes) !== isVague || heard[name]) continue
      const answers: CheckContext['answers'] = { ...context.answers, ...(heard as Record<string, Answer>) }
      const fitting = facts.filter((it) => mayBeNamed(name, it, asked))
      const [first, second] = readingsOf(check, fitting, { now, answers }, sideOf(name))
      if (!first) continue
      const { value, shown } = first.reading
      const other = first.reading.ok === 'unsure' ? first.reading.otherwise : undefined
      const otherwise =
        other ??
        (second && (second.fact.from === first.fact.from || ONE_OF_TWO.has(check.takes)) ? second.reading : undefined)
      heard[name] = {
        value,
        shown,
        ...(otherwise && { otherwise: { value: otherwise.value, shown: otherwise.shown } }),
      }
      // Where something is tells in which commune it is, too.
      if (check.takes !== 'point' || first.fact.kind === 'point') give(first.fact)
    }
  // One clause, one answer: what chose at the open question says nothing to the next.
  const here = flow.steps.get(step)
  const isChosen = (clause: string) => here?.expect === 'choice' && readSaid(here.choices, clause).found !== 'none'
  const clauses = clausesBeside(text, [...spent, ...named.filter((it) => !spent.includes(it))]).filter(
    (it) => !isChosen(it),
  )
  for (const [name, step] of open) {
    const choice = heard[name] ? undefined : choiceHeard(step, clauses, all)
    if (choice) heard[name] = choice
  }
  return heard
}

/** Kinds that nothing else looks like. */
const UNMISTAKABLE: ReadonlySet<string> = new Set(['phone', 'citizen number', 'plate', 'sum', 'count', 'email'])

/** The commune in which a point on the map lies, for a question of one that is still to come: which it is can only be asked. */
export function hearPoint(flow: CompiledFlow, { step, context }: Position, point: string, now: number): Heard {
  const ids = [...flow.steps.keys()]
  const id = ids.slice(ids.indexOf(step) + 1).find((it) => checkOf(flow.steps.get(it))?.name === 'commune')
  const asked = id === undefined ? undefined : flow.steps.get(id)
  if (id === undefined || !asked || context.answers[answerNameOf(id, asked)]) return {}
  const reading = checkOf(asked)?.check(point, { now, answers: context.answers })
  if (!reading || reading.ok === false) return {}
  const { value, shown } = reading
  const otherwise = reading.ok === 'unsure' ? reading.otherwise : undefined
  return { [answerNameOf(id, asked)]: { value, shown, ...(otherwise && { otherwise }) } }
}

/** Whether a message holds something of an unmistakable kind that the open question, or a later one, takes. */
export function tellsFact(flow: CompiledFlow, { step, context }: Position, text: string, now: number): boolean {
  const facts = readFacts(text).filter(({ kind }) => UNMISTAKABLE.has(kind))
  const ids = facts.length > 0 ? [...flow.steps.keys()] : []
  return ids.slice(ids.indexOf(step)).some((id) => {
    const check = checkOf(flow.steps.get(id))
    return check !== undefined && readingsOf(check, facts, { now, answers: context.answers }).length > 0
  })
}

/** The question after a list of kinds that is answered in one's own words: who tells the story at the list has told it. */
export function storyFor(flow: CompiledFlow, { step, context }: Position, text: string): Heard {
  const asked = flow.steps.get(step)
  const ids = [...flow.steps.keys()]
  const next = ids.slice(ids.indexOf(step) + 1).find((id) => checkOf(flow.steps.get(id))?.free)
  const target = next === undefined ? undefined : flow.steps.get(next)
  if (!target || next === undefined || (asked && asked.expect !== 'choice') || text.split(/\s+/).length < STORY)
    return {}
  const name = answerNameOf(next, target)
  const story = text.replace(/^[^:]{1,30}:\s+(?=\S)/u, '')
  return name === 'content' && context.answers[name] === undefined ? { [name]: { value: story, shown: story } } : {}
}

/** What was heard and has one reading, to be read back together with that of the open question. */
export const readyOf = ({ heard = {}, answers }: FlowContext): [string, Proposal][] =>
  Object.entries(heard).filter(
    ([name, { otherwise }]) => !otherwise && (answers[name] === undefined || isSkipped(answers[name])),
  )

/** The citizen said yes to what was read back: all of it, or these, is answered, and its questions are passed by. */
export function confirmHeard(context: FlowContext, only?: readonly string[]): FlowContext {
  const ready = readyOf(context).filter(([name]) => only?.includes(name) ?? true)
  const names = ready.map(([name]) => name)
  const left = Object.entries(context.heard ?? {}).filter(([name]) => !names.includes(name))
  const { heard: _, ...rest } = context
  return {
    ...rest,
    ...(left.length > 0 && { heard: Object.fromEntries(left) }),
    answers: {
      ...context.answers,
      ...Object.fromEntries(ready.map(([name, { value, shown }]) => [name, { value, shown }])),
    },
    told: [...(context.told ?? []), ...names],
  }
}

const SAYING: ReadonlySet<EventReading['outcome']> = new Set(['settled', 'unsure', 'refused', 'between'])

/** What else the words said, for questions still to come. At a question for a free sentence only places count. */
export function listen(
  flow: CompiledFlow,
  position: Position,
  event: CitizenEvent,
  reading: EventReading,
  now: number,
): NonNullable<FlowContext['heard']> {
  if (event.type === 'LOCATION')
    return reading.outcome === 'settled'
      ? hearPoint(flow, position, renderPlace(event.latitude, event.longitude), now)
      : {}
  if (event.type !== 'TEXT' || readPayload(event.text) !== undefined || !SAYING.has(reading.outcome)) return {}
  const typed = tidy(event.text)
  const { correcting, mending } = position.context
  if (!flow.keepsDraft || correcting || mending || ('confirmed' in reading && reading.confirmed)) return {}
  const step = flow.steps.get(position.step)
  if (step?.expect === 'review' || step?.expect === 'consent' || step?.expect === 'card') return {}
  // Where a paper was issued, what it is for: a place in it belongs to that answer.
  const isOwn = isFreeStep(step) && step !== undefined && answerNameOf(position.step, step) !== 'content'
  const spent = 'spent' in reading ? (reading.spent ?? []) : []
  const story = step?.expect === 'choice' && reading.outcome === 'settled' ? storyFor(flow, position, typed) : {}
  const answers = step ? { ...position.context.answers, ...answeredBy(answerNameOf(position.step, step), reading) } : {}
  const answered = { ...position, context: { ...position.context, answers } }
  const heard = { ...hearFor(flow, answered, typed, spent, now), ...story }
  if (isOwn) return ofKinds(flow, heard, (takes) => UNMISTAKABLE.has(takes))
  // Where somebody lives is not where their shop is, if that is asked for still.
  const ids = [...flow.steps.keys()]
  const isHome =
    step !== undefined &&
    answerNameOf(position.step, step) === 'address' &&
    ids
      .slice(ids.indexOf(position.step) + 1)
      .some((id) => /.Address$/.test(answerNameOf(id, flow.steps.get(id) ?? step)))
  return isHome ? ofKinds(flow, heard, (takes) => takes !== 'area') : heard
}

/** Of what was heard, the answers to questions of some kinds. */
function ofKinds(flow: CompiledFlow, heard: Heard, isMeant: (takes: string) => boolean): Record<string, Proposal> {
  const names = [...flow.steps].flatMap(([id, step]) =>
    isMeant(checkOf(step)?.takes ?? '') ? [answerNameOf(id, step)] : [],
  )
  return Object.fromEntries(Object.entries(heard).filter(([name]) => names.includes(name)))
}

/** What was heard earlier stays: of two things said of one question the citizen chooses when it is asked. */
export function heardBoth(before: Heard | undefined, now: Heard): Record<string, Proposal> {
  const both = Object.entries(now).map(([name, said]): [string, Proposal] => {
    const earlier = before?.[name]
    return earlier === undefined || earlier.value === said.value
      ? [name, said]
      : [name, { ...earlier, otherwise: { value: said.value, shown: said.shown } }]
  })
  return { ...before, ...Object.fromEntries(both) }
}

/** The answer of the same message: an end is read after its beginning. */
function answeredBy(name: string, reading: EventReading): Record<string, Answer> {
  if (reading.outcome === 'unsure') return { [name]: reading.proposal }
  return reading.outcome === 'settled' && reading.event.type === 'ANSWER' ? { [name]: reading.event.answer } : {}
}
