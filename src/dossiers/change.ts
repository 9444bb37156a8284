import type { ProgramEvent } from '../conversation/words/events.ts'
import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { AttachmentId, CitizenId, DossierId, PermitId } from '../kernel/ids.ts'
import type { Standing } from './acts/act.ts'
import { answersNow, applicantNow } from './answers-now.ts'
import type { Dossier, DossierAction } from './dossier.ts'
import type { Folded } from './fold.ts'

/** What one act changes, to be written in one commit or not at all. */
export interface DossierChange {
  dossier: DossierId
  citizen: CitizenId
  /** The revision it was judged on; on another nothing is written. 0 for a filing. */
  revision: number
  /** What the row says afterwards. */
  row: Folded
  /** Oldest first, at least one. */
  actions: readonly DossierAction[]
  /** To the citizen, in the order in which they are sent. */
  messages: readonly OutgoingMessage[]
  /** Files that become part of the dossier. */
  files: readonly AttachmentId[]
  /** News for the citizen's conversation, handled in order with what the citizen writes. */
  event?: { key: string; event: ProgramEvent }
  /** Permits that end, and the reason kept with them. */
  ended?: { permits: readonly PermitId[]; because: string }
  /** The row that begins with it. */
  filed?: Dossier
  /** And what it is found by. */
  foundBy?: readonly string[]
  /** Epoch milliseconds. */
  at: number
}

/** Where the dossier stands once the change is made. */
export function afterChange({ dossier, history, ...rest }: Standing, change: DossierChange): Standing {
  return {
    ...rest,
    dossier: {
      ...{ ...dossier, ...change.row, revision: change.revision + 1 },
      applicant: applicantNow(dossier.applicant, change.actions),
      answers: answersNow(dossier.answers, change.actions),
    },
    history: [...history, ...change.actions],
  }
}
