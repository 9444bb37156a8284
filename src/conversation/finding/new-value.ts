import { tidy } from '../../kernel/text.ts'
import type { Check, CheckContext } from '../checks/check.ts'
import { readFacts } from '../facts/read-facts.ts'
import { readingsOf } from '../facts/spend.ts'
import { checkOf } from '../flow/check-of.ts'
import { choicesOf } from '../flow/flow-format.ts'
import { isFamilyName, isWrittenAsName } from '../checks/family-names.ts'
import type { Change } from '../step/correct.ts'
import type { Reviewed } from '../step/review.ts'
import { withOtherPart } from '../step/other-part.ts'
import { clausesOf } from '../words/clauses.ts'
import type { Choosable } from '../words/choice-words.ts'
import { phrases } from '../words/phrases.ts'
import { pick } from '../words/read-choice.ts'
import { readOrdinal } from '../words/read-ordinal.ts'
import { readCorrection, saysRight } from './correction.ts'
import { loosely } from './loosely.ts'
import { nameWords } from './name-question.ts'

const MARKER = loosely(
  'sửa (?:lại )?thành|thành|sang|qua|(?:lại|phải|mới|đúng|đúng ra|thiệt ra|thật ra|chính xác) là|là|lại|:',
)
const LEADING = loosely(
  'thành|sang|qua|là|lại|lúc|thì|của|cho|mới|phải|đúng|con|bé|tui|tôi|em|nó|tên|ngày|giờ|hồi|đi từ|đi đến|đi tới|từ|đến|tới|ở|tại|à|ờ|ừ|dạ|ủa|ý|rồi|sai|nhầm|lộn|lầm',
)
const TRAILING = loosely(
  'mới (?:đúng|phải|đủ|được|chịu|hợp)|lận(?: mà)?|thôi|đó|đấy|á|hén|hen|nghen|nhen|cho đủ|cho đúng|cái|nha|nhé|nghe|ạ|giùm|dùm|giúp|em|anh|chị|con|đi|với|luôn|rồi|lại|cho (?:tôi|tui|em|con)|(?:chứ|chớ) (?:không|ko|hông|hổng) phải.*|(?:không|ko|hông|hổng) phải.*|(?:chứ|chớ)',
)
const starting = new RegExp(`^(?:${LEADING.source})[\\s,:]*`, 'iu')
const ending = new RegExp(`[\\s,]*(?:${TRAILING.source})\\s*$`, 'iu')

/** What is left between words that only lead to it, or end the sentence. */
export function trimmed(text: string): string {
  let rest = text.trim().replace(/^[\s,:;–-]+|[\s,;.!?]+$/gu, '')
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(ending, '').replace(starting, '').trim()
  }
  return rest
}

const TALK = loosely(
  '(?:hồi|lúc) (?:xưa|đó|trước|ấy|nhỏ)|ngày trước|trước đây|sửa|sai|nhầm|lộn|lầm|trật|ghi|nhập|nói|gõ|viết|điền|nãy|này|khác|đúng|không|ko|hông|sao|gì|rồi|quay lại|đổi|giùm|dùm|được|muốn|cho',
)

/** A new value as it may stand in the sentence. `isTold`: words say that this is it. */
interface Candidate {
  part: string
  isTold: boolean
}

/** Which words call the question: "số đt" does as a whole, and so does each of "điện thoại". */
function naming(words: readonly string[], named: readonly string[]): boolean[] {
  const isNamed = words.map(() => false)
  for (const length of [3, 2, 1])
    for (let at = 0; at + length <= words.length; at++) {
      const said = nameWords(words.slice(at, at + length).join(' '))
      if (said.length > 0 && said.every((it) => named.includes(it))) isNamed.fill(true, at, at + length)
    }
  return isNamed
}

/** What a sentence says besides the name of a question. */
export const withoutName = (text: string, named: readonly string[]): string => {
  const words = tidy(text).split(/\s+/)
  const isNamed = naming(words, named)
  return words.filter((_, at) => !isNamed[at]).join(' ')
}

/** What may be the new value, the likeliest first. `named`: the words by which the question was called. */
function candidates(text: string, named: readonly string[], isWords: boolean): Candidate[] {
  const { right } = readCorrection(text)
  const typed = right.length > 0 ? right.join(', ') : tidy(text)
  const behindIn = (some: readonly string[]): string[] => {
    const last = naming(some, named).lastIndexOf(true)
    return last < 0 ? [] : [some.slice(last + 1).join(' ')]
  }
  const words = typed.split(/\s+/)
  const markers = [...typed.matchAll(new RegExp(MARKER.source, 'giu'))]
  const marked = markers.map((it) => typed.slice(it.index + it[0].length)).reverse()
  // "Nhận tiền mặt đi em, tài khoản tui hổng biết xài": the clause that names the question says the value.
  const within = clausesOf(typed)
    .filter((it) => naming(it.split(' '), named).includes(true))
    .reverse()
  const ofClauses = within.flatMap((it) => [...behindIn(it.split(' ')), it])
  const behind = isWords ? [...behindIn(words), ...ofClauses] : [...ofClauses, ...behindIn(words)]
  // What is meant is said last, unless the rest says why.
  const [first = '', ...others] = typed.split(/[,;:.]\s+|\s[–-]\s/)
  const clauses = [...others.reverse(), first]
  const told = (parts: readonly string[]) => parts.map((part) => ({ part, isTold: true }))
  const untold = (parts: readonly string[]) => parts.map((part) => ({ part, isTold: saysRight(part) }))
  const all = isWords
    ? [...told(marked), ...untold([...behind, ...clauses, typed])]
    : untold([...right.filter(saysRight), ...behind, ...marked, ...clauses, typed])
  const both = all.flatMap(({ part, isTold }) => [part.trim(), trimmed(part)].map((it) => ({ part: it, isTold })))
  return both.filter(({ part }, i) => trimmed(part) !== '' && both.findIndex((it) => it.part === part) === i)
}

