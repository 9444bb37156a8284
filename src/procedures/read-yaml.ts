import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type YAMLMap } from 'yaml'
import { composeYaml } from './compose-yaml.ts'
import type { Finding, Path, Spot } from './finding.ts'
import { LIMITS } from './limits.ts'
import { sayYamlMistake } from './say-mistake.ts'
import { scanYaml } from './scan-yaml.ts'

/** A text as YAML's failsafe schema reads it: every scalar stays the string that was typed. */
export interface YamlText {
  document: Document
  /** The nearest place that exists. Of a key with its value the key: that is where an author looks for it. */
  placeOf: (path: Path) => Spot
  /** Lines of a node, first and last. */
  linesOf: (node: unknown) => { from: number; to: number } | undefined
}

type YamlRead = { ok: true; yaml: YamlText } | { ok: false; findings: Finding[] }

/** Never throws, and takes no longer than the text is long. All that stands twice is told; of other mistakes the first. */
export function readYaml(text: string, limits: { letters: number; lines: number }): YamlRead {
  const scanned = scanYaml(text, limits)
  if (!scanned.ok) return { ok: false, findings: [scanned.finding] }
  const spotAt = createSpotAt(text)
  const document = composeYaml(scanned.signs, text.length)
  const [error] = document.errors
  if (error) {
    const spot = spotAt(error.pos[0])
    const message = sayYamlMistake(error.code, text.split('\n'), spot.line)
    return {
      ok: false,
      findings: [
        {
          rule: 'yaml',
          message: message.text,
          line: message.line,
          column: message.line === spot.line ? spot.column : 1,
        },
      ],
    }
  }
  const twice = repeatedKeys(document, spotAt)
  if (twice.length > 0) return { ok: false, findings: twice }
  const startAt = (path: Path): number | undefined => {
    if (path.length === 0) return startOf(document.contents)
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
    return startOf(pair ? pair.key : document.getIn(path, true))
  }
  const placeOf = (path: Path): Spot => {
    for (let length = path.length; length >= 0; length--) {
      const start = startAt(path.slice(0, length))
      if (start !== undefined) return spotAt(start)
    }
    return { line: 1, column: 1 }
  }
  const linesOf = (node: unknown) => {
    if (!isNode(node) || !node.range) return undefined
    const from = spotAt(node.range[0]).line
    return { from, to: Math.max(from, spotAt(Math.max(0, node.range[1] - 1)).line) }
  }
  return { ok: true, yaml: { document, placeOf, linesOf } }
}

/** Lines are counted when the first place is asked for: most texts have nothing to tell, and counting costs a sixth. */
function createSpotAt(text: string): (offset: number) => Spot {
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

const TWICE = 'Tên này đã có ở trên. Mỗi tên bước, mỗi từ khóa trong một bước chỉ viết một lần.'
const TOO_MANY = `Ở đây có quá ${LIMITS.keys} mục.`
const NO_NAME = 'Tên mục phải là một từ, không phải một danh sách.'

function repeatedKeys(document: Document, spotAt: (offset: number) => Spot): Finding[] {
  const findings: Finding[] = []
  const look = ({ items, range }: YAMLMap): void => {
    const tell = (rule: string, message: string, at: unknown = undefined) =>
      findings.push({ rule, message, ...spotAt(startOf(at) ?? range?.[0] ?? 0) })
    if (items.length > LIMITS.keys) tell('file', TOO_MANY)
    const known = new Set<unknown>()
    for (const { key } of items.slice(0, LIMITS.keys)) {
      if (!isScalar(key)) tell('yaml', NO_NAME, key)
      else if (known.has(key.value)) tell('yaml', TWICE, key)
      else known.add(key.value)
    }
  }
  const lookInside = (node: unknown): void => {
    if (isSeq(node)) node.items.forEach(lookInside)
    if (!isMap(node)) return
    look(node)
    for (const { key, value } of node.items) {
      lookInside(key)
      lookInside(value)
    }
  }
  lookInside(document.contents)
  return findings
}
