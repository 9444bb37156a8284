import type { Effect, Session } from '../words/session.ts'

/**
 * What is counted at a step. A filing reaches and answers each step at most once, and fails as often as it likes. Of what was
 * typed there (a tap is not), `missed` was not understood.
 */
export const COUNTED = ['reached', 'answered', 'failed', 'typed', 'missed'] as const

export type Counted = (typeof COUNTED)[number]

/** What happened at one step in one turn. */
export interface StepTally extends Record<Counted, number> {
  flow: string
  version: number
  step: string
}

export const UNCOUNTED: Readonly<Record<Counted, number>> = { reached: 0, answered: 0, failed: 0, typed: 0, missed: 0 }

/** Both counts of one step together. */
export const addedUp = (one: Record<Counted, number>, other: Partial<Record<Counted, number>>) =>
  Object.fromEntries(COUNTED.map((what) => [what, one[what] + (other[what] ?? 0)])) as Record<Counted, number>

/** What a turn leaves behind. */
export interface Turned {
  session: Session
  effects: Effect[]
  /** What is to be counted of this turn; absent when nothing is. */
  tally?: StepTally[]
}

/** Says something before whatever follows. */
export const after = (effects: readonly Effect[], turned: Turned): Turned => ({
  ...turned,
  effects: [...effects, ...turned.effects],
})
