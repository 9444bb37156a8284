import { isNode, LineCounter, parseDocument, type Document } from 'yaml'
import { ZodError } from 'zod'
import type { Flows } from '../conversation/compiled-flow.ts'
import type { Finding } from './load.ts'
import { play, type Played } from './play.ts'
import { readCases, type Case } from './read-cases.ts'
import { sayYamlMistake } from './say-mistake.ts'

export interface Rehearsed extends Played {
  title: string
}

export interface Rehearsal {
  examples: Rehearsed[]
  /** Places are in the text of the examples. */
  findings: Finding[]
}

/** Every example is played each time somebody pauses in typing. */
const LARGEST = 100_000

/** Plays every example. A text that cannot be read is a finding, as is every example that comes out otherwise. */
export function rehearse(text: string, flows: Flows): Rehearsal {
  if (text.trim() === '') return { examples: [], findings: [] }
  if (text.length > LARGEST)
    return { examples: [], findings: [unreadable('dài quá, xin bớt ví dụ.', { line: 1, column: 1 })] }
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines })
  const placeOf = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const [broken] = document.errors
  if (broken) return { examples: [], findings: [unreadable(sayYamlMistake(broken.code), placeOf(broken.pos[0]))] }
  let cases: Case[]
  try {
    cases = readCases(text)
  } catch (error) {
    if (!(error instanceof ZodError)) throw error
    const findings = error.issues.map(({ path }) => {
      const known = path.filter((part): part is string | number => typeof part !== 'symbol')
      return unreadable(sayPlace(known), placeOf(startAt(document, known)))
    })
    return { examples: [], findings }
  }
  const examples = cases.map((example) => ({ title: example.title, ...play(example, flows) }))
  const findings = examples.flatMap(({ title, failures }, i) =>
    failures.map((failure) => ({
      rule: 'example',
      message: `Ví dụ “${title}”: ${failure}`,
      ...placeOf(startAt(document, ['cases', i])),
    })),
  )
  return { examples, findings }
}

/** `cases.2.talk.3`: the fourth line of the third example. */
function sayPlace([, example, , line]: readonly (string | number)[]): string {
  if (typeof example !== 'number') return 'cần bắt đầu bằng “cases:”, mỗi ví dụ một mục “- title: …” với “talk:”.'
  if (typeof line !== 'number') return `ví dụ thứ ${example + 1} cần “title” và “talk”, có thể thêm “start” và “at”.`
  return `ví dụ thứ ${example + 1}, dòng thứ ${line + 1} của “talk” không phải một việc đã biết, như “citizenSays: …” hoặc “botSays: …”.`
}

const unreadable = (what: string, place: { line: number; column: number }): Finding => ({
  rule: 'examples',
  message: `Tệp ví dụ: ${what}`,
  ...place,
})

/** Offset of the nearest place that exists. */
function startAt(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  const root: unknown = document.contents
  return isNode(root) && root.range ? root.range[0] : 0
}
