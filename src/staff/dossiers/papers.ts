import type { Attachment } from '../../attachments/attachment.ts'
import type { AttachmentId } from '../../kernel/ids.ts'
import type { DossierFiles } from './dossier-files.ts'

/** What is known of the papers of one dossier. Whether they are enough is for a person to judge. */
export interface Papers {
  /** The procedure asks for papers, though perhaps not on this citizen's way. */
  isAsked: boolean
  stored: number
  /** Not fetched from Zalo yet. */
  waiting: number
  /** Not usable, or gone. */
  lost: number
}

type States = { ids: DossierFiles['ids']; byId: ReadonlyMap<AttachmentId, Pick<Attachment, 'state'>> }

export function papersOf({ ids, byId }: States, questions: ReadonlyMap<string, string>): Papers {
  const count = (...wanted: (Attachment['state'] | undefined)[]) =>
    ids.filter((id) => wanted.includes(byId.get(id)?.state)).length
  return {
    isAsked: questions.size > 0,
    stored: count('stored', 'read'),
    waiting: count('waiting'),
    lost: count('refused', undefined),
  }
}
