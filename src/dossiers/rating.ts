import { DAY } from '../kernel/clock.ts'
import type { Dossier } from './dossier.ts'
import type { Status } from './status.ts'

/** Statuses in which the citizen has had the result, and may say what they think of the service. */
export const RATEABLE: readonly Status[] = ['done', 'returned']

/** Who waits longer has forgotten what there was to rate. */
const RATED_WITHIN = 30 * DAY

/** Whether a dossier is offered for rating. */
export const isRateable = ({ status, updatedAt }: Pick<Dossier, 'status' | 'updatedAt'>, now: number): boolean =>
  RATEABLE.includes(status) && now - updatedAt < RATED_WITHIN

/** 1 to 5. */
export const isScore = (score: number): boolean => Number.isInteger(score) && score >= 1 && score <= 5
