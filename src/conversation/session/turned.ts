import type { Effect, Session } from '../words/session.ts'
import type { StepTally } from './tally.ts'

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
