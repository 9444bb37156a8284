import { DAY } from '../../kernel/clock.ts'
import { say } from '../step/ask.ts'
import { button, menuButton } from '../words/buttons.ts'
import { ASKED_BY_SESSION, readPayload } from '../words/payload.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf } from '../flow/flow-format.ts'
import { phrases } from '../words/phrases.ts'
import { FORGETTING, REMEMBERING } from '../words/lexicon/deeds.ts'
import { pickExactly } from '../words/read-choice.ts'
import type { KNOWN_ANSWERS } from '../words/session.ts'
import { type Answer, type Effect, type Session } from '../words/session.ts'
import { after, type Turned } from './turned.ts'

/** People move and change their telephone: what was kept longer is asked again. */
const KEPT_FOR = 180 * DAY
const WORDS: Record<(typeof KNOWN_ANSWERS)[number], string> = {
  applicant: 'họ tên',
  citizenNumber: 'số căn cước',
  phone: 'số điện thoại',
  birthDate: 'ngày sinh',
  sex: 'giới tính',
  address: 'nơi ở',
}
const isKnowable = (name: string): name is keyof typeof WORDS => name in WORDS

/** A flow that asks for it may be filed for somebody else: then `applicant` is not who chats. */
const HELPER = 'helperName'

/** After a filing: may what it told about the citizen be kept for the next one? Asked only when it is new. */
export function offerKeeping(turned: Turned): Turned {
  const filed = turned.effects.find((effect): effect is Extract<Effect, { type: 'file' }> => effect.type === 'file')
  const { session } = turned
  if (
    !filed ||
    session.position ||
    session.asking?.what === 'draft or anew' ||
    filed.answers.some(({ key }) => key === HELPER)
  )
    return turned
  const told = filed.answers.filter(({ key }) => isKnowable(key))
  const answers = Object.fromEntries(told.map(({ key, value, shown }): [string, Answer] => [key, { value, shown }]))
  const isNew = told.some(({ key, value }) => session.known?.answers[key]?.value !== value)
  if (!isNew) return turned
  const choices = [
    button({ to: 'answer', step: ASKED_BY_SESSION.remember, key: 'co' }, phrases.labels.rememberYes),
    button({ to: 'answer', step: ASKED_BY_SESSION.remember, key: 'khong' }, phrases.labels.rememberNo),
    menuButton,
  ]
  const asked = say(
    phrases.mayRemember(told.flatMap(({ key }) => (isKnowable(key) ? WORDS[key] : [])).join(', ')),
    choices,
  )
  return { session: { ...session, asking: { what: 'may remember', answers } }, effects: [...turned.effects, ...asked] }
}

const KEEPING_CHOICES = [
  { key: 'co', label: phrases.labels.rememberYes, words: REMEMBERING },
  { key: 'khong', label: phrases.labels.rememberNo, words: FORGETTING },
]

/** A yes keeps them, with the consent on record; a no, or anything else, keeps nothing. */
export function answerKeeping(
  session: Session,
  told: Readonly<Record<string, Answer>>,
  text: string,
  now: number,
): Turned | undefined {
  const payload = readPayload(text)
  const tappedAt = payload?.to === 'answer' && payload.step === ASKED_BY_SESSION.remember ? payload.key : undefined
  const typed = payload === undefined ? pickExactly(KEEPING_CHOICES, text)?.key : undefined
  const agrees = tappedAt === 'co' || typed === 'co'
  const declines = tappedAt === 'khong' || typed === 'khong'
  if (!agrees && !declines) return undefined
  const consent: Effect = { type: 'consent', flow: 'nho-thong-tin', version: 1, step: 'nho', given: agrees }
  if (declines) return { session, effects: [consent, ...say(phrases.notRemembered, [menuButton])] }
  const known = { answers: { ...session.known?.answers, ...told }, at: now }
  return after([consent], { session: { ...session, known }, effects: say(phrases.remembered, [menuButton]) })
}

/** What is known and this flow asks about the citizen; offered at each question, filed only when confirmed. */
export function knownFor(flow: CompiledFlow, { known }: Session, now: number): Record<string, Answer> {
  if (!known || now - known.at > KEPT_FOR) return {}
  const asked = new Set([...flow.steps].map(([id, step]) => answerNameOf(id, step)))
  if (asked.has(HELPER)) return {}
  return Object.fromEntries(Object.entries(known.answers).filter(([name]) => asked.has(name)))
}
