/**
 * Bounds of what an author may write, each several times what the longest real procedure needs (330 lines, 30 steps).
 * A text beyond them is a mistake or an attack: it is told so before anything looks at it more closely.
 */
export const LIMITS = {
  flow: { letters: 200_000, lines: 5_000 },
  examples: { letters: 100_000, lines: 3_000 },
  /** Words and signs of YAML: all, and on one line. The parser takes longer with their square. */
  signs: 60_000,
  signsOnLine: 2_000,
  /** How deep brackets or indents may stand in one another. */
  depth: 20,
  /** The columns a line may be indented by. */
  indent: 80,
  /** Keys of one map. */
  keys: 300,
  /** Nobody answers so many questions, and everything that looks at a flow takes longer with their square. */
  steps: 120,
  cases: 100,
  /** Lines of talk of all examples: each is a turn of the whole engine. */
  talk: 1_500,
  /** Letters of one message: Zalo takes no more. */
  message: 2_000,
} as const
