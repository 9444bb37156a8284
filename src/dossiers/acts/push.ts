import type { Choice, OutgoingMessage } from '../../conversation/words/messages.ts'
import { renderInstant } from '../../kernel/clock.ts'
import { outlookOf } from '../outlook.ts'
import type { Status } from '../status.ts'
import type { Circumstances, Standing } from './act.ts'

/**
 * One push for each change of status, complete in itself: what happened, to which dossier, why, what comes next, and who did it
 * where and when (NĐ 224/2026, Điều 15.1g).
 */
export function push(
  { dossier }: Standing,
  { procedureName, agencyName, by, at }: Pick<Circumstances, 'procedureName' | 'agencyName' | 'by' | 'at'>,
  body: string,
  choices: readonly Choice[] = [],
): OutgoingMessage {
  const who = by.type === 'staff' ? `\n\n${agencyName}, cán bộ ${by.name}, ${renderInstant(at)}.` : ''
  const text = `Hồ sơ ${dossier.code}\n${procedureName}\n\n${body}${who}`
  return { type: 'text', text, ...(choices.length > 0 && { choices }) }
}

/** What comes next in this status, as a paragraph of its own; nothing where the procedure promises nothing. */
export const nextLines = (
  status: Status,
  { prospect, at, dueAt }: Pick<Circumstances, 'prospect' | 'at' | 'dueAt'>,
): string => {
  const clock = dueAt === undefined ? undefined : { dueAt, now: at }
  const lines = prospect ? outlookOf(status, prospect, status === 'accepted' ? at : undefined, clock) : []
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`
}
