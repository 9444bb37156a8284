import { say } from '../step/ask.ts'
import type { World } from '../flow/compiled-flow.ts'
import { MENU_FLOW } from '../session/named-flows.ts'
import { greet, openMenu } from '../session/start.ts'
import { after, type Turned } from '../session/turned.ts'
import { GREETINGS } from '../words/commands.ts'
import { foldWords } from '../words/courtesy.ts'
import type { CitizenEvent } from '../words/events.ts'
import { agrees } from '../words/agreement.ts'
import { searchPhrases } from '../words/search-phrases.ts'
import { readPayload } from '../words/payload.ts'
import { phrases } from '../words/phrases.ts'
import type { FactsEvent, Session } from '../words/session.ts'
import { offerNearest, suggest } from './suggest.ts'
import { guessMatters } from './guess.ts'
import { understandWishes } from './hear-wishes.ts'

/** Nobody is asked anything: greet, find the procedure meant, or show what there is. */
export function takeIdle(session: Session, event: CitizenEvent | FactsEvent, world: World): Turned {
  switch (event.type) {
    case 'FACTS':
    case 'TIME_CAME':
    case 'FILE_STORED':
    case 'FILE_REFUSED':
    case 'CARD_READ':
    case 'CARD_UNREADABLE':
      return { session, effects: [] }
    case 'TEXT': {
      if (GREETINGS.has(foldWords(event.text))) return greet(session, world)
      if (readPayload(event.text)) return after(say(phrases.deadButton), openMenu(session, world))
      return (
        agreeAfterAll(session, event.text, world) ??
        understandWishes(session, event.text, world) ??
        notUnderstood(session, event.text, world)
      )
    }
    case 'UNSUPPORTED':
      return after(say(phrases.unsupported[event.what]), openMenu(session, world))
    case 'FILE':
      return declineFile(session, world)
    case 'CONTACT':
    case 'LOCATION':
      return after(
        say(phrases.unsupported[event.type === 'CONTACT' ? 'contact' : 'location']),
        openMenu(session, world),
      )
    default:
      return openMenu(session, world)
  }
}

/** "Thôi đồng ý đi" after a no: what was talked of last is offered again, and its question comes again. */
function agreeAfterAll(session: Session, text: string, world: World): Turned | undefined {
  const { about, filed } = session
  const flow = about === undefined || about === filed?.flow ? undefined : world.flows.current(about)
  return flow && agrees(text) ? suggest(session, [flow], text, searchPhrases.isItThis) : undefined
}

/** The menu, counting the first failure: the third in a row offers a person. */
function notUnderstood(session: Session, text: string, world: World): Turned {
  const { session: met, effects } = openMenu(session, world)
  const { position } = met
  if (position?.flow !== MENU_FLOW) return after(offerNearest(text, world), { session: met, effects })
  const counted = { ...met, position: { ...position, context: { ...position.context, failures: 1 } } }
  return guessMatters(counted, text, world) ?? after(offerNearest(text, world), { session: counted, effects })
}

/** A picture sent before anything was agreed to is not even fetched. */
export const declineFile = (session: Session, world: World): Turned =>
  after(say(searchPhrases.photoFirst), openMenu(session, world))
