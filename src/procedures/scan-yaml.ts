import { Lexer } from 'yaml'
import type { Finding, Spot } from './finding.ts'
import { LIMITS } from './limits.ts'

/** Marks of the lexer that stand for no letter of the text. */
const SCALAR = '\x1f'
const EMPTY = new Set(['\x02', '\x18', SCALAR])

const SHORTHAND = "Câu bắt đầu bằng dấu &, * hoặc ! phải đặt trong dấu nháy đơn, ví dụ '*101#'."

/** The signs of a text, so that the parser need not look for them again. */
type Scanned = { ok: true; signs: readonly string[] } | { ok: false; finding: Finding }

/**
 * Looks at the signs of a text before the parser does, whose time grows with the square of some of them. Also refuses what
 * an author never means: names and tags of YAML, which let ten lines unfold into a million.
 */
export function scanYaml(text: string, limits: { letters: number; lines: number }): Scanned {
  if (text.length > limits.letters)
    return told({ line: 1, column: 1 }, `Tệp quá lớn: có ${text.length} chữ cái, nhiều nhất ${limits.letters}.`)
  const lines = text.split('\n').length
  if (lines > limits.lines)
    return told({ line: limits.lines + 1, column: 1 }, `Tệp quá dài: có ${lines} dòng, nhiều nhất ${limits.lines}.`)
  return scanSigns(text)
}

function scanSigns(text: string): Scanned {
  const all: string[] = []
  const spot: Spot = { line: 1, column: 1 }
  let [signs, onLine, opened, dashes] = [0, 0, 0, 0]
  let [before, isScalar] = ['', false]
  let named: Scanned | undefined
  for (const sign of new Lexer().lex(text)) {
    all.push(sign)
    if (EMPTY.has(sign)) {
      isScalar = sign === SCALAR
      continue
    }
    const what = isScalar ? SCALAR : (sign[0] ?? '')
    isScalar = false
    if (what === '[' || what === '{') opened++
    if (what === ']' || what === '}') opened--
    if (sign === '-' || sign === '?') dashes++
    const isIndent = what === ' ' && spot.column === 1
    if (what === '*' && sign.length > 1) return told(spot, SHORTHAND, 'yaml')
    if ('&!'.includes(what) && sign.length > 1) named ??= told(spot, SHORTHAND, 'yaml')
    if (what === ',' && before === ',') return told(spot, 'Thừa một dấu phẩy.')
    if (++signs > LIMITS.signs || ++onLine > LIMITS.signsOnLine) return told(spot, TOO_MANY)
    if (opened > LIMITS.depth || dashes > LIMITS.depth || (isIndent && sign.length > LIMITS.indent))
      return told(spot, TOO_DEEP)
    if (what.trim() !== '') before = what
    const lastBreak = sign.lastIndexOf('\n')
    spot.column = lastBreak < 0 ? spot.column + sign.length : sign.length - lastBreak
    if (lastBreak < 0) continue
    spot.line += sign.split('\n').length - 1
    onLine = 0
    dashes = 0
  }
  return named ?? { ok: true, signs: all }
}

const TOO_MANY = `Quá nhiều từ và dấu: nhiều nhất ${LIMITS.signs} trong cả tệp, ${LIMITS.signsOnLine} trên một dòng.`
const TOO_DEEP = `Các mục lồng trong nhau quá sâu: nhiều nhất ${LIMITS.depth} bậc.`

const told = (spot: Spot, message: string, rule = 'file'): Scanned => ({
  ok: false,
  finding: { rule, message, ...spot },
})
