import { withoutCourtesy } from './courtesy.ts'
import { SAME_WORDS } from './lexicon/same-words.ts'
import { asksBack } from './asks-back.ts'
import { readBareNumber, readOrdinal } from './read-ordinal.ts'
import { hasNone, isNo, isUnknown, isWaiting, isYes, partsOf } from './read-reply.ts'
import { isScale, readScore } from './read-score.ts'
import { isTimetable, readSlot } from './read-slot.ts'
import { CLAUSE_END, findPhrase, isMeantWord, plainOf, writtenOut, type Word } from './shorthand.ts'

/** `yes`, `no`, `unknown`: the whole shared lexicon of it leads here. `other`: whatever is none of the rest. */
export const MEANINGS = ['yes', 'no', 'unknown', 'other'] as const
export type Meaning = (typeof MEANINGS)[number]

export interface Choosable {
  key: string
  label: string
  /** Everyday words for it. */
  words?: readonly string[] | undefined
  means?: Meaning | undefined
}

export type ChoiceReading<Option> =
  | { found: 'one'; option: Option }
  /** Any of these may be meant: to be asked. */
  | { found: 'several'; options: readonly Option[] }
  /** Something that is none of the choices, where one of them stands for all the rest. */
  | { found: 'other'; option: Option }
  | { found: 'none' }

interface Phrase {
  words: readonly Word[]
  at: number
}
interface Match extends Phrase {
  from: number
  to: number
  isExact: boolean
}
interface Vocabulary {
  /** Lengthy enough to be found within a sentence. */
  within: readonly Phrase[]
  whole: readonly Phrase[]
}

const LONGEST = 200
const same = new Map(SAME_WORDS.flatMap((words) => words.map((word) => [word, words] as const)))

/** With each word that means the same in its place. */
function variantsOf(words: readonly Word[]): Word[][] {
  return words.reduce<Word[][]>(
    (begun, word) => {
      const forms = begun.length > 8 ? [word] : (same.get(word.marked)?.flatMap((it) => writtenOut(it)) ?? [word])
      return begun.flatMap((before) => forms.map((form) => [...before, form]))
    },
    [[]],
  )
}

/** "Khám, chữa bệnh, mua thuốc" names three things. */
const piecesOf = (label: string): string[] =>
  label.split(/[,;()]| hoặc /).map((it) => it.trim()).filter((it) => it.length > 1) // prettier-ignore

function vocabularyOf(options: readonly Choosable[]): Vocabulary {
  const phrases = options.flatMap(({ key, label, words = [], means }, at) => {
    const said = [...new Set([label, ...(means === 'other' ? [] : piecesOf(label)), ...words])]
    const named = said.flatMap((it) =>
      variantsOf(withoutEnds(writtenOut(it))).map((form) => ({ words: form, at, said: it })),
    )
    return [...named, { words: writtenOut(key), at, said: key, isKey: true }]
  })
  const isTelling = ({ said, isKey = false }: { said: string; isKey?: boolean }) =>
    !isKey && partsOf(said) === undefined
  const bare = phrases.map((it) => ({ ...it, words: withoutEnds(withoutCourtesy(it.words)) }))
  return { whole: [...phrases, ...bare], within: phrases.filter(isTelling) }
}

const known = new WeakMap<readonly Choosable[], Vocabulary>()
function vocabulary(options: readonly Choosable[]): Vocabulary {
  const made = known.get(options) ?? vocabularyOf(options)
  known.set(options, made)
  return made
}

const withoutEnds = (words: readonly Word[]): Word[] => words.filter(({ plain }) => plain !== CLAUSE_END)

