import type { World } from './compiled-flow.ts'
import type { Session } from './session.ts'
import { startFlow } from './start.ts'
import type { Turned } from './turned.ts'

/** Begins a procedure. */
export const startFromWords = (session: Session, name: string, _said: string, world: World): Turned =>
  startFlow(session, name, world, 'ask')
