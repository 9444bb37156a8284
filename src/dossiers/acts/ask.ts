import { tidy } from '../../kernel/text.ts'
import type { Circumstances, Rule } from './act.ts'
import { push } from './push.ts'
import { takenByDoer } from './taken-by-doer.ts'

/** The citizen is asked for something that is missing; the legal clock stands still until they answer. */
export const ask: Rule<{ type: 'ask'; question: string }> = {
  recorded: 'supplement asked',
  by: 'staff',
  from: ['registered', 'accepted', 'processing'],
  to: 'supplement',
  // The question comes once more with the SUPPLEMENT_ASKED event, but later when the citizen is busy with something.
  moves: takenByDoer,
  tells: (standing, { question }, circumstances) => [
    push(
      standing,
      circumstances,
      `Cán bộ cần ông/bà bổ sung:\n“${tidy(question)}”\n\n${holdOf(circumstances)} Tin nhắn tiếp theo hướng dẫn cách trả lời.`,
    ),
  ],
}

const holdOf = ({ termAt, at }: Circumstances): string =>
  termAt?.(at)?.pause === 'restart'
    ? 'Thời gian giải quyết tạm dừng, và tính lại từ đầu khi ông/bà trả lời.'
    : 'Thời gian giải quyết tạm dừng đến khi ông/bà trả lời.'
