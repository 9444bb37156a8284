import { beginningOf } from '../../kernel/text.ts'
import { say } from '../step/ask.ts'
import { askAgain } from '../step/engine.ts'
import { beginButton, button, menuButton } from '../words/buttons.ts'
import { readPayload } from '../words/payload.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { searchPhrases } from '../words/search-phrases.ts'
import { phrases } from '../words/phrases.ts'
import { pick } from '../words/read-choice.ts'
import { begins, isNo } from '../words/read-reply.ts'
import { buttonOf, idOf, isHere, type Matter, matterNamed } from './matters.ts'
import { meaningsOf } from './search-flows.ts'
import { tellElsewhere } from './tell-elsewhere.ts'
import type { Effect, Session } from '../words/session.ts'
import { plainOf, wordsOf } from '../words/shorthand.ts'
import { flowAt, isBusy, openMenu } from '../session/start.ts'
import { startFromWords } from './start-from-words.ts'
import { tellProcedure } from './tell-procedure.ts'
import { readTopics, type Topic } from './topics.ts'
import type { Turned } from '../session/turned.ts'

const { labels } = searchPhrases
const MOST = 4
/** Of a sentence that asked for a procedure, what is kept until it begins. */
export const MOST_SAID = 500

const tellButton = ({ flow }: CompiledFlow) => button({ to: 'tell', flow }, labels.tell)

/** "Is it this you need?" One procedure can also be asked about; several are told apart first. */
export function suggest(session: Session, found: readonly Matter[], said: string, text: string): Turned {
  const offered = found.slice(0, MOST)
  const [only] = offered
  const { about: _, ...rest } = session
  const isOne = offered.length === 1 && only !== undefined && isHere(only)
  const choices = isOne
    ? [buttonOf(only), ...(only.info ? [tellButton(only)] : []), menuButton]
    : [...offered.map(buttonOf), menuButton]
  return {
    session: {
      ...rest,
      ...(isOne ? { about: only.flow } : {}),
      asking: { what: 'which procedure', flows: offered.map(idOf) },
      said: beginningOf(said, MOST_SAID),
    },
    effects: say(text, choices),
  }
}

/** Answers questions about a procedure; a yes after it begins it. In the middle of a filing its question comes again. */
export function tellAbout(
  session: Session,
  flow: CompiledFlow,
  topics: readonly Topic[],
  world: World,
  others: readonly Matter[] = [],
): Turned {
  const text = tellProcedure(flow, topics, world.now)
  const current = flowAt(world, session.position)
  if (current && session.position && isBusy(session, world))
    return {
      session: { ...session, about: flow.flow },
      effects: [...say(text), ...askAgain(current, session.position)],
    }
  const begin = beginButton(flow.flow, labels.begin)
  return {
    session: {
      ...session,
      about: flow.flow,
      asking: { what: 'which procedure', flows: [flow, ...others].map(idOf) },
    },
    effects: say(text, [begin, ...others.slice(0, 3).map(buttonOf), menuButton]),
  }
}

/** `2`, `cái thứ 2, phí bn`, `thứ hai`: an ordinal that may be followed by a question. */
function readLeadingOrdinal(plain: string): number | undefined {
  const match = /^(?:(?:chon|lam|cai|muc|so|thu(?= \d)|viec) )*(?:(\d)|thu (nhat|hai|ba|tu))(?= |$)/.exec(plain)
  if (match?.[1] !== undefined) return Number(match[1])
  return match?.[2] === undefined ? undefined : ['nhat', 'hai', 'ba', 'tu'].indexOf(match[2]) + 1
}

/** The answer to "is it this you need?": a number, a name, a yes, and with it perhaps a question about it. */
export function answerSuggested(
  session: Session,
  flows: readonly string[],
  said: string,
  text: string,
  world: World,
): Turned | undefined {
  if (readPayload(text) !== undefined) return undefined
  const offered = flows.flatMap((flow) => matterNamed(world.flows, flow) ?? [])
  const [only] = offered
  if (!only) return answerWhich(session, said, text, world)
  const plain = plainOf(wordsOf(text))
  const isOne = offered.length === 1
  const options: { key: string; label: string; flow?: Matter; isQuestion?: true }[] = [
    ...offered.map((flow) => ({ ...buttonOf(flow), flow })),
    ...(isOne && isHere(only) && only.info ? [{ ...tellButton(only), flow: only, isQuestion: true as const }] : []),
    menuButton,
  ]
  const topics = readTopics(text)
  const ordinal = readLeadingOrdinal(plain)
  const isOrdinal = ordinal !== undefined && (topics.length > 0 || plain.split(' ').length < 4)
  const agrees = isOne && begins(text)
  const chosen = isOrdinal ? options[ordinal - 1] : agrees ? options[0] : pick(options, text)
  if (!chosen) return isNo(text) ? declined(session, world) : undefined
  if (!chosen.flow) return openMenu(session, world)
  if (!isHere(chosen.flow)) return tellElsewhere(session, chosen.flow, world)
  const asked = topics.length > 0 || agrees ? topics : readTopics(said)
  if (asked.length > 0 || chosen.isQuestion) return tellAbout(session, chosen.flow, asked, world)
  return startFromWords(session, chosen.flow.flow, said, world)
}

/** "Phí bao nhiêu?", "Thủ tục nào?", "khai sinh": the question is answered for what is named now. */
function answerWhich(session: Session, said: string, text: string, world: World): Turned | undefined {
  const asked = readTopics(said)
  const [only, ...others] = meaningsOf(world.flows, text).sure
  if (!only || !isHere(only.matter) || others.length > 0 || readTopics(text).length > 0) return undefined
  return asked.length > 0 ? tellAbout(session, only.matter, asked, world) : undefined
}

function declined(session: Session, world: World): Turned {
  const flow = flowAt(world, session.position)
  if (!flow || !session.position || !isBusy(session, world)) return openMenu(session, world)
  return { session, effects: [...say(phrases.goOn), ...askAgain(flow, session.position)] }
}

/** The nearest matters to words nobody understood; none when nothing is near. */
export function offerNearest(text: string, world: World): Effect[] {
  const { near } = meaningsOf(world.flows, text)
  return near.length === 0
    ? []
    : say(
        searchPhrases.nearest,
        near.map(({ matter }) => buttonOf(matter)),
      )
}
