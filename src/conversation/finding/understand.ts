import { say } from '../step/ask.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { searchPhrases } from '../words/search-phrases.ts'
import { menuButton } from '../words/buttons.ts'
import { phrases } from '../words/phrases.ts'
import { answerAfterFiling } from './after-filing.ts'
import { answerToQuestion } from './asked-everywhere.ts'
import { feelingIn } from './feelings.ts'
import { feltIn, isOnlyFelt } from './felt.ts'
import { askWhich, guessMatters, worthAsking } from './guess.ts'
import { idOf, isHere } from './matters.ts'
import { answerOfOffices } from './offices.ts'
import { areApart, flowsOfJourney, meaningsOf, type Meanings, namedProcedures, searchFlows } from './search-flows.ts'
import type { Session } from '../words/session.ts'
import { READINGS_OF_TT, spellOut, wordsOf } from '../words/shorthand.ts'
import { MENU_FLOW } from '../session/named-flows.ts'
import { RATING_FLOW, startRating } from './start-rating.ts'
import { LOOKUP_FLOW } from './start-with-code.ts'
import { suggest, tellAbout } from './suggest.ts'
import { tellElsewhere } from './tell-elsewhere.ts'
import { startFlow } from '../session/start.ts'
import { withoutSlip } from '../words/slips.ts'
import { asksForLanguage, otherLanguage, translated } from './other-language.ts'
import { isMourning, smallTalk, tactFor } from './tact.ts'
import { asksForStatus, readTopics } from './topics.ts'
import { after, type Turned } from '../session/turned.ts'

/** Makes sense of a sentence that answers no question: who it comes from is at the menu, or nowhere. */
export function understand(session: Session, typed: string, world: World): Turned | undefined {
  const other = understandOther(session, typed, world)
  if (other) return other
  if (asksForLanguage(typed) && namedProcedures(world.flows, typed).length === 0)
    return { session: { ...session, toldLanguage: true }, effects: say(otherLanguage(typed) ?? '', [menuButton]) }
  const text = withoutSlip(typed)
  const here = session.position?.flow === MENU_FLOW ? undefined : session.position?.flow
  const { sure, near } = meaningsOf(world.flows, text)
  const found = withoutPurpose(
    sure.filter(({ matter }) => idOf(matter) !== here),
    text,
  )
  const lookUp = asksForStatus(text) ? world.flows.current(LOOKUP_FLOW) : undefined
  if (lookUp && lookUp.flow !== here) return startFlow(session, LOOKUP_FLOW, world, 'ask')
  const rated = here === RATING_FLOW || session.filed === undefined ? undefined : startRating(session, text, world)
  if (rated) return rated
  const isNamed = found.some(({ span }) => span !== undefined)
  const felt = feltIn(text)
  if (!isNamed && felt === 'unskilled') return { session, effects: say(feelingIn(text) ?? '', [menuButton]) }
  const filed = isNamed ? undefined : answerAfterFiling(session, text, world)
  if (filed) return filed
  const [one, two] = found
  const first = one?.matter
  const tact = tactFor(text)
  const gently = (sentence: string): string => (tact === undefined ? sentence : `${tact}\n\n${sentence}`)
  // "Cảm ơn tổng đài nhen" asks for no telephone.
  if (!first && felt === 'thanks') return { session, effects: say(feelingIn(text) ?? '', [menuButton]) }
  const office = answerOfOffices(text, world.now)
  if (office !== undefined) return { session, effects: say(office, [menuButton]) }
  if (!first && wordsOf(text).some(({ plain }) => plain === 'tt')) return askForTt(session, text, world)
  const likely = near.filter(({ matter }) => idOf(matter) !== here)
  if (first && !isHere(first)) {
    const others = worthAsking(likely.filter(({ share, span }) => span !== undefined || share >= 0.1)).flatMap((it) =>
      isHere(it) ? it.flow : [],
    )
    return after(tact === undefined ? [] : say(tact), tellElsewhere(session, first, world, others))
  }
  const foreign = session.toldLanguage || first ? undefined : otherLanguage(text)
  if (foreign !== undefined) return { session: { ...session, toldLanguage: true }, effects: say(foreign, [menuButton]) }
  const asked = isNamed ? undefined : answerToQuestion(text)
  if (asked !== undefined) return answered(session, asked, likely, text)
  const topics = readTopics(text)
  if (topics.length > 0) {
    const others = found.slice(1).map(({ matter }) => matter)
    const meant = first?.info ? first : subjectOf(session, likely, world)
    if (meant) return after(tact === undefined ? [] : say(tact), tellAbout(session, meant, topics, world, others))
    return askWhich(
      session,
      likely.filter(({ matter }) => !isHere(matter) || matter.info !== undefined),
      text,
    )
  }
  if (first) {
    const isTwo = one !== undefined && two?.span !== undefined && one.span !== undefined && areApart(one.span, two.span)
    const sentence = isTwo ? searchPhrases.inTurn(first.name, two.matter.name) : phrases.hereItIs
    return suggest(
      session,
      found.map(({ matter }) => matter),
      text,
      gently(sentence),
    )
  }
  if (isMourning(text)) {
    const meant = searchFlows(world.flows, 'đăng ký khai tử').slice(0, 1)
    if (meant.length > 0) return suggest(session, meant, text, gently(phrases.hereItIs))
  }
  const journey = flowsOfJourney(world.flows, text)
  if (journey.length > 0) return suggest(session, journey, text, gently(phrases.hereItIs))
  const talk = answerToQuestion(text) ?? feelingIn(text) ?? smallTalk(text)
  if (talk !== undefined) return answered(session, talk, isOnlyFelt(text) ? [] : likely, text)
  if (tact === undefined) return undefined
  return (
    guessMatters(session, text, world, gently) ?? { session, effects: say(gently(searchPhrases.sayMore), [menuButton]) }
  )
}

