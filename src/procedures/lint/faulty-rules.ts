import { answerRules, type NamedRule } from '../../conversation/checks/answer-rules.ts'
import { answerNameOf, isQuestion, type FlowFile } from '../../conversation/flow/flow-format.ts'
import type { Rule } from './rule.ts'

/** A rule that no program knows, or that has nothing to compare with. */
export const faultyRules: Rule = ({ file, finding }) =>
  Object.entries(file.steps).flatMap(([id, step]) =>
    (step.expect === 'text' ? (step.rules ?? []) : []).flatMap((named, i) => {
      const message = mistakeIn(file, named)
      return message === undefined ? [] : [finding('rule', ['steps', id, 'rules', i], message)]
    }),
  )

function mistakeIn({ steps }: FlowFile, { rule, answer }: NamedRule): string | undefined {
  const known = answerRules.get(rule)
  if (!known) return `Không có quy tắc nào tên “${rule}”. Có: ${[...answerRules.keys()].join(', ')}.`
  if (!known.isBeside)
    return answer === undefined ? undefined : `Quy tắc “${rule}” không so với câu nào: bỏ mục answer.`
  if (answer === undefined) return `Quy tắc “${rule}” cần mục answer: câu trả lời đem ra so.`
  const isAsked = Object.entries(steps).some(([id, step]) => isQuestion(step) && answerNameOf(id, step) === answer)
  return isAsked ? undefined : `Quy tắc “${rule}” so với “${answer}”, mà không câu nào lưu tên đó.`
}
