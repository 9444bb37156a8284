import type { Attachment } from '../../attachments/attachment.ts'
import type { Attachments } from '../../attachments/ports.ts'
import type { Dossier, DossierAction } from '../../dossiers/dossier.ts'
import type { AttachmentId, DossierId } from '../../kernel/ids.ts'

/** Files of one dossier; its pages and its viewer know them by their ids. */
export interface DossierFiles {
  dossier: DossierId
  /** In the order they came. */
  ids: readonly AttachmentId[]
  byId: ReadonlyMap<AttachmentId, Attachment>
}

/** Those of the filing, then those of the citizen's replies. */
const fileIdsOf = ({ answers }: Dossier, actions: readonly DossierAction[]): AttachmentId[] => [
  ...new Set([...answers, ...actions].flatMap((one) => one.attachments ?? [])),
]

export async function filesOf(
  attachments: Pick<Attachments, 'findMany'>,
  dossier: Dossier,
  actions: readonly DossierAction[],
): Promise<DossierFiles> {
  const ids = fileIdsOf(dossier, actions)
  const found = await attachments.findMany(ids)
  return { dossier: dossier.id, ids, byId: new Map(found.map((file) => [file.id, file])) }
}
