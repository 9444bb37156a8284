import { z } from 'zod'
import { cleanText } from './clean-text.ts'
import { type Finding, inOrder, type Path, type Spot } from './finding.ts'
import { LIMITS } from './limits.ts'
import { readPieces } from './pieces.ts'
import { readYaml } from './read-yaml.ts'
import { sayGlued } from './say-mistake.ts'

const fact = z.record(z.string(), z.string())

/** One thing a query found, to be picked. Its answers are written as people read them, `value` when a program needs another. */
const option = z.strictObject({
  key: z.string(),
  label: z.string(),
  facts: fact.optional(),
  answers: z.record(z.string(), z.strictObject({ value: z.string(), shown: z.string() })).optional(),
})

/** What happens in one step of an example: the citizen writes or sends, an officer asks, or the program answers a query. */
const line = z.union([
  z.strictObject({ citizenSays: z.string().max(LIMITS.message) }),
  z.strictObject({
    citizenSends: z.enum(['photo', 'document', 'card', 'unreadable card', 'sticker', 'voice', 'wrong file']),
  }),
  z.strictObject({ officerAsks: z.string(), code: z.string() }),
  z.strictObject({ programFinds: fact, options: z.array(option).optional() }),
  z.strictObject({ programFinds: z.literal('nothing') }),
  /** Parts that must stand in what was answered since the citizen's last line, in this order. */
  z.strictObject({ botSays: z.union([z.string(), z.array(z.string())]) }),
  /** Parts that must not. */
  z.strictObject({ botDoesNotSay: z.string() }),
  /** The number of dossiers handed in so far; of supplements likewise. */
  z.strictObject({ filed: z.string() }),
])

/** A moment that exists, in the years that the calendar of this program knows. */
const isMoment = (text: string): boolean => {
  const at = Date.parse(`${text}:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) && /^20\d\d/.test(text)
}

const example = z.strictObject({
  title: z.string(),
  /** Where the example begins; the menu when absent. */
  start: z.string().optional(),
  /** Vietnam time, `2030-05-01T08:00`. */
  at: z.string().refine(isMoment).optional(),
  talk: z.array(line).min(1),
})

export type Case = z.infer<typeof example>
export type Line = z.infer<typeof line>

interface ExamplesRead {
  /** Those that can be played, with their place among all. */
  cases: { example: Case; index: number }[]
  findings: Finding[]
  placeOf: (path: Path) => Spot
}

const TOO_LONG = /^Tệp quá (lớn|dài):/
const SHORTEN = 'dài quá, xin bớt ví dụ:'

const nowhere = (): Spot => ({ line: 1, column: 1 })

/** Example conversations in the agency's words. One that is mistyped is told and left out; the others can be played. */
export function readExamples(typed: string): ExamplesRead {
  const { text } = cleanText(typed)
  if (text.trim() === '') return { cases: [], findings: [], placeOf: nowhere }
  const whole = readYaml(text, LIMITS.examples)
  if (whole.ok) return parse(whole.yaml.document.toJS(), whole.yaml.placeOf)
  const told = whole.findings.map(({ message, ...rest }) => unreadable(message.replace(TOO_LONG, SHORTEN), rest))
  if (whole.findings.some(({ rule }) => rule === 'file')) return { cases: [], findings: told, placeOf: nowhere }
  const { findings, rest } = readPieces(text, 'cases', LIMITS.examples)
  if (findings.length === 0) return { cases: [], findings: told, placeOf: nowhere }
  const broken = findings.map(({ message, ...place }) => unreadable(message, place))
  const again = rest === undefined ? undefined : readYaml(rest, LIMITS.examples)
  if (!again?.ok || again.yaml.document.contents === null) return { cases: [], findings: broken, placeOf: nowhere }
  const parsed = parse(again.yaml.document.toJS(), again.yaml.placeOf)
  // What is left may be nothing but the word at its head.
  const isEmpty = parsed.findings.some(({ message }) => message.endsWith(NO_CASES))
  return { ...parsed, findings: isEmpty ? broken : inOrder([...broken, ...parsed.findings]) }
}

function parse(raw: unknown, placeOf: ExamplesRead['placeOf']): ExamplesRead {
  const root = z.strictObject({ cases: z.array(z.unknown()) }).safeParse(raw)
  const tell = (path: Path, message: string): Finding => unreadable(message, placeOf(path))
  if (!root.success) return { cases: [], findings: [tell([], NO_CASES)], placeOf }
  const all = root.data.cases
  if (all.length > LIMITS.cases)
    return {
      cases: [],
      findings: [tell(['cases', LIMITS.cases], `có ${all.length} ví dụ, nhiều nhất ${LIMITS.cases}.`)],
      placeOf,
    }
  const read: ExamplesRead = { cases: [], findings: [], placeOf }
  let lines = 0
  all.forEach((it, index) => {
    const parsed = example.safeParse(it)
    if (parsed.success) {
      lines += parsed.data.talk.length
      read.cases.push({ example: parsed.data, index })
    } else
      read.findings.push(
        ...parsed.error.issues.map(({ path }) => {
          const known = path.filter((part): part is string | number => typeof part !== 'symbol')
          const [first, second] = known
          return tell(['cases', index, ...known], sayMistake(it, index, first, second))
        }),
      )
  })
  if (lines <= LIMITS.talk) return read
  const findings = [
    ...read.findings,
    tell(['cases'], `các ví dụ có ${lines} dòng “talk”, nhiều nhất ${LIMITS.talk}. Xin bớt ví dụ.`),
  ]
  return { cases: [], findings, placeOf }
}

const NO_CASES = 'cần bắt đầu bằng “cases:”, mỗi ví dụ một mục “- title: …” với “talk:”.'

function sayMistake(
  it: unknown,
  index: number,
  first: PropertyKey | undefined,
  second: PropertyKey | undefined,
): string {
  const which = `ví dụ thứ ${index + 1}`
  if (first === 'at') return `${which}: “at” cần là một lúc có thật, ví dụ 2030-05-01T08:00.`
  if (first !== 'talk' || typeof second !== 'number')
    return `${which} cần “title” và “talk”, có thể thêm “start” và “at”.`
  const said = (it as { talk: unknown[] }).talk[second]
  const glued = typeof said === 'string' ? sayGlued(said) : undefined
  if (glued !== undefined) return `${which}, dòng thứ ${second + 1} của “talk”: ${glued}`
  if (isTooLong(said)) return `${which}, dòng thứ ${second + 1} của “talk” dài quá ${LIMITS.message} chữ cái.`
  return `${which}, dòng thứ ${second + 1} của “talk” không phải một việc đã biết, như “citizenSays: …” hoặc “botSays: …”.`
}

const isTooLong = (said: unknown): boolean =>
  typeof said === 'object' && said !== null && 'citizenSays' in said && String(said.citizenSays).length > LIMITS.message

const unreadable = (what: string, { line, column }: Spot): Finding => ({
  rule: 'examples',
  message: `Tệp ví dụ: ${what}`,
  line,
  column,
})
