import { isMap } from 'yaml'
import { flowSchema, type FlowFile } from '../conversation/flow/flow-format.ts'
import { cleanText } from './clean-text.ts'
import { type Finding, inOrder, MOST_TOLD, type Path } from './finding.ts'
import { KEYWORDS } from './keywords.ts'
import { LIMITS } from './limits.ts'
import { readPieces } from './pieces.ts'
import { readPlainly } from './read-plainly.ts'
import { readYaml, type YamlText } from './read-yaml.ts'
import { nearest, placeIn, sayGlued, sayGrammarMistake } from './say-mistake.ts'

/** A readable flow file together with the place of everything in it. */
export interface FlowSource {
  /** As it was typed. */
  text: string
  file: FlowFile
  /** The finding at the nearest place that exists. */
  finding: (rule: string, path: Path, message: string) => Finding
}

/** What can be read of a text with mistakes: steps that cannot stand in it as steps that only end. */
export interface Rest {
  source: FlowSource
  /** Steps and top-level entries of which nothing is known. */
  holes: ReadonlySet<string>
}

export type Loaded = { ok: true; source: FlowSource } | { ok: false; findings: Finding[]; rest?: Rest }

/** Reads YAML with the failsafe schema: every scalar stays the string that was typed. Odd letters are read as they were meant. */
export function load(typed: string): Loaded {
  const { text } = cleanText(typed)
  const file = plainFileIn(text)
  if (file) return { ok: true, source: { text: typed, file, finding: findingIn(text) } }
  const read = readYaml(text, LIMITS.flow)
  if (read.ok) return parse(typed, read.yaml, [], new Set())
  if (read.findings.some(({ rule }) => rule === 'file')) return read
  const { findings, rest, holes } = readPieces(text, 'steps', LIMITS.flow)
  if (findings.length === 0) return read
  const again = rest === undefined ? undefined : readYaml(rest, LIMITS.flow)
  return again?.ok ? parse(typed, again.yaml, findings, holes) : { ok: false, findings: told(findings) }
}

/** A whole and sound file, as most are; whatever has a mistake is read with care. */
function plainFileIn(text: string): FlowFile | undefined {
  const raw = readPlainly(text, LIMITS.flow)
  const parsed = raw === undefined ? undefined : flowSchema.safeParse(raw)
  return parsed?.success && Object.keys(parsed.data.steps).length <= LIMITS.steps ? parsed.data : undefined
}

/** Reads with care, to see where everything stands, when there is something to tell of a sound file. */
function findingIn(text: string): FlowSource['finding'] {
  let read: ReturnType<typeof readYaml> | undefined
  return (rule, path, message) => {
    read ??= readYaml(text, LIMITS.flow)
    return { rule, message, ...(read.ok ? read.yaml.placeOf(path) : { line: 1, column: 1 }) }
  }
}

const told = (findings: readonly Finding[]): Finding[] => inOrder(findings).slice(0, MOST_TOLD)

function parse(text: string, yaml: YamlText, broken: readonly Finding[], holes: ReadonlySet<string>): Loaded {
  const { document, placeOf } = yaml
  const finding = (rule: string, path: Path, message: string): Finding => ({ rule, message, ...placeOf(path) })
  const steps: unknown = document.get('steps', true)
  if (isMap(steps) && steps.items.length > LIMITS.steps)
    return {
      ok: false,
      findings: [
        { rule: 'file', message: `Quá ${LIMITS.steps} bước. Hãy chia thành hai thủ tục.`, line: 1, column: 1 },
      ],
    }
  const raw: unknown = document.toJS() ?? {}
  const parsed = flowSchema.safeParse(raw, { error: sayGrammarMistake })
  if (parsed.success) {
    const source = { text, file: parsed.data, finding }
    return broken.length === 0 ? { ok: true, source } : { ok: false, findings: told(broken), rest: { source, holes } }
  }
  // A top-level entry that was left out above is told there, not as missing once more.
  const lost = broken.length > holes.size
  const issues = parsed.error.issues.slice(0, MOST_TOLD).flatMap((issue) => findingsOf(issue, finding))
  const findings = told([...broken, ...issues.filter(({ message }) => !(lost && message.endsWith('còn thiếu.')))])
  const rest = restOf(raw, parsed.error.issues, holes)
  return {
    ok: false,
    findings,
    ...(rest && { rest: { source: { text, file: rest.file, finding }, holes: rest.holes } }),
  }
}

type Issue = NonNullable<ReturnType<typeof flowSchema.safeParse>['error']>['issues'][number]

function findingsOf(issue: Issue, finding: FlowSource['finding']): Finding[] {
  const path = pathOf(issue)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MOST_TOLD).map((key) => {
      const meant = nearest(key, KEYWORDS)
      const advice = meant === undefined ? '' : ` Có phải “${meant}”?`
      return finding(
        'format',
        [...path, key],
        sayGlued(key) ?? `Không có từ khóa “${key.slice(0, 60)}” ở đây.${advice}`,
      )
    })
  if (path.length === 0) return [finding('format', path, 'Tệp cần bắt đầu bằng các dòng format, flow, version, name.')]
  return [finding('format', path, `${placeIn(path)}: ${issue.message}.`)]
}

const pathOf = ({ path }: Issue): (string | number)[] =>
  path.filter((part): part is string | number => typeof part !== 'symbol')

/** Stand for entries that cannot be read; nothing is told of them. */
const STAND_INS: Readonly<Record<string, string>> = { format: '1', flow: 'x', version: '1', name: 'x', start: 'x' }
const HOLE = { expect: 'none', end: 'true' }

/** The file without what was told of it, so that mistakes elsewhere are told in the same go. */
function restOf(raw: unknown, issues: readonly Issue[], before: ReadonlySet<string>) {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined
  const file: Record<string, unknown> = { ...raw }
  const steps: Record<string, unknown> = typeof file['steps'] === 'object' ? { ...file['steps'] } : {}
  const holes = new Set(before)
  for (const issue of issues) {
    const [first, second] = issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : pathOf(issue)
    if (first === undefined) return undefined
    if (first === 'steps' && typeof second === 'string' && /^[a-z][a-z0-9_]*$/.test(second)) steps[second] = HOLE
    else if (first === 'steps' && typeof second === 'string') delete steps[second]
    else Reflect.deleteProperty(file, first)
    holes.add(String(first === 'steps' ? second : first))
  }
  const parsed = flowSchema.safeParse({ ...STAND_INS, ...file, steps })
  return parsed.success ? { file: parsed.data, holes } : undefined
}
