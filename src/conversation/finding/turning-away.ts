import type { World } from '../flow/compiled-flow.ts'
import type { Step } from '../flow/flow-format.ts'
import { plainOf, spellOut } from '../words/shorthand.ts'
import { fold } from '../../kernel/text.ts'
import { namedProcedures } from './search-flows.ts'
import { takesStories } from './steering-of.ts'
import { asksForStatus } from './topics.ts'

/** "Không, tui muốn làm khai sinh": whatever else it might choose, it turns away. */
const TURNING = /^(?:da )?(?:khong|thoi|khoan|lon|nham|y lon|a)(?: .*)? (?:lam|dang ky|xin|chuyen|doi)(?: |$)/

/** "Ôi lộn rồi, tui cần trích lục": where any words would do for an answer they must say that this is not what was meant. */
const SLIPPED =
  /^(?:(?:da|oi|ui|a|thoi|y|chet|cha|troi|ua|em|anh|chi) )*(?:lon|nham|khong phai|doi y)(?: (?:roi|mat|viec|thu tuc|cai nay|ho so))*,? .*(?:can|muon|xin|lam|dang ky)(?: |$)/
/** "Thôi đặt lịch hẹn lên phường": something else is done instead. */
const INSTEAD =
  /^(?:(?:da|a|u|y|khoan|vay) )*thoi,?(?: (?:de|cho|toi|em|con|minh|chac|vay|thi|qua|chuyen|ra|len))* (?:dat|dang ky|lam|xin|hoi|phan anh|to cao|tra|nop|rut|gap|xem|coi|chung thuc|khai|lay|can|muon)(?: |$)/

const wordsOf = (text: string): string => plainOf(spellOut(text)).replaceAll(' |', ',')

/** Whether words at a question may rather mean another procedure than an answer, where one is named in them. */
export const mayTurnAway = (step: Step, text: string): boolean =>
  step.expect === 'choice'
    ? TURNING.test(fold(text)) || INSTEAD.test(wordsOf(text))
    : step.expect === 'text' && !takesStories(step) && (SLIPPED.test(wordsOf(text)) || INSTEAD.test(wordsOf(text)))

/** "Thôi phản ánh luôn": done instead, whatever verb it is called by. */
export const doesInstead = (text: string): boolean => INSTEAD.test(wordsOf(text))

/** Of what was filed earlier, not of what is asked now. */
export const asksOfEarlier = (step: Step, text: string): boolean => !takesStories(step) && asksForStatus(text)

/** Words that are no answer, though the question takes nearly any. */
export const turnsAway = (step: Step, here: string, text: string, { flows }: World): boolean =>
  asksOfEarlier(step, text) ||
  (mayTurnAway(step, text) && namedProcedures(flows, text).some(({ flow }) => flow.flow !== here))
