import { fold } from '../../kernel/text.ts'
import { checkOf } from '../flow/check-of.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf, type Step } from '../flow/flow-format.ts'
import { asksBack } from '../words/asks-back.ts'
import type { CitizenEvent } from '../words/events.ts'
import { phrases } from '../words/phrases.ts'
import type { Effect, FlowContext, Position, Proposal } from '../words/session.ts'
import { ask, tell } from './ask.ts'
import { confirmHeard, heardBoth } from './heard.ts'
import type { EventReading } from './reading.ts'
import { agreed, heardChoice, isReadBack } from './standing-answer.ts'

type Heard = Readonly<Record<string, Proposal>>

/** What a message says that it did not say before: the same said twice needs no yes. */
export const newlyHeard = (before: Heard | undefined, heard: Heard): Heard =>
  Object.fromEntries(Object.entries(heard).filter(([name, { value }]) => before?.[name]?.value !== value))

/** A place or a name said twice may well be those of two things. */
const OF_MANY: ReadonlySet<string> = new Set(['area', 'name', 'words', 'point', 'year'])

/** What was heard is kept for its questions; what was said a second time, and the same, is answered. */
export function withHeard(flow: CompiledFlow, context: FlowContext, heard: Heard): FlowContext {
  if (Object.keys(heard).length === 0) return context
  const news = newlyHeard(context.heard, heard)
  const isSure = (name: string): boolean => !OF_MANY.has(kindOf(flow, name))
  const twice = Object.keys(heard).filter((it) => !(it in news) && !context.heard?.[it]?.otherwise && isSure(it))
  const both = { ...context, heard: heardBoth(context.heard, heard) }
  return twice.length === 0 ? both : confirmHeard(both, twice)
}

/** What the question of an answer takes; choices are their own kind. */
function kindOf(flow: CompiledFlow, name: string): string {
  const [, step] = [...flow.steps].findLast(([id, it]) => answerNameOf(id, it) === name) ?? []
  return step?.expect === 'choice' ? 'choice' : (checkOf(step)?.takes ?? 'words')
}

/** Days and hours: what is refused for one of these was meant for it, though another would take it. */
const TIMES: ReadonlySet<string> = new Set([
  'beginning',
  'end',
  'day',
  'year',
  'clock',
  'hours',
  'period',
  'days of the week',
])

/** Who tells of something else has not answered, and has not failed either. */
export function isForLater(flow: CompiledFlow, step: Step, reading: EventReading, news: Heard): boolean {
  const names = Object.keys(news)
  if (names.length === 0) return false
  if (step.expect === 'choice')
    return reading.outcome === 'refused' || (reading.outcome === 'between' && reading.isGuess === true)
  const own = checkOf(step)?.takes
  if (step.expect !== 'text' || reading.outcome !== 'refused' || own === undefined) return false
  const family = (kind: string): string => (TIMES.has(kind) ? 'time' : kind)
  return names.every((name) => family(kindOf(flow, name)) !== family(own))
}

const DENIES = /(?:^| )(?:khong|ko|k|hong|hem|chua|sai|nham|lon|doi|sua|khoan|thoi)(?: |$)/

/**
 * Who goes on telling at what was read back, and says nothing against it, has agreed to it: undefined where they have not.
 * What is read back is a citizen's own words, and the review shows it once more.
 */
export function goesOn(position: Position, step: Step, event: CitizenEvent, news: Heard): EventReading | undefined {
  const { step: id, context } = position
  const { proposal, heard } = context
  const isAgainst = Object.keys(news).some((name) => heard?.[name] !== undefined)
  if (!proposal || proposal.otherwise || !isReadBack(position, step)) return undefined
  if (isAgainst || event.type !== 'TEXT' || asksBack(event.text) || DENIES.test(fold(event.text))) return undefined
  const at = { id, step, context, now: 0, fetching: [] }
  return step.expect === 'choice' ? heardChoice(step, proposal.value) : agreed(at, proposal)
}

/** The open question once more; a reading that waits for its yes still waits. */
export function stillAsked(flow: CompiledFlow, position: Position, step: Step): Effect[] {
  const { proposal } = position.context
  return proposal === undefined || isReadBack(position, step)
    ? ask(flow, position)
    : tell(flow, position, phrases.proposal(phrases.iRead, proposal.shown))
}
