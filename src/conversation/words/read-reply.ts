import { rememberLast } from '../../kernel/remember-last.ts'
import { isSpokenTo } from './courtesy.ts'
import { ADDRESSES, FILLERS, OPENINGS, PARTICLES, SELF } from './lexicon/courtesy.ts'
import { GO_AHEAD, HEDGES, REPLIES, type Reply } from './lexicon/replies.ts'
import { CLAUSE_END, isMeantWord, plainOf, wordsOf, writtenOut, type Word } from './shorthand.ts'

/** `self`: courtesy, unless it follows a verb: "có con" is no yes. */
type Kind = Reply | 'courtesy' | 'self'
interface Entry {
  words: readonly Word[]
  kinds: Set<Kind>
}

/** Without its mark "đừng" is "đúng": alone it must be written out. */
const NEEDS_MARKS = new Set([
  'đừng',
  'trúng',
  'chờ',
  'bỏ',
  'ổn',
  'ưng',
  'thuận',
  'cô',
  'bé',
  'nè',
  'cả',
  'mà',
  'má',
  'chú',
  'ai',
])
const LONGEST = 16

/** By the first word, longest first. */
const lexicon = (() => {
  const entries = new Map<string, Entry>()
  const enter = (kind: Kind, phrases: readonly string[]): void => {
    for (const phrase of phrases) {
      const entry = entries.get(phrase) ?? { words: writtenOut(phrase), kinds: new Set() }
      entries.set(phrase, { ...entry, kinds: entry.kinds.add(kind) })
    }
  }
  for (const [reply, phrases] of Object.entries(REPLIES)) enter(reply as Reply, phrases)
  enter('yes', GO_AHEAD)
  enter('courtesy', [...OPENINGS, ...PARTICLES, ...ADDRESSES, ...FILLERS])
  enter('self', SELF)
  const byFirst = new Map<string, Entry[]>()
  for (const entry of [...entries.values()].sort((a, b) => b.words.length - a.words.length)) {
    const first = entry.words[0]?.plain ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry])
  }
  return byFirst
})()

const isMarkedEnough = (typed: Word, meant: Word): boolean =>
  typed.marked === meant.marked || !NEEDS_MARKS.has(meant.marked)

/** What the words from a place on say, as many as belong together. */
export function segmentAt(
  words: readonly Word[],
  at: number,
): { length: number; kinds: ReadonlySet<Kind> } | undefined {
  const fits = ({ words: meant }: Entry): boolean =>
    at + meant.length <= words.length &&
    meant.every((word, i) => isMeantWord(words[at + i], word)) &&
    (meant.length > 1 || isMarkedEnough(words[at] as Word, meant[0] as Word))
  const found = (lexicon.get(words[at]?.plain ?? '') ?? []).filter(fits)
  const length = found[0]?.words.length
  if (length === undefined) {
    const word = words[at]
    const isCourtesy = word !== undefined && (isPicture(word) || isSpokenTo(words, at))
    return isCourtesy ? { length: 1, kinds: new Set<Kind>(['courtesy']) } : undefined
  }
  const longest = found.filter((it) => it.words.length === length)
  return { length, kinds: new Set(longest.flatMap(({ kinds }) => [...kinds])) }
}

/** "Okkk", "dạaaa": one letter of three and more. "👍🏽👍": each picture a word, in one colour. */
const withoutStretching = (text: string): string =>
  text
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/([àáảãạ])a+(?!\p{L})/gu, '$1')
    .replace(/(\p{Extended_Pictographic})[\u200D\uFE0F\u{1F3FB}-\u{1F3FF}]*/gu, ' $1 ')

/** "🙏", ":))", "^^" */
const isPicture = ({ marked }: Word): boolean => !/[\p{L}\p{N}]/u.test(marked)

/** "Có con" has a child, "có, con đồng ý" agrees. */
function isObject(words: readonly Word[], at: number, length: number): boolean {
  const isOwned = /^(?:co|khong|chua|cho|la)$/.test(words[at - 1]?.plain ?? '')
  return isOwned && segmentAt(words, at + length)?.kinds.has('agree') !== true
}

/**
 * What each part of a short answer says, courtesy left out; undefined when anything in it is not an answer, as in "đúng nhưng
 * sai tên" or in a question.
 */
export const partsOf = rememberLast((text): readonly ReadonlySet<Kind>[] | undefined => {
  if (text.length > 100 || text.includes('?')) return undefined
  const words = writtenOut(withoutStretching(text)).filter(({ plain }) => plain !== CLAUSE_END)
  if (words.length > LONGEST) return undefined
  const parts: ReadonlySet<Kind>[] = []
  for (let at = 0; at < words.length;) {
    const segment = segmentAt(words, at)
    if (!segment || (segment.kinds.has('self') && isObject(words, at, segment.length))) return undefined
    parts.push(segment.kinds)
    at += segment.length
  }
  return parts
})

const IDLE = ['courtesy', 'self'] as const

