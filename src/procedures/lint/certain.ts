import {
  answerNameOf,
  choicesOf,
  followersOf,
  isQuestion,
  type FlowFile,
  type Step,
} from '../../conversation/flow/flow-format.ts'

/** What a way from one step to another makes certain: `answer:<name>`, `consent`, `query`, or `everything`. */
interface Way {
  to: string
  makes: readonly string[]
}

/** A thing picked brings answers of its own, which no file names. */
export const EVERYTHING = 'everything'

function waysFrom(id: string, step: Step): Way[] {
  const answer = isQuestion(step) && step.expect !== 'card' ? [`answer:${answerNameOf(id, step)}`] : []
  if (step.expect === 'consent')
    return choicesOf(step).flatMap(({ key, next }) =>
      next === undefined ? [] : { to: next, makes: key === 'co' ? [...answer, 'consent'] : answer },
    )
  const asks = step.expect === 'none' && step.do?.startsWith('query') ? ['query'] : []
  const picks = step.expect === 'pick' ? [EVERYTHING] : []
  return followersOf(step).map((to) => ({ to, makes: [...answer, ...asks, ...picks] }))
}

type Certain = ReadonlyMap<string, ReadonlySet<string>>

const found = new WeakMap<FlowFile, Certain>()

/** For each step that can be reached, what is certain there on whichever way one came. Found once for each file: several rules ask. */
export function certainAt(file: FlowFile): Certain {
  const known = found.get(file) ?? findCertain(file)
  found.set(file, known)
  return known
}

function findCertain({ start, steps }: FlowFile): Certain {
  const certain = new Map<string, ReadonlySet<string>>([[start, new Set()]])
  const open = [start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = steps[id]
    if (!step) continue
    for (const { to, makes } of waysFrom(id, step)) {
      const arriving = new Set([...(certain.get(id) ?? []), ...makes])
      const before = certain.get(to)
      const both = before ? new Set([...before].filter((it) => arriving.has(it))) : arriving
      if (before && both.size === before.size) continue
      certain.set(to, both)
      open.push(to)
    }
  }
  return certain
}
