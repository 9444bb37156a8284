import { tidy } from '../../kernel/text.ts'
import type { CheckContext, Reading } from '../checks/check.ts'
import { checkOf } from '../flow/check-of.ts'
import { choicesOf } from '../flow/flow-format.ts'
import { isFamilyName, isWrittenAsName } from '../checks/family-names.ts'
import type { Reviewed } from '../step/review.ts'
import { withOtherPart } from '../step/other-part.ts'
import { clausesOf } from '../words/clauses.ts'
import { pick } from '../words/read-choice.ts'
import { readOrdinal } from '../words/read-ordinal.ts'
import { exactly, loosely } from './loosely.ts'
import { nameWords } from './name-question.ts'

/** What is to stand instead: a text with its reading, or a choice. */
export type NewValue =
  | { reading: Exclude<Reading, { ok: false }> }
  | { choice: { key: string; label: string } }
  /** None any more, where nobody must tell it. */
  | { skip: true }

const MARKER = loosely(
  'sửa (?:lại )?thành|thành|sang|qua|(?:lại|phải|mới|đúng|đúng ra|thiệt ra|thật ra|chính xác) là|là|lại',
)
const LEADING = loosely(
  'thành|sang|qua|là|lại|lúc|thì|của|cho|mới|phải|đúng|con|bé|tui|tôi|em|nó|tên|ngày|giờ|hồi|đi từ|đi đến|đi tới|từ|đến|tới|ở|tại|à|ờ|ừ|dạ|ủa|ý|rồi|sai|nhầm|lộn|lầm',
)
const TRAILING = loosely(
  'mới (?:đúng|phải|đủ|được|chịu|hợp)|lận(?: mà)?|thôi|đó|đấy|á|hén|hen|nghen|nhen|cho đủ|cho đúng|cái|nha|nhé|nghe|ạ|giùm|dùm|giúp|em|anh|chị|con|đi|với|luôn|rồi|lại|cho (?:tôi|tui|em|con)|(?:chứ|chớ) (?:không|ko|hông|hổng) phải.*|(?:không|ko|hông|hổng) phải.*|(?:chứ|chớ)',
)
/** "12 chứ không phải 21", "không phải 21 mà 12": what is right, and what is not. */
const INSTEAD = exactly(
  '(?:chứ|chớ|chu|cho)? ?(?:không|khong|ko|hông|hong|hổng|hỏng|hok|k) (?:phải|phai)(?: là| la)? (?<wrong>[^,]+?)(?: ?,? (?:mà|ma)(?: (?:là|la|phải là))? (?<right>.+))?$',
)

/** Whether the sentence says itself what is wrong, and what is right. */
export function saidInstead(text: string): { right: string; wrong: string } | undefined {
  const typed = tidy(text)
  const match = new RegExp(INSTEAD.source, 'iu').exec(typed)
  const wrong = trimmed(match?.groups?.['wrong'] ?? '')
  const right = trimmed(match?.groups?.['right'] ?? typed.slice(0, match?.index ?? 0))
  return match && wrong !== '' && right !== '' ? { right, wrong } : undefined
}

const starting = new RegExp(`^(?:${LEADING.source})[\\s,:]*`, 'iu')
const ending = new RegExp(`[\\s,]*(?:${TRAILING.source})\\s*$`, 'iu')

function trimmed(text: string): string {
  let rest = text.trim().replace(/^[\s,:;–-]+|[\s,;.!?]+$/gu, '')
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(ending, '').replace(starting, '').trim()
  }
  return rest
}

const TALK = loosely(
  'sửa|sai|nhầm|lộn|lầm|trật|ghi|nhập|nói|gõ|viết|điền|nãy|này|khác|đúng|không|ko|hông|sao|gì|rồi|quay lại|đổi|giùm|dùm|được|muốn|cho',
)

const REMARK = loosely(
  '(?:à|ủa|ờ|mà|tại|tôi|tui|em)? ?(?:hồi |lúc |ban |mới |vừa )?nãy(?: .*)?|(?:ghi|nói|bấm|nhập|gõ|viết) (?:lộn|sai|nhầm|trật)(?: .*)?',
)

/** "Cho 4 bản nha, hồi nãy nói 2": what only says that it was another before is no new value. */
function withoutRemark(text: string): string {
  const clauses = text.split(/,\s+/)
  const kept = clauses.filter((it) => it.replace(REMARK, '').trim() !== '')
  return kept.length === 0 || kept.length === clauses.length ? text : kept.join(', ')
}

/** What may be the new value, the likeliest first. `named`: the words by which the question was called. */
function candidates(text: string, named: readonly string[]): string[] {
  const typed = withoutRemark(tidy(text))
  const words = typed.split(/\s+/)
  const instead = saidInstead(typed)?.right
  const markers = [...typed.matchAll(new RegExp(MARKER.source, 'giu'))]
  const marked = markers.map((it) => typed.slice(it.index + it[0].length)).reverse()
  const isName = (word: string) => nameWords(word).some((it) => named.includes(it))
  const behindIn = (some: readonly string[]): string[] => {
    const last = some.findLastIndex(isName)
    return last < 0 ? [] : [some.slice(last + 1).join(' ')]
  }
  // "Nhận tiền mặt đi em, tài khoản tui hổng biết xài": the clause that names the question says the value.
  const within = clausesOf(typed)
    .filter((it) => it.split(' ').some(isName))
    .reverse()
  const behind = [...within.flatMap((it) => [...behindIn(it.split(' ')), it]), ...behindIn(words)]
  // What is meant is said last, unless the rest says why.
  const [first = '', ...others] = typed.split(/[,;:.]\s+|\s[–-]\s/)
  const clauses = [...others.reverse(), first]
  const all = [...(instead === undefined ? [] : [instead]), ...behind, ...marked, ...clauses, typed]
  return [...new Set(all.flatMap((it) => [it.trim(), trimmed(it)]))].filter((it) => it !== '')
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
): NewValue | undefined {
  const parts = candidates(text, named)
  if (step.expect === 'choice') {
    const choices = choicesOf(step)
    // Where no question is named, a word of the whole sentence is not yet a choice of one.
    const isSetOff = (part: string) => named.length > 0 || part !== tidy(text)
    const worded = parts.filter((part) => readOrdinal(part) === undefined && isSetOff(part))
    const found = worded.map((part) => pick(choices, part)).find((it) => it !== undefined)
    return found && found.key !== answer.value ? { choice: found } : undefined
  }
  const check = checkOf(step)
  if (!check) return undefined
  const shaped = SHAPED[check.takes]?.exec(tidy(text))?.[0]
  const isWords = check.free || check.takes === 'words'
  const bare = isWords ? parts.map((it) => it.replace(/^(?:(?:thành|sang|qua|là|lại)\s+)+/iu, '')) : parts
  const wanted = shaped === undefined ? bare : [shaped, ...bare]
  let doubtful: NewValue | undefined
  for (const part of wanted) {
    // Any words pass for a story, and many for a name: they must be set off in the sentence, and not be its talk.
    if ((isWords || check.takes === 'name') && (part === tidy(text) || part.search(TALK) >= 0)) continue
    if (check.takes === 'name' && !isWrittenAsName(part) && !isFamilyName(part.split(' ')[0] ?? '')) continue
    for (const whole of [...withOtherPart(part, answer.shown), part]) {
      const reading = check.check(whole, context)
      if (reading.ok === false || reading.value === answer.value) continue
      if (reading.ok === true) return { reading }
      doubtful ??= { reading }
    }
  }
  return doubtful
}
