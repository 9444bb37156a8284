import type { Choice, OutgoingMessage } from '../../conversation/words/messages.ts'
import { renderInstant } from '../../kernel/clock.ts'
import { renderTelephone } from '../../province/desk-hours.ts'
import { outlookOf } from '../outlook.ts'
import type { Status } from '../status.ts'
import { standingAct } from '../take-back.ts'
import type { Circumstances, Standing } from './act.ts'

/**
 * One push for each change of status, complete in itself: what happened, to which dossier, why, what comes next, and below it who
 * did it where and when, when it came in, and where to ask (NĐ 224/2026, Điều 15.1g).
 */
export function push(
  standing: Standing,
  circumstances: Pick<Circumstances, 'procedureName' | 'agencyName' | 'telephone' | 'by' | 'at'>,
  body: string,
  choices: readonly Choice[] = [],
): OutgoingMessage {
  const { agencyName, telephone, by, at } = circumstances
  const who = by.type === 'staff' ? `, cán bộ ${by.name}` : ''
  const number = renderTelephone(telephone)
  const call = body.includes(number) ? '' : ` Điện thoại: ${number}.`
  const foot = `${agencyName}${who}, ${renderInstant(at)}.\n${receivedIn(standing)}.${call}`
  return letter(standing, circumstances, `${body}\n\n${foot}`, choices)
}

function receivedIn({ dossier, history }: Standing): string {
  const accepted = standingAct(history, 'accepted')
  return accepted ? `Tiếp nhận lúc ${renderInstant(accepted.at)}` : `Nộp lúc ${renderInstant(dossier.filedAt)}`
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
  { prospect, at, dueAt, telephone }: Pick<Circumstances, 'prospect' | 'at' | 'dueAt' | 'telephone'>,
): string => {
  const clock = dueAt === undefined ? undefined : { dueAt, now: at }
  const lines = prospect ? outlookOf(status, prospect, status === 'accepted' ? at : undefined, clock, telephone) : []
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`
}
