import { withoutCourtesy } from './courtesy.ts'
import { asksBack } from './asks-back.ts'
import { vocabulary, withoutEnds, type Choosable, type Match, type Meaning } from './choice-words.ts'
import { likelyChoice } from './likely-choice.ts'
import { isNegated, namedByAll, namedWithin } from './named-choices.ts'
import { readBareNumber, readOrdinal } from './read-ordinal.ts'
import { givesUp, hasNone, isHedged, isNo, isWaiting, isYes, partsOf, repliesWithin } from './read-reply.ts'
import { isScale, readScore } from './read-score.ts'
import { isTimetable, readSlot } from './read-slot.ts'
import { CLAUSE_END, findPhrase, isMeantWord, plainOf, writtenOut, type Word } from './shorthand.ts'

export type ChoiceReading<Option> =
  | { found: 'one'; option: Option }
  /** Any of these may be meant: to be asked. */
  | { found: 'several'; options: readonly Option[] }
  /** None is named, and this is what the words are most like: to be asked. */
  | { found: 'likely'; option: Option }
  /** Something that is none of the choices, where one of them stands for all the rest. */
  | { found: 'other'; option: Option }
  | { found: 'none' }

const LONGEST = 200

/** The choice that makes up the whole message: by number, key, label or one of its words. */
export function readExactChoice<Option extends Choosable>(
  options: readonly Option[],
  text: string,
): ChoiceReading<Option> {
  if (text.length > LONGEST) return { found: 'none' }
  const score = isScale(options) ? readScore(text) : undefined
  const scored = score === undefined ? undefined : options.find(({ key }) => key === score)
  if (scored) return { found: 'one', option: scored }
  const ordinal = namesWeekday(options, text) ? undefined : readOrdinal(text, options.length)
  if (ordinal !== undefined) return oneOf(options[ordinal - 1])
  const words = writtenOut(text)
  for (const typed of [words, withoutCourtesy(words)]) {
    const reading = settle(options, namedByAll(options, withoutEnds(typed), text))
    if (reading.found !== 'none') return reading
  }
  return { found: 'none' }
}

/** Among days "thứ tư" is the Wednesday, not the fourth. */
const namesWeekday = (options: readonly Choosable[], text: string): boolean =>
  options.some(({ label }) => /^thứ \p{L}/u.test(label)) && WEEKDAY.test(plainOf(writtenOut(text)))
const WEEKDAY = /(?:^| )thu (?:hai|ba|tu|nam|sau|bay|[2-7])(?: |$)/

const oneOf = <Option>(option: Option | undefined): ChoiceReading<Option> =>
  option === undefined ? { found: 'none' } : { found: 'one', option }

function settle<Option>(options: readonly Option[], matches: readonly Match[]): ChoiceReading<Option> {
  const meant = [...new Set(matches.map(({ at }) => at))].sort((a, b) => a - b).flatMap((at) => options[at] ?? [])
  return meant.length > 1 ? { found: 'several', options: meant } : oneOf(meant[0])
}

/** The one choice that is meant, and no other; undefined where it would have to be asked. */
export function pick<Option extends Choosable>(options: readonly Option[], text: string): Option | undefined {
  const reading = readSaid(options, text)
  return reading.found === 'one' ? reading.option : undefined
}

/** The same for what cannot be taken back: the words must make up the whole message. */
export function pickExactly<Option extends Choosable>(options: readonly Option[], text: string): Option | undefined {
  if (text.includes('?')) return undefined
  const reading = readExactChoice(options, text)
  if (reading.found !== 'none') return reading.found === 'one' ? reading.option : undefined
  const meaning = meaningOf(text)
  return meaning && options.find((option) => means(option) === meaning)
}

/** What a message says of the choices of a question, and what it may mean where it names none. */
export function readChoice<Option extends Choosable>(options: readonly Option[], text: string): ChoiceReading<Option> {
  const said = readSaid(options, text)
  return said.found === 'none' ? guessChoice(options, text) : said
}

/** For words that name none of the choices: which may be meant, to be asked. */
function guessChoice<Option extends Choosable>(options: readonly Option[], text: string): ChoiceReading<Option> {
  const isNone = text.length > LONGEST || options.length === 0 || asksBack(text) || readBareNumber(text) !== undefined
  if (isNone || !isOther(text)) return { found: 'none' }
  const likely = likelyChoice(options, text)
  if (likely && likely.means !== 'other') return { found: 'likely', option: likely }
  const other = options.find((option) => option.means === 'other')
  return other ? { found: 'other', option: other } : { found: 'none' }
}

