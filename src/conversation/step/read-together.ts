import { tidy } from '../../kernel/text.ts'
import { objection, SKIPPED } from '../flow/answers.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf } from '../flow/flow-format.ts'
import { openTogether } from '../flow/together.ts'
import type { CitizenEvent } from '../words/events.ts'
import { keyFor, readPayload, STEP_KEYS } from '../words/payload.ts'
import { passesOver } from '../words/passes-over.ts'
import { isKeep } from '../words/read-reply.ts'
import { withHourMeant } from '../words/slips.ts'
import type { Answer, Position } from '../words/session.ts'
import { areAnswered, areOptional } from './ask-together.ts'
import type { EventReading } from './reading.ts'
import { spendTogether, type Member } from './spend-together.ts'

/** Longer than what answers a handful of questions; a story is heard elsewhere. */
const MOST_READ = 500

interface Read {
  flow: CompiledFlow
  said: string
  now: number
  reading: EventReading | undefined
}
/** Whoever asks whether a sentence is an answer here asks before the question itself does; it goes with its position. */
const lastRead = new WeakMap<Position, Read>()

/** What a sentence says to questions that are asked in one message, each by its own rule; undefined where it says nothing to any. */
export function readTogether(
  flow: CompiledFlow,
  position: Position,
  event: CitizenEvent,
  now: number,
): EventReading | undefined {
  if (event.type !== 'TEXT') return read(flow, position, event, now)
  const last = lastRead.get(position)
  if (last?.flow === flow && last.said === event.text && last.now === now) return last.reading
  const reading = read(flow, position, event, now)
  lastRead.set(position, { flow, said: event.text, now, reading })
  return reading
}

function read(flow: CompiledFlow, position: Position, event: CitizenEvent, now: number): EventReading | undefined {
  const open = openTogether(flow, position)
  const whole = open.length === 0 ? undefined : readWhole(flow, position, open, event, now)
  if (whole) return whole
  const text = textOf(event)
  if (open.length === 0 || text === undefined || text.length > MOST_READ) return undefined
  const members = open.flatMap((id): Member[] => {
    const step = flow.steps.get(id)
    return step ? [{ id, name: answerNameOf(id, step), step }] : []
  })
  const { told, doubts, answers, left } = spendTogether(members, withHourMeant(tidy(text)), {
    now,
    answers: position.context.answers,
  })
  const read = [...told, ...Object.keys(doubts)]
  const isOne = read.length === 1 && read[0] === position.step && !/[,;\n]/.test(text)
  // What is doubtful alone may be no answer at all: “mai làm” puts the filing away.
  if (told.length === 0 || isOne) return undefined
  // Of things that nobody must tell, those that were not told are none.
  const group = flow.together.get(position.step) ?? []
  const unsaid = left === '' && areOptional(flow, group) ? open.filter((id) => !read.includes(id)) : []
  return {
    outcome: 'together',
    answers: { ...answers, ...passedOver(flow, unsaid) },
    told: [...told, ...unsaid],
    doubts,
    left,
  }
}

/** Whether all that is asked is kept as it was, or passed over. What no longer stands is asked anew. */
function readWhole(
  flow: CompiledFlow,
  position: Position,
  open: readonly string[],
  event: CitizenEvent,
  now: number,
): EventReading | undefined {
  if (event.type !== 'TEXT') return undefined
  const payload = readPayload(event.text)
  const key = payload && keyFor(position.step, payload)
  const keeps = key === STEP_KEYS.keep || (payload === undefined && isKeep(event.text))
  if (keeps && areAnswered(flow, position, open)) {
    const told = open.filter((id) => {
      const step = flow.steps.get(id)
      return step && objection(id, step, position.context, now) === undefined
    })
    return { outcome: 'together', answers: {}, told, doubts: {}, left: '' }
  }
  const skips = key === STEP_KEYS.skip || (payload === undefined && passesOver(event.text))
  if (!skips || !areOptional(flow, open)) return undefined
  return { outcome: 'together', answers: passedOver(flow, open), told: open, doubts: {}, left: '' }
}

const passedOver = (flow: CompiledFlow, ids: readonly string[]): Record<string, Answer> =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const step = flow.steps.get(id)
      return step ? [[answerNameOf(id, step), SKIPPED]] : []
    }),
  )

function textOf(event: CitizenEvent): string | undefined {
  if (event.type === 'TEXT') return readPayload(event.text) === undefined ? event.text : undefined
  if (event.type !== 'CONTACT') return undefined
  return [event.name, event.phone].filter((it) => it !== undefined).join(', ')
}
