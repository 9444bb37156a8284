import { certainAt } from './certain.ts'
import type { Rule } from './rule.ts'

/** A step that lets something be picked, on a way that looked nothing up. */
export const blindPicks: Rule = ({ file, finding }) => {
  const certain = certainAt(file)
  return Object.entries(file.steps).flatMap(([id, step]) =>
    step.expect === 'pick' && certain.get(id)?.has('query') === false
      ? finding('pick', ['steps', id], `Có đường đến bước “${id}” mà chưa tra cứu gì để chọn (do: query …).`)
      : [],
  )
}
