import type { PermitId } from '../../kernel/ids.ts'
import { capitalised, tidy } from '../../kernel/text.ts'
import { statuses } from '../status.ts'
import { TALK } from '../outlook.ts'
import type { Rule } from './act.ts'
import { push } from './push.ts'

/** A permit is taken away from its holder. The dossier stays where it stands. */
export const revoke: Rule<{ type: 'revoke'; permit: PermitId; reason: string }> = {
  recorded: 'permit revoked',
  by: 'staff',
  from: statuses,
  objection: (_act, { named }) => {
    if (!named) return 'Hồ sơ này không có giấy đó.'
    return named.isRevoked ? 'Giấy này đã được thu hồi trước đó.' : undefined
  },
  ends: (_standing, { reason }, { named }) => ({ papers: named ? [named] : [], because: tidy(reason) }),
  tells: (standing, { reason }, circumstances) => [
    push(
      standing,
      circumstances,
      `${capitalised(circumstances.permitName)} số ${circumstances.named?.number ?? ''} đã được thu hồi và không còn giá trị.\nLý do: ${tidy(reason)}\n\nXin ông/bà không dùng giấy này nữa. Nếu vẫn cần đi, ông/bà nộp hồ sơ mới hoặc ${TALK}.`,
    ),
  ],
}
