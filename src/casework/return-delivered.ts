import type { DossierAction } from '../dossiers/dossier.ts'
import { type Clock, DAY } from '../kernel/clock.ts'
import type { DossierId } from '../kernel/ids.ts'

/** A dossier whose result was a permit, which has reached the citizen's telephone. */
export interface Delivered {
  dossier: DossierId
  revision: number
  /** Of the permit. */
  number: string
}

export interface PermitDeliveries {
  /** Granted and not yet returned, with the picture sent since then. Reads up to `limit` messages, the newest. */
  arrived(since: number, limit: number): Promise<Delivered[]>
  /** `stale`: somebody changed the dossier first; nothing was written. */
  return(delivered: Delivered, action: DossierAction): Promise<'done' | 'stale'>
}

/** Messages looked through in a round, and how old a sending may be that was never noted: the program may have stood still. */
const READ = 500
const NOTED_WITHIN = 7 * DAY

/**
 * A permit that arrived in the chat is a result that was returned: nobody has to record by hand what the program did. The
 * citizen has the picture and is told nothing more. Answers how many were returned.
 */
export const createReturnDelivered =
  ({ deliveries, now }: { deliveries: PermitDeliveries; now: Clock }) =>
  async (): Promise<number> => {
    let returned = 0
    for (const delivered of await deliveries.arrived(now() - NOTED_WITHIN, READ)) {
      const note = `Giấy số ${delivered.number} đã gửi tới người dân qua Zalo.`
      const action = { type: 'returned', by: { type: 'program' }, at: now(), status: 'returned', note } as const
      if ((await deliveries.return(delivered, action)) === 'done') returned++
    }
    return returned
  }
