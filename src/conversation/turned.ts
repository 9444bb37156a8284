import type { Effect, Session } from './session.ts'

/** What a turn leaves behind. */
export interface Turned {
  session: Session
  effects: Effect[]
}

/** Says something before whatever follows. */
export const after = (effects: readonly Effect[], turned: Turned): Turned => ({
  ...turned,
  effects: [...effects, ...turned.effects],
})
