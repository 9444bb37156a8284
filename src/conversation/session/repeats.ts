import { MINUTE, SECOND } from '../../kernel/clock.ts'
import { say } from '../step/ask.ts'
import type { World } from '../flow/compiled-flow.ts'
import type { CitizenEvent } from '../words/events.ts'
import { phrases } from '../words/phrases.ts'
import type { Effect, FactsEvent, Session } from '../words/session.ts'
import { OFFER_OVER } from './offered-times.ts'
import type { Turned } from './turned.ts'

/** Photos nobody asked for come in numbers: one sentence answers them all, and the words under them are taken once. */
const ALBUM = 10 * SECOND

/** Whether these words stood under the picture before, of the same album. */
export const isSameAlbum = ({ toldOfFilesAt, toldOfCaption }: Session, caption: string, now: number): boolean =>
  toldOfFilesAt !== undefined && now - toldOfFilesAt < ALBUM && caption === toldOfCaption

export function withoutEchoes(before: Session, event: CitizenEvent | FactsEvent, world: World, turned: Turned): Turned {
  if (event.type !== 'FILE' || turned.effects.some(({ type }) => type === 'fetch')) return turned
  const isAlbum = before.toldOfFilesAt !== undefined && world.now - before.toldOfFilesAt < ALBUM
  const { caption } = event
  if (isAlbum && (caption === undefined || caption === before.toldOfCaption)) return { session: before, effects: [] }
  const told = { toldOfFilesAt: world.now, ...(caption !== undefined && { toldOfCaption: caption }) }
  return { ...turned, session: { ...turned.session, ...told } }
}

/** A button that leads nowhere is explained once; whoever taps on and on reads one line. */
const TAPPING = MINUTE
const DEAD: readonly string[] = [phrases.deadButton, phrases.oldButton, OFFER_OVER]

export function withoutRepeats(before: Session, { now }: World, turned: Turned): Turned {
  const [first] = turned.effects
  const isDead =
    first?.type === 'say' && first.message.type === 'text' && DEAD.some((it) => textOf(first).startsWith(it))
  if (!isDead) return turned
  const session = { ...turned.session, deadTapAt: now }
  if (before.deadTapAt === undefined || now - before.deadTapAt > TAPPING) return { ...turned, session }
  return { session: { ...before, deadTapAt: now }, effects: say(phrases.tappedAgain) }
}

const textOf = ({ message }: Extract<Effect, { type: 'say' }>): string => (message.type === 'text' ? message.text : '')
