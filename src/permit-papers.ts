import type { PictureSource } from './conversation/messages.ts'
import type { Dossiers } from './dossiers/ports.ts'
import type { PermitId } from './kernel/ids.ts'
import type { PermitKinds } from './permits/kinds.ts'
import type { Permit } from './permits/permit.ts'
import { drawPermit } from './permits/picture.ts'
import type { Permits } from './permits/ports.ts'
import { printPermit } from './permits/print-permit.ts'

interface PaperPorts {
  permits: Pick<Permits, 'find'>
  dossiers: Pick<Dossiers, 'find'>
  kinds: PermitKinds
  agencyName: (code: string) => string
  publicUrl: string
}

/** What a permit looks like: the picture for the chat and the sheet for the printer. */
export function createPermitPapers({ permits, dossiers, kinds, agencyName, publicUrl }: PaperPorts) {
  const print = async (permit: Permit): Promise<Buffer> => {
    const dossier = await dossiers.find(permit.dossier)
    const kind = kinds.find(permit.kind) ?? kinds.all[0]!
    return printPermit(permit, publicUrl, { kind, agencyName: dossier ? agencyName(dossier.agency) : '' })
  }
  return {
    print,
    prints: async (id: PermitId): Promise<Buffer | undefined> => {
      const permit = await permits.find(id)
      return permit && print(permit)
    },
    pictures: async ({ permit: id }: PictureSource) => {
      const permit = await permits.find(id as PermitId)
      const title = permit && kinds.find(permit.kind)?.title
      return permit && { png: await drawPermit(permit, publicUrl, title), fileName: 'giay-co-ma-qr.png' }
    },
  }
}
