import type { OutgoingMessage } from '../../conversation/words/messages.ts'
import { renderInstant } from '../../kernel/clock.ts'
import type { AttachmentId } from '../../kernel/ids.ts'
import { shorten, tidy } from '../../kernel/text.ts'
import { renderTelephone } from '../../province/desk-hours.ts'
import type { Circumstances, ReplyFile, Standing } from './act.ts'

interface WithFiles {
  files?: readonly ReplyFile[]
}

/** Enough to know one's own question again, and room for the answer in one message. */
const LONGEST_ASKED = 200

/**
 * What a citizen reads when they are written to: which agency, who, when (NĐ 224/2026, Điều 15), and what they had asked.
 * `last`: what comes next.
 */
export function renderReply(
  standing: Standing,
  text: string,
  { agencyName, telephone, by, at }: Pick<Circumstances, 'agencyName' | 'telephone' | 'by' | 'at'>,
  last: string,
): string {
  const who = by.type === 'staff' ? `, người trả lời: ${shorten(by.name, 100)}` : ''
  const asked = askedIn(standing)
  return [
    `${agencyName} trả lời ông/bà lúc ${renderInstant(at)}${who}.`,
    ...(asked ? [`${asked.label} của ông/bà: “${shorten(asked.shown.replace(/\s+/g, ' '), LONGEST_ASKED)}”`] : []),
    `Trả lời:\n${tidy(text)}`,
    `${last} Điện thoại cơ quan: ${renderTelephone(telephone)}.`,
  ].join('\n\n')
}

const askedIn = ({ dossier: { answers }, asking }: Standing) =>
  asking === undefined ? undefined : answers.find(({ key, shown }) => key === asking && shown !== '')

/** The files that go with it, each in a message of its own. */
export const filesIn = ({ dossier: { code } }: Standing, { files = [] }: WithFiles): OutgoingMessage[] =>
  files.map(({ id, type }) =>
    type === 'picture'
      ? { type, of: { attachment: id }, caption: `Ảnh kèm câu trả lời, hồ sơ ${code}` }
      : { type, of: { attachment: id } },
  )

/** Their ids, to be kept with the act; undefined where there are none. */
export const idsIn = ({ files = [] }: WithFiles): readonly AttachmentId[] | undefined =>
  files.length === 0 ? undefined : files.map(({ id }) => id)
