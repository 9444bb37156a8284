import { say, tell } from '../step/ask.ts'
import { checkOf } from '../flow/check-of.ts'
import { button, menuButton } from '../words/buttons.ts'
import { ASKED_BY_SESSION, keyFor, readPayload, type Command } from '../words/payload.ts'
import type { World } from '../flow/compiled-flow.ts'
import { withoutDraft } from './drafts.ts'
import { askAgain, goBack } from '../step/engine.ts'
import { whyAsked } from '../step/why.ts'
import { phrases } from '../words/phrases.ts'
import { pick, pickExactly } from '../words/read-choice.ts'
import { isYes } from '../words/read-reply.ts'
import { CANCELLING, KEEPING } from '../words/lexicon/deeds.ts'
import type { Session } from '../words/session.ts'
import { isReply, MENU_FLOW } from './named-flows.ts'
import { draftChoices, flowAt, isBusy, land, openMenu, outdated, resumeHere, startFlow } from './start.ts'
import { nextQuestion } from './supplement.ts'
import { after, type Turned } from './turned.ts'

/** Does what a steering word asks for, at any step. */
export function carryOut(session: Session, command: Command, world: World): Turned {
  const { position } = session
  const flow = flowAt(world, position)
  const step = position && flow?.steps.get(position.step)
  if (position && !step && command !== 'menu') return outdated(session, world)
  const hint = checkOf(step)?.hint
  const menu = world.flows.current(MENU_FLOW)
  const speak = (text: string): Turned =>
    flow && position && step
      ? { session, effects: tell(flow, position, text) }
      : { session, effects: say(text, [menuButton]) }
  switch (command) {
    case 'menu':
      return openMenu(session, world)
    case 'resume':
      return resumeHere(session, undefined, world)
    case 'help':
      return speak(
        [step && 'explain' in step ? step.explain : undefined, hint, flow?.help ?? menu?.help ?? phrases.fallbackHelp]
          .filter((it) => it !== undefined)
          .join('\n\n'),
      )
    case 'person':
      return speak(flow?.contact ?? menu?.contact ?? phrases.fallbackContact)
    case 'why':
      return speak(whyAsked(step))
    case 'back': {
      if (!flow || !position) return openMenu(session, world)
      const result = goBack(flow, position, { now: world.now, fetching: session.fetching })
      if (result) return land(session, result, world)
      if (!flow.keepsDraft) return openMenu(session, world)
      return { session, effects: [...say(phrases.firstQuestion), ...askAgain(flow, position)] }
    }
    case 'cancel': {
      // Where nothing of one's own was told there is nothing to lose.
      if (flow && position && flow.mode === undefined && flow.flow !== MENU_FLOW && !isReply(flow.flow)) {
        const { position: _, ...free } = withoutDraft(session, position)
        return { session: { ...free, fetching: [] }, effects: say(phrases.comeAgain, [menuButton]) }
      }
      if (!isBusy(session, world) || !flow) return after(say(phrases.nothingToCancel), openMenu(session, world))
      const choices = [
        button({ to: 'answer', step: ASKED_BY_SESSION.cancel, key: 'co' }, phrases.labels.cancelYes),
        button({ to: 'answer', step: ASKED_BY_SESSION.cancel, key: 'khong' }, phrases.labels.cancelNo),
      ]
      return {
        session: { ...session, asking: { what: 'really cancel' } },
        effects: say(phrases.really(flow.name), choices),
      }
    }
  }
}

/**
 * "Really cancel?" Anything that is neither yes nor no lets the conversation go on. `said`: what a longer sentence says to it.
 */
export function answerCancelling(
  session: Session,
  text: string,
  said: 'co' | 'khong' | undefined,
  world: World,
): Turned | undefined {
  const payload = readPayload(text)
  const options = [
    { key: 'co', label: phrases.labels.cancelYes, words: CANCELLING },
    { key: 'khong', label: phrases.labels.cancelNo, words: KEEPING },
  ]
  const chosen =
    payload === undefined ? (said ?? pickExactly(options, text)?.key) : keyFor(ASKED_BY_SESSION.cancel, payload)
  const insists = payload?.to === 'steer' && payload.command === 'cancel'
  const flow = flowAt(world, session.position)
  if (chosen === 'co' || insists) {
    const { position, ...rest } = session
    const free: Session = { ...(position ? withoutDraft(rest, position) : rest), fetching: [] }
    const told = say(phrases.cancelled(flow?.name ?? ''))
    const next = nextQuestion(free, world)
    return after(told, next.session.position ? next : openMenu(free, world))
  }
  if (chosen !== 'khong') return undefined
  if (!flow || !session.position) return openMenu(session, world)
  return { session, effects: [...say(phrases.goOn), ...askAgain(flow, session.position)] }
}

/** "Which of your drafts?" by number or name; a button's payload is read elsewhere. */
export function answerResuming(session: Session, text: string, world: World): Turned | undefined {
  if (readPayload(text) !== undefined) return undefined
  const chosen = pick(draftChoices(session, world), text)
  return chosen && resumeHere(session, chosen.flow, world)
}

/** "Go on with the draft, or begin anew?" by number or words; a button's payload is read elsewhere. */
export function answerChoosing(session: Session, flow: string, text: string, world: World): Turned | undefined {
  if (readPayload(text) !== undefined) return undefined
  const draft = session.drafts.find((it) => it.flow === flow)
  const isRunnable = flowAt(world, draft) !== undefined
  const options = [
    ...(isRunnable ? [{ key: 'tiep', label: phrases.labels.resume }] : []),
    { key: 'moi', label: isRunnable ? phrases.labels.anew : phrases.labels.again },
    menuButton,
  ]
  const chosen = pick(options, text)
  if (chosen?.key === 'tiep') return resumeHere(session, flow, world)
  if (chosen?.key === 'moi' || (!isRunnable && isYes(text))) return startFlow(session, flow, world, 'anew')
  return chosen ? openMenu(session, world) : undefined
}
