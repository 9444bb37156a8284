import { fold, foldInPlace, tidy } from '../../kernel/text.ts'
import { checkOf } from '../flow/check-of.ts'
import { choicesOf } from '../flow/flow-format.ts'
import { isSkipped } from '../flow/answers.ts'
import { readFacts } from '../facts/read-facts.ts'
import type { Reviewed } from '../step/review.ts'
import { phrases } from '../words/phrases.ts'
import { pick } from '../words/read-choice.ts'
import type { FlowContext } from '../words/session.ts'
import type { Amendment } from './denied-answer.ts'
import { loosely } from './loosely.ts'
import { isOfWords } from './several-amended.ts'

/** A longer sentence tells more than one answer. */
const LONGEST = 80

/**
 * What a sentence at the review may change, that says neither that anything is wrong nor which answer: a name like one that was
 * given, something to be added to a story, a choice of one question only, another number of what only one answer tells. It is read back.
 */
export function guessedAmendment(
  questions: readonly Reviewed[],
  { text, isCalledWrong }: { text: string; isCalledWrong: boolean },
  context: FlowContext,
  now: number,
): Amendment | undefined {
  if (text.length > LONGEST) return undefined
  return (
    alikeName(questions, text, context, now) ??
    addedTo(questions, text, context, now) ??
    // "Sửa ngày cưới" names what is not there, and chooses nothing.
    (isCalledWrong ? undefined : onlyChoice(questions, text)) ??
    measuredAnswer(questions, text, context, now)
  )
}

/** Whether what is read would change the answer, and how it is read back. */
function readBack(question: Reviewed, words: string, { answers }: FlowContext, now: number): Amendment[] {
  const reading = checkOf(question.step)?.check(words, { now, answers })
  if (!reading || reading.ok === false || reading.value === question.answer.value) return []
  return [{ question, value: { reading: { because: phrases.iRead, ...reading, ok: 'unsure' } } }]
}

const onlyOne = (found: readonly Amendment[]): Amendment | undefined => (found.length === 1 ? found[0] : undefined)

/** As many words in common make two names one person. */
const IN_COMMON = 2

/** "Chữ lót thiếu, Nguyễn Hoàng Minh Khôi": the name that shares its words with one answer only. */
export function alikeName(
  questions: readonly Reviewed[],
  text: string,
  context: FlowContext,
  now: number,
): Amendment | undefined {
  const [name, ...others] = readFacts(text).filter(({ kind }) => kind === 'name')
  if (!name || others.length > 0) return undefined
  const said = fold(name.said).split(' ')
  const alike = questions
    .filter(({ step, answer }) => checkOf(step)?.takes === 'name' && !isSkipped(answer))
    .map((question) => ({
      question,
      common: fold(question.answer.shown)
        .split(' ')
        .filter((it) => said.includes(it)).length,
    }))
  const most = Math.max(0, ...alike.map(({ common }) => common))
  if (most < IN_COMMON) return undefined
  return onlyOne(
    alike
      .filter(({ common }) => common === most)
      .flatMap(({ question }) => readBack(question, name.said, context, now)),
  )
}

const ADDING = new RegExp(
  `^(?:(?:${loosely('dạ|à|cho|tôi|tui|em|con|nhờ|quên|muốn|xin').source})[\\s,]+)*(?:(?:${loosely('ghi|kể|nói|viết|bổ sung|báo').source})\\s+)?(?:${loosely('thêm').source})\\s+(?:(?:${loosely('là|rằng|vô|vào|cái').source})\\s+)*(?<more>\\S+\\s+\\S.*)$`,
  'iu',
)

/** "Ghi thêm là có con nít té rồi": goes on with the only story that was told. */
function addedTo(
  questions: readonly Reviewed[],
  text: string,
  context: FlowContext,
  now: number,
): Amendment | undefined {
  const more = ADDING.exec(tidy(text))?.groups?.['more']
  if (more === undefined) return undefined
  const stories = questions.filter(
    ({ name, step, answer }) => name === 'content' && checkOf(step)?.free === true && !isSkipped(answer),
  )
  return onlyOne(stories.flatMap((question) => readBack(question, `${question.answer.shown}. ${more}`, context, now)))
}

/** "Bà có lương hưu rồi em": names a choice of one question, and of no other. */
function onlyChoice(questions: readonly Reviewed[], text: string): Amendment | undefined {
  const said = questions.flatMap((question) => {
    const choice = question.step.expect === 'choice' ? pick(choicesOf(question.step), text) : undefined
    return choice ? [{ question, choice }] : []
  })
  const [only, ...others] = said
  if (!only || others.length > 0 || only.choice.key === only.question.answer.value) return undefined
  return { question: only.question, value: { choice: only.choice, isDoubted: true } }
}

/** "2 lầu", "phòng 6": a number with what it counts or numbers. */
const MEASURE = /(?<![\p{L}\d])(?:(\d{1,4}) (\p{L}+)|(\p{L}+) (\d{1,4}))(?![\p{L}\d/.,:-])/gu

/** "Nhà 2 lầu", where "1 trệt 1 lầu" was answered. */
function measuredAnswer(
  questions: readonly Reviewed[],
  text: string,
  context: FlowContext,
  now: number,
): Amendment | undefined {
  const said = [...text.toLowerCase().matchAll(MEASURE)]
  const found = questions.flatMap((question): Amendment[] => {
    const { step, answer } = question
    if (!isOfWords(step) || isSkipped(answer)) return []
    const { shown } = answer
    const instead = said.reduce((rest, it) => withNumber(rest, it), shown)
    return instead === shown ? [] : readBack(question, instead, context, now)
  })
  return onlyOne(found)
}

function withNumber(shown: string, [, counting, counted = '', numbered = '', number]: RegExpExecArray): string {
  const unit = fold(counting === undefined ? numbered : counted)
  const pattern = counting === undefined ? `(?<=(?<![a-z\\d])${unit} )\\d+` : `\\d+(?= ${unit}(?![a-z\\d]))`
  const place = new RegExp(`(?<![\\d/])${pattern}`).exec(foldInPlace(shown))
  if (!place) return shown
  return shown.slice(0, place.index) + (counting ?? number ?? '') + shown.slice(place.index + place[0].length)
}
