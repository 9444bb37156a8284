import { beginningOf } from '../../kernel/text.ts'
import { emptyContext } from '../flow/answers.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { readFacts } from '../facts/read-facts.ts'
import { decide } from '../step/engine.ts'
import { checkOf, isFreeStep } from '../flow/check-of.ts'
import { type Step } from '../flow/flow-format.ts'
import { findProcedures } from './search-flows.ts'
import type { Session } from '../words/session.ts'
import { withoutDraft } from '../session/drafts.ts'
import { flowAt, land, leave, startWith } from '../session/start.ts'
import { after, type Turned } from '../session/turned.ts'

/** The flow that shows how far a dossier is. A code typed anywhere leads there. */
export const LOOKUP_FLOW = 'tra-cuu'

/** Something shaped like a dossier code: a unit, a day, a number, with any separator between (domain §2.1). */
const SHAPED =
  /(?<![\p{L}\d])(?:(?:[gh] ?|[a-z])[\doil]{2}(?:[. ][\doil]{1,3}){0,4}|[a-z]\d{4}|[\do]{3}[. -][\do]{2}[. -][\do]{2}[. -][a-z][\do]\d)[\s._/‐-―−-]+(?:[\doil]{8}|[\doil]{6})[\s._/‐-―−-]+[\doil]{1,7}(?![\p{L}\d])/iu

const takesCode = (step: Step | undefined): boolean => checkOf(step)?.takes === 'dossier code'
const canTakeCode = (flow: CompiledFlow): boolean => [...flow.steps.values()].some(takesCode)

/**
 * A dossier code in whatever was typed: the procedure named beside it ("rút hồ sơ …") or the look-up begins with it, and the
 * code is read there as if it had been typed there, with its own question when it had to be guessed.
 */
export function startWithCode(session: Session, text: string, world: World): Turned | undefined {
  const code = SHAPED.exec(beginningOf(text, 400))?.[0]
  const step = flowAt(world, session.position)?.steps.get(session.position?.step ?? '')
  if (code === undefined || takesCode(step) || isFreeStep(step)) return undefined
  const named = findProcedures(world.flows, text.replace(code, ' ')).find(({ flow }) => canTakeCode(flow))?.flow
  const flow = named ?? world.flows.current(LOOKUP_FLOW)
  if (!flow) return undefined
  const aside = leave(session, world)
  const context = emptyContext({}, { code: { value: code, shown: code } })
  const begun = startWith(aside.session, flow, context, world)
  const position = begun.session.position
  if (!position || !takesCode(flow.steps.get(position.step))) return after(aside.effects, begun)
  const asked = { ...position, context: { ...position.context, answers: {} } }
  const moment = { now: world.now, fetching: [], contact: flow.contact }
  const secret = readFacts(text).find(({ kind }) => kind === 'secret')?.said
  const told = secret === undefined ? code : `${code} ${secret}`
  const result = decide(flow, asked, { type: 'TEXT', text: told }, moment)
  return after(aside.effects, land(withoutDraft(begun.session, position), result, world))
}
