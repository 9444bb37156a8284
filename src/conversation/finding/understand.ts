import { say } from '../step/ask.ts'
import type { World } from '../flow/compiled-flow.ts'
import { searchPhrases } from '../words/search-phrases.ts'
import { menuButton } from '../words/buttons.ts'
import { phrases } from '../words/phrases.ts'
import { answerAfterFiling } from './after-filing.ts'
import { answerToQuestion } from './asked-everywhere.ts'
import { feelingIn } from './feelings.ts'
import { findProcedures, flowsOfJourney, searchFlows, type Found } from './search-flows.ts'
import type { Session } from '../words/session.ts'
import { READINGS_OF_TT, spellOut, wordsOf } from '../words/shorthand.ts'
import { MENU_FLOW } from '../session/named-flows.ts'
import { LOOKUP_FLOW } from './start-with-code.ts'
import { suggest, tellAbout } from './suggest.ts'
import { withoutSlip } from '../words/slips.ts'
import { isMourning, otherLanguage, smallTalk, tactFor } from './tact.ts'
import { asksForHours, asksForStatus, readTopics } from './topics.ts'
import { after, type Turned } from '../session/turned.ts'

/** Makes sense of a sentence that answers no question: who it comes from is at the menu, or nowhere. */
export function understand(session: Session, typed: string, world: World): Turned | undefined {
  const text = withoutSlip(typed)
  const here = session.position?.flow === MENU_FLOW ? undefined : session.position?.flow
  const found = findProcedures(world.flows, text).filter(({ flow }) => flow.flow !== here)
  const lookUp = asksForStatus(text) ? world.flows.current(LOOKUP_FLOW) : undefined
  if (lookUp && lookUp.flow !== here) return suggest(session, [lookUp], text, phrases.hereItIs)
  const isNamed = found.some(({ span }) => span !== undefined)
  const filed = isNamed ? undefined : answerAfterFiling(session, text, world)
  if (filed) return filed
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
  const talk = answerToQuestion(text) ?? feelingIn(text) ?? smallTalk(text)
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
