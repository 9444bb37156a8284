import { SECOND } from '../../kernel/clock.ts'
import type { AttachmentId } from '../../kernel/ids.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf } from '../flow/flow-format.ts'
import { isAboutTime } from '../flow/mended-flow.ts'
import type { CitizenEvent } from '../words/events.ts'
import { STEP_KEYS, tapped, writePayload, type Payload } from '../words/payload.ts'
import { phrases } from '../words/phrases.ts'
import type { Answer, Effect, FactsEvent, FlowContext, Position } from '../words/session.ts'
import { advance, takeTogether, type Moment, type StepResult } from './advance.ts'
import { alsoHeard } from './also-heard.ts'
import { ask, say, tell } from './ask.ts'
import { passCard } from './before-card.ts'
import { doubtEnding } from './before-the-end.ts'
import { answersOfCard } from './card-step.ts'
import { correct, submit } from './correct.ts'
import { toEffects } from './effects.ts'
import { withSecret } from './code-with-secret.ts'
import { goesOn, isForLater, newlyHeard, stillAsked, withHeard } from './going-on.ts'
import { confirmHeard, hearFor, listen } from './heard.ts'
import { takePeople } from './people.ts'
import { stepBack } from './people-moved.ts'
import { readEvent } from './read-event.ts'
import { readTogether } from './read-together.ts'
import type { EventReading } from './reading.ts'
import { refusalOf, stillProposed } from './refusal.ts'
import { takeEarly } from './sent-early.ts'

/** Zalo sends the photos of an album one by one; after this pause it is taken for complete. */
const ALBUM_PAUSE = 3 * SECOND

/** One turn of a conversation. Everything it knows is in its arguments; everything it wants is in its result. */
export function decide(
  flow: CompiledFlow,
  position: Position,
  event: CitizenEvent | FactsEvent,
  moment: Moment,
): StepResult {
  const step = flow.steps.get(position.step)
  const stay = (effects: Effect[], context = position.context, fetching = moment.fetching): StepResult => ({
    outcome: 'waiting',
    position: { ...position, context },
    effects,
    fetching,
  })
  if (!step) return stay([])
  if (event.type === 'FACTS')
    return step.expect === 'none' ? advance(flow, position, { ...event, now: moment.now }) : stay([])
  // Only a query waits at such a step, and its answer was lost: ask it again.
  if (step.expect === 'none') return stay(toEffects(flow, position, [{ type: 'do', params: { step: position.step } }]))

  const arrived = 'attachment' in event && event.type !== 'FILE' ? event.attachment : undefined
  const fetching = moment.fetching.filter((attachment) => attachment !== arrived)
  const passed = passCard(flow, position, event, moment.now)
  if (passed) return passed
  const people = takePeople(flow, position, event, moment)
  if (people) return people
  const early = takeEarly(flow, position, event, moment.now)
  if (early) return { ...early, fetching: moment.fetching }
  const at = { id: position.step, step, context: position.context, now: moment.now, fetching: moment.fetching }
  const read =
    readTogether(flow, position, event, moment.now) ??
    doubtEnding(flow, position, event, readEvent(event, at), moment.now)
  const said = listen(flow, position, event, read, moment.now)
  const heard = newlyHeard(position.context.heard, said)
  const isBeside = isForLater(flow, step, read, heard)
  const goingOn = isBeside ? goesOn(position, step, event, heard) : undefined
  const reading = goingOn ?? read
  const before = goingOn ? confirmHeard(position.context) : position.context
  const context = withSecret(flow, step, withHeard(flow, before, said), event, moment.now)
  if (isBeside && !goingOn)
    return stay([...alsoHeard(flow, heard), ...stillAsked(flow, { ...position, context }, step)], context)
  switch (reading.outcome) {
    case 'settled': {
      if (reading.event.type === 'SUBMIT') return submit(flow, position, moment)
      const known = reading.confirmed && !goingOn ? confirmHeard(context) : context
      const result = advance(
        flow,
        { ...position, context: known.moved ? { ...known, passing: true } : known },
        { ...reading.event, now: moment.now },
      )
      return { ...result, effects: [...alsoHeard(flow, heard, result.position), ...result.effects] }
    }
    case 'refused': {
      const { proposal: _, between: __, ...rest } = context
      const unreached =
        event.type === 'FILE_REFUSED' && event.because === 'unknown host'
          ? [...(context.unreached ?? []), { step: position.step, attachment: event.attachment }]
          : context.unreached
      const failed: FlowContext = {
        ...rest,
        ...stillProposed(step, context),
        failures: context.failures + 1,
        ...(unreached && { unreached }),
        ...(step.expect === 'review' && { doubted: true as const }),
      }
      return stay(
        [
          ...alsoHeard(flow, heard),
          ...tell(flow, { ...position, context: failed }, refusalOf(reading.because, failed, moment.contact)),
        ],
        failed,
        fetching,
      )
    }
    case 'unsure': {
      const asking = { ...context, proposal: reading.proposal }
      return stay(
        [
          ...alsoHeard(flow, heard),
          ...tell(flow, { ...position, context: asking }, phrases.proposal(reading.because, reading.proposal.shown)),
        ],
        asking,
      )
    }
    case 'between': {
      const { between: _, ...rest } = context
      const asking = reading.keys.length === 0 ? rest : { ...rest, between: reading.keys }
      return stay([...alsoHeard(flow, heard), ...tell(flow, { ...position, context: asking }, reading.because)], asking)
    }
    case 'told':
      return toldAt(flow, position, reading, stay)
    case 'gathered': {
      const gathered = {
        ...context,
        answers: { ...context.answers, [answerNameOf(position.step, step)]: reading.answer },
        failures: 0,
      }
      const told = reading.text === undefined ? [] : tell(flow, { ...position, context: gathered }, reading.text)
      const pause: Effect[] = reading.album ? [{ type: 'timer', timer: 'album', at: moment.now + ALBUM_PAUSE }] : []
      return stay([...told, ...pause], gathered, fetching)
    }
    case 'together':
      return takeAll(flow, position, reading, moment.now)
    case 'fetch': {
      const { attachment, kind, url, name, caption } = reading.file
      const { purpose, answer } = reading
      const fetch: Effect = {
        ...{ type: 'fetch', attachment, kind, url },
        ...(name !== undefined && { name }),
        // A card's picture is read and let go, and so is what stands under it.
        ...(purpose === undefined ? caption !== undefined && { caption } : { purpose }),
      }
      const said = answer
        ? { ...context, answers: { ...context.answers, [answerNameOf(position.step, step)]: answer } }
        : context
      return stay([...(reading.text === undefined ? [] : say(reading.text)), fetch], said, [
        ...moment.fetching,
        attachment,
      ])
    }
    case 'reused':
      return advance(
        flow,
        { ...position, context: { ...context, passing: true } },
        { type: 'ANSWER', answer: reading.answer, now: moment.now },
      )
    case 'card': {
      const { card, text, consents } = reading
      const asking: FlowContext = { ...context, card, failures: 0 }
      const told = tell(flow, { ...position, context: asking }, text)
      const consent: Effect = {
        type: 'consent',
        flow: flow.flow,
        version: flow.version,
        step: position.step,
        given: true,
      }
      return stay(consents ? [consent, ...told] : told, asking, fetching)
    }
    case 'filled': {
      if (step.expect !== 'card') return stay([])
      const answers = answersOfCard(flow, step, reading.card, context, moment.now)
      return advance(flow, position, { type: 'FILLED', answers, now: moment.now })
    }
    case 'correct':
      return correct(flow, position, reading.index, moment)
    case 'nothing':
      return stay([], context, fetching)
  }
}

