import type { World } from '../flow/compiled-flow.ts'
import type { Turned } from '../session/turned.ts'
import { searchPhrases } from '../words/search-phrases.ts'
import type { Session } from '../words/session.ts'
import { withoutSlip } from '../words/slips.ts'
import { isHere, type Matter } from './matters.ts'
import { meaningsOf, type Meanings } from './search-flows.ts'
import { suggest } from './suggest.ts'

type Near = Meanings['near']

/** Enough to ask "is it one of these?"; less is a shot in the dark. */
const ASKED_ABOUT = 0.1

const isWorthAsking = ([best]: Near): boolean => (best?.share ?? 0) >= ASKED_ABOUT

export const worthAsking = (near: Near): Matter[] => (isWorthAsking(near) ? near.map(({ matter }) => matter) : [])

/** Less likely than this, the place of a matter is no answer. */
const TOLD = 0.05

/** The place of the likeliest matter that is done elsewhere is told beside the question: that commits nobody to anything. */
function supposing(near: Near, question: string): string {
  const elsewhere = near.find(({ matter, share }) => !isHere(matter) && share >= TOLD)?.matter
  if (!elsewhere || isHere(elsewhere) || !isWorthAsking(near)) return question
  return `${searchPhrases.supposing(elsewhere.name, elsewhere.where)}\n\n${question}`
}

/** "Is it one of these?" about words nobody was sure of; undefined where that would be a shot in the dark. */
export function guessMatters(
  session: Session,
  text: string,
  world: World,
  gently: (sentence: string) => string = (sentence) => sentence,
): Turned | undefined {
  const { near } = meaningsOf(world.flows, withoutSlip(text))
  if (!isWorthAsking(near)) return undefined
  return suggest(session, worthAsking(near), text, gently(supposing(near, searchPhrases.oneOf)))
}

/** A question about a procedure that it does not name: what it may be about is offered. */
export const askWhich = (session: Session, near: Near, text: string): Turned =>
  suggest(session, worthAsking(near), text, supposing(near, searchPhrases.whichOne))
