import { answerNameOf, isQuestion } from '../../conversation/flow/flow-format.ts'
import type { Rule } from './rule.ts'

/** A card that fills an answer no question asks: who types instead would never be asked it. */
export const unknownFills: Rule = ({ file, finding }) => {
  const asked = new Set(
    Object.entries(file.steps).flatMap(([id, step]) => (isQuestion(step) ? answerNameOf(id, step) : [])),
  )
  return Object.entries(file.steps).flatMap(([id, step]) =>
    step.expect !== 'card'
      ? []
      : Object.entries(step.fills)
          .filter(([, name]) => !asked.has(name))
          .map(([field, name]) =>
            finding('card', ['steps', id, 'fills', field], `Không có câu nào hỏi “${name}” khi người dân tự nhập.`),
          ),
  )
}