const DEEDS: readonly Kind[] = ['begin', 'submit', 'done', 'keep', 'wait']

/** Says yes, no, or who is meant, and nothing that tells one choice from another within a sentence. */
export const isMereReply = (text: string): boolean =>
  partsOf(text)?.every((kinds) => [...kinds].some((kind) => !DEEDS.includes(kind))) === true

/** Every part says one of these or nothing, and at least one the first. */
function says(text: string, [wanted, ...others]: readonly [Reply, ...Reply[]]): boolean {
  const parts = partsOf(text)
  if (!parts?.some((kinds) => kinds.has(wanted))) return false
  return parts.every((kinds) => [wanted, ...others, ...IDLE].some((kind) => kinds.has(kind)))
}

export const isYes = (text: string): boolean => says(text, ['yes', 'agree']) || says(text, ['agree', 'yes'])
const GIVES_WORD = new Set(['ừ', 'ừa', 'ok', 'oke', 'gật', 'gật đầu', 'gật đầu rồi'])
const REFUSED = wordsOf('chịu đồng ý cho ừ ưng gật ok').map(({ plain }) => plain)

/** Whether somebody is said to have agreed, or not to, anywhere in a sentence: "ổng chưa chịu". */
export function repliesWithin(text: string): ReadonlySet<'yes' | 'no'> {
  const words = writtenOut(text)
  const found = new Set<'yes' | 'no'>()
  for (let at = 0; at < words.length;) {
    const segment = segmentAt(words, at)
    const said = words.slice(at, at + (segment?.length ?? 1))
    if (segment?.kinds.has('agree') || GIVES_WORD.has(said.map(({ marked }) => marked).join(' '))) found.add('yes')
    if (segment?.kinds.has('no') && said.some(({ plain }) => REFUSED.includes(plain))) found.add('no')
    at += segment?.length ?? 1
  }
  return found
}

/** Agreement by its name, and nothing else. */
export const saysAgreement = (text: string): boolean => says(text, ['agree', 'yes'])
export const isNo = (text: string): boolean => says(text, ['no'])
export const hasNone = (text: string): boolean => says(text, ['none', 'no'])
export const isUnknown = (text: string): boolean => says(text, ['unknown', 'no'])
export const isSkip = (text: string): boolean =>
  says(text, ['skip', 'none', 'unknown']) || says(text, ['none', 'skip']) || says(text, ['unknown', 'skip'])
export const isDone = (text: string): boolean => says(text, ['done', 'yes'])
export const isKeep = (text: string): boolean => says(text, ['keep', 'yes', 'no'])
/** Hands in by its name: "nộp luôn", "đúng hết rồi, gửi đi em"; an "ok" does not. */
export const submits = (text: string): boolean => says(text, ['submit', 'yes', 'agree', 'done'])
/** Takes up what was offered: "ừ làm", "tui muốn làm". */
export const begins = (text: string): boolean => isYes(text) || says(text, ['begin', 'yes', 'agree'])
/** Will not: "thôi khỏi". */
export const declines = (text: string): boolean => isNo(text) || says(text, ['skip', 'no'])
/** "Cái này tui chịu" gives up; as an agreement it counts only where one was asked for. */
export const givesUp = (text: string): boolean =>
  isUnknown(text) || (isYes(text) && GIVING_UP.test(plainOf(wordsOf(text))))
export const isAny = (text: string): boolean => says(text, ['any', 'yes'])

const GIVING_UP = /(?:^| )chiu(?: |$)/
const hedges = HEDGES.map(wordsOf)

export const isHedged = (words: readonly Word[]): boolean =>
  hedges.some(([first]) => first !== undefined && words.some((word) => isMeantWord(word, first)))

/** Will not have it, in whatever words: "tôi không muốn cho thông tin". */
export const refuses = (text: string): boolean =>
  /(?:^| )(?:khong|chua|dung|chang) (?:muon|cho|thich|dam|tin|nen|dong|can|khai|cung|ky|chiu)(?: |$)/.test(
    plainOf(writtenOut(text)),
  )

const DEFERRING =
  /^(?:(?:da|thoi|khoan|khoan da|u|ok|vay) )*(?:de|cho|doi) (?:.{0,30} )?(?:hoi|coi|xem|nghi|tinh|ban|kiem|doc|dem|lay|ve|mai|lat|bua)(?: |$)/

/** Not now: "khoan", "chưa gửi nha", "để tui hỏi chồng đã". */
export function isWaiting(text: string): boolean {
  if (says(text, ['wait', 'no', 'yes'])) return true
  if (text.length > 100 || text.includes('?')) return false
  const words = writtenOut(text).filter(({ plain }) => plain !== CLAUSE_END)
  // "Cho em hỏi" asks, "chờ em hỏi" waits.
  const isAsking = words.some(
    ({ plain, marked }, i) => plain === 'cho' && marked !== 'chờ' && words[i + 2]?.plain === 'hoi',
  )
  return !isAsking && DEFERRING.test(plainOf(words))
}
