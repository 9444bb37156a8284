import { type Clock, DAY } from '../kernel/clock.ts'
import type { PermitId } from '../kernel/ids.ts'
import type { Permits } from '../permits/ports.ts'
import type { ActByProgram } from './act-by-program.ts'

export interface PermitDeliveries {
  /** Granted, in force and their dossiers not yet returned, with the picture sent since then. Reads up to `limit` messages, the newest. */
  arrived(since: number, limit: number): Promise<PermitId[]>
}

/** Messages looked through in a round, and how old a sending may be that was never noted: the program may have stood still. */
const READ = 500
const NOTED_WITHIN = 7 * DAY

interface ReturnPorts {
  deliveries: PermitDeliveries
  permits: Pick<Permits, 'find'>
  permitName: (kind: string) => string
  act: ActByProgram
  now: Clock
}

/** Notes permits that arrived in the chat as results that were returned. Answers how many. */
export const createReturnDelivered =
  ({ deliveries, permits, permitName, act, now }: ReturnPorts) =>
  async (): Promise<number> => {
    let returned = 0
    for (const id of await deliveries.arrived(now() - NOTED_WITHIN, READ)) {
      const named = await permits.find(id)
      if (!named) continue
      const request = { dossier: named.dossier, act: { type: 'deliver' }, named, at: now() } as const
      if ((await act({ ...request, permitName: permitName(named.kind) })) === 'done') returned++
    }
    return returned
  }
