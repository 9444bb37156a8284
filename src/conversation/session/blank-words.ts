import { fold, listed, tidy } from '../../kernel/text.ts'
import { isFamilyName } from '../checks/family-names.ts'
import { readFacts } from '../facts/read-facts.ts'

/** Stands for whatever was left out. */
export const BLANK = '[…]'

/** A longer text is a story, and its writer's. */
const LONGEST = 120

/** Whatever may hide a number, an address of the net, or a name in letters that nobody here can judge. */
const OPAQUE = /[\p{N}@_#*/\\]|\p{L}\.\p{L}|[^\p{Script=Latin}\p{Script=Inherited}\p{Script=Common}]/u
/** No word of the language: a code, or several words in one. */
const CODE = /^[bcdfghjklmnpqrstvwxz]{4,}$|^.{13,}$/
const DIGITS = new Set(
  listed('khong, mot, hai, ba, bon, tu, nam, lam, sau, bay, tam, chin, muoi, linh, le, tram, nghin, ngan, trieu'),
)
/** "Không chín một …": this many in a row are a number spelled out. */
const SPELLED = 3

/** Family names that are hardly ever another word, with their marks; unmarked below. */
const FAMILIES = new Set(
  listed(
    'nguyễn, trần, lê, phạm, huỳnh, hoàng, phan, võ, đặng, bùi, ngô, đinh, trịnh, đoàn, phùng, thạch, quách, khưu, diệp, neang, néang',
  ),
)
const PLAIN_FAMILIES = new Set(listed('nguyen, tran, pham, huynh, hoang, phan, bui, phung, quach, khuu, neang'))
const MIDDLES = new Set(listed('văn, thị, hữu, van, thi, huu'))
/** A name, or the rest of an address, follows. */
const LEADS = new Set(listed('tên, ten, ấp, ap, khóm, khom, hẻm, hem, thôn, thon, xóm, xom, ngõ'))
/** "Tôi là …" */
const SELVES = new Set(listed('toi, tui, em, con, chau, minh, ten, anh, chi'))
/** Between what leads to a name and the name. */
const PASSED = new Set(
  listed('la, cua, con, em, toi, tui, vo, chong, me, ma, cha, tia, be, chau, minh, that, thiet, day, du'),
)
/** No name begins so: what follows is about the name. */
const TALK = new Set(
  listed(
    'gi, sao, nao, khong, ko, hong, o, thi, nay, doi, sai, sua, bi, ma, ai, nguoi, dan, chu, khach, can, de, cho, va, tren, trong',
  ),
)
/** Words of a name or an address after what leads to them. */
const FOLLOWING = 3

/**
 * A typed text with everything blanked that may tell who wrote it: numbers, plates, addresses of every kind, names, and each word
 * of `told`, which are the answers that are known of its writer. Rather too much goes than too little. Undefined where nothing
 * is left, or where the text is too long to be judged.
 */
export function blankWords(text: string, told: Iterable<string>): string | undefined {
  const typed = tidy(text).replace(/\s+/g, ' ')
  if (typed.length > LONGEST) return undefined
  const words = [...typed.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length,
  }))
  const isHidden = words.map(({ word }) => word === BLANK || OPAQUE.test(word) || CODE.test(fold(word)))
  for (const { kind, from, to } of readFacts(typed))
    if (kind !== 'beginning' && kind !== 'end') words.forEach((it, i) => (isHidden[i] ||= it.from < to && from < it.to))
  hideTold(words, isHidden, [...told])
  hideNumbers(words, isHidden)
  hideNames(words, isHidden)
  const left = words.flatMap(({ word }, i) => (!isHidden[i] ? [word] : isHidden[i - 1] ? [] : [BLANK]))
  return left.some((word) => word !== BLANK && /\p{L}{2}/u.test(word)) ? left.join(' ') : undefined
}

interface Placed {
  word: string
}

const partsOf = (text: string): string[] => fold(text).match(/\p{L}+/gu) ?? []

function hideTold(words: readonly Placed[], isHidden: boolean[], told: readonly string[]): void {
  const known = new Set(told.flatMap(partsOf))
  const joined = told.map((it) => partsOf(it).join('')).filter((it) => it.length > 3)
  words.forEach(({ word }, i) => {
    const parts = partsOf(word)
    isHidden[i] ||= parts.some((part) => known.has(part)) || joined.some((it) => parts.join('').includes(it))
  })
}

function hideNumbers(words: readonly Placed[], isHidden: boolean[]): void {
  const isDigit = words.map(({ word }) => DIGITS.has(fold(word)))
  for (let from = 0; from < words.length; from++) {
    let to = from
    while (isDigit[to]) to++
    if (to - from >= SPELLED) isHidden.fill(true, from, to)
    from = Math.max(from, to - 1)
  }
}

const bare = (word: string): string => word.replace(/[^\p{L}\p{M}]+/gu, '')
const endsSentence = (word: string): boolean => /[.!?…:]$/.test(word)
const endsClause = (word: string): boolean => /[.!?…:;,]$/.test(word)
const isCapital = (word: string): boolean => /^[^\p{L}]*\p{Lu}/u.test(word)

function hideNames(words: readonly Placed[], isHidden: boolean[]): void {
  const at = (i: number): string => words[i]?.word ?? ''
  const lower = (i: number): string => bare(at(i)).toLowerCase()
  const plain = (i: number): string => fold(bare(at(i)))
  const hide = (from: number, most: number): void => {
    for (let i = from; i < Math.min(from + most, words.length); i++) {
      isHidden[i] = true
      if (endsClause(at(i))) return
    }
  }
  words.forEach(({ word }, i) => {
    const isFirst = i === 0 || endsSentence(at(i - 1))
    if (isCapital(word) && (!isFirst || isCapital(at(i + 1)) || isFamilyName(bare(word)))) isHidden[i] = true
    if (FAMILIES.has(lower(i)) || PLAIN_FAMILIES.has(lower(i))) hide(i, 1 + FOLLOWING)
    else if (isFamilyName(bare(word)) && MIDDLES.has(lower(i + 1))) hide(i, 2 + FOLLOWING)
    else if (LEADS.has(lower(i)) || (plain(i) === 'la' && SELVES.has(plain(i - 1)))) {
      let next = i + 1
      while (PASSED.has(plain(next))) next++
      if (!endsClause(word) && !TALK.has(plain(next))) hide(next, FOLLOWING)
    }
  })
}
