import { tapped, writePayload } from '../conversation/words/payload.ts'
import { compile } from '../conversation/flow/compile.ts'
import type { Flows } from '../conversation/flow/compiled-flow.ts'
import type { CitizenEvent } from '../conversation/words/events.ts'
import type { Choice, OutgoingMessage } from '../conversation/words/messages.ts'
import { NEW_SESSION, type Effect, type FactsEvent, type Query, type Session } from '../conversation/words/session.ts'
import { MENU_FLOW } from '../conversation/session/named-flows.ts'
import { SUPPLEMENT_FLOW } from '../conversation/session/named-flows.ts'
import { takeTurn } from '../conversation/take-turn.ts'
import type { AttachmentId, DossierId } from '../kernel/ids.ts'
import { overlay } from './catalogue.ts'
import { lint } from './lint/lint.ts'
import type { Names } from './lint/rule.ts'
import type { Finding } from './finding.ts'
import { load } from './load.ts'
import { SAMPLE_CARD } from './sample-card.ts'

/** What a clerk does in the citizen's place, or in the program's when a query is open. */
export type Act = { type: 'says'; text: string } | { type: 'photo' | 'document' | 'card' | 'found' | 'nothing' }

export interface Bubble {
  /** `program`: what happens beside the chat, such as a dossier that would be filed now. */
  by: 'citizen' | 'account' | 'program'
  text: string
  choices: readonly Choice[]
  /** `flow/step` at which the conversation rests after it. */
  step?: string
}

export interface Rehearsed {
  bubbles: Bubble[]
  /** A query that only the program can answer: found or not. */
  asks?: Query['name']
  /** Nothing is open any more. */
  hasEnded: boolean
}

/** The catalogue with this text in it, or why it cannot be played. Versions and people in the middle play no part here. */
export function stage(
  text: string,
  flows: Flows,
  { kinds }: Names = {},
): { ok: true; flows: Flows } | { ok: false; findings: Finding[] } {
  const loaded = load(text)
  if (!loaded.ok) return loaded
  const findings = lint(loaded.source)
  // A faulty flow may turn for ever.
  return findings.length > 0
    ? { ok: false, findings }
    : { ok: true, flows: overlay(flows, compile(loaded.source.file, kinds)) }
}

const CODE = 'H12.99-000000-0000'
const SECRET = 'MẪU1'
const OFFICE = '(giờ nhận, cơ quan và điện thoại)'
const FOUND: FactsEvent = {
  type: 'FACTS',
  found: true,
  facts: {
    ...{ dossier: 'mau', code: CODE, procedure: 'Thủ tục mẫu', status: 'Đang xử lý' },
    ...{ filedAt: 'hôm qua', updatedAt: 'hôm nay', list: '• Mục mẫu' },
  },
  options: [
    {
      key: 'mau',
      label: 'Mục mẫu',
      facts: {
        ...{ dossier: 'mau', code: CODE, permit: 'mau', permitName: 'giấy mẫu', number: 'CM-MẪU' },
        ...{ period: 'đến ngày mai', validUntil: 'ngày mai' },
      },
    },
  ],
}
const NOTHING: FactsEvent = { type: 'FACTS', found: false, facts: {} }

