import { isMap, isSeq } from 'yaml'
import type { Finding } from './finding.ts'
import { readYaml } from './read-yaml.ts'
import { sayGlued } from './say-mistake.ts'

/** What can be said of a text that does not parse as a whole. */
interface Pieced {
  findings: Finding[]
  /** The text with an empty piece in the place of each broken one, line by line as before; absent when it still does not parse. */
  rest?: string
  /** Steps that were left out. */
  holes: ReadonlySet<string>
}

interface Piece {
  from: number
  lines: string[]
  isInside: boolean
}

/**
 * One slip of the pen makes a parser stumble over all lines after it. So each top-level entry, and each step or example
 * inside `container`, is read by itself: every one tells its own first mistake, and those without any can be looked at further.
 */
export function readPieces(
  text: string,
  container: 'steps' | 'cases',
  limits: { letters: number; lines: number },
): Pieced {
  const lines = text.split('\n')
  const findings: Finding[] = []
  const holes = new Set<string>()
  for (const { from, lines: own, isInside } of piecesOf(lines, container)) {
    const read = readYaml(own.join('\n'), limits)
    const contents = read.ok ? read.yaml.document.contents : null
    const isFit = isMap(contents) || isSeq(contents) || own.every((line) => /^\s*(#|---|$)/.test(line))
    if (read.ok && isFit) continue
    const told: readonly Finding[] = read.ok
      ? [{ rule: 'yaml', message: sayGlued(own[0] ?? '') ?? NO_COLON, line: 1, column: 1 }]
      : read.findings
    findings.push(...told.map((finding) => ({ ...finding, line: finding.line + from })))
    const [, indent = '', name] = /^(\s*)([a-z][a-z0-9_]*)\s*:/.exec(own[0] ?? '') ?? []
    lines.fill('', from, from + own.length)
    if (container !== 'steps' || !isInside || name === undefined) continue
    holes.add(name)
    lines[from] = `${indent}${name}: { expect: none, end: true }`
  }
  const rest = lines.join('\n')
  return { findings, holes, ...(findings.length > 0 && readYaml(rest, limits).ok && { rest }) }
}

const NO_COLON = 'Dòng này thiếu dấu hai chấm và dấu cách sau từ khóa, ví dụ: next: ho_ten'

/** Where a new entry begins: at the margin, and inside the container at the indent of its first entry. */
export function piecesOf(lines: readonly string[], container: 'steps' | 'cases'): Piece[] {
  const pieces: Piece[] = []
  let inner: RegExp | undefined
  let isInside = false
  lines.forEach((line, at) => {
    const isEntry = /^[^\s#]/.test(line) && !(isInside && container === 'cases' && line.startsWith('-'))
    if (isEntry) isInside = new RegExp(`^${container}\\s*:\\s*(#.*)?$`).test(line)
    const indent = /^( *)[^\s#]/.exec(line)?.[1]
    if (isInside && !isEntry && inner === undefined && indent !== undefined) inner = new RegExp(`^${indent}[^\\s#]`)
    const begins = isEntry || (isInside && inner?.test(line) === true)
    if (begins || pieces.length === 0) pieces.push({ from: at, lines: [line], isInside: isInside && !isEntry })
    else pieces.at(-1)?.lines.push(line)
  })
  return pieces
}
