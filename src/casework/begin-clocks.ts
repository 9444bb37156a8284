import type { AgencySteps } from '../dossiers/ports.ts'
import type { Clock } from '../kernel/clock.ts'
import type { ActByProgram } from './act-by-program.ts'
import { createInTurns } from './in-turns.ts'

type Waiting = Awaited<ReturnType<AgencySteps['waiting']>>[number]

/** Dossiers of one question, and of one round; the next goes on from there. */
const AT_ONCE = 200
const MOST = 2_000

interface BeginClocksPorts {
  steps: AgencySteps
  act: ActByProgram
  now: Clock
}

/**
 * Begins the clock of what was taken in for another agency once the one that has it is competent itself: its entry was changed, one by
 * one or by an import, or a change that was recorded before holds from today. Looks at what waits in turns: such a dossier has no due
 * time, and its agency was given time to hand it on. Done once, whoever else does the same. Answers how many began.
 */
export function createBeginClocks({ steps, act, now }: BeginClocksPorts) {
  const through = createInTurns<Waiting>({ atOnce: AT_ONCE, most: MOST })
  const begin = async (page: readonly Waiting[]): Promise<number> => {
    const silent = page.filter(({ dueAt }) => dueAt === null)
    const given = silent.length === 0 ? undefined : await steps.of(silent.map(({ id }) => id))
    let begun = 0
    for (const { id } of silent)
      if (given?.has(id) && (await act({ dossier: id, act: { type: 'begin-clock' }, at: now() })) === 'done') begun++
    return begun
  }
  return (): Promise<number> => through(steps.waiting, begin)
}
