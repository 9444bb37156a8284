import type { Flows } from '../../src/conversation/flow/compiled-flow.ts'
import type { CitizenEvent } from '../../src/conversation/words/events.ts'
import { NEW_SESSION, type Effect, type FactsEvent, type Session } from '../../src/conversation/words/session.ts'
import { takeTurn } from '../../src/conversation/take-turn.ts'
import { MODEL_NOW } from '../../src/conversation/step/walk.ts'
import type { AttachmentId, DossierId } from '../../src/kernel/ids.ts'

/** One citizen chatting, for tests: what was said last, and everything wanted so far. */
export function createChat(flows: Flows, session: Session = NEW_SESSION) {
  const chat = {
    session,
    now: MODEL_NOW,
    flows,
    effects: [] as Effect[],
    last: [] as Effect[],
    send(event: CitizenEvent | FactsEvent): string {
      const turned = takeTurn(chat.session, event, { now: chat.now, flows: chat.flows })
      chat.session = turned.session
      chat.last = turned.effects
      chat.effects.push(...turned.effects)
      return textOf(turned.effects)
    },
    says: (...texts: string[]): string => texts.map((text) => chat.send({ type: 'TEXT', text })).at(-1) ?? '',
    sends: (id: string): string =>
      chat.send({ type: 'FILE', attachment: id as AttachmentId, kind: 'photo', url: 'https://x.test/1' }),
    stored: (id: string): string => chat.send({ type: 'FILE_STORED', attachment: id as AttachmentId }),
    asked: (question: string, dossier = 'd1'): string =>
      chat.send({ type: 'SUPPLEMENT_ASKED', dossier: dossier as DossierId, code: 'H12.99-300501-0001', question }),
    closed: (dossier = 'd1'): string =>
      chat.send({ type: 'SUPPLEMENT_CLOSED', dossier: dossier as DossierId, code: 'H12.99-300501-0001' }),
    step: (): string => (chat.session.position ? `${chat.session.position.flow}/${chat.session.position.step}` : ''),
    wanted: <Type extends Effect['type']>(type: Type): Extract<Effect, { type: Type }>[] =>
      chat.effects.filter((effect): effect is Extract<Effect, { type: Type }> => effect.type === type),
  }
  return chat
}

/** Texts and labels as a citizen sees them. */
export const textOf = (effects: readonly Effect[]): string =>
  effects
    .flatMap((effect) =>
      effect.type === 'say' && effect.message.type === 'text'
        ? [effect.message.text, ...(effect.message.choices ?? []).map((choice) => `[${choice.label}]`)]
        : [],
    )
    .join('\n')

/** The travel pass answered up to its papers. */
export const PASS_ANSWERS = [
  '#lam:cap-giay-di-duong',
  '#co',
  '#tu-nhap',
  'Nguyễn Văn An',
  '096190012345',
  '0912345678',
  'y-te',
  'xã Đất Mũi',
  'Cần Thơ',
  '69b1 23456',
  '7h sáng mai',
  '17h ngày 4/5',
] as const
