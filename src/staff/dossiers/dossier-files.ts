import type { Attachment } from '../../attachments/attachment.ts'
import type { Attachments } from '../../attachments/ports.ts'
import type { Dossier, DossierAction } from '../../dossiers/dossier.ts'
import type { AttachmentId, DossierId } from '../../kernel/ids.ts'

/** Files of one dossier; its pages and its viewer know them by their ids. */
export interface DossierFiles {
  dossier: DossierId
  /** Those that the citizen sent, in the order they came. */
  ids: readonly AttachmentId[]
  /** Also those that officers sent, which stand in its history. */
  all: readonly AttachmentId[]
  byId: ReadonlyMap<AttachmentId, Attachment>
}

const idsIn = (...ones: readonly Pick<DossierAction, 'attachments'>[]): AttachmentId[] => [
  ...new Set(ones.flatMap(({ attachments }) => attachments ?? [])),
]

export async function filesOf(
  attachments: Pick<Attachments, 'findMany'>,
  dossier: Dossier,
  actions: readonly DossierAction[],
): Promise<DossierFiles> {
  const { id, answers } = dossier
  const before = actions.flatMap(({ move }) => [
    ...(move?.given ?? []).flatMap((given) => given.before ?? []),
    ...(move?.gone ?? []),
  ])
  const ids = idsIn(...before, ...answers, ...actions.filter(({ by }) => by.type === 'citizen'))
  const all = idsIn(...before, ...answers, ...actions)
  const found = await attachments.findMany(all)
  return { dossier: id, ids, all, byId: new Map(found.map((file) => [file.id, file])) }
}
