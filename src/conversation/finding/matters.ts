import type { CompiledFlow, Flows } from '../flow/compiled-flow.ts'
import type { Elsewhere } from '../flow/elsewhere.ts'
import { beginButton, button } from '../words/buttons.ts'
import { spellOut, type Word } from '../words/shorthand.ts'
import { withoutNegated } from './negation.ts'

/** What a sentence may be about: a procedure that is done here, or a matter that is done elsewhere. */
export type Matter = CompiledFlow | Elsewhere

export const isHere = (matter: Matter): matter is CompiledFlow => 'flow' in matter

export const idOf = (matter: Matter): string => (isHere(matter) ? matter.flow : matter.id)

/** Everything that may be asked for. */
export const mattersOf = (flows: Flows): Matter[] => [...flows.offered(), ...flows.elsewhere()]

export const matterNamed = (flows: Flows, id: string): Matter | undefined =>
  flows.current(id) ?? flows.elsewhere().find((entry) => entry.id === id)

/** What was asked for, without what was said not to be meant. */
export const meantWords = (text: string): Word[] => withoutNegated(spellOut(text))

/** Begins it, or tells where it is done. */
export const buttonOf = (matter: Matter) =>
  isHere(matter) ? beginButton(matter.flow, matter.name) : button({ to: 'elsewhere', id: matter.id }, matter.name)
