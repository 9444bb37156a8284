import type { Lab, State } from './lab.ts'
import type { Act } from './message.ts'
import { type Ask, askAt, asksOf, flowOf, procedureWith, type Situation } from './situations.ts'

/** The open question by its name in the table. */
export const openQuestion = (state: State): { name: string; ask: Ask } | undefined => {
  const procedure = procedureWith(state.flow)
  const found = Object.entries(procedure === undefined ? {} : asksOf(procedure)).find(
    ([, { key }]) => key === state.asked,
  )
  return found && { name: found[0], ask: found[1] }
}

/** More than any procedure takes. */
const TURNS = 80

/** Answers questions in their order until one at which `isThere`; fails when none is. */
export async function answerUntil(
  lab: Lab,
  citizen: string,
  differently: Readonly<Record<string, Act>>,
  isThere: (name: string, state: State) => boolean,
): Promise<State> {
  let last: string | undefined
  for (let turn = 0; turn < TURNS; turn++) {
    const state = await lab.stateOf(citizen)
    const open = openQuestion(state)
    if (open && isThere(open.name, state)) return state
    // What is at hand is kept, unless that was just refused.
    const held = open && open.name !== last && state.answers[open.ask.key]?.value
    last = open?.name
    const usual = held ? { tap: 'giu-nguyen' } : open?.ask.by
    const act =
      state.proposed.length > 0
        ? { tap: 'dung' }
        : ((open && differently[open.name]) ?? usual ?? (state.isOptional ? { tap: 'bo-qua' } : undefined))
    if (act === undefined) throw new Error(`no answer for ${state.flow} ${state.asked ?? '(nothing asked)'}`)
    await lab.turn(citizen, act)
  }
  throw new Error('no end')
}

/** Brings a citizen who has said nothing yet into a situation. */
export async function reach(lab: Lab, citizen: string, { reach: place, then = [], with: given }: Situation) {
  if (place !== undefined) {
    const [procedure = '', question = ''] = place.split('/')
    await lab.turn(citizen, `#lam:${flowOf(procedure)}`)
    await answerUntil(lab, citizen, { ...askAt(place)?.with, ...given }, (name) => name === question)
  }
  for (const act of then) await lab.turn(citizen, act)
}
