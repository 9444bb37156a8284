import { createHash } from 'node:crypto'
import type { FlowFile } from '../conversation/flow/flow-format.ts'
import { newestOfAll } from './catalogue.ts'
import { codeMark } from './code-mark.ts'
import type { FlowReadings, FlowVersion } from './ports.ts'
import { soundIn } from './sound-in.ts'

/**
 * Adds to `files` what the texts in force say, so that a start reads only those that no start of the same program has read
 * before. A kept file is found by its text and the program that read it, so it can be neither of another text nor stale.
 * Answers with how to keep what is new: nobody need wait for that before the program is ready.
 */
export async function readAhead(
  rows: readonly FlowVersion[],
  readings: FlowReadings,
  files: Map<string, FlowFile>,
  mark = codeMark(),
): Promise<() => Promise<void>> {
  const texts = new Set([...newestOfAll(rows).ofFlow.values()].map(({ source }) => source))
  const kept = await readings.all(mark)
  const hashes = new Map([...texts].map((text) => [text, hashOf(mark, text)]))
  for (const [text, hash] of hashes) {
    if (files.has(text)) continue
    const file = parse(kept.get(hash)) ?? soundIn(text)
    if (typeof file !== 'string') files.set(text, file)
  }
  const fresh = [...hashes].flatMap(([text, hash]) => {
    const file = kept.has(hash) ? undefined : files.get(text)
    return file ? [{ hash, file }] : []
  })
  return async () => {
    if (fresh.length === 0) return
    await readings.keep(
      mark,
      fresh.map(({ hash, file }) => ({ hash, file: JSON.stringify(file) })),
    )
  }
}

const hashOf = (mark: string, text: string): string =>
  createHash('sha256').update(`${mark}\n${text}`).digest('hex').slice(0, 32)

/** Nothing where somebody damaged it by hand: the text itself is there. */
function parse(kept: string | undefined): FlowFile | undefined {
  if (kept === undefined) return undefined
  try {
    return JSON.parse(kept) as FlowFile
  } catch {
    return undefined
  }
}
