import type { World } from '../flow/compiled-flow.ts'
import { TIME_STEP } from '../flow/mended-flow.ts'
import { isProposedBy, OFFER_OVER, OLDER_OFFER, TIME_BEGUN } from '../session/offered-times.ts'
import { isBusy, openMenu, resumeHere } from '../session/start.ts'
import { offerAnew } from '../session/supplement.ts'
import { after, type Turned } from '../session/turned.ts'
import { say } from '../step/ask.ts'
import type { Payload } from '../words/payload.ts'
import { pick } from '../words/read-choice.ts'
import type { Option, Session } from '../words/session.ts'
import { takeAtStep } from './at-step.ts'

/**
 * A time that is offered for a visit, tapped or typed. A tap means the visit and the proposal that it was shown with: where
 * another question is open it leads back to its own; where nobody offers that time any more, nothing is chosen. Undefined
 * where the open question may take it.
 */
export function hearTime(
  session: Session,
  text: string,
  payload: Payload | undefined,
  world: World,
): Turned | undefined {
  const { position } = session
  const shown = position?.step === TIME_STEP ? (position.context.options ?? []) : []
  const dossier = position?.context.facts['dossier'] ?? ''
  if (payload === undefined) {
    const chosen = pick(shown, text)
    return chosen && hasBegun(chosen, world) ? after(say(TIME_BEGUN), offerAnew(session, dossier, world)) : undefined
  }
  if (payload.to !== 'answer' || payload.step !== TIME_STEP) return undefined
  const isShown = (it: Option): boolean => it.key === payload.key && !hasBegun(it, world)
  if (shown.some(isShown)) return undefined
  const question = session.questions?.find((it) => it.mend?.times && payload.key.startsWith(`${it.dossier}.`))
  if (!question) return afterwards(session, world)
  const offered = offerAnew(session, question.dossier, world)
  const now = offered.session.position
  if (now?.step === TIME_STEP && now.context.options?.some(isShown))
    return takeAtStep(offered.session, { type: 'TEXT', text }, world)
  const isOfThese = question.mend?.times && isProposedBy(question.dossier, question.mend.times, payload.key)
  return after(say(isOfThese ? TIME_BEGUN : OLDER_OFFER), offered)
}

const hasBegun = ({ until }: Option, { now }: World): boolean => until !== undefined && until <= now

/** The visit is settled: what is open now comes again. */
const afterwards = (session: Session, world: World): Turned =>
  after(
    say(OFFER_OVER),
    session.position && isBusy(session, world)
      ? resumeHere(session, session.position.flow, world)
      : openMenu(session, world),
  )
