import type { PictureSource } from '../conversation/words/messages.ts'
import type { DossierAction } from '../dossiers/dossier.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import type { Clock } from '../kernel/clock.ts'
import type { PermitId } from '../kernel/ids.ts'
import type { PermitKinds } from '../permits/grant/kinds.ts'
import type { Permit } from '../permits/code/permit.ts'
import { drawPermit } from '../permits/paper/picture.ts'
import type { Permits } from '../permits/ports.ts'
import { createSheetShelf } from '../permits/paper/sheet-shelf.ts'

interface PaperPorts {
  permits: Pick<Permits, 'find'>
  dossiers: Pick<Dossiers, 'find' | 'actions'>
  kinds: PermitKinds
  agencyName: (code: string) => string
  publicUrl: string
  now: Clock
}

/** Who approved what this permit was made of. One made anew by the program stands on the same approval. */
const approverOf = ({ issuedAt }: Permit, actions: readonly DossierAction[]): string | undefined => {
  const approval = actions.findLast(({ type, at }) => type === 'approved' && at <= issuedAt)
  return approval?.by.type === 'staff' ? approval.by.name : undefined
}

/** What a permit looks like: the picture for the chat and the sheet for the printer. */
export function createPermitPapers({ permits, dossiers, kinds, agencyName, publicUrl, now }: PaperPorts) {
  /** What stands on a paper that is worth nothing any more, so that nobody hands it out. */
  const stampOf = ({ revokedAt, validUntil }: Permit): string | undefined => {
    if (revokedAt !== undefined) return 'ĐÃ THU HỒI'
    return validUntil <= now() ? 'HẾT HẠN' : undefined
  }
  const onShelf = createSheetShelf(async (permit, stamp) => {
    const [dossier, actions] = await Promise.all([dossiers.find(permit.dossier), dossiers.actions(permit.dossier)])
    const approvedBy = approverOf(permit, actions)
    const kind = kinds.find(permit.kind)
    // Loaded with the first sheet: a start need not wait for it.
    const { printPermit } = await import('../permits/paper/print-permit.ts')
    return printPermit(permit, publicUrl, {
      agencyName: dossier ? agencyName(dossier.agency) : '',
      ...(kind && { kind }),
      ...(approvedBy !== undefined && { approvedBy }),
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
    pictures: async ({ permit: id }: Extract<PictureSource, { permit: string }>) => {
      const permit = await permits.find(id as PermitId)
      const title = permit && (stampOf(permit) ?? kinds.find(permit.kind)?.title)
      return permit && { png: await drawPermit(permit, publicUrl, title), fileName: 'giay-co-ma-qr.png' }
    },
  }
}
