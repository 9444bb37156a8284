import { upgradeSession } from '../../conversation/session/upgrade-session.ts'
import type { ProgramEvent } from '../../conversation/words/events.ts'
import type { OutgoingMessage } from '../../conversation/words/messages.ts'
import type { Session } from '../../conversation/words/session.ts'
import type { Agency } from '../../dossiers/agencies.ts'
import type { Actor, FiledAnswer, Move } from '../../dossiers/dossier.ts'
import type { AttachmentId } from '../../kernel/ids.ts'
import type { SourcedElsewhere } from '../../procedures/elsewhere/entry.ts'
import type { CalendarsFile } from '../../province/province-format.ts'
import type { Verdict } from '../../procedures/verdict.ts'
import type { TokenPair } from '../../zalo/ports.ts'
import { asItIs, listFormat, objectFormat } from './stored-json.ts'

/**
 * Everything that is stored as JSON. Whoever changes one of these types so that what is stored no longer fits adds a step
 * here and a pair of golden files; rows are read through all the steps they missed, and written in the present format.
 */
export const formats = {
  session: objectFormat<Session>('session', [upgradeSession]),
  event: objectFormat<ProgramEvent>('event', [asItIs]),
  message: objectFormat<OutgoingMessage>('message', [asItIs]),
  filedAnswers: listFormat<FiledAnswer>('filed answers', [asItIs]),
  actor: objectFormat<Actor>('actor', [asItIs]),
  move: objectFormat<Move>('move', []),
  agency: objectFormat<Agency>('agency', []),
  calendars: objectFormat<CalendarsFile>('calendars', []),
  attachmentIds: listFormat<AttachmentId>('attachment ids', [asItIs]),
  holder: objectFormat<{ name: string; idLast4: string; plate: string }>('holder', [asItIs]),
  tokens: objectFormat<TokenPair>('tokens', [asItIs]),
  elsewhere: objectFormat<SourcedElsewhere>('elsewhere', []),
  judged: objectFormat<{ mark: string; verdict: Verdict }>('judged', [asItIs]),
}
