import type { Rule } from './act.ts'

/**
 * A permit that arrived in the chat is a result that was returned: nobody has to record by hand what the program did. The
 * citizen has the picture and is told nothing more.
 */
export const deliver: Rule<{ type: 'deliver' }> = {
  recorded: 'returned',
  by: 'program',
  from: ['done'],
  to: 'returned',
  objection: (_act, { named }) => (named && !named.isRevoked ? undefined : 'Không có giấy đã gửi.'),
  words: (_act, { named }) => `Giấy số ${named?.number ?? ''} đã gửi qua Zalo.`,
}
