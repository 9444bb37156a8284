import { fold, tidy } from '../../kernel/text.ts'
import { keyFor, readPayload, STEP_KEYS } from '../words/payload.ts'
import { readAtCard } from './card-step.ts'
import { isOthersKey, readChosen, readConsent } from './choosing.ts'
import type { CitizenEvent } from '../words/events.ts'
import { checkOf, isFreeStep } from '../flow/check-of.ts'
import { answerNameOf, choicesOf, type StepOf } from '../flow/flow-format.ts'
import { phrases } from '../words/phrases.ts'
import type { AtStep, EventReading } from './reading.ts'
import { gatherWords, readFileEvent, readPause } from './read-file.ts'
import { spendOn } from '../facts/spend.ts'
import { sideOf } from './heard.ts'
import { renderPlace } from '../checks/coordinates.ts'
import { isAreaStep, isPlaceStep } from './sent-with.ts'
import { agreed, heardChoice, keepAnswer, rejectedProposal, settled, skip, told } from './standing-answer.ts'
import { asksBack } from '../words/asks-back.ts'
import { handsIn, handsOver } from '../words/hands-in.ts'
import { pointsAtThing, saysSent } from '../words/pointing.ts'
import { passesOver, skipsByName } from '../words/passes-over.ts'
import { readExactChoice } from '../words/read-choice.ts'
import { readOrdinal } from '../words/read-ordinal.ts'
import { isDone, isKeep, isNo, isSkip, isWaiting, isYes } from '../words/read-reply.ts'
import { withOtherPart } from './other-part.ts'
import { withoutSlip } from '../words/slips.ts'

export function readEvent(event: CitizenEvent, at: AtStep): EventReading {
  if (at.step.expect === 'card' && !isStaleKey(event, at.id)) return readAtCard(event, { ...at, step: at.step })
  switch (event.type) {
    case 'TEXT':
      return readText(tidy(event.text), at)
    case 'FILE':
    case 'FILE_STORED':
    case 'FILE_REFUSED':
      return readFileEvent(event, at)
    case 'CONTACT': {
      const takes = checkOf(at.step)?.takes
      const fitting = takes === 'phone' ? event.phone : takes === 'name' ? event.name : undefined
      return fitting === undefined ? told(phrases.unsupported.contact) : readText(tidy(fitting), at)
    }
    case 'LOCATION': {
      if (!isPlaceStep(at.step) && !isAreaStep(at.step)) return told(phrases.unsupported.location)
      const place = renderPlace(event.latitude, event.longitude)
      return readTyped(event.text === undefined ? place : `${place}: ${tidy(event.text)}`, at)
    }
    case 'UNSUPPORTED':
      return told(phrases.unsupported[event.what])
    case 'ARRIVED':
    case 'LEFT':
    case 'SUPPLEMENT_ASKED':
    case 'SUPPLEMENT_CLOSED':
    case 'TIME_CAME':
      return readPause(at)
    case 'CARD_READ':
    case 'CARD_UNREADABLE':
      return { outcome: 'nothing' }
  }
}

/** A tapped button of another question. */
function isStaleKey(event: CitizenEvent, id: string): boolean {
  const payload = event.type === 'TEXT' ? readPayload(event.text) : undefined
  return payload?.to === 'answer' && payload.step !== id
}

function readText(text: string, at: AtStep): EventReading {
  const payload = readPayload(text)
  if (payload === undefined) return readTyped(text, at)
  const key = keyFor(at.id, payload)
  return key === undefined ? told(phrases.oldButton) : readKey(key, at)
}