/** The choice that makes up the whole message: by number, key, label or one of its words. */
export function readExactChoice<Option extends Choosable>(
  options: readonly Option[],
  text: string,
): ChoiceReading<Option> {
  if (text.length > LONGEST) return { found: 'none' }
  const score = isScale(options) ? readScore(text) : undefined
  const scored = score === undefined ? undefined : options.find(({ key }) => key === score)
  if (scored) return { found: 'one', option: scored }
  const ordinal = readOrdinal(text, options.length)
  if (ordinal !== undefined) return oneOf(options[ordinal - 1])
  const full = withoutEnds(writtenOut(text))
  const { whole } = vocabulary(options)
  const bare = withoutEnds(withoutCourtesy(writtenOut(text)))
  for (const typed of [full, bare]) {
    const fitting =
      typed.length === 0
        ? []
        : whole.filter(({ words }) => words.length === typed.length && findPhrase(typed, words, 0, isMeantWord) === 0)
    const reading = settle(
      options,
      preferExact(
        fitting.map((it) => ({ ...it, from: 0, to: it.words.length, isExact: isExact(typed, it.words, 0) })),
        text,
      ),
    )
    if (reading.found !== 'none') return reading
  }
  return { found: 'none' }
}

const oneOf = <Option>(option: Option | undefined): ChoiceReading<Option> =>
  option === undefined ? { found: 'none' } : { found: 'one', option }

const isExact = (typed: readonly Word[], words: readonly Word[], from: number): boolean =>
  words.every(({ marked }, i) => typed[from + i]?.marked === marked)

/** Where marks are typed, "ba" is not "bà"; where none are, it may be. */
const preferExact = (matches: readonly Match[], text: string): readonly Match[] => {
  const exact = /[^\x00-\x7F]/.test(text) ? matches.filter((it) => it.isExact) : []
  return exact.length > 0 ? exact : matches
}

function settle<Option>(options: readonly Option[], matches: readonly Match[]): ChoiceReading<Option> {
  const meant = [...new Set(matches.map(({ at }) => at))].sort((a, b) => a - b).flatMap((at) => options[at] ?? [])
  return meant.length > 1 ? { found: 'several', options: meant } : oneOf(meant[0])
}

/** The one choice that is meant, and no other; undefined where it would have to be asked. */
export function pick<Option extends Choosable>(options: readonly Option[], text: string): Option | undefined {
  const reading = readChoice(options, text)
  return reading.found === 'one' ? reading.option : undefined
}

/** The same for what cannot be taken back: the words must make up the whole message. */
export function pickExactly<Option extends Choosable>(options: readonly Option[], text: string): Option | undefined {
  const reading = readExactChoice(options, text)
  if (reading.found !== 'none') return reading.found === 'one' ? reading.option : undefined
  const meaning = meaningOf(text)
  return meaning && options.find((option) => means(option) === meaning)
}

/** What a message says of the choices of a question. A question, a doubt or a "not now" chooses nothing. */
export function readChoice<Option extends Choosable>(options: readonly Option[], text: string): ChoiceReading<Option> {
  const exact = readExactChoice(options, text)
  if (exact.found !== 'none' || text.length > LONGEST || options.length === 0) return exact
  const meaning = meaningOf(text)
  const replied = options.find((option) => means(option) === meaning)
  if (meaning !== undefined && replied) return { found: 'one', option: replied }
  if (isTimetable(options)) {
    const slots = readSlot(options, text)
    if (slots.length > 0) return slots.length === 1 ? oneOf(slots[0]) : { found: 'several', options: slots }
  }
  if (asksBack(text)) return { found: 'none' }
  const named = readNamed(options, text)
  if (named.found !== 'none') return named
  const bare = readBareNumber(text)
  if (bare !== undefined) return oneOf(options[bare - 1])
  const other = options.find((option) => option.means === 'other')
  return other && isOther(text) ? { found: 'other', option: other } : { found: 'none' }
}

const means = ({ key, means: said }: Choosable): Meaning | undefined =>
  said ?? (key === 'co' ? 'yes' : key === 'khong' ? 'no' : undefined)

function meaningOf(text: string): Meaning | undefined {
  if (isYes(text)) return 'yes'
  if (isNo(text) || hasNone(text)) return 'no'
  return isUnknown(text) ? 'unknown' : undefined
}

