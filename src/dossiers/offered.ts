import type { OfficerAct, Standing } from './acts/act.ts'
import { barTo } from './apply.ts'
import { type Doer, may } from './may.ts'

/** The likeliest first, as a page offers them. A permit is revoked where it is shown. */
const ORDER = ['accept', 'approve', 'return', 'forward', 'ask', 'refuse', 'decline', 'take-back'] as const

export type OfferedAct = (typeof ORDER)[number] & OfficerAct['type']

/** What this person may do to the dossier now, whatever they will write with it. */
export const offeredActs = (doer: Doer, standing: Standing, at: number): readonly OfferedAct[] =>
  ORDER.filter((type) => may(doer, type, standing).may && barTo(standing, type, at) === undefined)