function readKey(key: string, at: AtStep): EventReading {
  const { step, context } = at
  if (isOthersKey(key, at)) return { outcome: 'between', keys: [], because: phrases.chooseOne }
  const answer = context.answers[answerNameOf(at.id, step)]
  if (step.expect === 'choice' || step.expect === 'consent') {
    const choice = choicesOf(step).find((it) => it.key === key)
    if (!choice && key === STEP_KEYS.yes && context.proposal) return heardChoice(step, context.proposal.value)
    return choice
      ? { outcome: 'settled', event: { type: `CHOICE.${key}`, label: choice.label } }
      : told(phrases.oldButton)
  }
  if (step.expect === 'pick') {
    const option = context.options?.find((it) => it.key === key)
    return option ? { outcome: 'settled', event: { type: 'PICKED', option } } : told(phrases.oldButton)
  }
  if (step.expect === 'review') {
    if (key === STEP_KEYS.submit) return { outcome: 'settled', event: { type: 'SUBMIT' } }
    return key === STEP_KEYS.correct ? { outcome: 'correct', index: 0 } : told(phrases.oldButton)
  }
  const { proposal } = context
  if (key === STEP_KEYS.yes && proposal) return agreed(at, proposal)
  if (key === STEP_KEYS.other && proposal?.otherwise) return settled(proposal.otherwise)
  if (key === STEP_KEYS.no && proposal) return rejectedProposal(step)
  const without = checkOf(step)?.without
  if (without && key === without.key) return settled({ ...without.answer })
  if (key === STEP_KEYS.skip && 'optional' in step && step.optional) return skip(at)
  if (key === STEP_KEYS.rewrite && answer) return { outcome: 'told', text: phrases.answerAgain, forget: 'answer' }
  if (key === STEP_KEYS.keep || key === STEP_KEYS.done) return keepAnswer(at)
  if (key === STEP_KEYS.useAgain && answer) {
    const kept = keepAnswer(at)
    return kept.outcome === 'settled' ? { outcome: 'reused', answer } : kept
  }
  return told(phrases.oldButton)
}

function readTyped(text: string, at: AtStep): EventReading {
  const { step } = at
  switch (step.expect) {
    case 'choice':
      if (at.context.proposal && isYes(text)) return heardChoice(step, at.context.proposal.value)
      return readChosen(step.choices, text, at, ({ key, label }) => ({
        outcome: 'settled',
        event: { type: `CHOICE.${key}`, label },
      }))
    case 'consent':
      return readConsent(text, step, at)
    case 'pick':
      return readChosen(at.context.options ?? [], text, at, (option) => ({
        outcome: 'settled',
        event: { type: 'PICKED', option },
      }))
    case 'card':
      return { outcome: 'refused', because: phrases.chooseOne }
    case 'review':
      return readAtReview(text, step)
    case 'text':
      return readTextAnswer(text, step, at)
    case 'files':
      if (at.fetching.length > 0 && isDropping(text)) return droppedFiles
      if (at.fetching.length > 0 && !isSkip(text)) return told(phrases.stillReceiving)
      return readAtFiles(text, { ...at, step })
    case 'any':
      return readIntoAny(text, at)
    case 'none':
      return { outcome: 'nothing' }
  }
}

/** "Chồng tui giữ", "để ở nhà", "mai mang lên": a paper that is not at hand. */
const isElsewhere = (text: string): boolean =>
  /(?:^| )(?:giu|de (?:o |ben |duoi )?(?:nha|que|co quan)|cat o|chua (?:co|lay|in|chup|xin|lam)|khong (?:co|mang|dem|chup)|ko co|hong co|quen (?:mang|dem|o)|that lac|mat roi|mai (?:mang|dem|nop|gui)|mang (?:len|theo|sau)|nop sau|bo sung sau)(?: |$)/.test(
    fold(text),
  )

const handingIn = (submit: string | undefined) => [{ key: STEP_KEYS.submit, label: submit ?? phrases.labels.submit }]

/** At the review: everything is right, hand it in. */
export const isHandingIn = (text: string, { submit }: StepOf<'review'>): boolean =>
  handsOver(text, submit) ||
  isYes(text) ||
  isDone(text) ||
  handsIn(text) ||
  readExactChoice(handingIn(submit), text).found === 'one'

const CORRECTING = [
  { key: STEP_KEYS.correct, label: phrases.labels.correct, words: ['sửa', 'sửa lại', 'sai', 'sai rồi', 'có sai'] },
]

function readAtReview(text: string, step: StepOf<'review'>): EventReading {
  const ordinal = readOrdinal(text)
  if (ordinal !== undefined) return { outcome: 'correct', index: ordinal }
  if (readExactChoice(CORRECTING, text).found === 'one') return { outcome: 'correct', index: 0 }
  if (isHandingIn(text, step)) return { outcome: 'settled', event: { type: 'SUBMIT' } }
  if (isWaiting(text) || isNo(text)) return told(phrases.notSentYet)
  return { outcome: 'refused', because: `${phrases.chooseOne} Muốn sửa mục nào, ông/bà nhắn số của mục đó.` }
}

