import type { FlowFile } from '../../conversation/flow/flow-format.ts'
import { isSaidThen } from '../../conversation/flow/said-then.ts'
import { questionsOf } from '../../conversation/flow/together.ts'
import type { Rule } from './rule.ts'

/** Facts the program fills in: of a filed dossier, of a looked-up one or of a permit, of an officer's question. */
export const FACTS: readonly string[] = [
  'code',
  'secret',
  'status',
  'procedure',
  'filedAt',
  'updatedAt',
  'note',
  'next',
  'list',
  'dossier',
  'question',
  'permitName',
  'number',
  'period',
  'validUntil',
]

const namesIn = (text: string): string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '')

const savedIn = (file: FlowFile): string[] =>
  Object.values(file.steps).flatMap((step) => ('saveAs' in step && step.saveAs ? [step.saveAs] : []))

/** A `{name}` that nothing will ever fill. */
export const unknownPlaceholders: Rule = ({ file, finding }) => {
  const known = new Set([...FACTS, ...savedIn(file), ...(file.grants === undefined ? [] : ['longestDays'])])
  return Object.entries(file.steps).flatMap(([id, step]) =>
    questionsOf(step).flatMap(([path, text]) =>
      namesIn(text)
        .filter((name) => !known.has(name) && !isSaidThen(name))
        .map((name) => finding('placeholder', ['steps', id, ...path], `Không có gì để điền vào {${name}}.`)),
    ),
  )
}
