import { emptyContext } from '../flow/answers.ts'
import { say } from '../step/ask.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { isWorthKeeping, layAside, mentionWaiting, withoutDraft } from './drafts.ts'
import { begin, type StepResult } from '../step/advance.ts'
import { askAgain } from '../step/engine.ts'
import { knownFor } from './known-answers.ts'
import { refuseLookup } from './look-ups.ts'
import { moveOn } from '../step/move-on.ts'
import type { Step } from '../flow/flow-format.ts'
import { anewButton, goOnButton, menuButton, replyButton, steering } from '../words/buttons.ts'
import type { Choice } from '../words/messages.ts'
import { phrases } from '../words/phrases.ts'
import { renderProgress } from '../flow/progress.ts'
import type { Effect, FlowContext, Position, Session } from '../words/session.ts'
import { MENU_FLOW, SUPPLEMENT_FLOW } from './named-flows.ts'
import { hasUnseenQuestion, settleQuestion } from './questions.ts'
import { after, type Turned } from './turned.ts'

/** Switches in a row before the program stops following them: two flows may point at each other. */
const MOST_SWITCHES = 5

export const flowAt = (world: World, position: Position | undefined): CompiledFlow | undefined =>
  position && world.flows.pinned(position.flow, position.version)

export const stepAt = (session: Session, world: World): Step | undefined =>
  session.position && flowAt(world, session.position)?.steps.get(session.position.step)

/** Whether leaving now would interrupt something: an unfinished filing or an answer to an officer. */
export const isBusy = (session: Session, world: World): boolean =>
  session.position !== undefined && (flowAt(world, session.position)?.keepsDraft ?? isWorthKeeping(session.position))

/** The way on from something said in between: back to the open question, else to the menu. */
export const wayOn = (session: Session, world: World): Choice =>
  isBusy(session, world) ? steering('resume', phrases.labels.cancelNo) : menuButton

/** Takes over where a step led. */
export function land(session: Session, result: StepResult, world: World, switches = 0): Turned {
  const { position: _, ...rest } = session
  const settled = settleQuestion(result.effects.some(({ type }) => type === 'forget') ? forgotten(rest) : rest, result)
  if (result.outcome === 'waiting') {
    const query = result.effects.find((effect) => effect.type === 'query')
    const refusal =
      query?.query.name === 'dossier' && query.query.factor !== '' ? refuseLookup(session, world.now) : undefined
    if (refusal) return { session: { ...settled, fetching: [] }, effects: refusal }
    return {
      session: {
        ...talkedOf(settled, result.position, world),
        position: result.position,
        fetching: [...result.fetching],
      },
      effects: result.effects,
    }
  }
  const free: Session = { ...withoutDraft(settled, result.position), fetching: [] }
  if (result.outcome === 'ended' || result.to === undefined || switches >= MOST_SWITCHES)
    return finish(result.effects, free, world)
  return after(result.effects, startFlow(free, result.to, world, 'ask', switches + 1))
}

/** What is filed is what the next question is about, also after it is handed in. */
const talkedOf = (session: Session, { flow, version }: Position, { flows }: World): Session =>
  flows.pinned(flow, version)?.info === undefined ? session : { ...session, about: flow }

/** What the citizen asked to be forgotten; officers' questions go on waiting. */
const forgotten = ({
  known: _,
  asking: __,
  about: ___,
  said: ____,
  toldOfCaption: _____,
  missed: ______,
  filed: _______,
  ...rest
}: Session): Session => ({
  ...rest,
  drafts: [],
})

/**
 * The last word of a finished conversation carries the way to the menu, unless something else comes up; after a reply to an
 * officer also the way back to what it interrupted.
 */
