import { clausesOf } from '../words/clauses.ts'
import { amendingWords } from './amending-words.ts'
import { isGivingUp, isPuttingOff } from './leaving.ts'
import { readSteering, type Steering } from './steering.ts'

/** More clauses tell a story. */
const MOST = 4

/** Of two that one message says the stronger: it is asked back, or nothing is lost by it. */
const STRONGEST: readonly Steering[] = ['anew', 'cancel', 'later', 'wait', 'menu', 'back', 'resume', 'person']

/** What one clause wants of the conversation, by itself. */
export const steeringOfClause = (clause: string, isReply = false): Steering | undefined =>
  readSteering(clause) ?? (isPuttingOff(clause, isReply) ? 'later' : isGivingUp(clause) ? 'cancel' : undefined)

const REASONED: ReadonlySet<Steering> = new Set(['anew', 'cancel', 'back'])
/** Numbers, a question: the message does more than steer. */
const TELLS = /\d{2}|\?/

/**
 * "Bấm lộn, cho lùi lại 1 bước", "bữa khác làm tiếp nha, tui đang đi canh tôm": a clause steers, and the others say why. Undefined
 * where none does, or where there is but one clause.
 */
export function steeringAmong(text: string, isReply = false): { steering: Steering; isFirst: boolean } | undefined {
  const clauses = clausesOf(text)
  if (clauses.length < 2 || clauses.length > MOST) return undefined
  const read = clauses.map((clause) => steeringOfClause(clause, isReply))
  const steering = STRONGEST.find((it) => read.includes(it))
  const others = clauses.filter((_, i) => read[i] === undefined)
  if (steering === undefined || others.some((it) => TELLS.test(it))) return undefined
  // "Khoan, sửa tên lại" wants more than a moment; "bấm lộn, lùi lại" says why.
  if (!REASONED.has(steering) && others.some((it) => amendingWords(it).isAmending)) return undefined
  return { steering, isFirst: read[0] === steering }
}
