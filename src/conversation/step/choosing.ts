import { readSpokenNumber } from '../checks/spoken-number.ts'
import { fold } from '../../kernel/text.ts'
import { decodeKeystrokes } from '../checks/telex.ts'
import { answerNameOf, choicesOf, type StepOf } from '../flow/flow-format.ts'
import { agrees, readAgreement } from '../words/agreement.ts'
import { asksBack } from '../words/asks-back.ts'
import { STEP_KEYS } from '../words/payload.ts'
import { phrases } from '../words/phrases.ts'
import { type Choosable } from '../words/choice-words.ts'
import { readChoice, readExactChoice, readSaid, type ChoiceReading } from '../words/read-choice.ts'
import { declines, givesUp, isAny, isNo, isWaiting, isYes, refuses } from '../words/read-reply.ts'
import { isTimetable, namesHour } from '../words/read-slot.ts'
import { stillOpen } from './ask.ts'
import type { AtStep, EventReading } from './reading.ts'
import { told } from './standing-answer.ts'
import type { FlowContext } from '../words/session.ts'

const between = (keys: readonly string[], because: string): EventReading => ({
  outcome: 'between',
  keys: [...keys],
  because,
})

/** Words typed without a Vietnamese keyboard: "con trai" as "con trai", "ddoongf ys" as "đồng ý". */
function decoded(text: string): string | undefined {
  if (text.length > 100) return undefined
  const words = text.split(' ')
  const read = words.map((word) => decodeKeystrokes(word) ?? word)
  return read.some((word, i) => word !== words[i]) ? read.join(' ') : undefined
}

/** "Tám mươi hai tuổi", "83t" as "82 tuổi", "83 tuổi". */
function withAges(text: string): string | undefined {
  if (text.length > 100) return undefined
  const words = text.replace(/(?<![\p{L}\d])(\d{1,3}) ?t(?![\p{L}\d])/gu, '$1 tuổi').split(' ')
  const at = words.findIndex((word) => fold(word) === 'tuoi')
  for (const count of [3, 2, 1]) {
    const said = at < count ? undefined : readSpokenNumber(fold(words.slice(at - count, at).join(' ')))
    if (said !== undefined) return [...words.slice(0, at - count), said, ...words.slice(at)].join(' ')
  }
  return words.join(' ')
}

/** Whether words answer the question is asked before they are taken as the answer. */
let last: { options: readonly Choosable[]; text: string; between: FlowContext['between']; reading: unknown } | undefined

function readAmong<Option extends Choosable>(
  options: readonly Option[],
  text: string,
  context: FlowContext,
): ChoiceReading<Option> {
  const { between } = context
  if (last?.options !== options || last.text !== text || last.between !== between)
    last = { options, text, between, reading: readAmongOpen(options, text, context) }
  return last.reading as ChoiceReading<Option>
}

/** First among what was asked back with, then among all. */
function readAmongOpen<Option extends Choosable>(
  options: readonly Option[],
  text: string,
  context: FlowContext,
): ChoiceReading<Option> {
  const open = stillOpen(options, context)
  if (context.between) {
    const [only] = open
    if (only && open.length === 1 && isYes(text)) return { found: 'one', option: only }
    const reading = readSaid(open, text)
    if (reading.found === 'one') return reading
  }
  const reading = readChoice(options, text)
  if (reading.found === 'one' || reading.found === 'several') return reading
  for (const again of [decoded(text), withAges(text)]) {
    if (again === undefined || again === text) continue
    const other = readSaid(options, again)
    if (other.found !== 'none') return other
  }
  return reading
}

/** Whether words may be the answer to a question that is answered by choosing; a guess at the rest is none. */
export function mayChoose(options: readonly Choosable[], text: string, context: FlowContext): boolean {
  const { found } = readAmong(options, text, context)
  return found === 'one' || found === 'several' || (context.between !== undefined && (isNo(text) || isYes(text)))
}