function finish(effects: readonly Effect[], session: Session, world: World): Turned {
  const last = effects.at(-1)
  if (hasUnseenQuestion(session) || last?.type !== 'say' || last.message.type !== 'text')
    return { session, effects: [...effects] }
  const drafts = effects.some(({ type }) => type === 'supplement') ? draftButtons(session, world) : []
  const message = { ...last.message, choices: [...drafts, menuButton] }
  return { session, effects: [...effects.slice(0, -1), { type: 'say', message }] }
}

/** Starts a flow. A draft of it is offered first; `anew` begins without asking. */
export function startFlow(session: Session, name: string, world: World, how: 'ask' | 'anew', switches = 0): Turned {
  const flow = world.flows.current(name)
  if (!flow || name === SUPPLEMENT_FLOW) return after(say(phrases.unavailable), openMenu(session, world))
  if (flow.closed !== undefined) return { session, effects: say(flow.closed, [menuButton]) }
  const aside = leave(session, world)
  const draft = aside.session.drafts.find((it) => it.flow === name)
  if (draft && how === 'ask')
    return after(aside.effects, {
      session: { ...aside.session, asking: { what: 'draft or anew', flow: name } },
      effects: say(phrases.draftOrNew(flow.name), [
        goOnButton(name, phrases.labels.resume),
        anewButton(name, phrases.labels.anew),
        menuButton,
      ]),
    })
  // Answers of a draft whose version is gone stay at hand: each question offers the old answer again.
  const isLost = draft !== undefined && !flowAt(world, draft)
  const known = knownFor(flow, session, world.now)
  const context: FlowContext = {
    ...emptyContext({}, isLost ? draft.context.answers : known),
    ...(!isLost && Object.keys(known).length > 1 ? { known: Object.keys(known) } : {}),
  }
  return after(
    aside.effects,
    land(draft ? withoutDraft(aside.session, draft) : aside.session, begin(flow, context), world, switches),
  )
}

/** Starts a flow with facts of the program, such as an officer's question. */
export const startWith = (session: Session, flow: CompiledFlow, context: FlowContext, world: World): Turned =>
  land(session, begin(flow, context), world)

/** Lays the current conversation aside and says so when it is kept. */
export function leave(session: Session, world: World): Turned & { kept?: Position } {
  const flow = flowAt(world, session.position)
  const aside = layAside(session, isBusy(session, world), world.now)
  const kept = aside.drafts === session.drafts ? undefined : aside.drafts[0]
  if (!flow || !kept) return { session: aside, effects: [] }
  const dossier = kept.context.facts['dossier']
  const label = `${phrases.labels.resume}: ${flow.name}`
  const back = dossier === undefined ? goOnButton(flow.flow, label) : replyButton(dossier, label)
  return { session: aside, effects: say(phrases.laidAside(flow.name), [back]), kept }
}

export function openMenu(session: Session, world: World): Turned {
  const menu = world.flows.current(MENU_FLOW)
  const aside = leave(session, world)
  const waiting = mentionWaiting(aside.session, world.flows, aside.kept)
  if (!menu)
    return after([...aside.effects, ...waiting], { session: aside.session, effects: say(phrases.fallbackContact) })
  return after([...aside.effects, ...waiting], land(aside.session, begin(menu, emptyContext()), world))
}

/** The first word, or the citizen's return: back to the open question, else the menu. */
export function greet(session: Session, world: World): Turned {
  const flow = flowAt(world, session.position)
  if (!session.position || !flow || !isBusy(session, world)) return openMenu(session, world)
  return { session, effects: [...say(phrases.welcomeBack), ...askAgain(flow, session.position)] }
}

/** A half-written reply to an officer is taken up through its own question. */
const resumable = ({ drafts }: Session): Position[] =>
  drafts.filter((draft) => draft.context.facts['dossier'] === undefined)

/** Drafts as one chooses between them: what it is, and how far it came. */
export const draftChoices = (session: Session, { flows }: World): { flow: string; key: string; label: string }[] =>
  resumable(session).map((draft) => {
    const flow = flows.pinned(draft.flow, draft.version) ?? flows.current(draft.flow)
    const progress = flow && renderProgress(flow, draft)
    const label = `${flow?.name ?? draft.flow}${progress === undefined ? '' : ` (${progress.toLowerCase()})`}`
    return { flow: draft.flow, ...goOnButton(draft.flow, label) }
  })

