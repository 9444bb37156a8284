import type { AttachmentId } from '../../kernel/ids.ts'
import type { DossierChange } from '../change.ts'
import { answerDue } from '../deadlines/due-after.ts'
import type { Dossier } from '../dossier.ts'
import type { Folded } from '../fold.ts'

/** What a dossier's row holds besides what its acts say. The code is drawn in the commit that writes it. */
export type Filing = Omit<Dossier, keyof Folded | 'revision'>

/** A citizen hands a dossier in: the act every history begins with. The receipt is the flow's own last word. */
export function file(filing: Filing, at: number): DossierChange {
  const { id, citizen, answers } = filing
  const files: AttachmentId[] = answers.flatMap(({ attachments }) => attachments ?? [])
  const status = 'registered'
  const dueAt = answerDue(filing.agency, at)
  return {
    ...{ dossier: id, citizen, revision: 0, status, messages: [], files, at },
    actions: [{ type: 'filed', by: { type: 'citizen' }, at, status, dueAt }],
    filed: {
      ...{ ...filing, holder: filing.agency, handler: null },
      ...{ status, lastAction: 'filed', filedAt: at, updatedAt: at, dueAt, revision: 1 },
    },
  }
}