/** Taken out of a sentence only where it is told by a look of its own. */
const SHAPED: Readonly<Record<string, RegExp>> = {
  phone: /(?<!\d)(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)/,
  'citizen number': /(?<!\d)\d(?:[ .]?\d){11}(?!\d)/,
  plate: /(?<![\p{L}\d])[1-9]\d[ -]?[A-Za-zĐđ][A-Za-zĐđ\d]?[ .-]{0,2}(?:\d{3}[ .]?\d{2}|\d{4})(?!\d)/u,
}

/** The new value of one question in a sentence; undefined where it says none that will do. */
export function newValueIn(
  { step, answer }: Reviewed,
  text: string,
  named: readonly string[],
  context: CheckContext,
): Change | undefined {
  const check = checkOf(step)
  const isWords = check?.free === true || check?.takes === 'words'
  const parts = candidates(text, named, isWords)
  if (step.expect === 'choice') return newChoice(choicesOf(step), answer.value, text, named, parts)
  if (!check) return undefined
  const shaped = SHAPED[check.takes]?.exec(tidy(text))?.[0]
  const wanted = shaped === undefined ? parts : [{ part: shaped, isTold: true }, ...parts]
  let doubtful: Change | undefined
  for (const { part: said, isTold } of wanted) {
    const part = isWords ? said.replace(/^(?:(?:thành|sang|qua|là|lại|:)\s+)+/iu, '') : said
    // Any words pass for a story, and many for a name: they must be set off in the sentence, and not be its talk.
    if ((isWords || check.takes === 'name') && (part === tidy(text) || part.search(TALK) >= 0)) continue
    if (check.takes === 'name' && !isWrittenAsName(part) && !isFamilyName(part.split(' ')[0] ?? '')) continue
    const isSure = !isWords || isTold || TELLING.test(part) || check.looksLike?.(part) === true
    // "Sửa địa chỉ, bà dọn nhà rồi": what is only said beside it is no value.
    if (!isSure && !isBehind(text, part, named)) continue
    for (const whole of [...withOtherPart(part, answer.shown), part]) {
      const reading = check.check(whole, context)
      if (reading.ok === false || reading.value === answer.value) continue
      if (reading.ok === true && isSure) return { reading }
      doubtful ??= { reading: { because: phrases.iRead, ...reading, ok: 'unsure' } }
    }
  }
  return doubtful ?? (isWords ? undefined : amongFacts(check, text, answer.value, context))
}

/** "Thứ 3 với thứ 6 đi chợ": the one thing of its kind that is told in what is right. */
function amongFacts(check: Check, text: string, present: string, context: CheckContext): Change | undefined {
  const { right } = readCorrection(text)
  const [only, ...others] = readingsOf(check, readFacts(right.join(', ')), context)
  return only && others.length === 0 && only.reading.value !== present ? { reading: only.reading } : undefined
}

/** A number, or a word written as a name is. */
const TELLING = /\d|\p{L} \p{Lu}/u

/** Whether words follow the name of their question in one clause. */
const isBehind = (text: string, part: string, named: readonly string[]): boolean =>
  clausesOf(tidy(text)).some((it) => it.includes(part) && naming(it.split(' '), named).includes(true))

const CHANGING = loosely(
  '(?:(?:dạ|à|cho|tôi|tui|em|con|muốn|xin|cần|giùm) )*(?:sửa|đổi|thay|chỉnh|dời)(?: (?:lại|giùm|qua|sang))*',
)
const ASKS_CHANGE = new RegExp(`^${CHANGING.source}\\s*`, 'iu')

function newChoice<Option extends Choosable>(
  choices: readonly Option[],
  present: string,
  text: string,
  named: readonly string[],
  parts: readonly Candidate[],
): Change | undefined {
  // Where no question is named, a word of the whole sentence is not yet a choice of one.
  const isSetOff = (part: string) => named.length > 0 || part !== tidy(text)
  const worded = parts.flatMap(({ part }) => {
    const bare = part.replace(ASKS_CHANGE, '')
    if (readOrdinal(part) !== undefined || !isSetOff(part)) return []
    const beside = named.length > 0 ? trimmed(withoutName(bare, named)) : bare
    return beside === '' ? [] : [bare, beside]
  })
  const found = worded.map((part) => pick(choices, part)).find((it) => it !== undefined)
  return found && found.key !== present ? { choice: found } : undefined
}
