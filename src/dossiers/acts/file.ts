import type { AttachmentId, CitizenId, DossierId } from '../../kernel/ids.ts'
import type { DossierChange } from '../change.ts'
import type { FiledAnswer } from '../dossier.ts'

export interface Filing {
  id: DossierId
  /** Drawn in the commit that writes it. */
  code: string
  lookupSecret: string
  citizen: CitizenId
  procedure: string
  procedureVersion: number
  /** Code of the agency that receives it. */
  agency: string
  applicant: string
  answers: readonly FiledAnswer[]
}

/** A citizen hands a dossier in: the act every history begins with. The receipt is the flow's own last word. */
export function file(filing: Filing, at: number): DossierChange {
  const { id, citizen, answers } = filing
  const files: AttachmentId[] = answers.flatMap(({ attachments }) => attachments ?? [])
  const status = 'registered'
  return {
    ...{ dossier: id, citizen, revision: 0, status, messages: [], files, at },
    actions: [{ type: 'filed', by: { type: 'citizen' }, at, status }],
    filed: { ...filing, status, lastAction: 'filed', filedAt: at, updatedAt: at, revision: 1 },
  }
}
