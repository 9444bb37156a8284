import { beginningOf } from '../../kernel/text.ts'
import { say } from '../step/ask.ts'
import { askAgain } from '../step/engine.ts'
import { UNKNOWN_PERSON } from '../checks/person-name.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { searchPhrases } from '../words/search-phrases.ts'
import { checkOf, isFreeStep } from '../flow/check-of.ts'
import { type Step } from '../flow/flow-format.ts'
import { beginButton, menuButton, steering } from '../words/buttons.ts'
import { phrases } from '../words/phrases.ts'
import { readCardReply, readCardWords } from '../step/card-words.ts'
import { mayChoose, mayConsent } from '../step/choosing.ts'
import { readOrdinal } from '../words/read-ordinal.ts'
import { isDone, isKeep, isNo, isSkip, isYes } from '../words/read-reply.ts'
import { findProcedures, flowsOfJourney, namedProcedures, searchFlows, type Found } from './search-flows.ts'
import type { FlowContext, Session } from '../words/session.ts'
import { plainOf, READINGS_OF_TT, spellOut, wordsOf } from '../words/shorthand.ts'
import { MENU_FLOW } from '../session/named-flows.ts'
import { flowAt, startFlow } from '../session/start.ts'
import { LOOKUP_FLOW } from './start-with-code.ts'
import { MOST_SAID, suggest, tellAbout } from './suggest.ts'
import { withoutSlip } from '../words/slips.ts'
import { isMourning, otherLanguage, smallTalk, tactFor } from './tact.ts'
import { asksForHours, asksForStatus, readTopics, wantsSomething } from './topics.ts'
import { after, type Turned } from '../session/turned.ts'

/** Makes sense of a sentence that answers no question: who it comes from is at the menu, or nowhere. */
export function understand(session: Session, typed: string, world: World): Turned | undefined {
  const text = withoutSlip(typed)
  const here = session.position?.flow === MENU_FLOW ? undefined : session.position?.flow
  const found = findProcedures(world.flows, text).filter(({ flow }) => flow.flow !== here)
  const lookUp = asksForStatus(text) ? world.flows.current(LOOKUP_FLOW) : undefined
  if (lookUp && lookUp.flow !== here) return suggest(session, [lookUp], text, phrases.hereItIs)
  const flows = withoutPurpose(found, text).map(({ flow }) => flow)
  const [first, ...others] = flows
  const tact = tactFor(text)
  const gently = (sentence: string): string => (tact === undefined ? sentence : `${tact}\n\n${sentence}`)
  const topics = readTopics(text)
  if (asksForHours(text)) return { session, effects: say(searchPhrases.hours, [menuButton]) }
  if (!first && wordsOf(text).some(({ plain }) => plain === 'tt')) return askForTt(session, text, world)
  if (topics.length > 0) {
    const meant = first ?? world.flows.current(session.about ?? '')
    if (meant) return after(tact === undefined ? [] : say(tact), tellAbout(session, meant, topics, world, others))
    const known = world.flows.offered().filter(({ info }) => info !== undefined)
    if (known.length > 0) return suggest(session, known, text, searchPhrases.whichOne)
  }
  if (first) {
    const [one, two] = withoutPurpose(found, text)
    const isTwo = one !== undefined && two !== undefined && areApart(one, two)
    const sentence = isTwo ? searchPhrases.inTurn(one.flow.name, two.flow.name) : phrases.hereItIs
    return suggest(session, flows, text, gently(sentence))
  }
  if (isMourning(text)) {
    const meant = searchFlows(world.flows, 'đăng ký khai tử').slice(0, 1)
    if (meant.length > 0) return suggest(session, meant, text, gently(phrases.hereItIs))
  }
  const journey = flowsOfJourney(world.flows, text)
  if (journey.length > 0) return suggest(session, journey, text, gently(phrases.hereItIs))
  const talk = smallTalk(text)
  if (talk !== undefined) return { session, effects: say(talk, [menuButton]) }
  const foreign = session.toldLanguage ? undefined : otherLanguage(text)
  if (foreign !== undefined) return { session: { ...session, toldLanguage: true }, effects: say(foreign, [menuButton]) }
  return tact === undefined ? undefined : { session, effects: say(gently(searchPhrases.sayMore), [menuButton]) }
}

/** "Giấy độc thân để cưới vợ": what it is for is not asked for. */
function withoutPurpose(found: readonly Found[], text: string): Found[] {
  const [first] = found
  const words = spellOut(text)
  return found.filter(({ span }) => {
    if (!first?.span || !span || span.from < first.span.to) return true
    return !words.slice(first.span.to, span.from).some(({ plain }) => plain === 'de')
  })
}

