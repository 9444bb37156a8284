import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'

/** The lines, counted from 1, in which one step of a text is written. */
export interface StepLines {
  step: string
  from: number
  to: number
}

/** In the order of the text; as far as it can be read, so that a text with mistakes still has places. */
export function stepLines(text: string): StepLines[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines })
  const steps: unknown = document.get('steps', true)
  if (!isMap(steps)) return []
  return steps.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !key.range) return []
    const end = isNode(value) && value.range ? value.range[1] : key.range[1]
    const from = lines.linePos(key.range[0]).line
    return { step: String(key.value), from, to: Math.max(from, lines.linePos(Math.max(0, end - 1)).line) }
  })
}

/** The step in whose lines something stands. */
export const stepAt = (steps: readonly StepLines[], line: number): string | undefined =>
  steps.find(({ from, to }) => line >= from && line <= to)?.step
