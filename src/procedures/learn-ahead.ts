import { setImmediate } from 'node:timers'
import { promisify } from 'node:util'
import type { Flows } from '../conversation/flow/compiled-flow.ts'
import { indexAhead } from '../conversation/finding/flow-index.ts'

const othersFirst = promisify(setImmediate)

/**
 * Learns how these matters are asked for, before a citizen waits for it. Half a second of work in pieces of a few milliseconds,
 * between which messages are answered.
 */
export async function learnAhead(flows: Pick<Flows, 'offered' | 'elsewhere'>): Promise<void> {
  for (const _ of indexAhead(flows.offered(), flows.elsewhere())) await othersFirst()
}
