import type { Flows } from '../../conversation/flow/compiled-flow.ts'
import { MENU_FLOW } from '../../conversation/session/named-flows.ts'
import { rehearse } from '../rehearse.ts'
import { type EntryOrder, withEntry } from './weigh.ts'

/** What a citizen who types this at the beginning is answered. */
interface Answer {
  texts: string[]
  buttons: string[]
}

/** The answer now, and with the entry. */
export interface Foretold {
  sentence: string
  now: Answer
  then: Answer
}

function answerTo(sentence: string, flows: Flows, now: number): Answer {
  const { bubbles } = rehearse(MENU_FLOW, [{ type: 'says', text: sentence }], flows, now)
  const asked = bubbles.findIndex(({ by }) => by === 'citizen')
  const said = bubbles.slice(asked + 1).filter(({ by }) => by === 'account')
  return {
    texts: said.map(({ text }) => text),
    buttons: said.flatMap(({ choices }) => choices.map(({ label }) => label)),
  }
}

/** Played by the engine itself, so that nothing is promised that citizens do not get. */
export function foretell(flows: Flows, order: EntryOrder | undefined, sentences: readonly string[], now: number) {
  const then = order && withEntry(flows, order)
  return sentences.map((sentence): Foretold => {
    const today = answerTo(sentence, flows, now)
    return { sentence, now: today, then: then ? answerTo(sentence, then, now) : today }
  })
}