/** Several questions answered in one message; what is left of it may be for questions still to come. */
function takeAll(
  flow: CompiledFlow,
  { context, ...position }: Position,
  reading: Extract<EventReading, { outcome: 'together' }>,
  now: number,
): StepResult {
  const doubted = Object.entries(reading.doubts).flatMap(([id, { proposal }]): [string, Answer][] => {
    const step = flow.steps.get(id)
    return step ? [[answerNameOf(id, step), proposal]] : []
  })
  const answers = { ...context.answers, ...reading.answers, ...Object.fromEntries(doubted) }
  const listens = reading.left !== '' && flow.keepsDraft && !context.correcting && !context.mending
  const said = listens ? hearFor(flow, { ...position, context: { ...context, answers } }, reading.left, [], now) : {}
  const heard = newlyHeard(context.heard, said)
  const result = takeTogether(flow, { ...position, context: withHeard(flow, context, said) }, reading, now)
  return { ...result, effects: [...alsoHeard(flow, heard, result.position), ...result.effects] }
}

function toldAt(
  flow: CompiledFlow,
  position: Position,
  { text, forget }: Extract<EventReading, { outcome: 'told' }>,
  stay: (effects: Effect[], context?: FlowContext, fetching?: readonly AttachmentId[]) => StepResult,
): StepResult {
  const step = flow.steps.get(position.step)
  const { proposal, ...rest } = position.context
  if (forget === 'files on their way') return stay(tell(flow, position, text), position.context, [])
  const context = forget === undefined ? position.context : { ...rest, answers: { ...rest.answers } }
  if (forget === 'proposal' && step && proposal) forgetHeard(context, answerNameOf(position.step, step))
  if (forget === 'answer' && step) delete context.answers[answerNameOf(position.step, step)]
  return stay(tell(flow, { ...position, context }, text), context)
}

function forgetHeard(context: FlowContext, name: string): void {
  if (!context.heard) return
  const { [name]: _, ...left } = context.heard
  context.heard = left
}

/** The question of a position once more; where only a query waits, the query. */
export function askAgain(flow: CompiledFlow, position: Position): Effect[] {
  const isQuery = flow.steps.get(position.step)?.expect === 'none'
  return isQuery ? toEffects(flow, position, [{ type: 'do', params: { step: position.step } }]) : ask(flow, position)
}

/** One question back. During a correction it means "leave it as it was"; undefined at the first question. */
export function goBack(flow: CompiledFlow, position: Position, moment: Moment): StepResult | undefined {
  const { proposal: _, between: __, ...context } = position.context
  if (context.correcting) {
    const step = flow.steps.get(position.step)
    const isChoice = step?.expect === 'choice' || step?.expect === 'consent'
    const key = isChoice ? context.answers[answerNameOf(position.step, step)]?.value : STEP_KEYS.keep
    const kept: Payload = { to: 'answer', step: position.step, key: `${key}` }
    const same = { type: 'TEXT', text: tapped(writePayload(kept)) } as const
    const stayed = decide(flow, { ...position, context }, same, { ...moment, fetching: [] })
    if (stayed.position.step !== position.step) return stayed
  }
  // What was offered once is not offered again: its buttons stand above.
  const back = stepBack(
    flow,
    position,
    context.mending?.given.filter((name) => !isAboutTime(name)),
  )
  return back && { outcome: 'waiting', position: back, effects: ask(flow, back), fetching: [] }
}
