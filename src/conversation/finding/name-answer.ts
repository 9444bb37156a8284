import { fold, listed } from '../../kernel/text.ts'
import { hasMiddleOfName, isFamilyName, isWrittenAsName } from '../checks/family-names.ts'
import { personName } from '../checks/person-name.ts'
import { checkNamed } from '../checks/table.ts'
import { checkOf } from '../flow/check-of.ts'
import { isExactCommand, readCommand } from '../words/commands.ts'
import type { Step } from '../flow/flow-format.ts'
import { readOrdinal } from '../words/read-ordinal.ts'
import { isNo, isYes } from '../words/read-reply.ts'
import type { FlowContext } from '../words/session.ts'
import { findPhrase, plainOf, spellOut, wordsOf } from '../words/shorthand.ts'
import { smallTalk } from './tact.ts'
import { asksForHours } from './office-hours.ts'
import { asksForStatus, readTopics, wantsSomething } from './topics.ts'

export const asksForName = (step: Step | undefined): boolean => checkOf(step)?.takes === 'name'

/** "Em tên Kim Sô Phi": nobody who begins so asks for a fee. */
const INTRODUCED =
  /^(?:(?:dạ|da|em|tui|tôi|toi|con|mình|minh|cháu|chau|họ|ho|và|va|thưa|thua)[\s,]+)*(?:tên|ten)(?:\s+(?:là|la|tui|em|con))*[\s:]+/iu

/**
 * At a question for a name, words that are a name and nothing else, whatever they mean elsewhere: Trần Phi asks for no fee,
 * Nguyễn Khải Tú mourns nobody, Tống Đại wants no operator. Judged by marks and capitals; what stays open is left to the
 * question itself, which asks back.
 */
export function isNameAnswer(step: Step | undefined, context: FlowContext | undefined, text: string): boolean {
  if (!asksForName(step)) return false
  if (context?.proposal && (isYes(text) || isNo(text) || readOrdinal(text) !== undefined)) return false
  const reading = checkNamed(personName.name)?.check(text, { now: 0, answers: {} })
  if (!reading || reading.ok === false || asksSomething(text) || isExactCommand(text)) return false
  if (isWrittenAsName(text)) return true
  if (isWrittenAsName(text.replace(INTRODUCED, '')) && text.includes(reading.shown)) return true
  const [first = ''] = text.trim().split(/\s+/)
  if (!isFamilyName(first) && !hasMiddleOfName(text.trim())) return false
  const plain = fold(text)
  // "mai làm giấy tạm trú" begins like a name.
  if (plain.split(' ').length > 3 && wantsSomething(text)) return false
  return text.toLowerCase() !== plain || (readCommand(text) === undefined && smallTalk(text) === undefined)
}

const ASKING = listed(`
  bao nhiêu, bao lâu, thế nào, ở đâu, tới đâu, đến đâu, khi nào, bao giờ, chừng nào, làm sao, tại sao, vì sao,
  được không, phải không, có không, hay không, cần gì, làm gì, gồm gì, gì vậy, mấy giờ, mấy ngày, mấy tiền,
  là gì, là ai, how much
`).map(wordsOf)

/** A question by two words that stand together, or by one in a sentence about fees, papers, hours or a dossier. */
function asksSomething(text: string): boolean {
  const words = spellOut(text)
  if (ASKING.some((phrase) => findPhrase(words, phrase) >= 0)) return true
  return (
    /\b(?:gi|nao|sao|dau|khong|chua|may|how|what|where)\b/.test(plainOf(words)) &&
    (readTopics(text).length > 0 || asksForHours(text) || asksForStatus(text)) &&
    !isWrittenAsName(text)
  )
}