const MOST_OFFERED = 3

/** The ways back to what lies unfinished. */
export const draftButtons = (session: Session, { flows }: World): Choice[] =>
  resumable(session)
    .slice(0, MOST_OFFERED)
    .flatMap((draft) => {
      const flow = flows.pinned(draft.flow, draft.version) ?? flows.current(draft.flow)
      return flow ? [goOnButton(draft.flow, `${phrases.labels.resume}: ${flow.name}`)] : []
    })

function chooseDraft(session: Session, world: World): Turned {
  const choices = draftChoices(session, world).map(({ key, label }) => ({ key, label }))
  const list = choices.map(({ label }, i) => `${i + 1}. ${label}`).join('\n')
  return {
    session: { ...session, asking: { what: 'which draft' } },
    effects: say(`${phrases.whichDraft}\n${list}`, choices),
  }
}

/** Takes a draft up again where it was left: the named one, the only one, or the one that is chosen. */
export function resumeHere(session: Session, name: string | undefined, world: World): Turned {
  const current = flowAt(world, session.position)
  if (session.position && current && isBusy(session, world) && (name === undefined || name === session.position.flow))
    return { session, effects: askAgain(current, session.position) }
  if (name === undefined && resumable(session).length > 1) return chooseDraft(session, world)
  const draft = session.drafts.find((it) => name === undefined || it.flow === name)
  return draft ? resumeDraft(session, draft, world) : after(say(phrases.nothingToResume), openMenu(session, world))
}

export function resumeDraft(session: Session, draft: Position, world: World): Turned {
  const aside = leave(session, world)
  const { laidAsideAt: _, ...position } = draft
  const taken: Session = { ...withoutDraft(aside.session, draft), position }
  const moved = landMoved(taken, position, world)
  if (moved) return after(aside.effects, moved.turned)
  const flow = flowAt(world, position)
  if (!flow?.steps.has(position.step)) return outdated(taken, world)
  return { session: taken, effects: [...aside.effects, ...askAgain(flow, position)] }
}

/** The pinned version cannot be run any more: the answers become a draft, and a new start is offered. */
export function outdated(session: Session, world: World): Turned {
  const position = session.position
  const flow = position && world.flows.current(position.flow)
  const aside = layAside(session, true, world.now)
  if (!position || position.flow === MENU_FLOW) return openMenu(aside, world)
  if (!flow) return after(say(phrases.gone), openMenu(aside, world))
  return {
    session: { ...aside, asking: { what: 'draft or anew', flow: position.flow } },
    effects: say(phrases.outdated(flow.name), [anewButton(position.flow, phrases.labels.again), menuButton]),
  }
}

/** `goesOn`: the question is still the same one, so what was typed may be read at it, after what is `said`. */
interface LandedMove {
  goesOn: boolean
  said: Effect[]
  turned: Turned
}

/** Where the newest version sends somebody in the middle of an older one; undefined where they stay. */
export function landMoved(session: Session, position: Position, world: World): LandedMove | undefined {
  const moved = moveOn(position, world)
  if (moved.outcome === 'stay') return undefined
  if (moved.outcome === 'stopped') {
    const { position: _, ...free } = withoutDraft(session, position)
    const said = say(moved.say, [menuButton])
    return { goesOn: false, said, turned: { session: { ...free, fetching: [] }, effects: said } }
  }
  const said = say(moved.say)
  const { result, isSameQuestion: goesOn } = moved
  if (!goesOn) return { goesOn, said, turned: after(said, land(session, result, world)) }
  const there: Session = { ...session, position: result.position }
  return { goesOn, said, turned: { session: there, effects: [...said, ...result.effects] } }
}
