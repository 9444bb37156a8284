import { checks } from '../../conversation/checks/table.ts'
import { predicates } from '../../conversation/flow/predicates.ts'
import type { Rule } from './rule.ts'

/** A check or a condition that no program knows. */
export const unknownChecks: Rule = ({ file, finding }) =>
  Object.entries(file.steps).flatMap(([id, step]) => {
    const unknown = step.expect === 'text' && !checks.has(step.check) ? [step.check] : []
    const branches = 'next' in step && Array.isArray(step.next) ? step.next : []
    return [
      ...unknown.map((name) =>
        finding(
          'unknown check',
          ['steps', id, 'check'],
          `Không có phép kiểm tra nào tên “${name}”. Có: ${[...checks.keys()].join(', ')}.`,
        ),
      ),
      ...branches.flatMap(({ when }, i) =>
        when === undefined || predicates.has(when)
          ? []
          : finding(
              'unknown check',
              ['steps', id, 'next', i, 'when'],
              `Không có điều kiện nào tên “${when}”. Có: ${[...predicates.keys()].join(', ')}.`,
            ),
      ),
    ]
  })
