import { DESK_HOURS } from '../../province/desk-hours.ts'
import type { World } from '../flow/compiled-flow.ts'
import { type Prospect, prospectOf } from '../flow/prospect.ts'
import { fillSaidThen, shortDeskNote } from '../flow/said-then.ts'
import { say } from '../step/ask.ts'
import type { Effect, Session } from '../words/session.ts'
import { visitButtons } from '../words/visit-buttons.ts'
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
  const note = flow.grants === undefined ? '' : shortDeskNote(now, from)
  const { text, choices } = said.message
  const prospect = prospectOf(flow, now)
  const parts = [text, note, ...linesOf(prospect, note), RECEIVED].filter((it) => it !== '')
  const buttons = [...(prospect.isVisit ? visitButtons('{code}') : []), ...(choices ?? [])]
  return { ...turned, effects: effects.toSpliced(at, 1, ...say(parts.join('\n\n'), buttons)) }
}

/** Which agency has it, since when, and its telephone: known once it is drawn which. */
const RECEIVED = 'Nơi nhận: {office}.'
const COUNTED_FROM = 'Thời hạn tính từ lúc cơ quan tiếp nhận đủ giấy tờ; lúc đó tôi báo ông/bà.'

/** `note`: when somebody can look at it at the earliest, which says more than a term that nobody counts. */
function linesOf({ term, isCounted, isVisit, fee, where, afterwards = '' }: Prospect, note: string): string[] {
  const isSaid = term === undefined || (note !== '' && !isCounted)
  const due = isSaid ? [] : [isCounted ? `${term} ${COUNTED_FROM}` : term]
  const place = [...(where === undefined ? [] : [where]), ...(where === undefined && !isVisit ? [] : [DESK_HOURS])]
  return [afterwards, [...due, ...(fee === undefined ? [] : [fee]), ...place].join('\n')]
}

/** A visit that was looked up and still stands may be moved or given up at once; the question's own buttons keep their numbers. */
export function withVisit(before: Session, turned: Turned): Turned {
  const factOf = ({ position }: Session) => position?.context.facts['visit']
  const code = factOf(turned.session)
  const last = turned.effects.at(-1)
  if (!code || code === factOf(before) || last?.type !== 'say' || last.message.type !== 'text') return turned
  const { text, choices = [] } = last.message
  return { ...turned, effects: [...turned.effects.slice(0, -1), ...say(text, [...choices, ...visitButtons(code)])] }
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
