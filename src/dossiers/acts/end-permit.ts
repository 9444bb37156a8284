import { renderInstant } from '../../kernel/clock.ts'
import { capitalised } from '../../kernel/text.ts'
import { statuses } from '../status.ts'
import type { ProgramAct, Rule } from './act.ts'
import { push } from './push.ts'

/** Why a permit ends with its order, as it is kept and shown. */
const orderEnded = ({ title, since }: { title: string; since: number }): string =>
  `Từ ${renderInstant(since)} không còn áp dụng ${title}`

/** A permit ends with the order it was granted under. */
export const endPermit: Rule<Extract<ProgramAct, { type: 'end-permit' }>> = {
  recorded: 'permit revoked',
  by: 'program',
  from: statuses,
  objection: (_act, { named }) => (named && !named.isRevoked ? undefined : 'Giấy đã hết giá trị.'),
  words: (act, { named, permitName }) => `${capitalised(permitName)} số ${named?.number ?? ''}. ${orderEnded(act)}.`,
  ends: (_standing, act, { named }) => ({ papers: named ? [named] : [], because: orderEnded(act) }),
  tells: (standing, act, circumstances) => [
    push(
      standing,
      circumstances,
      `${orderEnded(act)}, nên ${circumstances.permitName} số ${circumstances.named?.number ?? ''} hết giá trị. Ông/bà đi lại bình thường, không cần giấy nữa.`,
    ),
  ],
}
