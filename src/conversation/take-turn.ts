import { tidy } from '../kernel/text.ts'
import { takeAtStep } from './finding/at-step.ts'
import { hearText } from './finding/hear.ts'
import { withoutChoices } from './finding/hear-wishes.ts'
import { withMissed } from './finding/missed.ts'
import { urgentFor } from './finding/urgent.ts'
import type { World } from './flow/compiled-flow.ts'
import { withMended } from './flow/mended-flow.ts'
import { withoutPassedQuestion } from './session/asking.ts'
import { withoutOldDrafts } from './session/drafts.ts'
import { rememberFiled } from './session/filed.ts'
import { offerKeeping } from './session/known-answers.ts'
import { MENU_FLOW } from './session/named-flows.ts'
import { filledWhenSaid, withReceipt, withVisit } from './session/receipt.ts'
import { remind, withReminder } from './session/remind.ts'
import { isSameAlbum, withoutEchoes, withoutRepeats } from './session/repeats.ts'
import { flowAt, greet, stepAt, wayOn } from './session/start.ts'
import { closeQuestion, hearQuestion, nextQuestion } from './session/supplement.ts'
import { withTally } from './session/tally.ts'
import { after, type Turned } from './session/turned.ts'
import { say } from './step/ask.ts'
import { isKeptForLater } from './step/sent-early.ts'
import { takesThing, unusedThing, withoutLinks, wordsWith, type Thing } from './step/sent-with.ts'
import type { CitizenEvent } from './words/events.ts'
import { searchPhrases } from './words/search-phrases.ts'
import { LONGEST_MESSAGE } from './words/messages.ts'
import { isAboutItself } from './words/pointing.ts'
import { readPayload } from './words/payload.ts'
import { phrases } from './words/phrases.ts'
import type { FactsEvent, Session } from './words/session.ts'

/**
 * One event of one citizen: the door to this folder. What is sent is read at the open question, what is typed is heard in
 * `finding/hear.ts`; what a turn leaves behind for the next one is put in order here.
 */
export function takeTurn(before: Session, event: CitizenEvent | FactsEvent, given: World): Turned {
  const world: World = { ...given, flows: withMended(given.flows) }
  const routed = withoutPassedQuestion(before, routeEvent(withoutOldDrafts(before, world.now), event, world))
  const told = withVisit(before, withoutRepeats(before, world, withoutEchoes(before, event, world, routed)))
  const turned = withReminder(offerKeeping(withReceipt(rememberFiled(told, world.now), world)), event, world)
  const { position, asking } = turned.session
  const hasFinished = before.position !== undefined && position === undefined && asking?.what !== 'draft or anew'
  const done = hasFinished ? after(turned.effects, nextQuestion(turned.session, world)) : turned
  return filledWhenSaid(withMissed(before, event, withTally(before, event, done, world), world), world.now)
}

function routeEvent(session: Session, event: CitizenEvent | FactsEvent, world: World): Turned {
  switch (event.type) {
    case 'LEFT':
      return { session, effects: [] }
    case 'ARRIVED':
      return greet(session, world)
    case 'SUPPLEMENT_ASKED':
      return hearQuestion(session, event, world)
    case 'SUPPLEMENT_CLOSED':
      return closeQuestion(session, event)
    case 'TEXT':
      return takeText(session, event, world)
    case 'TIME_CAME':
      return event.timer === 'draft' ? remind(session, world) : takeAtStep(session, event, world)
    case 'CARD_READ':
    case 'CARD_UNREADABLE':
    case 'FACTS':
    case 'FILE_STORED':
    case 'FILE_REFUSED':
      return takeAtStep(session, event, world)
    case 'FILE':
    case 'LOCATION':
    case 'CONTACT':
    case 'UNSUPPORTED':
      return takeThing(session, event, world)
  }
}

/** Words count as words whatever they came with; of the thing itself it is said when it is not used. */
function takeThing(session: Session, thing: Thing, world: World): Turned {
  const step = stepAt(session, world)
  const said = wordsWith(thing, step)
  // "Căn cước của em nè" says no more than the picture does.
  const isBare = said !== undefined && thing.type === 'FILE' && !takesThing(thing, step) && isAboutItself(said)
  const words = isBare ? undefined : said
  if (words === undefined) return takeAtStep(session, isBare ? withoutCaption(thing) : thing, world)
  const flow = flowAt(world, session.position)
  if (flow && session.position && isKeptForLater(flow, session.position, thing))
    return takeEarly(session, thing, words, world)
  const taken =
    takesThing(thing, step) || session.position?.context.card ? takeAtStep(session, thing, world) : undefined
  const isMenu = session.position === undefined || session.position.flow === MENU_FLOW
  if (taken === undefined) {
    const unused = thing.type === 'FILE' && isMenu ? searchPhrases.photoFirst : unusedThing(thing, step)
    return after(unused === undefined ? [] : say(unused), takeText(session, { type: 'TEXT', text: words }, world))
  }
  const urgent = urgentFor(words)
  const isKept =
    step?.expect !== 'card' && (thing.type !== 'FILE' || taken.effects.some(({ type }) => type === 'fetch'))
  const lost = isKept ? [] : say(step?.expect === 'card' ? phrases.captionOfCard : phrases.captionNotKept)
  return after([...(urgent === undefined ? [] : say(urgent)), ...lost], taken)
}

function withoutCaption(thing: Thing): Thing {
  if (thing.type !== 'FILE') return thing
  const { caption: _, ...bare } = thing
  return bare
}

/** A picture for a question to come, with words for the open one. Zalo repeats them under each picture of an album. */
function takeEarly(session: Session, thing: Thing, words: string, world: World): Turned {
  const kept = takeAtStep(session, thing, world)
  const isRepeated = isSameAlbum(session, words, world.now)
  const marked: Session = { ...kept.session, toldOfFilesAt: world.now, toldOfCaption: words }
  if (isRepeated) return { session: marked, effects: kept.effects.filter(({ type }) => type === 'fetch') }
  return after(withoutChoices(kept.effects), takeText(marked, { type: 'TEXT', text: words }, world))
}

/** The door for words: made clean, bounded, and whatever cannot wait said before anything else. */
function takeText(session: Session, event: Extract<CitizenEvent, { type: 'TEXT' }>, world: World): Turned {
  const text = tidy(event.text)
  const payload = readPayload(text)
  const step = stepAt(session, world)
  if (text.length > LONGEST_MESSAGE) {
    const urgent = urgentFor(text)
    const refusal = say(phrases.tooLong(LONGEST_MESSAGE), [wayOn(session, world)])
    return { session, effects: [...(urgent === undefined ? [] : say(urgent)), ...refusal] }
  }
  const words = payload === undefined ? withoutLinks(text, step) : text
  if (words === text) return hearText(session, text, payload, world)
  if (words === '') return takeAtStep(session, { type: 'UNSUPPORTED', what: 'link' }, world)
  return after(say(phrases.wordsOnly.link), hearText(session, words, undefined, world))
}
