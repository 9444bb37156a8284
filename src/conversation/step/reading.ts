import type { AttachmentId } from '../../kernel/ids.ts'
import type { Fact } from '../facts/fact.ts'
import type { StepEvent } from '../flow/machine.ts'
import type { Step } from '../flow/flow-format.ts'
import type { Card, CitizenEvent } from '../words/events.ts'
import type { Answer, Doubt, FlowContext, Proposal } from '../words/session.ts'

type Settling = StepEvent extends infer Event ? (Event extends { now: number } ? Omit<Event, 'now'> : never) : never

/** What a citizen's event means to the question it arrives at. */
export type EventReading =
  /** `confirmed`: what was read back is right, all of it. */
  | { outcome: 'settled'; event: Settling; confirmed?: true; spent?: readonly Fact[] }
  /** Not an answer that will do; counts as a failure. */
  | { outcome: 'refused'; because: string }
  | { outcome: 'unsure'; proposal: Proposal; because: string; spent?: readonly Fact[] }
  /** One of these choices, by key, or perhaps the one; none when all are open again. `isGuess`: none was named. */
  | { outcome: 'between'; keys: string[]; because: string; isGuess?: true }
  /** Something to say that is no failure; the question stays. */
  | { outcome: 'told'; text: string; forget?: 'proposal' | 'answer' | 'files on their way' }
  /** A part of an answer that more may follow. */
  | { outcome: 'gathered'; answer: Answer; text?: string; album?: true }
  /** Several questions that were asked in one message: `told` are the steps answered, by name in `answers`. */
  | {
      outcome: 'together'
      answers: Record<string, Answer>
      told: readonly string[]
      doubts: Record<string, Doubt>
      left: string
    }
  /** The known answer is used again, and so are all others that are known. */
  | { outcome: 'reused'; answer: Answer }
  /** `answer`: the words that came with it are a part of the answer already. */
  | {
      outcome: 'fetch'
      file: Extract<CitizenEvent, { type: 'FILE' }>
      text?: string
      purpose?: 'card'
      answer?: Answer
    }
  /** The card question goes on: agreed to, or read and to be confirmed. */
  | { outcome: 'card'; card: NonNullable<FlowContext['card']>; text: string; consents?: boolean }
  /** What was read of a card is right. */
  | { outcome: 'filled'; card: Card }
  /** The answer to be corrected: its number, counted from 1; 0 where it is not said. */
  | { outcome: 'correct'; index: number }
  | { outcome: 'nothing' }

export interface AtStep {
  id: string
  step: Step
  context: FlowContext
  now: number
  /** Files asked for at this step and not yet here. */
  fetching: readonly AttachmentId[]
}
