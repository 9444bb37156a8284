import { isNode, parseDocument } from 'yaml'
import type { Flows } from '../conversation/flow/compiled-flow.ts'
import { play } from './play.ts'
import { readExamples } from './read-examples.ts'

/**
 * The answer to a new question, written into every example at the place where the question is now asked. Examples that come
 * out otherwise for another reason are left for their author, who is told when they are played.
 */
export function insertAnswers(
  text: string,
  at: string,
  answer: string,
  flows: Flows,
): { text: string; adapted: number } {
  const { cases } = readExamples(text)
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'error' })
  const edits: { offset: number; text: string }[] = []
  let adapted = 0
  for (const { example, index } of cases) {
    // Whoever comes to it once more corrects an answer, and says which.
    const line = play(example, flows).rests.indexOf(at)
    const node = document.getIn(['cases', index, 'talk', line], true)
    const start = line >= 0 && isNode(node) ? node.range?.[0] : undefined
    if (start === undefined) continue
    const offset = text.lastIndexOf('\n', start) + 1
    const margin = /^ *(?=- )/.exec(text.slice(offset, start))?.[0]
    if (margin === undefined) continue
    edits.push({ offset, text: `${margin}- citizenSays: '${answer.replaceAll("'", "''")}'\n` })
    adapted++
  }
  const inserted = edits
    .sort((a, b) => b.offset - a.offset)
    .reduce((now, { offset, text: line }) => now.slice(0, offset) + line + now.slice(offset), text)
  return { text: inserted, adapted }
}
