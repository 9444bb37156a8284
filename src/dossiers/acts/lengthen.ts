import { tidy } from '../../kernel/text.ts'
import type { Term } from '../../conversation/flow/term-format.ts'
import { renderDue } from '../deadlines/render-due.ts'
import { clockStart } from '../deadlines/clock-start.ts'
import { decisionsOf } from '../take-back.ts'
import type { Circumstances, Rule, Standing } from './act.ts'
import { push } from './push.ts'

type Lengthen = { type: 'longer'; which: number; reason: string }

/**
 * The desk found the case for which the law gives more time: a verification, another commune's answer. The longer term stands in
 * place of the first from its beginning, and what is late already stays so (`deadlines/due.ts`).
 */
export const lengthen: Rule<Lengthen> = {
  recorded: 'term lengthened',
  by: 'staff',
  from: ['accepted', 'processing'],
  elsewhere: 'Chỉ ghi được khi hồ sơ đang được giải quyết.',
  barred: ({ dossier, history }, at) => {
    const { standing } = decisionsOf(history)
    const was = (type: 'term lengthened' | 'apologised') => standing.some(({ action }) => action.type === type)
    if (was('term lengthened')) return 'Hồ sơ này đã được tính theo thời hạn dài hơn.'
    if (was('apologised')) return 'Hồ sơ này đã hẹn lại, nên ngày hẹn lại được giữ.'
    if (dossier.dueAt === null) return 'Hồ sơ này không có hạn trả.'
    return at > dossier.dueAt ? 'Hồ sơ đã quá hạn, nên không tính theo thời hạn dài hơn được.' : undefined
  },
  objection: ({ which }, { termAt }, standing) =>
    caseOf(standing, which, termAt) ? undefined : 'Xin chọn một trường hợp mà thủ tục có ghi.',
  moves: (_standing, { which }) => ({ longer: which }),
  tells: (standing, act, circumstances) => [push(standing, circumstances, bodyOf(standing, act, circumstances))],
}

const caseOf = ({ history }: Standing, which: number, termAt: Circumstances['termAt']): Longer | undefined => {
  const start = clockStart(history)
  return typeof start === 'object' ? termAt?.(start.at)?.longer?.[which] : undefined
}
type Longer = NonNullable<Term['longer']>[number]

function bodyOf(standing: Standing, { which, reason }: Lengthen, { agencyName, termAt, dueAt }: Circumstances): string {
  const found = caseOf(standing, which, termAt)
  const before = standing.dossier.dueAt
  const old = before === null ? '' : ` thay cho ${renderDue(before)}`
  return `${agencyName} cần thêm thời gian theo quy định: ${found?.case ?? ''}.\nLý do: ${tidy(reason)}\n\nHạn trả kết quả: ${dueAt === undefined ? '' : renderDue(dueAt)}${old}. Ông/bà chưa cần làm gì thêm.`
}
