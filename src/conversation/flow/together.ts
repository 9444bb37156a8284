import type { Position } from '../words/session.ts'
import type { CompiledFlow } from './compiled-flow.ts'
import { answerNameOf, type FlowFile, type Step } from './flow-format.ts'

const together = (step: Step | undefined) => (step && 'together' in step ? step.together : undefined)

/** What a step says when it is asked, alone and with others, each with where it stands in the step. */
export const questionsOf = (step: Step): [path: string[], text: string][] => [
  ...(step.say === undefined ? [] : [[['say'], step.say] as [string[], string]]),
  ...('together' in step && step.together ? [[['together', 'say'], step.together.say] as [string[], string]] : []),
  ...('repeat' in step && step.repeat
    ? (['again', 'full'] as const).map((key): [string[], string] => [['repeat', key], step.repeat?.[key] ?? ''])
    : []),
]

/** The questions that a step asks in one message, itself first; none where it asks alone. */
export function groupOf(id: string, step: Step): readonly string[] {
  const others = together(step)?.with
  return others ? [id, ...others] : []
}

/** For each question that is asked in one message with others: all of them, in their order. */
export function groupsOf({ steps }: Pick<FlowFile, 'steps'>): Map<string, readonly string[]> {
  const groups = Object.entries(steps).map(([id, step]) => groupOf(id, step))
  return new Map(groups.flatMap((group) => group.map((id): [string, readonly string[]] => [id, group])))
}

/**
 * The questions that are asked in one message here and not answered yet, the open one first; none where it is asked alone: in a
 * correction, when it was gone back to, or when the others are answered.
 */
export function openTogether({ together, steps }: CompiledFlow, { step, context }: Position): readonly string[] {
  const group = together.get(step) ?? []
  const asked = steps.get(step)
  const here = asked ? answerNameOf(step, asked) : step
  const isGoneBackTo = context.answers[here] !== undefined && !context.known?.includes(here)
  if (context.correcting || context.proposal || isGoneBackTo) return []
  const isSaid = (id: string): boolean => {
    const asked = steps.get(id)
    const name = asked && answerNameOf(id, asked)
    return name !== undefined && (context.told?.includes(name) === true || context.heard?.[name] !== undefined)
  }
  const open = group
    .slice(group.indexOf(step))
    .filter((id) => id === step || !(isSaid(id) || context.doubts?.[id] || context.trail.includes(id)))
  return open.length > 1 ? open : []
}

/** What asks for all of a group. */
export const groupQuestion = ({ steps }: CompiledFlow, group: readonly string[]): string =>
  together(steps.get(group[0] ?? ''))?.say ?? ''
