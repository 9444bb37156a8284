import type { AttachmentId } from '../../kernel/ids.ts'
import type { DossierChange } from '../change.ts'
import { answerDue } from '../deadlines/due-after.ts'
import type { Dossier, DossierAction } from '../dossier.ts'
import { foldActs, type Folded } from '../fold.ts'

/** What a dossier's row holds besides what its acts say. The code is drawn in the commit that writes it. */
export type Filing = Omit<Dossier, keyof Folded | 'revision'>

/** A citizen hands a dossier in: the act every history begins with. The receipt is the flow's own last word. */
export function file(filing: Filing, at: number): DossierChange {
  const { id, citizen, answers } = filing
  const files: AttachmentId[] = answers.flatMap(({ attachments }) => attachments ?? [])
  const actions: readonly [DossierAction] = [
    { type: 'filed', by: { type: 'citizen' }, at, status: 'registered', dueAt: answerDue(filing.agency, at) },
  ]
  const row = foldActs(actions, filing.agency)
  return {
    ...{ dossier: id, citizen, revision: 0, row, messages: [], files, at, actions },
    filed: { ...filing, ...row, revision: 1 },
  }
}
