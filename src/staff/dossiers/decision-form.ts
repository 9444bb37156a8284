import { z } from 'zod'
import type { PermitId } from '../../kernel/ids.ts'
import type { OfficerAct } from '../../dossiers/acts/act.ts'

export type DecisionType = OfficerAct['type']

const MAKE: Record<DecisionType, (words: string, permit: PermitId) => OfficerAct> = {
  accept: () => ({ type: 'accept' }),
  decline: (reason) => ({ type: 'decline', reason }),
  forward: () => ({ type: 'forward' }),
  ask: (question) => ({ type: 'ask', question }),
  approve: () => ({ type: 'approve' }),
  refuse: (reason) => ({ type: 'refuse', reason }),
  return: () => ({ type: 'return' }),
  revoke: (reason, permit) => ({ type: 'revoke', reason, permit }),
  'take-back': (reason) => ({ type: 'take-back', reason }),
}

export const isDecisionType = (type: string): type is DecisionType => Object.hasOwn(MAKE, type)

/** These end something for the citizen: what follows is shown first, and done only when it is confirmed. */
const CONFIRMED = ['decline', 'approve', 'refuse', 'return', 'revoke', 'take-back'] as const
export type ConfirmedType = (typeof CONFIRMED)[number]
export const isConfirmed = (type: DecisionType): type is ConfirmedType => CONFIRMED.some((one) => one === type)

/** How long words may be is judged where they are planned, so that too many come back in the form instead of being lost. */
const form = z.object({
  revision: z.coerce.number().int().catch(-1),
  words: z.string().catch(''),
  permit: z.string().max(40).catch(''),
  step: z.enum(['ask', 'edit', 'do']).catch('ask'),
})

export interface DecisionForm {
  /** Of the dossier as the officer saw it; -1 when the form did not say. */
  revision: number
  words: string
  act: OfficerAct
  /** `ask`: show what would follow. `edit`: back to the form with what was typed. `do`: it was confirmed, or needs not be. */
  step: 'ask' | 'edit' | 'do'
}

export function parseDecisionForm(type: DecisionType, body: unknown): DecisionForm {
  const { revision, words, permit, step } = form.parse(body ?? {})
  const act = MAKE[type](words, permit as PermitId)
  return { revision, words, act, step: isConfirmed(type) ? step : 'do' }
}