/** Plays all acts from the beginning with the real engine: no database, no Zalo, nothing is kept. */
export function rehearse(flow: string, acts: readonly Act[], flows: Flows, now: number): Rehearsed {
  const bubbles: Bubble[] = []
  let session: Session = NEW_SESSION
  let asks: Query['name'] | undefined
  let files = 0
  let isPausing = false

  const tell = (text: string): void => void bubbles.push({ by: 'program', text, choices: [] })
  const take = (event: CitizenEvent | FactsEvent): void => {
    const turned = takeTurn(session, event, { now, flows })
    session = turned.session
    asks = undefined
    for (const effect of turned.effects) {
      if (effect.type === 'say') bubbles.push(toBubble(effect.message))
      else if (effect.type === 'query') asks = effect.query.name
      else if (effect.type === 'timer' && effect.timer === 'album') isPausing = effect.at !== null
      const sentence = TOLD[effect.type]
      if (sentence !== undefined) tell(sentence)
    }
    const { position } = session
    const last = bubbles.findLast(({ by }) => by === 'account')
    if (position && last) last.step = `${position.flow}/${position.step}`
  }
  const send = (kind: 'photo' | 'document' | 'card'): void => {
    const attachment = `thu-${++files}` as AttachmentId
    const fileKind = kind === 'document' ? 'document' : 'photo'
    bubbles.push({ by: 'citizen', text: SENT[kind], choices: [] })
    take({ type: 'FILE', attachment, kind: fileKind, url: 'https://files.example.test/1' })
    if (!session.fetching.includes(attachment)) return
    const isCardStep = stepOf(session, flows)?.expect === 'card'
    if (!isCardStep) take({ type: 'FILE_STORED', attachment })
    else if (kind === 'card') take({ type: 'CARD_READ', attachment, card: SAMPLE_CARD })
    else take({ type: 'CARD_UNREADABLE', attachment, because: 'no code' })
  }
  const endPause = (): void => {
    if (!isPausing) return
    isPausing = false
    take({ type: 'TIME_CAME', timer: 'album' })
  }

  take(opening(flow))
  for (const act of acts) {
    if (act.type !== 'photo' && act.type !== 'document') endPause()
    switch (act.type) {
      case 'says':
        bubbles.push({ by: 'citizen', text: labelOf(act.text, bubbles), choices: [] })
        take({ type: 'TEXT', text: act.text })
        break
      case 'found':
      case 'nothing':
        tell(act.type === 'found' ? 'Chương trình tìm thấy (dữ liệu mẫu).' : 'Chương trình không tìm thấy gì.')
        take(act.type === 'found' ? FOUND : NOTHING)
        break
      case 'photo':
      case 'document':
      case 'card':
        send(act.type)
    }
  }
  endPause()
  return { bubbles, ...(asks !== undefined && { asks }), hasEnded: session.position === undefined }
}

function opening(flow: string): CitizenEvent {
  if (flow === MENU_FLOW) return { type: 'TEXT', text: 'menu' }
  if (flow === SUPPLEMENT_FLOW)
    return {
      type: 'SUPPLEMENT_ASKED',
      dossier: 'mau' as DossierId,
      code: CODE,
      question: 'Xin gửi lại ảnh giấy hẹn khám.',
    }
  return { type: 'TEXT', text: tapped(writePayload({ to: 'begin', flow })) }
}

const SENT = { photo: '[ảnh]', document: '[tệp]', card: '[ảnh thẻ căn cước]' } as const

const TOLD: Partial<Record<Effect['type'], string>> = {
  file: 'Tại đây hồ sơ được nộp và có mã thật.',
  supplement: 'Tại đây phần bổ sung được gửi cho cán bộ.',
  rate: 'Tại đây đánh giá được ghi nhận.',
  withdraw: 'Tại đây hồ sơ được rút.',
  'send permit': 'Tại đây ảnh giấy có mã QR được gửi lại.',
  forget: 'Tại đây dữ liệu của công dân được xóa.',
}

const toBubble = (message: OutgoingMessage): Bubble =>
  message.type === 'text'
    ? {
        by: 'account',
        text: message.text.replaceAll('{code}', CODE).replaceAll('{secret}', SECRET).replaceAll('{office}', OFFICE),
        choices: message.choices ?? [],
      }
    : { by: 'account', text: '[hình]', choices: [] }

/** A tapped button stands in the chat by its label, as it does in Zalo. */
function labelOf(text: string, bubbles: readonly Bubble[]): string {
  const choices = bubbles.toReversed().flatMap((bubble) => bubble.choices)
  return choices.find((choice) => 'key' in choice && tapped(choice.key) === text)?.label ?? text
}

const stepOf = ({ position }: Session, flows: Flows) =>
  position && flows.pinned(position.flow, position.version)?.steps.get(position.step)
