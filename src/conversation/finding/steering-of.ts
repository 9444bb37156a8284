import { fold } from '../../kernel/text.ts'
import { checkOf } from '../flow/check-of.ts'
import type { World } from '../flow/compiled-flow.ts'
import type { Step } from '../flow/flow-format.ts'
import { isReply } from '../session/named-flows.ts'
import { isBusy } from '../session/start.ts'
import type { Session } from '../words/session.ts'
import { isGivingUp, isPuttingOff } from './leaving.ts'
import { namedProcedures } from './search-flows.ts'
import { steeringAmong } from './steering-clause.ts'
import { readSteering, type Steering } from './steering.ts'
import { asksForStatus } from './topics.ts'

/** A picture is taken, or a moment is asked for: nothing is put away for that. */
const MOMENT =
  /(?:^| )(?:(?:cho|doi|khoan) (?:de|chut|xiu|ti|da|em|toi|tui)|(?:chup|gui|tim|kiem) (?:lai )?(?:hinh|anh)|(?:de|khoan|doi|cho)(?: [a-z]+){0,2} (?:kiem|tim|lay|coi|xem|mo|lat)(?: lai)? (?:cai |cuon |to |may )?(?:the|can cuoc|giay|so|bop|dien thoai|vneid))(?: |$)/

/** An answer may be a whole story here, so that hardly a sentence is too strange to be one. */
export const takesStories = (step: Step): boolean => step.expect === 'any' || checkOf(step)?.tellsStory === true

/** "Thôi bữa khác làm tiếp": the talk goes on another time. That a clerk put somebody off is a story. */
const GOES_ON_LATER =
  /^(?:(?:da|thoi|vay|chac) )*(?:de|thoi|bua|mai|lat|chieu|toi|hom|khi|chut|sang)(?: .*)? (?:tiep|sau|khac|nua|ghi|nhan)(?: |$)/

/** What a message wants of the conversation: in one of the ways that are written down, in words of which nothing else is made, or in
 * a clause beside which the others only say why. */
export function steeringOf(session: Session, step: Step | undefined, text: string, world: World): Steering | undefined {
  const { position } = session
  const read = readSteering(text)
  if (read !== undefined || step === undefined || position === undefined) return read
  const check = checkOf(step)
  const isAnswering = isReply(position.flow)
  const isOfWords = !check || check.free || ['words', 'point', 'name'].includes(check.takes)
  if (!isOfWords && check.check(text, { now: world.now, answers: position.context.answers }).ok !== false)
    return undefined
  if (asksForStatus(text)) return undefined
  if (isPuttingOff(text, isAnswering)) return laterOrWait(text, isAnswering)
  if (isGivingUp(text)) return 'cancel'
  const among = steeringAmong(text, isAnswering)
  if (among === undefined || !isBusy(session, world)) return undefined
  if (among.steering !== 'cancel' && namedProcedures(world.flows, text).length > 0) return undefined
  const isMeant =
    !takesStories(step) ||
    (among.steering === 'later' && among.isFirst && (isAnswering || GOES_ON_LATER.test(fold(text))))
  if (!isMeant) return undefined
  return among.steering === 'later' ? laterOrWait(text, isAnswering) : among.steering
}

const laterOrWait = (text: string, isAnswering: boolean): Steering =>
  MOMENT.test(fold(text)) && !isAnswering ? 'wait' : 'later'
