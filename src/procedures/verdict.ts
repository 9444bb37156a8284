import type { Move } from '../conversation/flow/flow-format.ts'
import type { Finding, Spot } from './finding.ts'

/** What pages need of a text that was read, so that nobody reads it again. */
export interface Outline {
  flow: string
  name: string
  version: number
  start: string
  steps: readonly string[]
  moves: readonly Move[]
  /** Where it is told that people are in the middle of older versions. */
  at: { version: Spot; moves: readonly Spot[] }
}

/** What publishing the text would add. */
export type Plan =
  | { outcome: 'published'; version: number; revision: number; shape: string; isFirst: boolean }
  | { outcome: 'unchanged' | 'refused' }

/**
 * What the program thinks of a text and its examples. Plain JSON, so that a thread can answer it and a row can keep it.
 * It rests on the two texts, on what is published and on the program, never on who is in the middle.
 */
export interface Verdict {
  /** Absent while the text cannot be read. */
  outline?: Outline
  /** In the order of the text. */
  findings: Finding[]
  /** Places are in the text of the examples. */
  caseFindings: Finding[]
  /** How many examples were played, well or not. */
  played: number
  /** Something could not be looked at before what was found is mended: there may be more. */
  isPartial: boolean
  plan: Plan
}
