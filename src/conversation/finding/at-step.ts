import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { choicesOf, type Step } from '../flow/flow-format.ts'
import { countLookup, tellClosed, tellElsewhere } from '../session/look-ups.ts'
import { MENU_FLOW } from '../session/named-flows.ts'
import { land, landMoved, openMenu, outdated } from '../session/start.ts'
import { after, type Turned } from '../session/turned.ts'
import type { Moment, StepResult } from '../step/advance.ts'
import { decide } from '../step/engine.ts'
import { GREETINGS } from '../words/commands.ts'
import { foldWords } from '../words/courtesy.ts'
import type { CitizenEvent } from '../words/events.ts'
import { readPayload, tapped, writePayload } from '../words/payload.ts'
import { phrases } from '../words/phrases.ts'
import { readExactChoice } from '../words/read-choice.ts'
import type { FactsEvent, Position, Session } from '../words/session.ts'
import { MOVE_FLOW } from '../words/visit-buttons.ts'
import { declineFile, takeIdle } from './idle.ts'
import { LOOKUP_FLOW } from './start-with-code.ts'
import { offerNearest } from './suggest.ts'
import { guessMatters } from './guess.ts'
import { understandWishes } from './hear-wishes.ts'

/** An event for the question that is open; where none is, for whoever stands at the door. */
export function takeAtStep(session: Session, event: CitizenEvent | FactsEvent, world: World): Turned {
  const { position } = session
  if (!position) return takeIdle(session, event, world)
  // The answer to a query is for the step that asked it.
  const moved = event.type === 'FACTS' ? undefined : landMoved(session, position, world)
  if (moved) return moved.goesOn ? after(moved.said, takeAtStep(moved.turned.session, event, world)) : moved.turned
  const flow = world.flows.pinned(position.flow, position.version)
  if (!flow?.steps.has(position.step)) return outdated(session, world)
  const counted =
    event.type === 'FACTS' && isGuess(flow.steps.get(position.step))
      ? countLookup(session, event.found, world.now)
      : session
  const contact = flow.contact ?? world.flows.current(MENU_FLOW)?.contact
  if (event.type === 'FACTS' && event.closedUntil !== undefined) {
    const { position: _, ...rest } = counted
    return {
      session: { ...rest, fetching: [] },
      effects: tellClosed(event.closedUntil, contact ?? phrases.fallbackContact),
    }
  }
  if (event.type === 'FACTS' && event.because !== undefined) {
    const { position: _, ...rest } = session
    return { session: { ...rest, fetching: [] }, effects: tellElsewhere(event.because) }
  }
  const moment = { now: world.now, fetching: session.fetching, contact }
  if (event.type === 'TEXT' && !flow.keepsDraft && readPayload(event.text) === undefined)
    return takeFreely(session, event, world, flow, position)
  if (event.type === 'FILE' && flow.flow === MENU_FLOW) return declineFile(session, world)
  const result = decide(flow, position, event, moment)
  return land(counted, event.type === 'FACTS' ? pickOnly(flow, result, moment) : result, world)
}

/** Where who has one can mean no other: what is looked up, the appointment that is moved. */
const OF_ONE: ReadonlySet<string> = new Set([LOOKUP_FLOW, MOVE_FLOW])

/** Of one nobody is asked which: at a look-up, and where what is to be done with it has been said already. */
function pickOnly(flow: CompiledFlow, result: StepResult, moment: Moment): StepResult {
  const { position } = result
  const { options = [], heard } = position.context
  const [only] = options
  const isPick = result.outcome === 'waiting' && flow.steps.get(position.step)?.expect === 'pick'
  if (!isPick || !only || options.length > 1 || (!OF_ONE.has(flow.flow) && heard === undefined)) return result
  const text = tapped(writePayload({ to: 'answer', step: position.step, key: only.key }))
  return decide(flow, position, { type: 'TEXT', text }, moment)
}

/** From this failure in a row on a step tells how to reach a person, and no more guesses are made. */
const PERSON_OFFERED = 3

/** Nothing is lost where no filing is open: the menu listens before it insists on its choices, other flows after. */
function takeFreely(
  session: Session,
  event: Extract<CitizenEvent, { type: 'TEXT' }>,
  world: World,
  flow: CompiledFlow,
  position: Position,
): Turned {
  const step = flow.steps.get(position.step)
  const isMenu = flow.flow === MENU_FLOW
  const isChosen = step?.expect === 'choice' && readExactChoice(choicesOf(step), event.text).found !== 'none'
  if (isMenu && !isChosen && GREETINGS.has(foldWords(event.text))) return openMenu(session, world)
  const meant = isMenu && !isChosen ? understandWishes(session, event.text, world) : undefined
  if (meant) return forgiven(meant)
  const contact = flow.contact ?? world.flows.current(MENU_FLOW)?.contact
  const result = decide(flow, position, event, { now: world.now, fetching: session.fetching, contact })
  const { failures } = result.position.context
  if (result.outcome !== 'waiting' || result.position.step !== position.step || failures <= position.context.failures)
    return land(session, result, world)
  const heard = isMenu ? undefined : understandWishes(session, event.text, world)
  if (heard) return heard
  const landed = land(session, result, world)
  const guessed = isMenu && failures < PERSON_OFFERED ? guessMatters(landed.session, event.text, world) : undefined
  return guessed ?? after(isMenu ? offerNearest(event.text, world) : [], landed)
}

/** Somebody was understood: failures are counted from there again. */
const forgiven = ({ session, effects }: Turned): Turned => ({
  session: session.position
    ? { ...session, position: { ...session.position, context: { ...session.position.context, failures: 0 } } }
    : session,
  effects,
})

/** A look-up by code and secret can be tried at random; one among the citizen's own dossiers cannot. */
const isGuess = (step: Step | undefined): boolean => step?.expect === 'none' && step.do === 'query dossier'
