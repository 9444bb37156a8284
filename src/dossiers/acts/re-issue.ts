import { renderInstant } from '../../kernel/clock.ts'
import { capitalised } from '../../kernel/text.ts'
import { statuses } from '../status.ts'
import type { Circumstances, Rule } from './act.ts'
import { push } from './push.ts'

/** Why the old one is revoked. */
const KEY_LOST = 'Khóa ký cũ không còn dùng'

/** A permit under a lost key is revoked, and one of the same content granted under a key that is in force. */
export const reIssue: Rule<{ type: 're-issue' }> = {
  recorded: 'permit revoked',
  by: 'program',
  from: statuses,
  objection: (_act, { named, granted }) => (named && granted && !named.isRevoked ? undefined : 'Giấy đã hết giá trị.'),
  words: (_act, { named }) => `Số giấy: ${named?.number ?? ''}. ${KEY_LOST}.`,
  ends: (_standing, _act, { named }) => ({ papers: named ? [named] : [], because: KEY_LOST }),
  besides: (_standing, circumstances) => ({ after: [{ type: 'permit granted', note: noteOf(circumstances) }] }),
  tells: (standing, _act, circumstances) => {
    const { named, granted, permitName } = circumstances
    if (!named || !granted) return []
    return [
      push(
        standing,
        circumstances,
        `${capitalised(permitName)} số ${named.number} được thay bằng giấy số ${granted.number}, nội dung như cũ, dùng được đến ${renderInstant(granted.validUntil)}.\n\nCơ quan phải đổi khóa ký để giữ an toàn, nên mã QR cũ không qua chốt được nữa. Ảnh giấy mới ở tin nhắn tiếp theo; ông/bà lưu lại và xóa ảnh cũ giúp. Ông/bà không cần làm gì thêm.`,
      ),
      granted.shown,
    ]
  },
}

const noteOf = ({ named, granted }: Circumstances): string =>
  `Số giấy: ${granted?.number ?? ''}, thay giấy số ${named?.number ?? ''}. ${KEY_LOST}.`
