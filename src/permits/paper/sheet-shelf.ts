import type { PermitId } from '../../kernel/ids.ts'
import type { Permit } from '../code/permit.ts'

/** Sheets kept, of about 60 kB each. */
const KEPT = 200

/**
 * Makes each sheet once: it takes a tenth of a second of the processor, and says the same until it is stamped. Who asks
 * while it is being made waits for the same one, and no two are made at once, so that everything else gets its turn.
 */
export function createSheetShelf(make: (permit: Permit, stamp: string | undefined) => Promise<Buffer>, kept = KEPT) {
  const shelf = new Map<PermitId, { stamp: string | undefined; sheet: Promise<Buffer> }>()
  let last: Promise<unknown> = Promise.resolve()

  return (permit: Permit, stamp: string | undefined): Promise<Buffer> => {
    const known = shelf.get(permit.id)
    const isSame = known !== undefined && known.stamp === stamp
    const put = isSame ? known : { stamp, sheet: last.then(async () => make(permit, stamp)) }
    // Put last again: the one that nobody asked for longest goes first.
    shelf.delete(permit.id)
    shelf.set(permit.id, put)
    if (isSame) return known.sheet
    last = put.sheet.catch(() => {
      // Answered to who asked, and tried again for the next.
      if (shelf.get(permit.id) === put) shelf.delete(permit.id)
    })
    const [oldest] = shelf.keys()
    if (shelf.size > kept && oldest !== undefined) shelf.delete(oldest)
    return put.sheet
  }
}
