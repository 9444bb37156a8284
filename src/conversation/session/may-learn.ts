import { DAY } from '../../kernel/clock.ts'
import type { World } from '../flow/compiled-flow.ts'
import { answerNameOf, type Step } from '../flow/flow-format.ts'
import { say } from '../step/ask.ts'
import { button } from '../words/buttons.ts'
import { HIDING, SHOWING } from '../words/lexicon/deeds.ts'
import { ASKED_BY_SESSION, keyFor, readPayload } from '../words/payload.ts'
import { phrases } from '../words/phrases.ts'
import { readExactChoice } from '../words/read-choice.ts'
import { readOrdinal } from '../words/read-ordinal.ts'
import type { Effect, Missed, Position, Session } from '../words/session.ts'
import { blankWords } from './blank-words.ts'
import { MENU_FLOW } from './named-flows.ts'
import { hasUnseenQuestion } from './questions.ts'
import { after, type Turned } from './turned.ts'

const MOST = 3
/** Nobody is asked again sooner. */
const AGAIN_AFTER = 30 * DAY
const AFTER_A_NO = 180 * DAY
/** Words that were never asked about are forgotten. */
const HELD_FOR = 30 * DAY

const choices = [
  button({ to: 'answer', step: ASKED_BY_SESSION.learn, key: 'co' }, phrases.labels.learnYes),
  button({ to: 'answer', step: ASKED_BY_SESSION.learn, key: 'khong' }, phrases.labels.learnNo),
]
const CHOICES = [
  { key: 'co', label: phrases.labels.learnYes, words: SHOWING },
  { key: 'khong', label: phrases.labels.learnNo, words: HIDING },
]

const mayBeAsked = ({ learning }: Session, now: number): boolean =>
  learning === undefined || now - learning.askedAt >= (learning.refused ? AFTER_A_NO : AGAIN_AFTER)

/** Holds what was not understood, blanked at once, where the citizen may be asked about it some time. */
export function hold(turned: Turned, said: Omit<Missed, 'words'>, text: string, world: World): Turned {
  const { session } = turned
  if (!mayBeAsked(session, said.at)) return turned
  const words = blankWords(text, toldBy(session, world))
  if (words === undefined) return turned
  const others = (session.missed ?? []).filter((it) => it.words !== words || it.step !== said.step)
  return { ...turned, session: { ...session, missed: [...others, { ...said, words }].slice(-MOST) } }
}

/** Whoever leaves a matter takes its answers along: what is held loses all that were given meanwhile, and goes when it is old. */
export function blankedAnew(before: Session, turned: Turned, world: World): Turned {
  const { missed, ...rest } = turned.session
  if (missed === undefined || before.position?.flow === rest.position?.flow) return turned
  const filed = turned.effects.flatMap((effect) =>
    effect.type === 'file' ? effect.answers.map(({ shown }) => shown) : [],
  )
  const told = [...toldBy(before, world), ...toldBy(turned.session, world), ...filed]
  const kept = missed.flatMap((it) => {
    const words = world.now - it.at < HELD_FOR ? blankWords(it.words, told) : undefined
    return words === undefined ? [] : [{ ...it, words }]
  })
  return { ...turned, session: kept.length === 0 ? rest : { ...rest, missed: kept } }
}

/**
 * Asks once whether a clerk may see it: when a matter is done or the citizen is back at the menu, and nothing else is asked. The
 * menu's buttons keep their numbers: this question is answered by its own words.
 */
export function offerLearning(before: Session, turned: Turned, { now }: World): Turned {
  const { missed, ...session } = turned.session
  const { position, asking } = session
  const isBack = position === undefined || (position.flow === MENU_FLOW && before.position?.flow !== MENU_FLOW)
  const isBusy = asking !== undefined || hasUnseenQuestion(session) || turned.effects.at(-1)?.type === 'query'
  if (missed === undefined || !isBack || isBusy || !mayBeAsked(session, now)) return turned
  const asked = say(phrases.mayLearn(missed.map(({ words }) => words)), choices)
  return {
    ...turned,
    session: { ...session, learning: { askedAt: now }, asking: { what: 'may learn', missed } },
    effects: [...turned.effects, ...asked],
  }
}

/** A yes hands the words over, with the consent on record; a no, or anything else, lets go of them. */
export function answerLearning(
  session: Session,
  missed: readonly Missed[],
  text: string,
  now: number,
): Turned | undefined {
  const key = readAnswer(session, text)
  if (key !== 'co' && key !== 'khong') return undefined
  const agrees = key === 'co'
  const consent: Effect = { type: 'consent', flow: 'hoc-cau-chua-hieu', version: 1, step: 'cho-xem', given: agrees }
  const answered: Session = { ...session, learning: { askedAt: now, ...(!agrees && { refused: true as const }) } }
  if (!agrees) return { session: answered, effects: [consent, ...say(phrases.notLearned)] }
  return after([consent, { type: 'learn', missed }], { session: answered, effects: say(phrases.mayBeLearned) })
}

/** Where a menu is open its numbers hold. */
function readAnswer({ position }: Session, text: string): string | undefined {
  const payload = readPayload(text)
  if (payload) return keyFor(ASKED_BY_SESSION.learn, payload)
  if (position !== undefined && readOrdinal(text) !== undefined) return undefined
  const reading = readExactChoice(CHOICES, text)
  return reading.found === 'one' ? reading.option.key : undefined
}

/** All that the citizen answered and nobody else said: a choice is in the words of its flow. */
function toldBy(session: Session, { flows }: World): string[] {
  const ofPosition = ({ flow, version, context }: Position): string[] => {
    const steps = flows.pinned(flow, version)?.steps ?? new Map<string, Step>()
    const chosen = new Set(
      [...steps].flatMap(([id, step]) =>
        step.expect === 'choice' || step.expect === 'consent' ? answerNameOf(id, step) : [],
      ),
    )
    const card = context.card?.read
    return [
      ...Object.entries(context.answers).flatMap(([name, { value, shown }]) =>
        chosen.has(name) ? [] : [value, shown],
      ),
      ...(context.proposal ? [context.proposal.value, context.proposal.shown] : []),
      ...(card ? [card.number, card.name ?? '', card.address ?? ''] : []),
    ]
  }
  const open = session.position ? [session.position] : []
  const known = Object.values(session.known?.answers ?? {})
  return [...[...open, ...session.drafts].flatMap(ofPosition), ...known.map(({ shown }) => shown)]
}
