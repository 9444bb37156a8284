import { answerNameOf, isQuestion } from '../../conversation/flow/flow-format.ts'
import type { Finding } from '../finding.ts'
import { nearest } from '../say-mistake.ts'
import type { Rule } from './rule.ts'

/** A kind of permit or an agency that nobody described: what is filed could be granted or received by nobody. */
export const unknownNames: Rule = ({ file, finding }, { kinds, agencies }) => {
  const { grants, agency } = file
  const told: Finding[] = []
  // Texts published before there were kinds say "travel pass".
  const kind = grants?.replace(' ', '-')
  if (kinds && kind !== undefined && !kinds.some(({ id }) => id === kind)) {
    const meant = nearest(
      kind,
      kinds.map(({ id }) => id),
    )
    const advice = meant === undefined ? ` Có: ${kinds.map(({ id }) => id).join(', ')}.` : ` Có phải “${meant}”?`
    told.push(finding('unknown kind', ['grants'], `Không có loại giấy nào tên “${kind}” (permits.yaml).${advice}`))
  }
  if (agencies && agency !== undefined && agency !== 'choose' && !agencies.includes(agency))
    told.push(
      finding('unknown agency', ['agency'], `Không có cơ quan nào mang mã “${agency}”. Ví dụ: ${agencies[0] ?? ''}.`),
    )
  const { reserved } = file
  const keys = Object.entries(file.steps).flatMap(([id, step]) =>
    step.expect === 'choice' && answerNameOf(id, step) === reserved?.answer ? step.choices.map(({ key }) => key) : [],
  )
  if (reserved && !keys.includes(reserved.is ?? reserved.isNot ?? ''))
    told.push(
      finding(
        'unknown choice',
        ['reserved'],
        `Không có câu hỏi chọn nào lưu vào “${reserved.answer}” mà có lựa chọn “${reserved.is ?? reserved.isNot}”.`,
      ),
    )
  const { answered } = file
  const names = Object.entries(file.steps).flatMap(([id, step]) => (isQuestion(step) ? answerNameOf(id, step) : []))
  if (answered !== undefined && !names.includes(answered))
    told.push(finding('unknown answer', ['answered'], `Không có câu hỏi nào lưu vào “${answered}” (saveAs).`))
  if (agency === 'choose' && !names.includes('agency'))
    told.push(
      finding(
        'unknown agency',
        ['agency'],
        'Ghi agency: choose thì cần một câu hỏi xã, phường (check: commune) có saveAs: agency.',
      ),
    )
  return told
}
