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
  circumstances: PushedBy,
  body: string,
  choices: readonly Choice[] = [],
): OutgoingMessage {
  const { head, foot } = around(standing, circumstances, body)
  return saying(`${head}\n\n${foot}`, choices)
}

type PushedBy = Pick<Circumstances, 'procedureName' | 'agencyName' | 'telephone' | 'by' | 'at'>

/** The same where something is put in between: what stands above it, and what below. */
export function around(standing: Standing, circumstances: PushedBy, body: string): { head: string; foot: string } {
  const { agencyName, telephone, by, at } = circumstances
  const who = by.type === 'staff' ? `, cán bộ ${by.name}` : ''
  const number = renderTelephone(telephone)
  const call = body.includes(number) ? '' : ` Điện thoại: ${number}.`
  const foot = `${agencyName}${who}, ${renderInstant(at)}.\n${receivedIn(standing)}.${call}`
  return { head: headed(standing, circumstances, body), foot }
}

function receivedIn({ dossier, history }: Standing): string {
  const accepted = standingAct(history, 'accepted')
  return accepted ? `Tiếp nhận lúc ${renderInstant(accepted.at)}` : `Nộp lúc ${renderInstant(dossier.filedAt)}`
}

/** Under the code and the procedure, words that say themselves whose they are. */
export const letter = (
  standing: Standing,
  circumstances: Pick<Circumstances, 'procedureName'>,
  body: string,
  choices: readonly Choice[] = [],
): OutgoingMessage => saying(headed(standing, circumstances, body), choices)

const headed = ({ dossier }: Standing, { procedureName }: Pick<Circumstances, 'procedureName'>, body: string): string =>
  `Hồ sơ ${dossier.code}\n${procedureName}\n\n${body}`

const saying = (text: string, choices: readonly Choice[]): OutgoingMessage => ({
  ...{ type: 'text', text },
  ...(choices.length > 0 && { choices }),
})

/** What comes next in this status, as a paragraph of its own; nothing where the procedure promises nothing. */
export const nextLines = (
  status: Status,
  { prospect, at, dueAt, telephone }: Pick<Circumstances, 'prospect' | 'at' | 'dueAt' | 'telephone'>,
): string => {
  const clock = dueAt === undefined ? undefined : { dueAt, now: at }
  const lines = prospect ? outlookOf(status, prospect, status === 'accepted' ? at : undefined, clock, telephone) : []
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`
}
