import { DAY } from '../../kernel/clock.ts'
import { say } from '../step/ask.ts'
import type { Flows } from '../flow/compiled-flow.ts'
import { goOnButton, replyButton } from '../words/buttons.ts'
import { phrases } from '../words/phrases.ts'
import type { Effect, Position, Session } from '../words/session.ts'

/** Drafts hold personal answers, so they are not kept for ever, and never more than a citizen can oversee. */
const KEPT_FOR = 30 * DAY
const MOST_DRAFTS = 5

export const withoutOldDrafts = (session: Session, now: number): Session =>
  session.drafts.every((draft) => now - (draft.laidAsideAt ?? now) < KEPT_FOR)
    ? session
    : { ...session, drafts: session.drafts.filter((draft) => now - (draft.laidAsideAt ?? now) < KEPT_FOR) }

/** Whether anything was answered that would be a pity to lose. */
export const isWorthKeeping = (position: Position): boolean => Object.keys(position.context.answers).length > 0

/** One draft per flow; of replies to officers one per dossier. */
const isSameMatter = (a: Position, b: Position): boolean =>
  a.flow === b.flow && a.context.facts['dossier'] === b.context.facts['dossier']

/** The session without a current conversation; an unfinished filing becomes the newest draft. */
export function layAside(session: Session, keeps: boolean, now: number): Session {
  const { position, ...rest } = session
  if (!position || !keeps || !isWorthKeeping(position)) return { ...rest, fetching: [] }
  const others = session.drafts.filter((draft) => !isSameMatter(draft, position))
  return { ...rest, fetching: [], drafts: [{ ...position, laidAsideAt: now }, ...others].slice(0, MOST_DRAFTS) }
}

export const withoutDraft = (session: Session, position: Position): Session => ({
  ...session,
  drafts: session.drafts.filter((draft) => !isSameMatter(draft, position)),
})

/** What waits for the citizen beside the menu: drafts, and officers' questions. */
export function mentionWaiting(session: Session, flows: Flows, justLeft?: Position): Effect[] {
  // A half-written reply is found through its officer's question.
  const others = session.drafts.filter((draft) => draft !== justLeft && draft.context.facts['dossier'] === undefined)
  const drafts = others.slice(0, 3).flatMap((draft) => {
    const flow = flows.pinned(draft.flow, draft.version) ?? flows.current(draft.flow)
    return flow ? [{ ...goOnButton(draft.flow, `${phrases.labels.resume}: ${flow.name}`), name: flow.name }] : []
  })
  const left = justLeft?.context.facts['dossier']
  const questions = (session.questions ?? []).filter((it) => it.dossier !== left).slice(0, 3)
  return [
    ...questions.flatMap((it) =>
      say(phrases.questionWaiting(it.code), [replyButton(it.dossier, phrases.labels.answerOfficer)]),
    ),
    ...(drafts.length === 0
      ? []
      : say(
          phrases.draftWaiting(drafts.map(({ name }) => name).join(', ')),
          drafts.map(({ key, label }) => ({ key, label })),
        )),
  ]
}
