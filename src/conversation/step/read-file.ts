import type { AttachmentId } from '../../kernel/ids.ts'
import { tidy } from '../../kernel/text.ts'
import { SKIPPED } from '../flow/answers.ts'
import { longText } from '../checks/free-text.ts'
import { checkNamed } from '../checks/table.ts'
import { answerNameOf } from '../flow/flow-format.ts'
import type { CitizenEvent } from '../words/events.ts'
import { phrases } from '../words/phrases.ts'
import type { AtStep, EventReading } from './reading.ts'
import { isDone, isKeep } from '../words/read-reply.ts'
import type { Answer } from '../words/session.ts'

/** What an attachment may weigh; the fetch enforces it on the bytes, this only spares a hopeless one. */
const LARGEST = 10 * 1024 * 1024

type FileEvent = Extract<CitizenEvent, { type: 'FILE' | 'FILE_STORED' | 'FILE_REFUSED' }>

export function readFileEvent(event: FileEvent, at: AtStep): EventReading {
  const { step } = at
  if (step.expect !== 'files' && step.expect !== 'any') {
    if (event.type !== 'FILE') return { outcome: 'nothing' }
    return { outcome: 'told', text: step.expect === 'text' ? phrases.needsWords : phrases.needsButton }
  }
  if (event.type === 'FILE') return readArriving(event, at, step.max)
  // A file asked for at another step, or after the answer was closed, no longer belongs anywhere.
  if (!at.fetching.includes(event.attachment) && !wasUnreached(event, at)) return { outcome: 'nothing' }
  if (event.type === 'FILE_REFUSED') return { outcome: 'refused', because: phrases.refusedFile[event.because] }
  return readStored(event, at, step.max)
}

/** It was refused at this very question because nobody here knew its host, and an operator has allowed that since. */
const wasUnreached = (event: FileEvent, { id, context }: AtStep): boolean =>
  event.type === 'FILE_STORED' &&
  (context.unreached ?? []).some(({ step, attachment }) => step === id && attachment === event.attachment)

/** Words and files of one answer: the value is the words alone. */
function gather(words: string, attachments: readonly AttachmentId[]): Answer {
  const files = attachments.length === 0 ? '' : `${attachments.length} tệp`
  const shown = words !== '' && files !== '' ? `${words} (kèm ${files})` : words || files
  return { value: words, shown, ...(attachments.length === 0 ? {} : { attachments: [...attachments] }) }
}

/** Words added to an answer of words and files. */
export function gatherWords(text: string, at: AtStep): EventReading {
  const before = gatheredSoFar(at) ?? SKIPPED
  const whole = before.value === '' ? text : `${before.value}\n${text}`
  const reading = checkNamed(longText.name)?.check(whole, { now: at.now, answers: {} })
  if (!reading || reading.ok !== true)
    return { outcome: 'refused', because: reading?.ok === false ? reading.because : phrases.notYet }
  return { outcome: 'gathered', answer: gather(reading.value, before.attachments ?? []), text: phrases.noted }
}

/** Words under a file are words of such an answer too; what is too long for it stays under the file alone. */
function withCaption(caption: string, at: AtStep): Answer | undefined {
  const reading = isDone(caption) || isKeep(caption) ? undefined : gatherWords(tidy(caption), at)
  return reading?.outcome === 'gathered' ? reading.answer : undefined
}

const gatheredSoFar = ({ id, step, context }: AtStep): Answer | undefined => context.answers[answerNameOf(id, step)]

function readArriving(file: Extract<CitizenEvent, { type: 'FILE' }>, at: AtStep, max: number): EventReading {
  const { step, fetching } = at
  const stored = max > 1 ? (gatheredSoFar(at)?.attachments?.length ?? 0) : 0
  if (stored + fetching.length >= max) return { outcome: 'told', text: phrases.enoughFiles(max) }
  if (step.expect === 'files' && step.accept !== 'both' && step.accept !== file.kind)
    return { outcome: 'refused', because: step.accept === 'photo' ? phrases.needsPhoto : phrases.needsDocument }
  if (file.bytes !== undefined && file.bytes > LARGEST)
    return { outcome: 'refused', because: phrases.refusedFile['too large'] }
  // An album arrives as several events; one "receiving" is enough for all of them.
  const answer = step.expect === 'any' && file.caption !== undefined ? withCaption(file.caption, at) : undefined
  return {
    outcome: 'fetch',
    file,
    ...(fetching.length === 0 && { text: phrases.receiving }),
    ...(answer && { answer }),
  }
}

function readStored(event: Extract<CitizenEvent, { type: 'FILE_STORED' }>, at: AtStep, max: number): EventReading {
  const before = gatheredSoFar(at)
  const attachments = [...(max > 1 ? (before?.attachments ?? []) : []), event.attachment]
  const count = String(attachments.length)
  const answer: Answer =
    at.step.expect === 'any'
      ? gather(before?.value ?? '', attachments)
      : { value: count, shown: `${count} tệp`, attachments }
  if (max === 1) return { outcome: 'settled', event: { type: 'ANSWER', answer } }
  return { outcome: 'gathered', answer, album: true }
}

/** No photo has come for a moment: one sentence about all that came. While one is on its way the last one will tell. */
export function readPause(at: AtStep): EventReading {
  const { step, fetching } = at
  const count = gatheredSoFar(at)?.attachments?.length ?? 0
  if ((step.expect !== 'files' && step.expect !== 'any') || count === 0 || fetching.length > 0)
    return { outcome: 'nothing' }
  return { outcome: 'told', text: phrases.received(count, step.max) }
}
