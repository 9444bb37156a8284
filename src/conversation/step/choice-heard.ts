import { tidy } from '../../kernel/text.ts'
import type { Fact } from '../facts/fact.ts'
import type { Step } from '../flow/flow-format.ts'
import { pick } from '../words/read-choice.ts'
import { partsOf } from '../words/read-reply.ts'
import { isTimetable } from '../words/read-slot.ts'
import type { Proposal } from '../words/session.ts'

/** Words beside what the open question was answered with: nobody called Nam has said of what sex a child is. */
export function clausesBeside(text: string, spent: readonly Fact[]): string[] {
  const typed = tidy(text)
  const rest = [...spent]
    .sort((a, b) => b.from - a.from)
    .reduce((left, { from, to }) => `${left.slice(0, from)},${left.slice(to)}`, typed)
  return (
    rest
      .split(/[,;.\n]+/)
      .map((it) => it.trim())
      // "Đúng", "không có": to what is asked now, and to nothing that was not asked yet.
      .filter((it) => /\p{L}/u.test(it) && partsOf(it) === undefined)
  )
}

/** What a message says to a choice that is still to come: by its words, or by the hour that was told beside a day. */
export const choiceHeard = (step: Step, clauses: readonly string[], facts: readonly Fact[]): Proposal | undefined =>
  choiceIn(step, clauses) ?? hourIn(step, facts)

/** A choice by its words. */
function choiceIn(step: Step, clauses: readonly string[]): Proposal | undefined {
  if (step.expect !== 'choice') return undefined
  const choice = clauses.map((it) => pick(step.choices, it)).find(Boolean)
  return choice ? { value: choice.key, shown: choice.label } : undefined
}

/** "Thứ 6 lúc 8h": of a day with its hour the hour is for the timetable. */
function hourIn(step: Step, facts: readonly Fact[]): Proposal | undefined {
  const [only, ...others] = facts.filter(({ kind }) => kind === 'clock')
  if (step.expect !== 'choice' || !only || others.length > 0 || !isTimetable(step.choices)) return undefined
  const choice = pick(step.choices, only.said)
  return choice && { value: choice.key, shown: choice.label }
}
