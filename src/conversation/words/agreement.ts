import { fold } from '../../kernel/text.ts'
import { asksBack } from './asks-back.ts'
import { clausesOf } from './clauses.ts'
import { CONDITIONS, DOUBTS, GOING_ON, KIN, PURPOSES, TAKING_BACK } from './lexicon/agreement.ts'
import { isNo, isWaiting, saysAgreement, segmentAt } from './read-reply.ts'
import { isIn, wordList } from './word-list.ts'
import { CLAUSE_END, isMeantWord, plainOf, wordsOf, writtenOut, type Word } from './shorthand.ts'

/**
 * What a message says by words that name agreement itself: `wholly`, for all of it and by whoever writes; `on condition`; `for another`,
 * who agreed elsewhere.
 */
export type Agreement = 'wholly' | 'on condition' | 'for another'

const LONGEST = 160
const MOST_CLAUSES = 4

/** Without its marks each of these is rather another word: "da" is "dạ", "so" is "số". */
const MARKED = new Set(['sợ', 'đã', 'chi', 'lo', 'thử', 'mất', 'khó', 'lỡ', 'bị'])
const [doubts, conditions] = [DOUBTS.map(wordsOf), CONDITIONS.map(wordsOf)]
const goingOn = wordList(PURPOSES, GOING_ON)
const takingBack = TAKING_BACK.map(wordsOf)

/** Where one of the phrases begins, whole. */
const holds = (words: readonly Word[], phrases: readonly (readonly Word[])[]): boolean =>
  phrases.some((phrase) => words.some((_, at) => phrase.every((word, i) => isThis(words[at + i], word))))

const isThis = (typed: Word | undefined, meant: Word): boolean =>
  MARKED.has(meant.marked) ? typed?.marked === meant.marked : isMeantWord(typed, meant)

/** "Đông ý", "dồng y", "dongy": nothing else looks like it where an agreement is asked for. */
function spelled(text: string): string {
  const words = text.split(/(?<=\s)/)
  const first = /^d(?:o+ng|ogn?)$/
  const put = (word: string, meant: string): string => word.replace(/[\p{L}\p{M}]+/u, meant)
  return words
    .map((word, at) => {
      const plain = fold(word)
      if (/^d(?:o+ng|o+n|ogn?)[yi]$/.test(plain)) return put(word, 'đồng ý')
      if (first.test(plain) && /^[yi]+$/.test(fold(words[at + 1] ?? ''))) return put(word, 'đồng')
      return /^[yi]+$/.test(plain) && first.test(fold(words[at - 1] ?? '')) ? put(word, 'ý') : word
    })
    .join('')
}

/** "Không có gì phải giấu", "có gì đâu": a no that denies nothing. */
const REASSURING =
  /(?:^| )(?:(?:khong|dau|chang) co gi(?: (?:phai|dang|ma|can) [a-z]+)?(?: dau)?|co gi dau(?: ma [a-z]+)?|khong (?:sao|ngai|y kien|giau|van de|thanh van de)(?: (?:gi|dau))*|(?:khong|khoi)(?: phai| co)? (?:lo|so)(?: (?:gi|dau))*|da (?:doc|xem|coi|hieu|biet|nghe|ro)|ma$)(?= |$)/g

/** Whether anything in a clause takes back, doubts or asks. */
function isDoubtful(words: readonly Word[]): boolean {
  const plain = plainOf(words)
  return holds(plain.search(REASSURING) < 0 ? words : wordsOf(plain.replace(REASSURING, ' ')), doubts)
}

const BEFORE =
  /^(?:(?:xin|xac nhan|cam ket|(?:thay )?mat(?: [a-z]+){1,3}|deu|hai|ca hai|(?:da )?(?:doc|xem|coi|hieu|nghe)(?: (?:ky|ro|het|qua|xong|ca))*|va|nen) ?)*$/
const others = wordList(KIN)

const isIdle = (kinds: ReadonlySet<string> | undefined): boolean =>
  ['courtesy', 'self', 'yes'].some((kind) => kinds?.has(kind))

/** "Bà đồng ý con ơi": who calls us a child is the grandmother herself. */
const TO_A_CHILD = /(?:^| )(?:con|chau)(?: (?:oi|a|nha|nghe|nghen|nhe))?$/
const elders = wordsOf('bà ông nội ngoại má mẹ ba cha tía cô bác')

/** Who agrees in a clause, and whether the words that follow go on from it. */
function agreementIn(said: readonly Word[]): { isOwn: boolean; isAnothers: boolean } | undefined {
  const [first, ...behind] = said
  const isElder = first !== undefined && TO_A_CHILD.test(plainOf(behind)) && elders.some((it) => isMeantWord(first, it))
  const words = isElder ? behind : said
  const before: Word[] = []
  for (let at = 0; at < words.length;) {
    const segment = segmentAt(words, at)
    if (segment?.kinds.has('agree')) {
      const rest = wordAfter(words, at + segment.length)
      if (rest !== undefined && !isIn(goingOn, rest)) return undefined
      const plain = plainOf(before)
      return { isOwn: BEFORE.test(plain), isAnothers: before.some((it) => isIn(others, it)) }
    }
    if (!isIdle(segment?.kinds)) before.push(...words.slice(at, at + (segment?.length ?? 1)))
    at += segment?.length ?? 1
  }
  return undefined
}

/** The first word behind an agreement that is more than courtesy. */
function wordAfter(words: readonly Word[], from: number): Word | undefined {
  for (let at = from; at < words.length;) {
    const segment = segmentAt(words, at)
    if (!segment || !(isIdle(segment.kinds) || segment.kinds.has('agree'))) return words[at]
    at += segment.length
  }
  return undefined
}

/** "Đồng ý, à thôi": one word more takes it back. */
const isEnough = (clause: string): boolean => /^(?:(?:a|u|o|ma|y) )*thoi(?: (?:a|em|nha|vay))*$/.test(fold(clause))

/** What a message agrees to; undefined where no word of it names agreement, or it is refused, put off or asked about. */
export function readAgreement(text: string): Agreement | undefined {
  const said = spelled(text)
  if (saysAgreement(said)) return clausesOf(said).slice(1).some(isEnough) ? undefined : 'wholly'
  if (text.length > LONGEST || text.includes('?')) return undefined
  const clauses = clausesOf(said).map((clause) => ({
    clause,
    words: writtenOut(clause).filter(({ plain }) => plain !== CLAUSE_END),
  }))
  if (clauses.length > MOST_CLAUSES) return undefined
  const read = clauses.map(({ clause, words }) => {
    const isBare = saysAgreement(clause)
    return { clause, words, isBare, named: isBare ? { isOwn: true, isAnothers: false } : agreementIn(words) }
  })
  const last = read.findLastIndex(({ named }) => named?.isOwn)
  const isAsked = asksBack(said)
  if (clauses.some(({ words }) => holds(words, conditions)))
    return !isAsked && clauses.some(({ words }) => words.some((_, at) => segmentAt(words, at)?.kinds.has('agree')))
      ? 'on condition'
      : undefined
  // "Đổi ý rồi, đồng ý": what is said last counts.
  const isTaken = read.some(
    ({ clause, words, isBare }, at) =>
      !isBare && (isNo(clause) || isWaiting(clause) || isDoubtful(words) || (at > last && holds(words, takingBack))),
  )
  if (isTaken || isAsked) return undefined
  if (last >= 0) return 'wholly'
  return read.some(({ named }) => named?.isAnothers) ? 'for another' : undefined
}

export const agrees = (text: string): boolean => readAgreement(text) === 'wholly'
