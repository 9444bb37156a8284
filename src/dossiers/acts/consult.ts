import { renderInstant } from '../../kernel/clock.ts'
import { undecided } from '../status.ts'
import type { Rule, Standing } from './act.ts'

/**
 * An opinion is asked for without handing the dossier over: of another agency, or of the leaders of one's own. Several may be
 * asked at the same time; the clock runs on.
 */
export const consult: Rule<{ type: 'consult'; to: string; question: string }> = {
  recorded: 'opinion asked',
  by: 'staff',
  from: undecided,
  elsewhere: 'Hồ sơ đã có kết quả, không cần xin ý kiến nữa.',
  objection: ({ to }, { other }, { history }) => {
    if (!other) return 'Xin chọn nơi cần xin ý kiến trong danh sách.'
    if (other.closed) return `${other.name} không còn hoạt động.`
    const asked = openOpinions(history).get(to)
    return asked === undefined ? undefined : `Đã xin ý kiến nơi này lúc ${renderInstant(asked)}, đang chờ trả lời.`
  },
  moves: (_standing, { to }) => ({ asked: to }),
}

/** The opinion that was asked for. */
export const advise: Rule<{ type: 'advise'; reason: string }> = {
  recorded: 'opinion given',
  by: 'staff',
  from: undecided,
  elsewhere: 'Hồ sơ đã có kết quả.',
  barred: ({ history }) => (openOpinions(history).size === 0 ? 'Không có câu xin ý kiến nào đang chờ.' : undefined),
  moves: (_standing, _act, { advisesFor }) => (advisesFor === undefined ? undefined : { asked: advisesFor }),
}

/** Agencies whose opinion is still awaited, and since when. */
export function openOpinions(history: Standing['history']): ReadonlyMap<string, number> {
  const open = new Map<string, number>()
  for (const { type, at, move } of history) {
    if (move?.asked === undefined) continue
    if (type === 'opinion asked') open.set(move.asked, at)
    else open.delete(move.asked)
  }
  return open
}
