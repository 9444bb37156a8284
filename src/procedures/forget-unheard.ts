import { type Clock, DAY, toVietnamDay } from '../kernel/clock.ts'
import type { UnheardWords } from './ports.ts'

/** Long enough for a clerk to come to it; what nobody has taught by then is let go. */
const UNHEARD_KEPT = 90 * DAY

/** Deletes what is older. Answers how many. */
export const forgetUnheard = (words: Pick<UnheardWords, 'forget'>, now: Clock): Promise<number> =>
  words.forget(toVietnamDay(now() - UNHEARD_KEPT))
