import { z } from 'zod'
import type { PermitId, StaffId } from '../../kernel/ids.ts'
import type { OfficerAct } from '../../dossiers/acts/act.ts'

/** Those of the one address for decisions; an answer is put right on a page of its own. */
export type DecisionType = Exclude<OfficerAct['type'], 'correct'>

/** What a form says besides its words. */
interface Fields {
  permit: string
  /** A colleague, an agency, or the code of another dossier. */
  to: string
  days: number
  until: string
  /** `on`: although it is not competent. */
  anyway: string
  /** Of the cases for which the law gives more time. */
  which: number
}

const MAKE: Record<DecisionType, (words: string, fields: Fields) => OfficerAct> = {
  accept: () => ({ type: 'accept' }),
  decline: (reason) => ({ type: 'decline', reason }),
  forward: () => ({ type: 'forward' }),
  ask: (question) => ({ type: 'ask', question }),
  // Its times come with a form of its own.
  propose: (reason) => ({ type: 'propose', times: [], reason }),
  approve: () => ({ type: 'approve' }),
  refuse: (reason) => ({ type: 'refuse', reason }),
  return: () => ({ type: 'return' }),
  revoke: (reason, { permit }) => ({ type: 'revoke', reason, permit: permit as PermitId }),
  reply: (text) => ({ type: 'reply', text }),
  resend: (_, { which }) => ({ type: 'resend', message: which }),
  answer: (text) => ({ type: 'answer', text }),
  note: (text) => ({ type: 'note', text }),
  'take-back': (reason) => ({ type: 'take-back', reason }),
  take: () => ({ type: 'take' }),
  assign: (note, { to }) => ({ type: 'assign', to: to as StaffId, note }),
  'give-back': (note) => ({ type: 'give-back', note }),
  'hand-over': (note, { to, days, anyway }) => ({
    type: 'hand-over',
    to,
    days,
    note,
    ...(anyway === 'on' && { anyway: true }),
  }),
  consult: (question, { to }) => ({ type: 'consult', to, question }),
  advise: (reason) => ({ type: 'advise', reason }),
  'put-aside': (note, { until }) => ({ type: 'put-aside', until, note }),
  stop: (reason) => ({ type: 'stop', reason }),
  apologise: (reason, { until }) => ({ type: 'apologise', until, reason }),
  longer: (reason, { which }) => ({ type: 'longer', which, reason }),
  reopen: (reason) => ({ type: 'reopen', reason }),
  duplicate: (_, { to }) => ({ type: 'duplicate', of: codeIn(to) }),
  'tell-apart': (_, { to }) => ({ type: 'tell-apart', of: codeIn(to) }),
}

/** As it was typed or pasted, with the signs of a sentence around it. */
const codeIn = (typed: string): string => {
  const bare = typed
    .normalize('NFC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-')
    .toUpperCase()
  return CODE.exec(bare)?.[0] ?? bare
}
const CODE = /[A-Z]\d{2}(?:\.\d{2,3})*-\d{6}-\d{4,}/

export const isDecisionType = (type: string): type is DecisionType => Object.hasOwn(MAKE, type)

/** These end something for the citizen: what follows is shown first, and done only when it is confirmed. */
const CONFIRMED = [
  'decline',
  'approve',
  'refuse',
  'return',
  'revoke',
  'take-back',
  'apologise',
  'longer',
  'reopen',
  'duplicate',
] as const
export type ConfirmedType = (typeof CONFIRMED)[number]
export const isConfirmed = (type: DecisionType): type is ConfirmedType => CONFIRMED.some((one) => one === type)

/** How long words may be is judged where they are planned, so that too many come back in the form instead of being lost. */
const form = z.object({
  revision: z.coerce.number().int().catch(-1),
  words: z.string().catch(''),
  permit: z.string().max(40).catch(''),
  to: z.string().max(200).catch(''),
  days: z.coerce.number().catch(-1),
  until: z.string().max(20).catch(''),
  anyway: z.enum(['', 'on']).catch(''),
  back: z.string().max(400).optional().catch(undefined),
  which: z.coerce.number().int().catch(-1),
  step: z.enum(['ask', 'edit', 'do']).catch('ask'),
})

export interface DecisionForm {
  /** Of the dossier as the officer saw it; -1 when the form did not say. */
  revision: number
  words: string
  /** As they were typed, to be shown again. */
  chosen: { to: string; days: string; until: string; which: string; anyway: string }
  /** The query of the list it was done from; absent when it was done on the dossier's own page. */
  back?: string
  act: OfficerAct
  /** `ask`: show what would follow. `edit`: back to the form with what was typed. `do`: it was confirmed, or needs not be. */
  step: 'ask' | 'edit' | 'do'
}

export function parseDecisionForm(type: DecisionType, body: unknown): DecisionForm {
  const { revision, words, step, back, ...fields } = form.parse(body ?? {})
  const act = MAKE[type](words, fields)
  const { to, until, anyway } = fields
  const whole = (n: number) => (Number.isFinite(n) && n >= 0 ? String(n) : '')
  const chosen = { to, until, anyway, days: whole(fields.days), which: whole(fields.which) }
  return { revision, words, act, chosen, step: isConfirmed(type) ? step : 'do', ...(back !== undefined && { back }) }
}
