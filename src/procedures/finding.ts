/** A place in a text, counted from 1. */
export interface Spot {
  line: number
  column: number
}

/** Something an author must mend, in the author's language. */
export interface Finding extends Spot {
  rule: string
  message: string
}

/** A place in the file: step names, keys, indexes. */
export type Path = readonly (string | number)[]

/** Nobody reads further; what is left is told when these are mended. */
export const MOST_TOLD = 100

export const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => a.line - b.line || a.column - b.column)
