import { piecesOf } from './pieces.ts'

/** The lines, counted from 1, in which one step of a text is written. */
export interface StepLines {
  step: string
  from: number
  to: number
}

/** In the order of the text. Goes by margins alone, so that a text with mistakes still has places. */
export function stepLines(text: string): StepLines[] {
  return piecesOf(text.split(/\r?\n/), 'steps').flatMap(({ from, lines, isInside }) => {
    const [, step] = /^\s*([^\s:#]+)\s*:/.exec(lines[0] ?? '') ?? []
    if (!isInside || step === undefined) return []
    const last = lines.findLastIndex((line) => /^\s*[^\s#]/.test(line))
    return [{ step, from: from + 1, to: from + 1 + last }]
  })
}

/** The step in whose lines something stands. */
export const stepAt = (steps: readonly StepLines[], line: number): string | undefined =>
  steps.find(({ from, to }) => line >= from && line <= to)?.step
