import { emptyContext } from '../flow/answers.ts'
import type { World } from '../flow/compiled-flow.ts'
import { leave, land, startFlow, startWith } from '../session/start.ts'
import { after, type Turned } from '../session/turned.ts'
import { decide } from '../step/engine.ts'
import type { Session } from '../words/session.ts'
import { tapped, writePayload } from '../words/payload.ts'
import { LOOKUP_FLOW } from './start-with-code.ts'

/** The choice of the look-up that asks for no code: what was filed from this chat. */
const OWN = 'cua-toi'

/** "Hồ sơ tôi tới đâu rồi": the citizen's own dossiers are looked up at once. */
export function lookUpOwn(session: Session, world: World): Turned {
  const flow = world.flows.current(LOOKUP_FLOW)
  if (!flow) return startFlow(session, LOOKUP_FLOW, world, 'ask')
  const aside = leave(session, world)
  const begun = startWith(aside.session, flow, emptyContext(), world)
  const { position } = begun.session
  const asked = position && flow.steps.get(position.step)
  if (!position || asked?.expect !== 'choice' || !asked.choices.some(({ key }) => key === OWN))
    return after(aside.effects, begun)
  const text = tapped(writePayload({ to: 'answer', step: position.step, key: OWN }))
  const result = decide(flow, position, { type: 'TEXT', text }, { now: world.now, fetching: [], contact: flow.contact })
  return after(aside.effects, land(begun.session, result, world))
}
