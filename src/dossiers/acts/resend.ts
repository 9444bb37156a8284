import { statuses } from '../status.ts'
import type { Rule } from './act.ts'

/** A message that did not arrive goes out once more, in its old place; what it says is what was decided then. */
export const resend: Rule<{ type: 'resend'; message: number }> = {
  recorded: 'resent',
  by: 'staff',
  from: statuses,
  objection: (_act, { isDead }) =>
    isDead
      ? undefined
      : 'Tin này không cần gửi lại: đã tới Zalo, đang chờ gửi, hoặc đã xóa theo yêu cầu của người dân.',
  moves: (_standing, { message }) => ({ resent: message }),
}
