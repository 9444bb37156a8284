import type { Answer } from '../words/session.ts'
import { SKIPPED } from './answers.ts'
import type { CompiledFlow } from './compiled-flow.ts'
import { answerNameOf, choicesOf, type Branch, type Step } from './flow-format.ts'
import { holds } from './predicates.ts'

type Answers = Readonly<Record<string, Answer>>

interface Way {
  answers: Answers
  trail: readonly string[]
}

/**
 * The way that led to what was filed, with the answers that are not filed: choices that only lead somewhere, and questions that
 * were passed over. Undefined where no way through this version leads to exactly these answers.
 */
export function filedWay({ start, steps }: Pick<CompiledFlow, 'start' | 'steps'>, filed: Answers, at: number) {
  const names = Object.keys(filed)

  const follow = (id: string, { answers, trail }: Way): Answers | undefined => {
    const step = steps.get(id)
    if (!step || trail.includes(id)) return undefined
    const name = answerNameOf(id, step)
    const on = (to: string, answer?: Answer): Answers | undefined =>
      follow(to, { answers: answer ? { ...answers, [name]: answer } : answers, trail: [...trail, id] })
    switch (step.expect) {
      case 'none': {
        if (step.do === 'file') return isWhole([...trail, id]) ? answers : undefined
        const next = step.do?.startsWith('query') ? step.next?.[0]?.to : nextOf(step.next, answers)
        return next === undefined ? undefined : on(next)
      }
      case 'review':
      case 'card':
        return on(step.next)
      case 'choice':
      case 'consent': {
        const chosen = answers[name]?.value
        if (chosen === undefined && 'saveAs' in step && step.saveAs !== undefined) return undefined
        const ways = choicesOf(step).filter(({ key }) => chosen === undefined || key === chosen)
        return firstOf(
          ways,
          ({ key, label, next }) => next && on(next, chosen === undefined ? { value: key, shown: label } : undefined),
        )
      }
      case 'pick':
      case 'text':
      case 'files':
      case 'any': {
        const isOptional = 'optional' in step && step.optional === true
        if (!answers[name] && !isOptional) return undefined
        const given = answers[name] ?? SKIPPED
        const next = nextOf(step.next, { ...answers, [name]: given })
        return next === undefined ? undefined : on(next, given)
      }
    }
  }

  const nextOf = (next: readonly Branch[] | undefined, answers: Answers): string | undefined =>
    next?.find(({ when }) => when === undefined || holds(when, { now: at, answers }))?.to

  const isWhole = (trail: readonly string[]): boolean => {
    const asked = new Set(trail.map((id) => nameOf(id, steps.get(id))))
    return names.every((name) => asked.has(name))
  }

  return follow(start, { answers: filed, trail: [] })
}

const nameOf = (id: string, step: Step | undefined): string => (step ? answerNameOf(id, step) : id)

function firstOf<One, Found>(of: readonly One[], find: (one: One) => Found | undefined | ''): Found | undefined {
  for (const one of of) {
    const found = find(one)
    if (found) return found
  }
  return undefined
}
