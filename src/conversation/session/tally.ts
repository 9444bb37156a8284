import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { choicesOf, isQuestion } from '../flow/flow-format.ts'
import { writtenStep } from '../flow/people.ts'
import type { Effect, FactsEvent, Position, Session } from '../words/session.ts'
import type { CitizenEvent } from '../words/events.ts'
import { isMended } from '../flow/mended-flow.ts'
import { readPayload } from '../words/payload.ts'
import { MENU_FLOW } from './named-flows.ts'
import { addedUp, type Counted, type StepTally, type Turned, UNCOUNTED } from './turned.ts'

const HANDING_IN: ReadonlySet<Effect['type']> = new Set(['file', 'supplement', 'rate', 'withdraw'])

/**
 * The turn with its counts, and with a memory in the position of what was counted, so that going back and forth counts once.
 * Only procedures are counted, from their consent on, and the menu.
 */
export function withTally(before: Session, event: CitizenEvent | FactsEvent, turned: Turned, { flows }: World): Turned {
  const rows = new Map<string, StepTally>()
  const count = ({ flow, version }: Pinned, step: string, what: Counted): void => {
    const key = `${flow}@${version}/${step}`
    const row = rows.get(key) ?? { flow, version, step, ...UNCOUNTED }
    rows.set(key, { ...row, ...addedUp(row, { [what]: 1 }) })
  }
  const was = asWritten(before.position, flows)
  const is = turned.session.position
  const goesOn = was && is && was.flow === is.flow && was.version === is.version
  if (was?.seen?.includes(was.step)) {
    if (before.position && hasFailed(before.position, is)) count(was, was.step, 'failed')
    const isSettled = was.settled?.includes(was.step) ?? false
    if (!goesOn && !isSettled && hasAnswered(was, turned)) count(was, was.step, 'answered')
  }
  const heardAt = isTyped(event) ? listening(was, flows) : undefined
  if (heardAt) {
    count(heardAt, heardAt.step, 'typed')
    if (isMissed(before, turned, flows)) count(heardAt, heardAt.step, 'missed')
  }
  const flow = is && flows.pinned(is.flow, is.version)
  const remembered = is && flow ? remember(is, flow, (step, what) => count(is, step, what)) : is
  const tally = [...rows.values()]
  return {
    ...turned,
    ...(remembered && remembered !== is ? { session: { ...turned.session, position: remembered } } : {}),
    ...(tally.length > 0 ? { tally } : {}),
  }
}

/** What is asked about a second person counts where it is asked about the first. */
function asWritten(was: Position | undefined, flows: World['flows']): Position | undefined {
  const flow = was && flows.pinned(was.flow, was.version)
  return was && flow ? { ...was, step: writtenStep(flow, was.step) } : was
}

type Pinned = Pick<Position, 'flow' | 'version'>

export const isTyped = (event: CitizenEvent | FactsEvent): event is Extract<CitizenEvent, { type: 'TEXT' }> =>
  event.type === 'TEXT' && readPayload(event.text.trim()) === undefined

const hasFailed = (was: Position, is: Position | undefined): boolean =>
  is?.flow === was.flow &&
  is.version === was.version &&
  is.step === was.step &&
  is.context.failures > was.context.failures

/**
 * What was sent led nowhere: the question is asked again, or the menu opens with a failure counted at once. So is what may only
 * belong to whatever is left besides the choices.
 */
export function isMissed(
  { position: was }: Session,
  { session: { position: is } }: Turned,
  flows: World['flows'],
): boolean {
  if (!was || !is) return is !== undefined && is.context.failures > 0
  return hasFailed(was, is) || isLeftOver(was, is, flows.pinned(is.flow, is.version))
}

function isLeftOver(was: Position, is: Position, flow: CompiledFlow | undefined): boolean {
  const step = flow?.steps.get(is.step)
  const [only, ...others] = is.context.between ?? []
  // One that nothing was typed to stays the same list.
  if (!step || was.step !== is.step || is.context.between === was.context.between) return false
  if (only === undefined || others.length > 0) return false
  return choicesOf(step).some(({ key, means }) => key === only && means === 'other')
}

/** The counted question that words come to; where none is open they come to the menu. */
function listening(was: Position | undefined, flows: World['flows']): (Pinned & { step: string }) | undefined {
  if (was) return was.seen?.includes(was.step) ? was : undefined
  const menu = flows.current(MENU_FLOW)
  return menu && { flow: menu.flow, version: menu.version, step: menu.start }
}

/** The last answer of a filing hands it in; the menu is answered by going somewhere. */
const hasAnswered = (was: Position, { session, effects }: Turned): boolean =>
  effects.some(({ type }) => HANDING_IN.has(type)) ||
  (was.flow === MENU_FLOW && session.position !== undefined && session.position.flow !== MENU_FLOW)

function remember(
  is: Position,
  flow: CompiledFlow,
  count: (step: string, what: 'reached' | 'answered') => void,
): Position {
  const seen = new Set(is.seen)
  const settled = new Set(is.settled)
  const before = seen.size + settled.size
  for (const step of countedSteps(is, flow)) {
    if (!seen.has(step)) count(step, 'reached')
    seen.add(step)
    if (step === writtenStep(flow, is.step) || settled.has(step)) continue
    count(step, 'answered')
    settled.add(step)
  }
  return seen.size + settled.size === before ? is : { ...is, seen: [...seen], settled: [...settled] }
}

/** Questions passed and the one that is open, from the consent on where there is one. */
function countedSteps({ step, context }: Position, flow: CompiledFlow): string[] {
  if (isMended(flow.flow)) return []
  if (flow.mode === undefined && !flow.keepsDraft && flow.flow !== MENU_FLOW) return []
  const expects = (id: string) => flow.steps.get(id)?.expect
  const way = [...new Set([...context.trail, step].map((id) => writtenStep(flow, id)))]
  const consents = [...flow.steps.values()].some(({ expect }) => expect === 'consent')
  const first = consents ? way.findIndex((id) => expects(id) === 'consent') : 0
  if (first < 0) return []
  return way.slice(first).filter((id) => {
    const passed = flow.steps.get(id)
    return passed !== undefined && isQuestion(passed)
  })
}
