import { answerNameOf, choicesOf, type Step } from '../conversation/flow/flow-format.ts'
import type { CompiledFlow } from '../conversation/flow/compiled-flow.ts'
import { emptyContext, objection } from '../conversation/flow/answers.ts'
import { checkOf, isFreeStep } from '../conversation/flow/check-of.ts'
import { timesOf } from '../conversation/flow/prospect.ts'
import { filedWay } from '../conversation/flow/filed-way.ts'
import type { Answer } from '../conversation/words/session.ts'
import type { Dossier, FiledAnswer } from '../dossiers/dossier.ts'

export type Correction = { given: FiledAnswer } | { because: string }

const ASK_BACK = 'Xin chọn “Yêu cầu bổ sung” để người dân tự sửa.'

type Filed = Pick<CompiledFlow, 'start' | 'steps' | 'agency' | 'reserved'>

/** A question to which a desk may write another answer. */
export type Correctable = Extract<Step, { expect: 'text' | 'choice' }>

/**
 * The questions of the version that was filed to which a desk may write another answer, by the answers' keys. What somebody asked or
 * told in their own words stays theirs; where it went, who may see it, and when a visit is, have acts of their own.
 */
export function correctableIn({ steps, agency, reserved }: Omit<Filed, 'start'>): ReadonlyMap<string, Correctable> {
  const visit = timesOf({ steps })
  const decides = [agency === 'choose' ? 'agency' : undefined, reserved?.answer, visit?.day.key, visit?.slot.key]
  const questions = new Map<string, Correctable>()
  for (const [id, step] of steps) {
    const key = answerNameOf(id, step)
    if ((step.expect === 'text' || step.expect === 'choice') && !decides.includes(key) && !questions.has(key))
      questions.set(key, step)
  }
  return new Map([...questions].filter(([, step]) => !isFreeStep(step)))
}

/**
 * What an officer typed in place of an answer, read as the chat would have read it in the version that was filed. It must lead
 * the same way through the questions: another way asks for what nobody has answered. A likely reading is taken, as it is shown
 * before it is done.
 */
export function readCorrection(
  flow: Filed,
  { answers, filedAt }: Pick<Dossier, 'answers' | 'filedAt'>,
  { key, typed }: { key: string; typed: string },
): Correction {
  const before = answers.find((answer) => answer.key === key)
  const step = correctableIn(flow).get(key)
  if (!before || !step || before.attachments) return { because: `Mục này không sửa ở đây được. ${ASK_BACK}` }
  const filed = toAnswers(answers)
  const read = step.expect === 'choice' ? chosen(step, typed) : checked(step, typed, { now: filedAt, answers: filed })
  if (read.because !== undefined) return { because: read.because }
  const given = { ...before, ...read }
  const after = toAnswers(answers.map((it) => (it.key === key ? given : it)))
  const isWay = filedWay(flow, filed, filedAt) !== undefined
  if (isWay && filedWay(flow, after, filedAt) === undefined)
    return { because: `Sửa mục này thì phải hỏi lại mục khác. ${ASK_BACK}` }
  const context = {
    ...emptyContext({}, after),
    mending: { wanted: [], open: [], given: [key], before: filed, at: filedAt },
  }
  for (const [id, other] of flow.steps) {
    const label = answers.find((it) => it.key === answerNameOf(id, other))?.label
    const because = label === undefined ? undefined : objection(id, other, context, filedAt)
    if (because !== undefined) return { because: `Sửa như vậy thì mục “${label}” không còn hợp: ${because}` }
  }
  return { given }
}

const toAnswers = (answers: readonly FiledAnswer[]): Record<string, Answer> =>
  Object.fromEntries(
    answers.map(({ key, value, shown, attachments }) => [
      key,
      { value, shown, ...(attachments && { attachments: [...attachments] }) },
    ]),
  )

type Read = { value: string; shown: string; because?: undefined } | { because: string }

function chosen(step: Extract<Step, { expect: 'choice' }>, typed: string): Read {
  const choice = choicesOf(step).find(({ key }) => key === typed)
  return choice ? { value: choice.key, shown: choice.label } : { because: 'Xin chọn một câu trả lời trong danh sách.' }
}

function checked(step: Step, typed: string, context: { now: number; answers: Record<string, Answer> }): Read {
  const reading = checkOf(step)?.check(typed.trim(), context)
  if (!reading) return { because: `Mục này không sửa ở đây được. ${ASK_BACK}` }
  return reading.ok === false
    ? { because: `Không nhận được câu này. Người dân gõ vậy sẽ đọc: “${reading.because}”` }
    : { value: reading.value, shown: reading.shown }
}
