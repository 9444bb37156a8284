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
  standing: Standing,
  circumstances: Pick<Circumstances, 'procedureName' | 'agencyName' | 'by' | 'at'>,
  body: string,
  choices: readonly Choice[] = [],
): OutgoingMessage {
  const { agencyName, by, at } = circumstances
  const who = by.type === 'staff' ? `\n\n${agencyName}, cán bộ ${by.name}, ${renderInstant(at)}.` : ''
  return letter(standing, circumstances, `${body}${who}`, choices)
}

/** Under the code and the procedure, words that say themselves whose they are. */
export function letter(
  { dossier }: Standing,
  { procedureName }: Pick<Circumstances, 'procedureName'>,
  body: string,
  choices: readonly Choice[] = [],
): OutgoingMessage {
  const text = `Hồ sơ ${dossier.code}\n${procedureName}\n\n${body}`
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
