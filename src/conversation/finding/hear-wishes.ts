import type { World } from '../flow/compiled-flow.ts'
import { after, type Turned } from '../session/turned.ts'
import { menuButton } from '../words/buttons.ts'
import { MESSAGE_LIMITS } from '../words/messages.ts'
import type { Effect, Session } from '../words/session.ts'
import { buttonOf, matterNamed } from './matters.ts'
import { startWithCode } from './start-with-code.ts'
import { understand } from './understand.ts'
import { wishesOf } from './wishes.ts'

type Said = Extract<Effect, { type: 'say' }>
const isSaid = (effect: Effect): effect is Said => effect.type === 'say'

/** What is said before something else: its buttons would make a second list. */
export const withoutChoices = (effects: readonly Effect[]): Effect[] =>
  effects.map((effect) => {
    if (!isSaid(effect) || effect.message.type !== 'text') return effect
    const { choices: _, ...message } = effect.message
    return { ...effect, message }
  })

const asked = ({ asking }: Session): readonly string[] => (asking?.what === 'which procedure' ? asking.flows : [])

/** Several wishes of one message, answered in their order, where each of them is understood by itself. */
export function understandWishes(session: Session, text: string, world: World): Turned | undefined {
  const wishes = wishesOf(text)
  if (wishes.length < 2) return understand(session, text, world)
  const answers = wishes.map((wish) => understand(session, wish, world))
  const understood = answers.filter((answer) => answer !== undefined)
  const flows = [...new Set(understood.flatMap((answer) => asked(answer.session)))]
  // What only greets or asks back is no wish of its own.
  if (understood.length < answers.length || flows.length < 2) return understand(session, text, world)
  return together(understood, flows, world)
}

/** Ways on of all stand under the last answer: what is typed as a number means one list. */
function together(answers: readonly Turned[], flows: readonly string[], world: World): Turned {
  const effects = withoutChoices(answers.flatMap((answer) => answer.effects))
  const offered = flows.flatMap((flow) => matterNamed(world.flows, flow) ?? []).slice(0, MESSAGE_LIMITS.choices - 1)
  const last = effects.findLastIndex(isSaid)
  const choices = [...offered.map(buttonOf), menuButton]
  return {
    session: { ...(answers.at(-1) as Turned).session, asking: { what: 'which procedure', flows } },
    effects: effects.map((effect, i) =>
      i === last && isSaid(effect) && effect.message.type === 'text'
        ? { ...effect, message: { ...effect.message, choices } }
        : effect,
    ),
  }
}

/** A dossier code somewhere in the message; what else was asked is answered first, the code has the last word. */
export function startWithCodeOf(session: Session, text: string, world: World): Turned | undefined {
  const wishes = wishesOf(text)
  if (wishes.length < 2) return startWithCode(session, text, world)
  for (const coded of wishes) {
    const begun = startWithCode(session, coded, world)
    if (!begun) continue
    const others = wishes.filter((wish) => wish !== coded)
    return after(withoutChoices(others.flatMap((wish) => understand(session, wish, world)?.effects ?? [])), begun)
  }
  return startWithCode(session, text, world)
}