/** "Ba nó bỏ rồi": the father is spoken of, and does not speak. */
const KIN_DOES =
  /^(?:(?:da|u|a|thi) )*(?:ba|cha|tia|bo|ma|me|ong|noi|ngoai|vo|chong)(?: (?:no|be|noi|ngoai|toi|tui|em|con|chau))* (?:bo|di|mat|chet|dang|o|nam|lam|ban|khong|ko|hong|chua|bi|moi|theo)(?: |$)/

/** Typed words at a question with choices, of a file or found by a query. */
export function readChosen<Option extends Choosable>(
  options: readonly Option[],
  text: string,
  { context, step, id }: AtStep,
  choose: (option: Option) => EventReading,
): EventReading {
  const reading = readAmong(options, text, context)
  switch (reading.found) {
    case 'one':
      if (context.between === undefined && answerNameOf(id, step) === 'relation' && KIN_DOES.test(fold(text)))
        return between([reading.option.key], phrases.isItThis(reading.option.label))
      return choose(reading.option)
    case 'several': {
      const labels = reading.options.map(({ label }) => label)
      const [only] = labels
      const because = labels.length === 1 && only !== undefined ? phrases.isItThis(only) : phrases.whichOfThese(labels)
      return between(reading.options.map(({ key }) => key), because) // prettier-ignore
    }
    case 'likely':
      return {
        ...{ outcome: 'between', keys: [reading.option.key], isGuess: true },
        because: phrases.isItThis(reading.option.label),
      }
    case 'other':
      return {
        ...{ outcome: 'between', keys: [reading.option.key], isGuess: true },
        because: phrases.isItOther(reading.option.label),
      }
    case 'none':
      return unchosen(options, text, context)
  }
}

function unchosen(options: readonly Choosable[], text: string, context: FlowContext): EventReading {
  if (context.between && isNo(text)) return between([], phrases.chooseOne)
  const [first] = options
  if (first && isTimetable(options) && isAny(text)) return between([first.key], phrases.whichSlot(first.label))
  if (first && isTimetable(options) && namesHour(text)) return { outcome: 'refused', because: phrases.notInHours }
  if (givesUp(text)) return told(phrases.notSure)
  return isWaiting(text) ? told(phrases.thinkItOver) : { outcome: 'refused', because: phrases.chooseOne }
}

/** Nothing is agreed to unless the words say so; doubt and questions leave the question open. */
export function readConsent(text: string, step: StepOf<'consent'>, { context }: AtStep): EventReading {
  const choices = choicesOf(step)
  const [yes, no] = choices
  const choose = (option: Choosable | undefined): EventReading =>
    option
      ? { outcome: 'settled', event: { type: `CHOICE.${option.key}`, label: option.label } }
      : { outcome: 'refused', because: phrases.chooseOne }
  for (const words of [text, decoded(text)]) {
    if (words === undefined) continue
    if (context.between && isYes(words)) return choose(stillOpen(choices, context)[0])
    const exact = readExactChoice(stillOpen(choices, context), words)
    if (exact.found === 'one') return choose(exact.option)
    const agreement = readAgreement(words)
    if (agreement === 'wholly' || isYes(words)) return choose(yes)
    if (agreement !== undefined) return told(agreement === 'on condition' ? phrases.wholeOrNone : phrases.agreeYourself)
    if (declines(words)) return context.between ? between([], phrases.chooseOne) : choose(no)
    if (no && refuses(words) && !asksBack(words)) return between([no.key], phrases.isItThis(no.label))
  }
  if (asksBack(text))
    return /đồng ý|dong y|chịu|chiu/iu.test(text)
      ? told(phrases.mayDecline)
      : { outcome: 'refused', because: phrases.chooseOne }
  return isWaiting(text) ? told(phrases.thinkItOver) : { outcome: 'refused', because: phrases.chooseOne }
}

/** Whether words settle a consent, one way or the other. */
export const mayConsent = (text: string, step: StepOf<'consent'>): boolean =>
  agrees(text) || isYes(text) || isNo(text) || isWaiting(text) || readExactChoice(choicesOf(step), text).found === 'one'

/** A tap on "none of these" opens all choices again. */
export const isOthersKey = (key: string, { context }: AtStep): boolean =>
  key === STEP_KEYS.others && context.between !== undefined
