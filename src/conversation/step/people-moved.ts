import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf } from '../flow/flow-format.ts'
import type { Place } from '../flow/people.ts'
import type { FlowContext, Position } from '../words/session.ts'
import { isWhole, questionsAt } from './people-present.ts'

const stepsOf = ({ asker, members }: Place): string[] => [asker, ...members]

/** The names of the answers to some questions. */
const namesOf = (flow: CompiledFlow, ids: readonly string[]): string[] =>
  ids.flatMap((id) => {
    const step = flow.steps.get(id)
    return step ? [answerNameOf(id, step)] : []
  })

/** Going on from one question, all that was answered behind it is passed by as far as it still stands. */
export function asToldFrom(flow: CompiledFlow, { context, ...position }: Position, step: string, at: number): Position {
  const later = namesOf(flow, context.trail.slice(at))
  const { proposal: _, between: __, doubted: ___, ...kept } = context
  return {
    ...position,
    step,
    context: {
      ...kept,
      trail: context.trail.slice(0, at),
      told: [...new Set([...(context.told ?? []), ...later])],
      failures: 0,
    },
  }
}

/** Where a person begins on the way here; its end where nobody asked about them yet. */
export function beginOf({ context }: Position, place: Place): number {
  const found = stepsOf(place).map((id) => context.trail.indexOf(id))
  return Math.min(context.trail.length, ...found.filter((it) => it >= 0))
}

/** Takes one person out; whoever stands behind moves up with all that was said of them. */
export function without(flow: CompiledFlow, { context, ...position }: Position, gone: Place): Position {
  const { places } = gone.group
  const moves = new Map<string, string | undefined>()
  const names = new Map<string, string | undefined>()
  for (const place of places.slice(gone.n - 1)) {
    const before = place === gone ? undefined : places[place.n - 2]
    stepsOf(place).forEach((id, i) => moves.set(id, before && stepsOf(before)[i]))
    names.set(place.asker, before?.asker)
    questionsAt(flow, place).forEach(({ name }, i) => names.set(name, before && questionsAt(flow, before)[i]?.name))
  }
  const list = (all: readonly string[], by: ReadonlyMap<string, string | undefined>): string[] =>
    all.flatMap((it) => (by.has(it) ? (by.get(it) ?? []) : it))
  const record = <Value>(all: Readonly<Record<string, Value>>, by: ReadonlyMap<string, string | undefined>) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([key, value]): [string, Value][] => {
        const to = by.has(key) ? by.get(key) : key
        return to === undefined ? [] : [[to, value]]
      }),
    )
  const { told, known, heard, doubts, corrected, returnTo, proposal: _, between: __, ...kept } = context
  const moved: FlowContext = {
    ...kept,
    answers: record(context.answers, names),
    trail: list(context.trail, moves),
    ...(told && { told: list(told, names) }),
    ...(known && { known: list(known, names) }),
    ...(heard && { heard: record(heard, names) }),
    ...(doubts && { doubts: record(doubts, moves) }),
    ...(corrected && { corrected: record(corrected, names) }),
    ...(returnTo !== undefined && { returnTo: moves.has(returnTo) ? (moves.get(returnTo) ?? gone.asker) : returnTo }),
  }
  return { ...position, step: moves.get(position.step) ?? position.step, context: moved }
}

/**
 * One question back. Over the choice before somebody of whom all is told one does not stop: they stay, and are passed by on the way
 * on again.
 */
export function stepBack(
  flow: CompiledFlow,
  { context, ...position }: Position,
  only?: readonly string[],
): Position | undefined {
  const { proposal: _, between: __, ...kept } = context
  const told = new Set(context.told)
  for (let at = context.trail.length - 1; at >= 0; at--) {
    const step = context.trail[at] ?? ''
    const asked = flow.steps.get(step)
    if (only && !(asked && only.includes(answerNameOf(step, asked)))) continue
    const place = flow.people.get(step)
    if (place?.asker === step && isWhole(flow, context, place)) {
      for (const name of namesOf(flow, stepsOf(place))) told.add(name)
      continue
    }
    const trail = context.trail.slice(0, at)
    return { ...position, step, context: { ...kept, trail, failures: 0, ...(told.size > 0 && { told: [...told] }) } }
  }
  return undefined
}
