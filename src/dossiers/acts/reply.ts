import { TALK } from '../outlook.ts'
import { isWaiting, statuses } from '../status.ts'
import type { Act, Rule, Standing } from './act.ts'
import { filesIn, idsIn, renderReply } from './answer-text.ts'
import { letter } from './push.ts'

/** The citizen is written to. The dossier stays where it stands and is due when it was, also long after it ended. */
export const reply: Rule<Extract<Act, { type: 'reply' }>> = {
  recorded: 'replied',
  by: 'staff',
  from: statuses,
  attachments: idsIn,
  tells: (standing, act, circumstances) => [
    letter(standing, circumstances, renderReply(standing, act.text, circumstances, lastLine(standing))),
    ...filesIn(standing, act),
  ],
}

const lastLine = ({ dossier: { status } }: Standing): string =>
  isWaiting(status)
    ? `Hồ sơ vẫn đang được giải quyết; có tin mới, tôi nhắn ngay tại đây. Cần nói thêm, ông/bà ${TALK}.`
    : `Cần hỏi thêm, ông/bà ${TALK}.`
