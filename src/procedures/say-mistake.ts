import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import { EXAMPLE_WORDS, KEYWORDS } from './keywords.ts'

/** Longer words are no slips of a known one, and comparing them takes their square. */
const LONGEST_WORD = 80

/** What was most likely meant: at most two letters away, and never half the word. */
export const nearest = (typed: string, known: readonly string[]): string | undefined =>
  typed.length > LONGEST_WORD
    ? undefined
    : known
        .filter((word) => Math.abs(word.length - typed.length) <= 2)
        .map((word) => ({ word, away: distance(word, typed) }))
        .filter(({ word, away }) => away > 0 && away <= 2 && away * 2 < word.length)
        .sort((a, b) => a.away - b.away)[0]?.word

const YAML: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Dòng này thụt vào bằng phím Tab. Hãy thụt bằng dấu cách, mỗi bậc hai dấu cách.',
  BAD_INDENT: 'Dòng này thụt lệch với các dòng cùng bậc, hoặc ở trên thiếu dấu đóng ] hay }.',
  BLOCK_AS_IMPLICIT_KEY: "Trong câu có dấu hai chấm. Hãy đặt cả câu trong dấu nháy đơn: say: 'Lưu ý: …'",
  MULTILINE_IMPLICIT_KEY: 'Thiếu dấu hai chấm sau từ khóa, hoặc dòng này thụt lệch.',
  MISSING_CHAR: 'Thiếu một dấu: dấu hai chấm sau từ khóa, dấu nháy đóng, dấu phẩy, hay dấu đóng ] hoặc }.',
  DUPLICATE_KEY: 'Tên này đã có ở trên. Mỗi tên bước, mỗi từ khóa trong một bước chỉ viết một lần.',
  MULTIPLE_DOCS: 'Dòng --- hoặc ... chia tệp làm hai. Hãy bỏ dòng đó.',
  BAD_SCALAR_START: 'Câu bắt đầu bằng một ký tự đặc biệt. Hãy đặt cả câu trong dấu nháy đơn.',
  BAD_DQ_ESCAPE: 'Dấu \\ trong nháy kép có nghĩa riêng. Hãy dùng nháy đơn.',
  UNEXPECTED_TOKEN: 'Chỗ này thừa chữ hoặc dấu. Nếu là một phần của câu, hãy đặt cả câu trong dấu nháy đơn.',
}

const GLUED = new RegExp(`^\\s*(?:- +)*(${[...KEYWORDS, ...EXAMPLE_WORDS].join('|')}):(?=\\S)`)
const CURLY = /(?:: |- |^)[‘’“”]/

/** `expect:text`: a word of the grammar with no space after its colon, as it should have been written. */
export function sayGlued(line: string): string | undefined {
  const [, word] = GLUED.exec(line) ?? []
  if (word === undefined) return undefined
  const rest = line.slice(line.indexOf(`${word}:`) + word.length + 1).trim()
  return `Thiếu dấu cách sau dấu hai chấm. Hãy viết “${word}: ${rest.length > 40 ? `${rest.slice(0, 39)}…` : rest}”.`
}

/** A mistake of writing and how to mend it. The parser may stumble only at the line after the one that it is in. */
export function sayYamlMistake(code: string, lines: readonly string[], line: number): { text: string; line: number } {
  for (const at of [line, line - 1, line + 1]) {
    const text = sayGlued(lines[at - 1] ?? '')
    if (text !== undefined) return { text, line: at }
  }
  if (/^ *\t/.test(lines[line - 1] ?? '')) return { text: YAML['TAB_AS_INDENT'] ?? '', line }
  if (CURLY.test((lines[line - 1] ?? '').trim()))
    return { text: "Dấu nháy cong ‘ ’ “ ” không bao được một câu. Hãy dùng dấu nháy thẳng: '…'", line }
  return {
    text: YAML[code] ?? 'Chỗ này không đúng cách viết. Xin xem lại dấu hai chấm, dấu nháy và cách thụt đầu dòng.',
    line,
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'cần là chữ, trên cùng một dòng hoặc sau dấu |',
  array: 'cần là danh sách, mỗi mục một dòng bắt đầu bằng “- ”',
  object: 'cần có các từ khóa thụt vào bên dưới',
  record: 'cần có các mục thụt vào bên dưới',
}

const NAME = 'tên chỉ gồm chữ thường không dấu, số và dấu gạch dưới'

const listed = (values: readonly unknown[]): string => values.map(String).join(', ')

/** A mistake of grammar, where the grammar has no sentence of its own for it. Follows the place it is told with. */
export function sayGrammarMistake(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'còn thiếu'
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? 'không đúng mẫu'
    case 'too_small':
      return issue.origin === 'array' ? 'cần ít nhất một mục' : 'đang để trống'
    case 'too_big':
      return `có nhiều nhất ${String(issue.maximum)} mục`
    case 'invalid_value':
      return `cần là một trong: ${listed(issue.values)}`
    case 'invalid_union':
      if (Array.isArray(issue['options'])) return `cần là một trong: ${listed(issue['options'] as unknown[])}`
      return issue.path?.at(-1) === 'next' ? `cần là tên một bước; ${NAME}` : 'không đúng mẫu'
    case 'invalid_key':
      return NAME
    case 'invalid_format':
      return issue.format === 'url' ? 'cần là địa chỉ đầy đủ, ví dụ https://dichvucong.gov.vn' : 'không đúng mẫu'
    default:
      return 'không đúng mẫu'
  }
}

/** `Bước “ho_ten”, mục “check”`; empty for the whole text. */
export function placeIn(path: readonly (string | number)[]): string {
  const [first, second, ...rest] = path
  const names = (parts: readonly (string | number)[]): string =>
    parts.map((part) => (typeof part === 'number' ? String(part + 1) : part)).join(' › ')
  if (first === undefined) return ''
  if (first !== 'steps' || second === undefined) return `Mục “${names(path)}”`
  return rest.length === 0 ? `Bước “${String(second)}”` : `Bước “${String(second)}”, mục “${names(rest)}”`
}
