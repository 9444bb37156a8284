import { workCalendarFor } from '../../province/work-calendar.ts'
import { transferDue } from '../deadlines/clock-start.ts'
import type { Move } from '../dossier.ts'
import type { Circumstances, Standing } from './act.ts'

/**
 * What goes with every acceptance, whichever act it comes with: where the desk is not competent, the clock waits for the agency that
 * is, and it has to be handed on (NĐ 309/2026, Điều 17.3; NĐ 118/2025, Điều 18.2).
 */
export const takenInElsewhere = (
  { dossier }: Standing,
  { isOutside, at }: Pick<Circumstances, 'isOutside' | 'at'>,
): Pick<Move, 'outside' | 'until'> | undefined =>
  isOutside ? { outside: true, until: transferDue(workCalendarFor(dossier.holder), at) } : undefined
