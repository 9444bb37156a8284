import type { Pinned, StepCount } from './ports.ts'

/** What became of the filings that came to one step. */
export interface StepFigures {
  reached: number
  answered: number
  failed: number
  /** Conversations that rest there now. */
  waiting: number
  /** Came, did not answer and are not there any more. */
  left: number
}

const NOTHING: StepFigures = { reached: 0, answered: 0, failed: 0, waiting: 0, left: 0 }

/** Figures by step of one version. A step nobody came to is absent. */
export function funnelOf(
  flow: string,
  version: number,
  counts: readonly StepCount[],
  pinned: readonly Pinned[],
): ReadonlyMap<string, StepFigures> {
  const figures = new Map<string, StepFigures>()
  const isOwn = (row: { flow: string; version: number }): boolean => row.flow === flow && row.version === version
  const add = (step: string, more: Partial<StepFigures>): void => {
    const before = figures.get(step) ?? NOTHING
    const sum = (key: keyof StepFigures): number => before[key] + (more[key] ?? 0)
    figures.set(step, {
      reached: sum('reached'),
      answered: sum('answered'),
      failed: sum('failed'),
      waiting: sum('waiting'),
      left: 0,
    })
  }
  for (const { step, reached, answered, failed } of counts.filter(isOwn)) add(step, { reached, answered, failed })
  for (const { step, citizens } of pinned.filter(isOwn)) if (step !== undefined) add(step, { waiting: citizens })
  for (const [step, it] of figures)
    figures.set(step, { ...it, left: Math.max(0, it.reached - it.answered - it.waiting) })
  return figures
}