function readTextAnswer(text: string, step: StepOf<'text'>, at: AtStep): EventReading {
  const { proposal } = at.context
  if (proposal) {
    const ordinal = readOrdinal(text)
    const last = proposal.otherwise ? 3 : 2
    if (isYes(text) || ordinal === 1) return agreed(at, proposal)
    if (proposal.otherwise && ordinal === 2) return settled(proposal.otherwise)
    if (isNo(text) || ordinal === last) return rejectedProposal(step)
    const instead = readInstead(text, step, at, proposal.shown)
    if (instead) return instead
  }
  if (at.context.answers[answerNameOf(at.id, step)] && isKeep(text)) return keepAnswer(at)
  const check = checkOf(step)
  if (step.optional && (passesOver(text) || check?.saysNone?.(text)))
    return { outcome: 'settled', event: { type: 'SKIP' } }
  const without = check?.without
  if (without && isSkip(text)) return { outcome: 'unsure', because: phrases.iRead, proposal: { ...without.answer } }
  // Where a number is asked for, "khỏi cần" is none.
  if (
    skipsByName(text) &&
    !(check?.takes === 'count' && check.check(text, { now: at.now, answers: at.context.answers }).ok === true)
  )
    return { outcome: 'refused', because: [phrases.cannotSkip, check?.hint].join(' ') }
  const meant = isFreeStep(step) ? text : withoutSlip(text)
  if (!check) return settled({ value: text, shown: text })
  const { reading, spent } = spendOn(
    check,
    meant,
    { now: at.now, answers: at.context.answers },
    sideOf(answerNameOf(at.id, step)),
  )
  if (reading.ok === false) return { outcome: 'refused', because: reading.because }
  const { value, shown } = reading
  if (reading.ok === true) return { ...settled({ value, shown }), spent }
  const { otherwise, because } = reading
  return { outcome: 'unsure', because, proposal: { value, shown, ...(otherwise ? { otherwise } : {}) }, spent }
}

const REFUSING =
  /^(?:(?:dạ|da|à|a)[\s,]+)?(?:không|khong|ko|hông|hổng|hong)?\s*(?:(?:phải|phai|đúng|dung|sai|nhầm|lộn)(?:\s+(?:rồi|roi|đâu|dau))?)?[\s,.]+(?=\S)/iu

/** "Sai rồi, 6h chiều": what the reading that waits for a yes is to be changed into. */
function readInstead(text: string, step: StepOf<'text'>, at: AtStep, shown: string): EventReading | undefined {
  const check = checkOf(step)
  const rest = text.replace(REFUSING, '')
  for (const whole of withOtherPart(rest, shown)) {
    const reading = check?.check(whole, { now: at.now, answers: at.context.answers })
    if (reading?.ok === true) return settled({ value: reading.value, shown: reading.shown })
  }
  return undefined
}

/** What never arrives must not hold a conversation. */
const isDropping = (text: string): boolean =>
  /^(?:bo|thoi|khoi)(?: qua)? (?:tep|file|anh|hinh)(?: .{1,20})?$/.test(fold(text))
const droppedFiles: EventReading = { outcome: 'told', text: phrases.droppedFiles, forget: 'files on their way' }

/** Whoever has sent something already is asked for no more of it, whatever they say. */
function readAtFiles(text: string, at: AtStep & { step: StepOf<'files'> }): EventReading {
  const { step, context, id } = at
  const count = context.answers[answerNameOf(id, step)]?.attachments?.length ?? 0
  const isAsking = asksBack(text) || /(?:chưa|chua|không|khong|ko)(?: (?:em|anh|chị|ạ|vậy|vay))*$/iu.test(text)
  if (count > 0 && isAsking) return told(phrases.received(count, step.max))
  if (isDone(text) || isKeep(text) || (count > 0 && saysSent(text))) return keepAnswer(at)
  if (step.optional && passesOver(text, true)) return skip(at)
  if (saysSent(text)) return told(phrases.nothingCame)
  if (step.optional && isElsewhere(text)) return told(phrases.papersLater)
  return { outcome: 'refused', because: count > 0 ? phrases.received(count, step.max) : phrases.needsFile }
}

function readIntoAny(text: string, at: AtStep): EventReading {
  if (at.fetching.length > 0 && isDropping(text)) return droppedFiles
  const hasFiles = (at.context.answers[answerNameOf(at.id, at.step)]?.attachments?.length ?? 0) > 0
  const isAll = isDone(text) || isKeep(text) || (hasFiles && (saysSent(text) || pointsAtThing(text) || isYes(text)))
  return isAll ? keepAnswer(at) : gatherWords(text, at)
}
