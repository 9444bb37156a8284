import { statuses } from '../status.ts'
import type { Circumstances, Rule } from './act.ts'
import { tellReplaced } from './tell-replaced.ts'

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
  tells: (standing, _act, circumstances) =>
    tellReplaced(
      standing,
      circumstances,
      (replaced) =>
        `${replaced}\n\nCơ quan phải đổi khóa ký để giữ an toàn, nên mã QR cũ không qua chốt được nữa. Ảnh giấy mới ở tin nhắn tiếp theo; ông/bà lưu lại và xóa ảnh cũ giúp. Ông/bà không cần làm gì thêm.`,
    ),
}

const noteOf = ({ named, granted }: Circumstances): string =>
  `Số giấy: ${granted?.number ?? ''}, thay giấy số ${named?.number ?? ''}. ${KEY_LOST}.`
