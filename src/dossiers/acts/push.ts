import type { Choice, OutgoingMessage } from '../../conversation/words/messages.ts'
import type { Circumstances, Standing } from './act.ts'

/** One push for each change of status, complete in itself: what happened, to which dossier, why, what comes next. */
export function push(
  { dossier }: Standing,
  { procedureName }: Pick<Circumstances, 'procedureName'>,
  body: string,
  choices: readonly Choice[] = [],
): OutgoingMessage {
  const text = `Hồ sơ ${dossier.code}\n${procedureName}\n\n${body}`
  return { type: 'text', text, ...(choices.length > 0 && { choices }) }
}

/** How a citizen reaches a person, as every refusal says it. */
export const TALK = 'nhắn “gặp cán bộ”'