/** Two things asked for in one message, rather than two readings of the same words. */
const areApart = (one: Found, two: Found): boolean =>
  one.span !== undefined && two.span !== undefined && (one.span.to <= two.span.from || two.span.to <= one.span.from)

/** `tt` is asked back: what we have is offered, for the rest a place is named. */
function askForTt(session: Session, text: string, world: World): Turned {
  const readings = READINGS_OF_TT.map((reading) => ({ reading, flows: searchFlows(world.flows, reading) }))
  const flows = [...new Set(readings.flatMap((it) => it.flows))]
  const missing = readings.filter((it) => it.flows.length === 0 && it.reading.endsWith('trú')).map((it) => it.reading)
  const rest = missing.length === 0 ? [] : [searchPhrases.ttElsewhere(missing.join(', '))]
  const sentence = [searchPhrases.tt, ...rest].join('\n\n')
  return flows.length === 0
    ? { session, effects: say(sentence, [menuButton]) }
    : suggest(session, flows, text, sentence)
}

/**
 * A sentence in the middle of a filing that cannot be the answer: a question about a procedure, a look-up, another
 * procedure. The filing is never lost by it; undefined lets the step have the sentence.
 */
export function answerAside(session: Session, text: string, world: World): Turned | undefined {
  const { position } = session
  const flow = flowAt(world, position)
  const step = position && flow?.steps.get(position.step)
  if (!position || !flow?.keepsDraft || !step || mayAnswer(step, position.context, text, world.now)) return undefined
  const topics = readTopics(text)
  const found = (topics.length > 0 ? findProcedures : namedProcedures)(world.flows, text)
  if (topics.length > 0) return tellAbout(session, found[0]?.flow ?? flow, topics, world)
  const other = found.find((it) => it.flow.flow !== flow.flow)
  if (other && found[0] === other && isCall(other, text)) return goOver(session, other.flow, text, world)
  const foreign = session.toldLanguage ? undefined : otherLanguage(text)
  if (foreign !== undefined)
    return { session: { ...session, toldLanguage: true }, effects: [...say(foreign), ...askAgain(flow, position)] }
  if (isMourning(text)) return { session, effects: [...say(tactFor(text) ?? ''), ...askAgain(flow, position)] }
  const talk = asksForHours(text) ? searchPhrases.hours : talkAt(step, text)
  return talk === undefined ? undefined : { session, effects: [...say(talk), ...askAgain(flow, position)] }
}

/** Thanks are no name; "ok" and the like may be an answer to anything but a name. */
const talkAt = (step: Step, text: string): string | undefined =>
  step.expect === 'text' || step.expect === 'choice' ? smallTalk(text) : undefined

/** A procedure's own words that make up the message, or stand in a sentence that wants something. */
function isCall({ span }: Found, text: string): boolean {
  if (!span) return false
  const length = plainOf(spellOut(text)).split(' ').length
  return span.to - span.from >= length * 0.6 || wantsSomething(text)
}

function mayAnswer(step: Step, context: FlowContext, text: string, now: number): boolean {
  if (isDone(text) || isKeep(text)) return true
  if (context.proposal && (isYes(text) || isNo(text) || readOrdinal(text) !== undefined)) return true
  if ('optional' in step && step.optional && isSkip(text)) return true
  if (step.expect === 'choice') return mayChoose(step.choices, text, context)
  if (step.expect === 'consent') return mayConsent(text, step)
  if (step.expect === 'card') return (context.card ? readCardReply : readCardWords)(text) !== undefined
  if (step.expect === 'pick') return mayChoose(context.options ?? [], text, context)
  return isAnswerTo(step, context, text, now)
}

/** The question asks for words of the citizen's own, and these will do. A name is judged in `name-answer`. */
export function isAnswerTo(step: Step, context: FlowContext | undefined, text: string, now: number): boolean {
  if (isFreeStep(step)) return true
  const check = checkOf(step)
  const reading = check?.check(text, { now, answers: context?.answers ?? {} })
  return reading?.ok === true && (check?.takes !== 'name' || reading.value === UNKNOWN_PERSON)
}

function goOver(session: Session, to: CompiledFlow, text: string, world: World): Turned {
  if (to.flow === LOOKUP_FLOW) return startFlow(session, to.flow, world, 'ask')
  const choices = [
    beginButton(to.flow, searchPhrases.labels.switchTo(to.name)),
    steering('resume', searchPhrases.labels.goOn),
  ]
  return {
    session: { ...session, asking: { what: 'which procedure', flows: [to.flow] }, said: beginningOf(text, MOST_SAID) },
    effects: say(searchPhrases.reallySwitch(to.name), choices),
  }
}
