import type { PictureSource } from './conversation/messages.ts'
import type { Dossiers } from './dossiers/ports.ts'
import type { Clock } from './kernel/clock.ts'
import type { PermitId } from './kernel/ids.ts'
import type { PermitKinds } from './permits/kinds.ts'
import type { Permit } from './permits/permit.ts'
import { drawPermit } from './permits/picture.ts'
import type { Permits } from './permits/ports.ts'
import { createSheetShelf } from './permits/sheet-shelf.ts'

interface PaperPorts {
  permits: Pick<Permits, 'find'>
  dossiers: Pick<Dossiers, 'find'>
  kinds: PermitKinds
  agencyName: (code: string) => string
  publicUrl: string
  now: Clock
}

/** What a permit looks like: the picture for the chat and the sheet for the printer. */
export function createPermitPapers({ permits, dossiers, kinds, agencyName, publicUrl, now }: PaperPorts) {
  /** What stands on a paper that is worth nothing any more, so that nobody hands it out. */
  const stampOf = ({ revokedAt, validUntil }: Permit): string | undefined => {
    if (revokedAt !== undefined) return 'ĐÃ THU HỒI'
    return validUntil * 1000 <= now() ? 'HẾT HẠN' : undefined
  }
  const onShelf = createSheetShelf(async (permit, stamp) => {
    const dossier = await dossiers.find(permit.dossier)
    const kind = kinds.find(permit.kind)
    // Loaded with the first sheet: a start need not wait for it.
    const { printPermit } = await import('./permits/print-permit.ts')
    return printPermit(permit, publicUrl, {
      agencyName: dossier ? agencyName(dossier.agency) : '',
      ...(kind && { kind }),
      ...(stamp !== undefined && { stamp }),
    })
  })
  const print = (permit: Permit): Promise<Buffer> => onShelf(permit, stampOf(permit))
  return {
    print,
    prints: async (id: PermitId): Promise<Buffer | undefined> => {
      const permit = await permits.find(id)
      return permit && print(permit)
    },
    pictures: async ({ permit: id }: PictureSource) => {
      const permit = await permits.find(id as PermitId)
      const title = permit && (stampOf(permit) ?? kinds.find(permit.kind)?.title)
      return permit && { png: await drawPermit(permit, publicUrl, title), fileName: 'giay-co-ma-qr.png' }
    },
  }
}
