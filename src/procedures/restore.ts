import { isSeq, parseDocument } from 'yaml'
import type { FlowVersion } from './ports.ts'

const SORRY = 'Mẫu hồ sơ vừa được sửa lại. Các câu ông/bà đã trả lời được giữ nguyên.'

/**
 * An older text as it would be published again after `newest`. Of the same version it comes back as it was; otherwise as
 * the next version, with a move for those who are in the middle of a version (`from`) it says nothing about.
 */
export function restore(old: FlowVersion, newest: FlowVersion, from: readonly number[]): string {
  return old.version === newest.version ? old.source : raiseVersion(old.source, newest.version, from, SORRY)
}

/** The text as the version after `newest`; who is in the middle of `newest` or of one of `from` goes on in it, and is told `say`. */
export function raiseVersion(text: string, newest: number, from: readonly number[], say: string): string {
  const source = text.replace(/^version:.*$/m, `version: ${newest + 1}`)
  const document = parseDocument(source, { schema: 'failsafe' })
  const moves = document.get('moves', true)
  const known = isSeq(moves) ? moves.items.flatMap((_, i) => numbersOf(document.getIn(['moves', i, 'from']))) : []
  const missing = [...new Set([...from, newest])].filter((version) => !known.includes(version)).sort((a, b) => a - b)
  if (missing.length === 0) return source
  const move = `{ from: [${missing.join(', ')}], do: move, say: ${JSON.stringify(say)} }`
  if (!isSeq(moves)) return source.replace(/^version:.*$/m, (line) => `${line}\nmoves:\n  - ${move}`)
  const start = moves.range?.[0] ?? 0
  if (moves.flow) return `${source.slice(0, start + 1)}${move}, ${source.slice(start + 1)}`
  const lineStart = source.lastIndexOf('\n', start) + 1
  return `${source.slice(0, lineStart)}${source.slice(lineStart, start)}- ${move}\n${source.slice(lineStart)}`
}

const numbersOf = (from: unknown): number[] =>
  isSeq(from) ? from.items.map((item) => Number(String(item))) : [Number(String(from))]
