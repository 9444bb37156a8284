import { setImmediate as nextTick } from 'node:timers/promises'
import type { PermitId } from '../../kernel/ids.ts'
import { packIds } from '../code/revocation-list.ts'

/** Ids that are sorted before others are served again: a few milliseconds. */
const AT_ONCE = 4_000

/**
 * Ascending and without repetitions, as `packIds` does, of any number of ids. They are random, so those that begin with the
 * same byte are few enough to be sorted by themselves: a million at once would stop the process for seconds.
 */
export async function packPages(pages: AsyncIterable<readonly PermitId[]>): Promise<Uint8Array> {
  const drawers = Array.from({ length: 256 }, (): PermitId[] => [])
  for await (const page of pages) for (const id of page) drawers[Number.parseInt(id.slice(0, 2), 16)]?.push(id)
  const packed: Uint8Array[] = []
  let sorted = 0
  for (const drawer of drawers) {
    packed.push(packIds(drawer))
    sorted += drawer.length
    if (sorted < AT_ONCE) continue
    sorted = 0
    await nextTick()
  }
  return Buffer.concat(packed)
}
