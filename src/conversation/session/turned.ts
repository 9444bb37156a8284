import type { Effect, Session } from '../words/session.ts'

/** What happened at one step in one turn. A filing reaches and answers each step at most once. */
export interface StepTally {
  flow: string
  version: number
  step: string
  reached: number
  answered: number
  failed: number
}

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
