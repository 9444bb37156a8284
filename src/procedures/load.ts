import { LineCounter, isMap, isNode, isScalar, parseDocument, visit, type Document } from 'yaml'
import { flowSchema, type FlowFile } from '../conversation/flow-format.ts'
import { KEYWORDS } from './keywords.ts'
import { nearest, placeIn, sayGrammarMistake, sayYamlMistake } from './say-mistake.ts'

/** Something an author must mend, in the author's language. `line` and `column` count from 1. */
export interface Finding extends Place {
  rule: string
  message: string
}

/** A place in the file: step names, keys, indexes. */
export type Path = readonly (string | number)[]

/** A readable flow file together with the place of everything in it. */
export interface FlowSource {
  text: string
  file: FlowFile
  /** The finding at the nearest place that exists. */
  finding: (rule: string, path: Path, message: string) => Finding
}

export type Loaded = { ok: true; source: FlowSource } | { ok: false; findings: Finding[] }

interface Place {
  line: number
  column: number
}

type PlaceAt = (offset: number) => Place

/** More than any real flow needs; a larger one is a mistake or an attack on the parser. */
const LARGEST = 200_000

/** Nobody answers so many questions, and everything that looks at a flow takes longer with their square. */
const MOST_STEPS = 120

/** Reads YAML with the failsafe schema: every scalar stays the string that was typed. */
export function load(text: string): Loaded {
  if (text.length > LARGEST)
    return { ok: false, findings: [{ rule: 'file', message: 'Tệp quá lớn.', line: 1, column: 1 }] }
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: true, prettyErrors: false })
  // One slip of the pen makes the parser stumble over the lines after it: only the first is told.
  const [error] = document.errors
  const placeAt = createPlaceAt(text)
  if (error)
    return { ok: false, findings: [{ rule: 'yaml', message: sayYamlMistake(error.code), ...placeAt(error.pos[0]) }] }
  // An alias lets ten lines unfold into a million, and a clerk would not expect a step to change in two places.
  let alias: number | undefined
  visit(document, {
    Alias: (_, node) => {
      alias = node.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  if (alias !== undefined)
    return {
      ok: false,
      findings: [{ rule: 'yaml', message: 'Không dùng ký hiệu & và * của YAML.', ...placeAt(alias) }],
    }
  const steps: unknown = document.get('steps', true)
  if (isMap(steps) && steps.items.length > MOST_STEPS)
    return {
      ok: false,
      findings: [{ rule: 'file', message: `Quá ${MOST_STEPS} bước. Hãy chia thành hai thủ tục.`, line: 1, column: 1 }],
    }
  const finding = (rule: string, path: Path, message: string): Finding => ({
    rule,
    message,
    ...placeOf(document, placeAt, path),
  })
  const parsed = flowSchema.safeParse(document.toJS() ?? {}, { error: sayGrammarMistake })
  if (parsed.success) return { ok: true, source: { text, file: parsed.data, finding } }
  const findings = parsed.error.issues.map((issue) => {
    const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol')
    if (issue.code === 'unrecognized_keys') {
      const [key = ''] = issue.keys
      const meant = nearest(key, KEYWORDS)
      const advice = meant === undefined ? '' : ` Có phải “${meant}”?`
      return finding('format', [...path, key], `Không có từ khóa “${issue.keys.join(', ')}” ở đây.${advice}`)
    }
    if (path.length === 0) return finding('format', path, 'Tệp cần bắt đầu bằng các dòng format, flow, version, name.')
    return finding('format', path, `${placeIn(path)}: ${issue.message}.`)
  })
  return { ok: false, findings }
}

function placeOf(document: Document, placeAt: PlaceAt, path: Path): Place {
  for (let length = path.length; length >= 0; length--) {
    const start = length === 0 ? startOf(document.contents) : startAt(document, path.slice(0, length))
    if (start !== undefined) return placeAt(start)
  }
  return { line: 1, column: 1 }
}

/** Lines are counted when the first place is asked for: most texts have nothing to tell, and counting costs a sixth. */
function createPlaceAt(text: string): PlaceAt {
  let lines: LineCounter | undefined
  return (offset) => {
    if (!lines) {
      lines = new LineCounter()
      for (let start = 0; start >= 0;) {
        lines.addNewLine(start)
        const end = text.indexOf('\n', start)
        start = end < 0 ? -1 : end + 1
      }
    }
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined)

/** Of a key with its value the key: that is where an author looks for it. */
function startAt(document: Document, path: Path): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
  return startOf(pair ? pair.key : document.getIn(path, true))
}
