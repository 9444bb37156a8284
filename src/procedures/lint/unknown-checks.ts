import { checks } from '../../conversation/checks/table.ts'
import type { Condition } from '../../conversation/flow/condition.ts'
import { answerNameOf, branchesOf, choicesOf, isQuestion, type FlowFile } from '../../conversation/flow/flow-format.ts'
import { predicates } from '../../conversation/flow/predicates.ts'
import type { Rule } from './rule.ts'

/** A check or a condition that no program knows, a choice that no question has. */
export const unknownChecks: Rule = ({ file, finding }) =>
  Object.entries(file.steps).flatMap(([id, step]) => {
    const unknown = step.expect === 'text' && !checks.has(step.check) ? [step.check] : []
    const branches = branchesOf(step)
    return [
      ...unknown.map((name) =>
        finding(
          'unknown check',
          ['steps', id, 'check'],
          `Không có phép kiểm tra nào tên “${name}”. Có: ${[...checks.keys()].join(', ')}.`,
        ),
      ),
      ...branches.flatMap(({ when }, i) =>
        typeof when !== 'string' || predicates.has(when)
          ? unknownChoice(file, when).map((message) =>
              finding('unknown check', ['steps', id, 'next', i, 'when'], message),
            )
          : finding(
              'unknown check',
              ['steps', id, 'next', i, 'when'],
              `Không có điều kiện nào tên “${when}”. Có: ${[...predicates.keys()].join(', ')}.`,
            ),
      ),
    ]
  })

/** Where a choice is compared with what none of its questions offers, the branch would never or always be taken. */
function unknownChoice({ steps }: FlowFile, when: Condition | undefined): string[] {
  if (when === undefined || typeof when === 'string') return []
  const asked = Object.entries(steps).filter(([id, step]) => isQuestion(step) && answerNameOf(id, step) === when.answer)
  const offered = asked.flatMap(([, step]) => choicesOf(step).map(({ key }) => key))
  const meant = when.is ?? when.isNot ?? ''
  const isChosen = asked.length > 0 && asked.every(([, { expect }]) => expect === 'choice' || expect === 'consent')
  if (!isChosen || offered.includes(meant)) return []
  return [`Câu hỏi lưu “${when.answer}” không có lựa chọn “${meant}”. Có: ${[...new Set(offered)].join(', ')}.`]
}
