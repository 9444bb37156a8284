import { checks } from '../../conversation/checks/table.ts'
import { answerNameOf, branchesOf, isQuestion } from '../../conversation/flow/flow-format.ts'
import { renderCondition } from '../../conversation/flow/condition.ts'
import { answerReadBy } from '../../conversation/flow/predicates.ts'
import type { Finding } from '../finding.ts'
import { certainAt, EVERYTHING } from './certain.ts'
import type { Rule } from './rule.ts'

/** A condition or a check that looks at an answer which some way there has not asked for yet. */
export const earlyConditions: Rule = ({ file, finding }) => {
  const certain = certainAt(file)
  return Object.entries(file.steps).flatMap(([id, step]): Finding[] => {
    const known = certain.get(id)
    if (!known || known.has(EVERYTHING)) return []
    const own = isQuestion(step) ? answerNameOf(id, step) : undefined
    const isAsked = (name: string): boolean => name === own || known.has(`answer:${name}`)
    const needed = step.expect === 'text' ? Object.keys(checks.get(step.check)?.samplesAfter ?? {}) : []
    const branches = branchesOf(step)
    const isQuery = step.expect === 'none' && step.do?.startsWith('query') === true
    return [
      ...needed
        .filter((name) => !isAsked(name))
        .map((name) =>
          finding('read too early', ['steps', id, 'check'], `Bước “${id}” cần câu trả lời “${name}” hỏi trước nó.`),
        ),
      ...branches.flatMap(({ when }, i) => {
        const name = when && answerReadBy(when)
        const path = ['steps', id, 'next', i, 'when']
        if (when === 'found' && !isQuery)
          return finding('read too early', path, `Điều kiện “found” chỉ dùng ở bước tìm dữ liệu (do: query …).`)
        return name === undefined || isAsked(name)
          ? []
          : finding(
              'read too early',
              path,
              `Điều kiện “${when && renderCondition(when)}” cần câu trả lời “${name}” hỏi trước bước “${id}”.`,
            )
      }),
    ]
  })
}