const NEGATION =
  /(?:^| )(?:khong|chua|chang|cha|dung|khoi|dau)(?: (?:phai|phai la|co|la|can|muon|di|lam|xin|cho|cua|o|theo))*$/

function readNamed<Option extends Choosable>(options: readonly Option[], text: string): ChoiceReading<Option> {
  const typed = writtenOut(text)
  const matches = longest(preferLonger(matchesIn(typed, vocabulary(options).within), text))
  const isNegated = ({ from }: Match): boolean => {
    const clause = typed.slice(0, from).findLastIndex(({ plain }) => plain === CLAUSE_END)
    return NEGATION.test(plainOf(typed.slice(clause + 1, from)))
  }
  const meant = matches.filter((match) => !isNegated(match))
  if (meant.length > 0) return settle(options, meant)
  const excluded = new Set(matches.map(({ at }) => at))
  const left = excluded.size === 0 ? [] : options.filter((_, at) => !excluded.has(at))
  if (left.length === 1) return { found: 'several', options: left }
  return matches.length > 0 ? { found: 'none' } : partOfLabel(options, text)
}

function matchesIn(typed: readonly Word[], phrases: readonly Phrase[]): Match[] {
  const firsts = new Set(typed.map(({ plain }) => plain))
  return phrases.flatMap((phrase) => {
    const { words } = phrase
    if (!firsts.has(words[0]?.plain ?? '')) return []
    const found: Match[] = []
    for (
      let from = findPhrase(typed, words, 0, isMeantWord);
      from >= 0;
      from = findPhrase(typed, words, from + 1, isMeantWord)
    )
      found.push({ ...phrase, from, to: from + words.length, isExact: isExact(typed, words, from) })
    return found
  })
}

const overlaps = (one: Match, two: Match): boolean => one.from < two.to && two.from < one.to

/** A longer phrase around a shorter one wins: "ông nội" is not "ông". */
const longest = (matches: readonly Match[]): Match[] =>
  matches.filter((one) => !matches.some((two) => overlaps(one, two) && two.words.length > one.words.length))

const preferLonger = (matches: readonly Match[], text: string): Match[] =>
  matches.filter((one) => {
    const rivals = matches.filter((two) => overlaps(one, two) && two.words.length === one.words.length)
    return preferExact([one, ...rivals], text).includes(one)
  })

/** "Bưu điện" stands in one label only. */
function partOfLabel<Option extends Choosable>(options: readonly Option[], text: string): ChoiceReading<Option> {
  const typed = withoutEnds(withoutCourtesy(writtenOut(text)))
  if (plainOf(typed).length < 3 || partsOf(text) !== undefined) return { found: 'none' }
  const within = options.filter(
    ({ label }) => findPhrase(withoutEnds(writtenOut(label)), typed, 0, (part, said) => isMeantWord(said, part)) >= 0,
  )
  return within.length === 1 ? oneOf(within[0]) : { found: 'none' }
}

const SYLLABLE = /^(?:ngh?|nh|ch|gh?|gi|kh|ph|qu|th|tr|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?$/

/** Who leaves, goes back or corrects answers nothing. */
const LEAVING =
  /^(?:thoi|khoan|huy|dung|ngung|khoi|khong|chua|chang|quay|lui|tro lai|ve cau|ve menu|sua|doi lai|nham|lon|ghi sai|nay|hoi nay|menu|gap|cho gap|giup|tro giup)(?: |$)|(?: nua| lai)$/

/** A statement in Vietnamese, of two words at least, that is no answer of another kind. */
function isOther(text: string): boolean {
  const words = withoutEnds(withoutCourtesy(writtenOut(text)))
  const real = words.filter(({ plain }) => SYLLABLE.test(plain))
  if (LEAVING.test(plainOf(words))) return false
  return real.length >= 2 && real.length >= words.length * 0.7 && partsOf(text) === undefined && !isWaiting(text)
}
