import { DAY } from '../kernel/clock.ts'
import type { Notices } from './notices.ts'

const KEPT = 90 * DAY
/** Of one round: few enough that nobody waits behind the deletion. */
const AT_ONCE = 5_000

/** Lets go of notices that are old news, a part at a time. What was done about them stands in the acts. */
export const forgetNotices = (notices: Pick<Notices, 'forget'>, now: number): Promise<number> =>
  notices.forget(now - KEPT, AT_ONCE)
