import { renderDay } from '../../kernel/clock.ts'
import { mask } from '../../kernel/text.ts'
import { describeClash } from '../checks/citizen-number.ts'
import { checkOf } from '../flow/check-of.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { keyFor, readPayload, STEP_KEYS } from '../words/payload.ts'
import type { Card, CitizenEvent } from '../words/events.ts'
import { answerNameOf, type CardField, type StepOf } from '../flow/flow-format.ts'
import { phrases } from '../words/phrases.ts'
import { readCardReply, readCardWords } from './card-words.ts'
import type { AtStep, EventReading } from './reading.ts'

import type { Answer, FlowContext } from '../words/session.ts'

const { card: words } = phrases

type AtCard = AtStep & { step: StepOf<'card'> }

/** What an event means at a question that an identity card's picture may answer. Nothing is fetched before the consent. */
export function readAtCard(event: CitizenEvent, at: AtCard): EventReading {
  const { card } = at.context
  switch (event.type) {
    case 'TEXT':
      return readWords(event.text, at)
    case 'FILE': {
      if (!card) return { outcome: 'told', text: words.consentFirst }
      if (at.fetching.length > 0) return { outcome: 'told', text: words.reading }
      if (event.kind !== 'photo') return { outcome: 'refused', because: words.needsPhoto }
      return { outcome: 'fetch', file: event, text: words.reading, purpose: 'card' }
    }
    case 'CARD_READ':
      if (!at.fetching.includes(event.attachment)) return { outcome: 'nothing' }
      return { outcome: 'card', card: { agreed: true, read: event.card }, text: renderCard(event.card, at.step) }
    case 'CARD_UNREADABLE':
      if (!at.fetching.includes(event.attachment)) return { outcome: 'nothing' }
      return { outcome: 'refused', because: words.unreadable[event.because] }
    case 'FILE_STORED':
    case 'FILE_REFUSED':
      return { outcome: 'nothing' }
    case 'LOCATION':
    case 'CONTACT':
    case 'UNSUPPORTED':
      return { outcome: 'told', text: card ? words.sendPhoto : phrases.chooseOne }
    default:
      return { outcome: 'nothing' }
  }
}

function readWords(text: string, { id, context: { card }, fetching }: AtCard): EventReading {
  const payload = readPayload(text)
  if (payload) return readKey(keyFor(id, payload), card)
  if (!card) {
    switch (readCardWords(text)) {
      case 'agrees':
        return agreed
      case 'types':
        return typing
      case 'nods':
        return { outcome: 'told', text: phrases.agreeByName }
      case 'asks':
        return { outcome: 'refused', because: words.whereIsTheCode }
      default:
        return { outcome: 'refused', because: phrases.chooseOne }
    }
  }
  const reply = readCardReply(text)
  if (reply === 'types') return typing
  if (card.read && reply === 'right') return { outcome: 'filled', card: card.read }
  if (card.read && reply === 'again') return anotherPhoto
  if (fetching.length > 0) return { outcome: 'told', text: words.reading }
  return { outcome: 'refused', because: card.read ? phrases.chooseOne : words.sendPhoto }
}

const typing: EventReading = { outcome: 'settled', event: { type: 'SKIP' } }
const anotherPhoto: EventReading = { outcome: 'card', card: { agreed: true }, text: words.sendPhoto }
const agreed: EventReading = { ...anotherPhoto, consents: true }

/** A key of something else is an old button here. */
function readKey(key: string | undefined, card: FlowContext['card']): EventReading {
  if (key === STEP_KEYS.typeInstead) return typing
  if (!card && key === STEP_KEYS.agreeToCard) return agreed
  if (card?.read && key === STEP_KEYS.yes) return { outcome: 'filled', card: card.read }
  if (card?.read && key === STEP_KEYS.newPhoto) return anotherPhoto
  return { outcome: 'told', text: phrases.oldButton }
}

const FIELD_NAMES: Record<CardField, string> = {
  name: 'Họ và tên',
  number: 'Số căn cước',
  birthDate: 'Ngày sinh',
  sex: 'Giới tính',
  address: 'Nơi thường trú',
}

/** As people read it; undefined where the card is silent. */
function renderField(field: CardField, card: Card): string | undefined {
  const said = card[field]
  if (said === undefined) return undefined
  if (field === 'number') return mask(said)
  if (field === 'birthDate') return renderDay(said)
  if (field === 'sex') return said === 'nam' ? 'Nam' : 'Nữ'
  return said
}

const asAnswer = (value: string): Answer => ({ value, shown: value })

function renderCard(card: Card, { fills }: StepOf<'card'>): string {
  const said = fieldsOf(fills).map(([field]) => [FIELD_NAMES[field], renderField(field, card)] as const)
  const lines = said.flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${text}`]))
  const missing = said.flatMap(([name, text]) => (text === undefined ? [name.toLowerCase()] : []))
  const clash = describeClash(card.number, {
    ...(card.sex !== undefined && { sex: asAnswer(card.sex) }),
    ...(card.birthDate !== undefined && { birthDate: asAnswer(card.birthDate) }),
  })
  return [
    words.found,
    lines.join('\n'),
    ...(missing.length === 0 ? [] : [words.missing(missing.join(', '))]),
    ...(clash === undefined ? [] : [words.clash]),
    words.isItRight,
  ].join('\n\n')
}

const fieldsOf = (fills: StepOf<'card'>['fills']): [CardField, string][] =>
  (Object.keys(FIELD_NAMES) as CardField[]).flatMap((field) => {
    const name = fills[field]
    return name === undefined ? [] : [[field, name] as [CardField, string]]
  })

/**
 * The answers a confirmed card gives, each as the question it belongs to would have taken it. What that question's check
 * refuses is left out and asked.
 */
export function answersOfCard(
  flow: CompiledFlow,
  step: StepOf<'card'>,
  card: Card,
  context: FlowContext,
  now: number,
): Record<string, Answer> {
  const texts: Partial<Record<CardField, string>> = {
    ...card,
    ...(card.birthDate !== undefined && { birthDate: renderDay(card.birthDate) }),
  }
  const answers: Record<string, Answer> = {}
  for (const [field, name] of fieldsOf(step.fills)) {
    const text = texts[field]
    if (text === undefined) continue
    const asked = [...flow.steps].find(([id, it]) => it.expect !== 'card' && answerNameOf(id, it) === name)?.[1]
    if (asked?.expect === 'choice') {
      const choice = asked.choices.find(({ key }) => key === text)
      if (choice) answers[name] = { value: choice.key, shown: choice.label }
    }
    if (asked?.expect !== 'text') continue
    const reading = checkOf(asked)?.check(text, { now, answers: { ...context.answers, ...answers } })
    if (reading && reading.ok !== false) answers[name] = { value: reading.value, shown: reading.shown }
  }
  return answers
}