/** Whoever tells a whole story may mean a matter all the same: it is offered below the answer. */
function answered(session: Session, sentence: string, likely: Meanings['near'], text: string): Turned {
  const meant = worthAsking(likely)
  return meant.length > 0
    ? suggest(session, meant, text, `${sentence}\n\n${searchPhrases.oneOf}`)
    : { session, effects: say(sentence, [menuButton]) }
}

/** What is asked for in another language is found by its name in ours; what is said about languages, once. */
function understandOther(session: Session, typed: string, world: World): Turned | undefined {
  const meant = translated(typed)
  const found = meant === undefined ? [] : meaningsOf(world.flows, meant).sure.map(({ matter }) => matter)
  if (meant === undefined || found.length === 0) return undefined
  const notice = session.toldLanguage ? undefined : otherLanguage(typed)
  const told = { ...session, ...(notice !== undefined && { toldLanguage: true as const }) }
  const [only] = found
  if (found.length === 1 && only && !isHere(only))
    return after(notice === undefined ? [] : say(notice), tellElsewhere(told, only, world))
  const sentence = [notice, searchPhrases.isItThis].filter((it) => it !== undefined).join('\n\n')
  return suggest(told, found, meant, sentence)
}

/** As likely as this, and a question is not about what was talked of before. */
const ANOTHER_MATTER = 0.25

/** "Phí bao nhiêu?" with nothing named is about what was filed or talked of last. */
function subjectOf({ about }: Session, [best]: Meanings['near'], { flows }: World): CompiledFlow | undefined {
  return (best?.share ?? 0) < ANOTHER_MATTER ? flows.current(about ?? '') : undefined
}

/** "Giấy độc thân để cưới vợ": what it is for is not asked for. */
function withoutPurpose(found: Meanings['sure'], text: string): Meanings['sure'] {
  const [first] = found
  const words = spellOut(text)
  return found.filter(({ span }) => {
    if (!first?.span || !span || span.from < first.span.to) return true
    return !words.slice(first.span.to, span.from).some(({ plain }) => plain === 'de')
  })
}

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
