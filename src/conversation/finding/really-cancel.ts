import { asksBack } from '../words/asks-back.ts'
import { clausesOf } from '../words/clauses.ts'
import { withoutCourtesy } from '../words/courtesy.ts'
import { isNo, isYes } from '../words/read-reply.ts'
import { CLAUSE_END, plainOf, writtenOut, type Word } from '../words/shorthand.ts'
import { isGivingUp } from './leaving.ts'
import { readSteering, type Steering } from './steering.ts'

const GIVES_UP = /(?:^| )(?:huy|bo|xoa|dep|ngung|dung)(?: |$)/
/** "Hông đi nữa": no more of it. */
const NO_MORE =
  /(?:^| )(?:khong|khoi|het) (?:(?:co|muon|can) )*(?:di|lam|xin|nop|can|dang ky|khai|muon)(?: .{1,20})? nua(?: |$)/
const DENIES = /(?:^| )(?:khong|chang|dung)(?: |$)/
const DOUBTS = /(?:^| )(?:nhung|ma|neu|hay|sao|gi|chua|khoan)(?: |$)/
/** "Đừng hủy", "tui đâu có muốn bỏ". */
const KEEPS =
  /(?:^| )(?:khong|dung|chua|khoan|khoi|dau) (?:(?:co|muon|phai|can|hay|nen|duoc|noi) )*(?:huy|bo|xoa|dep|ngung)(?: |$)/
const GOES_ON: ReadonlySet<Steering> = new Set(['resume', 'wait', 'back'])

type Said = 'co' | 'khong'

/**
 * What a sentence says to "really cancel?": "ừ bỏ luôn đi", "hủy đi em, tui hết cần rồi"; "thôi để tui làm tiếp, sắp xong rồi".
 * Undefined where its parts do not agree, or where it doubts.
 */
export function reallyCancels(text: string): Said | undefined {
  if (asksBack(text)) return undefined
  const said = clausesOf(text).map(ofClause)
  const told = [...new Set(said.filter((it) => it !== undefined))]
  const [only] = told
  return told.length === 1 && only !== 'unsure' ? only : undefined
}

function ofClause(clause: string): Said | 'unsure' | undefined {
  const words = withoutCourtesy(writtenOut(clause)).filter(({ plain }) => plain !== CLAUSE_END)
  const plain = plainOf(words)
  if (NO_MORE.test(plain)) return DOUBTS.test(plain) ? 'unsure' : 'co'
  if (KEEPS.test(plain) || isNo(clause)) return 'khong'
  const meant = withoutYes(words)
    .map(({ marked }) => marked)
    .join(' ')
  const steering = readSteering(meant)
  if (steering !== undefined && GOES_ON.has(steering)) return 'khong'
  const cancels = (steering === 'cancel' || isGivingUp(meant)) && GIVES_UP.test(plain)
  if (cancels) return DOUBTS.test(plain) || DENIES.test(plain) ? 'unsure' : 'co'
  if (isYes(clause)) return 'co'
  // What is left says why, and takes nothing back.
  return DENIES.test(plain) || DOUBTS.test(plain) ? 'unsure' : undefined
}

/** "Ừ bỏ đi": what follows the yes. */
function withoutYes(words: readonly Word[]): readonly Word[] {
  for (let end = Math.min(3, words.length - 1); end > 0; end--)
    if (isYes(words.slice(0, end).map(({ marked }) => marked).join(' '))) return words.slice(end) // prettier-ignore
  return words
}
