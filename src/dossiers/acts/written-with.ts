import { tidy } from '../../kernel/text.ts'
import { renderTime } from '../visit.ts'
import { renderWanted } from '../wanted.ts'
import type { Act } from './act.ts'

/** What the officer wrote with it, as it is kept and shown. */
export function wordsOf(act: Act): string | undefined {
  if (act.type === 'ask') return renderWanted(act.wanted, tidy(act.question))
  if (act.type === 'propose') return `${act.times.map(renderTime).join('\n')}\nLý do: ${tidy(act.reason)}`
  if (act.type === 'duplicate') return `Trùng với hồ sơ ${act.of}`
  if (act.type === 'tell-apart') return `Không trùng với hồ sơ ${act.of}`
  if ('reason' in act) return tidy(act.reason)
  if ('note' in act) return tidy(act.note) || undefined
  if ('text' in act) return tidy(act.text)
  return 'question' in act ? tidy(act.question) : undefined
}
