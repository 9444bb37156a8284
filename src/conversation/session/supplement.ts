import { tidy } from '../../kernel/text.ts'
import { emptyContext } from '../flow/answers.ts'
import { say } from '../step/ask.ts'
import type { World } from '../flow/compiled-flow.ts'
import type { CitizenEvent } from '../words/events.ts'
import { menuButton, replyButton } from '../words/buttons.ts'
import { phrases } from '../words/phrases.ts'
import { SUPPLEMENT_FLOW } from './named-flows.ts'
import type { Position, Session, WaitingQuestion } from '../words/session.ts'
import { isBusy, leave, openMenu, resumeDraft, resumeHere, startWith } from './start.ts'
import { after, type Turned } from './turned.ts'

/** An officer asks. Someone with nothing open gets the question at once; a filing is never interrupted. */
export function hearQuestion(
  session: Session,
  asked: Extract<CitizenEvent, { type: 'SUPPLEMENT_ASKED' }>,
  world: World,
): Turned {
  const { dossier, code } = asked
  const question = tidy(asked.question)
  const fresh: WaitingQuestion = { dossier, code, question }
  const others = (session.questions ?? []).filter((it) => it.dossier !== dossier)
  const waiting: Session = { ...session, questions: [...others, fresh] }
  if (isBusy(session, world))
    return {
      session: waiting,
      effects: say(phrases.officerAsks(code), [replyButton(dossier, phrases.labels.answerOfficer)]),
    }
  return answerQuestion(waiting, dossier, world)
}

/** An officer no longer waits: neither the question nor a half-written reply may stay, for nobody would read it. */
export function closeQuestion(
  session: Session,
  { dossier, code }: Extract<CitizenEvent, { type: 'SUPPLEMENT_CLOSED' }>,
): Turned {
  const { questions = [], position, ...rest } = session
  const isOf = (it: Position) => it.flow === SUPPLEMENT_FLOW && it.context.facts['dossier'] === dossier
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
  const flow = world.flows.current(SUPPLEMENT_FLOW)
  if (!question || !flow) return after(say(phrases.questionGone), openMenu(session, world))
  const isHere = session.position?.flow === SUPPLEMENT_FLOW && session.position.context.facts['dossier'] === dossier
  if (isHere && session.position?.context.facts['question'] === question.question)
    return resumeHere(session, SUPPLEMENT_FLOW, world)
  const draft = session.drafts.find((it) => it.flow === SUPPLEMENT_FLOW && it.context.facts['dossier'] === dossier)
  if (draft?.context.facts['question'] === question.question) return resumeDraft(session, draft, world)
  const aside = leave(session, world)
  const shown: Session = {
    ...aside.session,
    questions: (aside.session.questions ?? []).map((it) => (it === question ? { ...it, shown: true } : it)),
  }
  const facts = { dossier: question.dossier, code: question.code, question: question.question }
  return after(aside.effects, startWith(shown, flow, emptyContext(facts), world))
}

/** After one thing is finished, the next unseen question comes up by itself. */
export function nextQuestion(session: Session, world: World): Turned {
  const next = session.questions?.find((it) => !it.shown)
  return next && !session.position ? answerQuestion(session, next.dossier, world) : { session, effects: [] }
}
