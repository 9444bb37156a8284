import type { OutgoingMessage } from '../../conversation/words/messages.ts'
import { renderInstant } from '../../kernel/clock.ts'
import { capitalised } from '../../kernel/text.ts'
import type { Circumstances, Standing } from './act.ts'
import { push } from './push.ts'

/** That one permit stands in the place of another, and the new one itself. `around`: the whole text, from the sentence that says so. */
export function tellReplaced(
  standing: Standing,
  circumstances: Circumstances,
  around: (replaced: string) => string,
): readonly OutgoingMessage[] {
  const { named, granted, permitName } = circumstances
  if (!named || !granted) return []
  const replaced = `${capitalised(permitName)} số ${named.number} được thay bằng giấy số ${granted.number}, nội dung như cũ, dùng được đến ${renderInstant(granted.validUntil)}.`
  return [push(standing, circumstances, around(replaced)), granted.shown]
}