/** The same without a guess, for whoever takes only what is named. A question, a doubt or a "not now" chooses nothing. */
export function readSaid<Option extends Choosable>(options: readonly Option[], text: string): ChoiceReading<Option> {
  const said = readOneSaid(options, text)
  const only =
    said.found === 'one'
      ? said.option
      : said.found === 'several' && said.options.length === 1
        ? said.options[0]
        : undefined
  const [yes, no] = (['yes', 'no'] as const).map((meaning) => options.find((option) => means(option) === meaning))
  if (!only || !yes || !no || (only !== yes && only !== no) || isYes(text) || isNo(text)) return said
  const replies = repliesWithin(text)
  // "Bả ừ rồi, chưa ký giấy", "hỏi rồi mà ổng chưa chịu": both may be meant.
  return replies.has(only === yes ? 'no' : 'yes') ? { found: 'several', options: [yes, no] } : said
}

function readOneSaid<Option extends Choosable>(options: readonly Option[], text: string): ChoiceReading<Option> {
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
  const hinted = readHint(options, text)
  if (hinted.found !== 'none') return hinted
  const bare = readBareNumber(text)
  return bare === undefined ? { found: 'none' } : oneOf(options[bare - 1])
}

const means = ({ key, means: said }: Choosable): Meaning | undefined =>
  said ?? (key === 'co' ? 'yes' : key === 'khong' ? 'no' : undefined)

function meaningOf(text: string): Meaning | undefined {
  if (givesUp(text)) return 'unknown'
  if (isYes(text)) return 'yes'
  return isNo(text) || hasNone(text) ? 'no' : undefined
}

function readNamed<Option extends Choosable>(options: readonly Option[], text: string): ChoiceReading<Option> {
  const typed = writtenOut(text)
  const matches = namedWithin(options, typed, text)
  const meant = matches.filter((match) => !isNegated(typed, match))
  const excluded = new Set(matches.filter((match) => isNegated(typed, match)).map(({ at }) => at))
  const unsure = options.filter((option, at) => option.means === 'unknown' || meant.some((it) => it.at === at))
  if (meant.some(({ at }) => excluded.has(at))) return { found: 'several', options: unsure }
  if (meant.length > 0) return settle(options, meant)
  const left = excluded.size === 0 ? [] : options.filter((_, at) => !excluded.has(at))
  if (left.length === 1) return { found: 'several', options: left }
  return matches.length > 0 ? { found: 'none' } : partOfLabel(options, text)
}

/** "Bưu điện" stands in one label only. */
function partOfLabel<Option extends Choosable>(options: readonly Option[], text: string): ChoiceReading<Option> {
  const typed = withoutEnds(withoutCourtesy(writtenOut(text)))
  if (plainOf(typed).length < 3 || partsOf(text) !== undefined) return { found: 'none' }
  const { labels } = vocabulary(options)
  const within = options.filter(
    (_, i) => findPhrase(labels[i] ?? [], typed, 0, (part, said) => isMeantWord(said, part)) >= 0,
  )
  return within.length === 1 ? oneOf(within[0]) : { found: 'none' }
}

const SYLLABLE = /^(?:ngh?|nh|ch|gh?|gi|kh|ph|qu|th|tr|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?$/

/** Who leaves, goes back or corrects answers nothing. */
const LEAVING =
  /^(?:thoi|khoan|huy|dung|ngung|khoi|khong|chua|chang|quay|lui|tro lai|ve cau|ve menu|sua|doi lai|nham|lon|ghi sai|nay|hoi nay|menu|gap|cho gap|giup|tro giup)(?: |$)|(?: nua| lai)$/

/** "Đâu có dính gì", "chưa xin" */
const DENYING = /(?:^| )(?:khong|chua|dau co|dau phai|dau thuoc|lam gi co)(?: |$)/

/**
 * "Hông, ruộng không hà": a reply, and then why. "Tụi em chưa ra xã": a denial that names nothing is asked back with the
 * choice that means no.
 */
function readHint<Option extends Choosable>(options: readonly Option[], text: string): ChoiceReading<Option> {
  const typed = writtenOut(text)
  const end = typed.findIndex(({ plain }) => plain === CLAUSE_END)
  const rest = typed.slice(end + 1)
  const meaning = end > 0 && !isHedged(rest.slice(0, 1)) ? meaningOf(markedOf(typed.slice(0, end))) : undefined
  const replied = meaning && options.find((option) => means(option) === meaning)
  if (replied) return { found: 'one', option: replied }
  const denied = options.find((option) => means(option) === 'no')
  const isDenied = withoutEnds(typed).length <= 14 && DENYING.test(plainOf(typed))
  return denied && isDenied && !isWaiting(text) && partsOf(text) === undefined && !LEAVING.test(plainOf(typed))
    ? { found: 'several', options: [denied] }
    : { found: 'none' }
}

const markedOf = (words: readonly Word[]): string => words.map(({ marked }) => marked).join(' ')

/** A statement in Vietnamese, of two words at least, that is no answer of another kind. */
function isOther(text: string): boolean {
  const words = withoutEnds(withoutCourtesy(writtenOut(text)))
  const real = words.filter(({ plain }) => SYLLABLE.test(plain))
  if (LEAVING.test(plainOf(words))) return false
  return real.length >= 2 && real.length >= words.length * 0.7 && partsOf(text) === undefined && !isWaiting(text)
}
