import { checkOf, isFreeStep } from '../flow/check-of.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import type { Step } from '../flow/flow-format.ts'
import { writtenStep } from '../flow/people.ts'
import { longText } from '../checks/free-text.ts'
import { blankedAnew, hold, offerLearning } from '../session/may-learn.ts'
import { MENU_FLOW } from '../session/named-flows.ts'
import { flowAt } from '../session/start.ts'
import { isMissed, isTyped } from '../session/tally.ts'
import type { Turned } from '../session/turned.ts'
import type { CitizenEvent } from '../words/events.ts'
import type { FactsEvent, Session } from '../words/session.ts'
import { plainOf, spellOut } from '../words/shorthand.ts'
import { isMourning } from './tact.ts'
import { urgentFor } from './urgent.ts'

/** What is between somebody and an authority is theirs. */
const COMPLAINT =
  /\b(?:khieu nai|to cao|to giac|phan anh|kien nghi|kien|thua kien|hoi lo|nhung nhieu|buc xuc|hach sach|voi vinh|lot tay)\b/

/** After a turn: what was not understood is held, and asked about where the moment is right. */
export function withMissed(before: Session, event: CitizenEvent | FactsEvent, turned: Turned, world: World): Turned {
  const isHeld = isTyped(event) && isMissed(before, turned, world.flows)
  if (!isHeld && turned.session.missed === undefined) return turned
  if (isTyped(event) && isGrave(event.text)) return turned
  const held = isHeld ? heldAt(before, event.text, turned, world) : turned
  const blanked = blankedAnew(before, held, world)
  return isHeld || PASSIVE.has(event.type) ? blanked : offerLearning(before, blanked, world)
}

/** Nobody wrote just now. */
const PASSIVE: ReadonlySet<string> = new Set([
  'TIME_CAME',
  'LEFT',
  'FILE_STORED',
  'FILE_REFUSED',
  'CARD_UNREADABLE',
  'CARD_READ',
  'SUPPLEMENT_ASKED',
  'SUPPLEMENT_CLOSED',
])

const isGrave = (text: string): boolean =>
  urgentFor(text) !== undefined || isMourning(text) || COMPLAINT.test(plainOf(spellOut(text)))

function heldAt(before: Session, text: string, turned: Turned, world: World): Turned {
  const flow = flowAt(world, before.position) ?? world.flows.current(MENU_FLOW)
  const step = before.position?.step ?? flow?.start
  const asked = step === undefined ? undefined : flow?.steps.get(step)
  if (!flow || step === undefined || !asked || isTold(flow) || !isHeldAt(asked)) return turned
  return hold(turned, { flow: flow.flow, step: writtenStep(flow, step), at: world.now }, text, world)
}

/** The citizen tells the matter in words of their own: a petition, a question, a judgement. Anything typed may belong to it. */
const isTold = ({ steps }: CompiledFlow): boolean =>
  [...steps.values()].some((step) => step.expect === 'any' || (step.expect === 'text' && step.check === longText.name))

/** Questions about no person, with answers of a known kind. */
function isHeldAt(step: Step): boolean {
  switch (step.expect) {
    case 'choice':
    case 'consent':
    case 'review':
    case 'card':
      return true
    case 'text':
      return !isFreeStep(step) && checkOf(step)?.personal === false
    case 'files':
    case 'any':
    case 'pick':
    case 'none':
      return false
  }
}
