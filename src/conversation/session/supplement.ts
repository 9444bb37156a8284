import { tidy } from '../../kernel/text.ts'
import { emptyContext } from '../flow/answers.ts'
import { TIME_STEP } from '../flow/mended-flow.ts'
import { say } from '../step/ask.ts'
import type { World } from '../flow/compiled-flow.ts'
import type { CitizenEvent, WaitingQuestion } from '../words/events.ts'
import { menuButton, replyButton } from '../words/buttons.ts'
import { phrases } from '../words/phrases.ts'
import { beginMending, type Begun } from './mend.ts'
import { isReply, SUPPLEMENT_FLOW } from './named-flows.ts'
import { listTimes } from './offered-times.ts'
import type { Position, Session } from '../words/session.ts'
import { flowAt, isBusy, leave, openMenu, resumeDraft, resumeHere, startWith } from './start.ts'
import { after, type Turned } from './turned.ts'

/** An officer asks. Someone with nothing open gets the question at once; a filing is never interrupted. */
export function hearQuestion(
  session: Session,
  asked: Extract<CitizenEvent, { type: 'SUPPLEMENT_ASKED' }>,
  world: World,
): Turned {
  const { dossier, code, mend } = asked
  const question = tidy(asked.question)
  const fresh: WaitingQuestion = { dossier, code, question, ...(mend && { mend }) }
  const others = (session.questions ?? []).filter((it) => it.dossier !== dossier)
  // Newer times take the place of those that were offered before, and of whatever was begun about these.
  const before = mend?.times ? withoutReply(session, dossier) : session
  const waiting: Session = { ...before, questions: [...others, fresh] }
  if (isBusy(before, world))
    return {
      session: waiting,
      effects: mend?.times
        ? say(
            [mend.times.head, listTimes(mend.times, world.now), mend.times.foot, phrases.officerOffers].join('\n\n'),
            [replyButton(dossier, phrases.labels.chooseTime)],
          )
        : say(phrases.officerAsks(code), [replyButton(dossier, phrases.labels.answerOfficer)]),
    }
  return answerQuestion(waiting, dossier, world)
}

const isReplyTo =
  (dossier: string) =>
  ({ flow, context }: Position): boolean =>
    isReply(flow) && context.facts['dossier'] === dossier

/** Without what the citizen has begun to answer about this dossier. */
function withoutReply({ position, ...session }: Session, dossier: string): Session {
  const isOf = isReplyTo(dossier)
  const drafts = session.drafts.filter((draft) => !isOf(draft))
  return position && !isOf(position) ? { ...session, drafts, position } : { ...session, drafts, fetching: [] }
}

/** An officer no longer waits: neither the question nor a half-written reply may stay, for nobody would read it. */
export function closeQuestion(
  session: Session,
  { dossier, code }: Extract<CitizenEvent, { type: 'SUPPLEMENT_CLOSED' }>,
): Turned {
  const { questions = [], position, ...rest } = session
  const isOf = isReplyTo(dossier)
  const open = questions.filter((it) => it.dossier !== dossier)
  const kept: Session = {
    ...rest,
    drafts: session.drafts.filter((draft) => !isOf(draft)),
    ...(open.length > 0 && { questions: open }),
  }
  if (!position || !isOf(position)) return { session: { ...kept, ...(position && { position }) }, effects: [] }
  return { session: { ...kept, fetching: [] }, effects: say(phrases.questionClosed(code), [menuButton]) }
}

/** Opens the question of one dossier; what is open at the moment becomes a draft. */
export function answerQuestion(session: Session, dossier: string, world: World): Turned {
  const question = session.questions?.find((it) => it.dossier === dossier)
  const begun = question && (beginMending(question, world) ?? beginFreely(question, world))
  if (!question || !begun) return after(say(phrases.questionGone), openMenu(session, world))
  const isReplying = isReplyTo(dossier)
  const isOf = (it: Position) => isReplying(it) && it.context.facts['question'] === question.question
  if (question.mend?.times && isAtTimes(session, isOf)) return offerAnew(session, dossier, world)
  if (session.position && isOf(session.position)) return resumeHere(session, session.position.flow, world)
  const draft = session.drafts.find(isOf)
  if (draft && flowAt(world, draft)) return resumeDraft(session, draft, world)
  const aside = leave(session, world)
  const shown: Session = {
    ...aside.session,
    questions: (aside.session.questions ?? []).map((it) => (it === question ? { ...it, shown: true } : it)),
  }
  return after([...aside.effects, ...begun.said], startWith(shown, begun.flow, begun.context, world))
}

/** Nothing was answered yet but which of the times: these are shown anew. */
const isAtTimes = ({ position, drafts }: Session, isOf: (it: Position) => boolean): boolean =>
  [...(position ? [position] : []), ...drafts].some((it) => it.step === TIME_STEP && isOf(it))

/** Offers the times of a visit as they are now: some may have passed since they were shown. */
export const offerAnew = (session: Session, dossier: string, world: World): Turned =>
  answerQuestion(withoutReply(session, dossier), dossier, world)

/** One free question, answered in words and files. */
function beginFreely({ dossier, code, question }: WaitingQuestion, { flows }: World): Begun | undefined {
  const flow = flows.current(SUPPLEMENT_FLOW)
  return flow && { flow, context: emptyContext({ dossier, code, question }), said: [] }
}

/** After one thing is finished, the next unseen question comes up by itself. */
export function nextQuestion(session: Session, world: World): Turned {
  const next = session.questions?.find((it) => !it.shown)
  return next && !session.position ? answerQuestion(session, next.dossier, world) : { session, effects: [] }
}
