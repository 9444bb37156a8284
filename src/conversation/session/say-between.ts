import type { World } from '../flow/compiled-flow.ts'
import { say } from '../step/ask.ts'
import { askAgain } from '../step/engine.ts'
import { menuButton } from '../words/buttons.ts'
import type { Session } from '../words/session.ts'
import { flowAt, isBusy } from './start.ts'
import type { Turned } from './turned.ts'

/** Says something that was asked in between, and puts the open question once more; at no question, the way to the menu. */
export function sayBetween(session: Session, text: string, world: World): Turned {
  const flow = flowAt(world, session.position)
  if (!session.position || !flow || !isBusy(session, world)) return { session, effects: say(text, [menuButton]) }
  return { session, effects: [...say(text), ...askAgain(flow, session.position)] }
}
