import { questionsOf } from '../../conversation/flow/together.ts'
import { certainAt, EVERYTHING } from './certain.ts'
import type { Rule } from './rule.ts'
import { FACTS } from './unknown-placeholders.ts'

/** A `{name}` said on a way on which its question was not asked yet: the citizen would read a gap. */
export const earlyReads: Rule = ({ file, finding }) => {
  const asked = new Set(
    Object.values(file.steps).flatMap((step) => ('saveAs' in step && step.saveAs ? [step.saveAs] : [])),
  )
  const certain = certainAt(file)
  return Object.entries(file.steps).flatMap(([id, step]) => {
    const known = certain.get(id)
    if (!known || known.has(EVERYTHING)) return []
    return questionsOf(step).flatMap(([path, text]) => {
      const names = new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ''))
      return [...names]
        .filter((name) => asked.has(name) && !FACTS.includes(name) && !known.has(`answer:${name}`))
        .map((name) =>
          finding('read too early', ['steps', id, ...path], `Có đường đến bước “${id}” mà chưa hỏi {${name}}.`),
        )
    })
  })
}
