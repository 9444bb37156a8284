import { DAY, HOUR, startOfVietnamDay, toVietnamDay } from '../../kernel/clock.ts'
import { say } from '../step/ask.ts'
import type { World } from '../flow/compiled-flow.ts'
import type { CitizenEvent } from '../words/events.ts'
import { goOnButton, menuButton, replyButton } from '../words/buttons.ts'
import { phrases } from '../words/phrases.ts'
import type { Effect, FactsEvent, Position, Session } from '../words/session.ts'
import { flowAt, isBusy } from './start.ts'
import type { Turned } from './turned.ts'

/** Within the time for which a message is free (`ChannelFacts.freeFor`), and never at night. */
const MORNING = 9 * HOUR
const SOONEST = 18 * HOUR
/** A row is not written for every message: a wish that is nearly right stays. */
const NEAR_ENOUGH = 6 * HOUR

/** The first nine o'clock at least eighteen hours away; at most forty-two. */
export function nextMorning(now: number): number {
  const today = startOfVietnamDay(toVietnamDay(now)) + MORNING
  return today - now >= SOONEST ? today : today + DAY - now >= SOONEST ? today + DAY : today + 2 * DAY
}

/** What lies unfinished and was not yet recalled: the open filing, else the newest draft. */
function unfinished(session: Session, world: World): Position | undefined {
  const open =
    session.position && isBusy(session, world) && session.position.context.trail.length > 0
      ? session.position
      : undefined
  const found = open ?? session.drafts.find((draft) => draft.context.facts['dossier'] === undefined)
  return found?.reminded === true ? undefined : found
}

const PASSIVE = new Set(['FACTS', 'FILE_STORED', 'FILE_REFUSED', 'CARD_READ', 'CARD_UNREADABLE', 'TIME_CAME', 'LEFT'])

/** Sets, moves or takes back the one reminder of a citizen after whatever they did. */
export function withReminder(turned: Turned, event: CitizenEvent | FactsEvent, world: World): Turned {
  if (PASSIVE.has(event.type)) return turned
  const { remindAt, ...rest } = turned.session
  const wanted = unfinished(turned.session, world) ? nextMorning(world.now) : undefined
  if (wanted === undefined && remindAt === undefined) return turned
  if (wanted !== undefined && remindAt !== undefined && Math.abs(wanted - remindAt) < NEAR_ENOUGH) return turned
  const timer: Effect = { type: 'timer', timer: 'draft', at: wanted ?? null }
  return {
    session: { ...rest, ...(wanted === undefined ? {} : { remindAt: wanted }) },
    effects: [timer, ...turned.effects],
  }
}

/** Recalls an unfinished filing once, kindly. */
export function remind(session: Session, world: World): Turned {
  const { remindAt: _, ...rest } = session
  const found = unfinished(session, world)
  const flow = flowAt(world, found)
  if (!found || !flow) return { session: rest, effects: [] }
  const reminded = { ...found, reminded: true as const }
  const { dossier } = found.context.facts
  const choices = [
    dossier === undefined ? goOnButton(flow.flow, phrases.labels.resume) : replyButton(dossier, phrases.labels.resume),
    menuButton,
  ]
  const marked: Session =
    found === session.position
      ? { ...rest, position: reminded }
      : { ...rest, drafts: session.drafts.map((draft) => (draft === found ? reminded : draft)) }
  return { session: marked, effects: say(phrases.reminder(flow.name), choices) }
}
