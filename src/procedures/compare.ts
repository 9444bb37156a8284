import { diffLines } from 'diff'

/** A line of two texts laid over each other, with its number in each, from 1. */
export type DiffLine =
  | { kind: 'same' | 'added' | 'removed'; text: string; before?: number; after?: number }
  /** Equal lines that need not be read. */
  | { kind: 'skipped'; lines: number }

/** Equal lines shown on both sides of a change. */
const CONTEXT = 3

/** Lines that differ. Looking for what stayed takes their square, and nobody reads so many. */
const MOST_CHANGES = 1_500
/** Lines shown of a text that was replaced as a whole. */
const MOST_SHOWN = 300

/** What changes from one text to another, line by line. Only the neighbourhood of changes is told. */
export function compareTexts(before: string, after: string): DiffLine[] {
  let [old, fresh] = [0, 0]
  // The last line may lack its break on one side only; that is no difference to an author.
  const changes =
    diffLines(closed(before), closed(after), { maxEditLength: MOST_CHANGES }) ?? replaced(closed(before), closed(after))
  const parts = changes.map(({ added, removed, value }) => {
    const texts = value.replace(/\n$/, '').split('\n')
    return texts.map((text): Exclude<DiffLine, { kind: 'skipped' }> => {
      if (added) return { kind: 'added', text, after: ++fresh }
      if (removed) return { kind: 'removed', text, before: ++old }
      return { kind: 'same', text, before: ++old, after: ++fresh }
    })
  })
  return parts.flatMap((lines, i) =>
    lines[0]?.kind === 'same' ? folded(lines, i > 0 ? CONTEXT : 0, i < parts.length - 1 ? CONTEXT : 0) : lines,
  )
}

const head = (text: string): string => text.split('\n').slice(0, MOST_SHOWN).join('\n')
const replaced = (before: string, after: string) => [
  { added: false, removed: true, value: `${head(before)}\n` },
  { added: true, removed: false, value: `${head(after)}\n` },
]

const closed = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

/** The first and last few lines of an equal stretch. A fold of one line would save nothing. */
function folded(lines: readonly DiffLine[], head: number, tail: number): DiffLine[] {
  const hidden = lines.length - head - tail
  if (hidden <= 1) return [...lines]
  return [...lines.slice(0, head), { kind: 'skipped', lines: hidden }, ...lines.slice(lines.length - tail)]
}
