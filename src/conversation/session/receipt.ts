import { DESK_LINE } from '../../province/desk-hours.ts'
import type { World } from '../flow/compiled-flow.ts'
import { type Prospect, prospectOf } from '../flow/prospect.ts'
import { deskNote, fillSaidThen } from '../flow/said-then.ts'
import { say } from '../step/ask.ts'
import type { Effect } from '../words/session.ts'
import { isFiling } from './filed.ts'
import type { Turned } from './turned.ts'

/** The flow's last word tells the number; what comes next, when, for how much and where stands below it in the same message. */
export function withReceipt(turned: Turned, { flows, now }: World): Turned {
  const { effects } = turned
  const filed = effects.find(isFiling)
  const flow = filed && flows.pinned(filed.flow, filed.version)
  if (!filed || !flow) return turned
  const at = effects.findIndex((it, i) => i > effects.indexOf(filed) && it.type === 'say' && it.message.type === 'text')
  const said = effects[at]
  if (said?.type !== 'say' || said.message.type !== 'text') return turned
  const from = filed.answers.find(({ key }) => key === 'validFrom')
  const note = flow.grants === undefined ? '' : deskNote(now, from)
  const { text, choices } = said.message
  const parts = [text, note, ...linesOf(prospectOf(flow, now))].filter((it) => it !== '')
  return { ...turned, effects: effects.toSpliced(at, 1, ...say(parts.join('\n\n'), choices)) }
}

const COUNTED_FROM = 'Thời hạn tính từ lúc cơ quan tiếp nhận đủ giấy tờ; lúc đó tôi báo ông/bà.'

function linesOf({ term, isCounted, fee, where, afterwards = '' }: Prospect): string[] {
  const due = term === undefined ? [] : [isCounted ? `${term} ${COUNTED_FROM}` : term]
  const place = where === undefined ? [] : [where, DESK_LINE]
  return [afterwards, [...due, ...(fee === undefined ? [] : [fee]), ...place].join('\n')]
}

/** Fills what depends on the day on which a text is said. */
export function filledWhenSaid(turned: Turned, now: number): Turned {
  const from = turned.session.position?.context.answers['validFrom']
  const isOpen = (it: Effect): boolean =>
    it.type === 'say' && it.message.type === 'text' && it.message.text.includes('{')
  if (!turned.effects.some(isOpen)) return turned
  const effects = turned.effects.map((effect): Effect =>
    effect.type === 'say' && effect.message.type === 'text'
      ? { ...effect, message: { ...effect.message, text: fillSaidThen(effect.message.text, now, from) } }
      : effect,
  )
  return { ...turned, effects }
}
