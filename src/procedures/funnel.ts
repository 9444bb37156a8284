import { addedUp, type Counted, UNCOUNTED } from '../conversation/session/turned.ts'
import type { Pinned, StepCount } from './ports.ts'

/** What became of the filings that came to one step. */
export interface StepFigures extends Record<Counted, number> {
  /** Conversations that rest there now. */
  waiting: number
  /** Came, did not answer and are not there any more. */
  left: number
}

export const NO_FIGURES: StepFigures = { ...UNCOUNTED, waiting: 0, left: 0 }

/** Of what was typed the share that was understood, from 0 to 1; nothing is known where nobody typed. */
export const shareUnderstood = ({ typed, missed }: Pick<StepFigures, 'typed' | 'missed'>): number | undefined =>
  typed === 0 ? undefined : 1 - missed / typed

/** All steps together: what was typed to a procedure, and missed. */
export const typedAt = (figures: ReadonlyMap<string, StepFigures>): Record<Counted, number> =>
  [...figures.values()].reduce<Record<Counted, number>>(addedUp, UNCOUNTED)

/** Figures by step of one version. A step nobody came to is absent. */
export function funnelOf(
  flow: string,
  version: number,
  counts: readonly StepCount[],
  pinned: readonly Pinned[],
): ReadonlyMap<string, StepFigures> {
  const figures = new Map<string, StepFigures>()
  const isOwn = (row: { flow: string; version: number }): boolean => row.flow === flow && row.version === version
  const figuresAt = (step: string): StepFigures => figures.get(step) ?? NO_FIGURES
  for (const row of counts.filter(isOwn)) {
    const before = figuresAt(row.step)
    figures.set(row.step, { ...before, ...addedUp(before, row) })
  }
  for (const { step, citizens } of pinned.filter(isOwn)) {
    if (step === undefined) continue
    const before = figuresAt(step)
    figures.set(step, { ...before, waiting: before.waiting + citizens })
  }
  for (const [step, it] of figures)
    figures.set(step, { ...it, left: Math.max(0, it.reached - it.answered - it.waiting) })
  return figures
}
