import type { OfficerAct, Standing } from './acts/act.ts'
import { barTo } from './apply.ts'
import { type Doer, may } from './may.ts'

/** Every act but those that stand where what they are about is shown: a permit, a message, an answer, a dossier that is alike. */
export type OfferedAct = Exclude<OfficerAct['type'], 'revoke' | 'resend' | 'duplicate' | 'tell-apart' | 'correct'>

/** What the desk does among itself: who works on it, and where. */
const OFFICE = ['take', 'assign', 'give-back', 'hand-over', 'consult', 'advise', 'put-aside'] as const
export type OfficeAct = (typeof OFFICE)[number]
export const isOfficeAct = (type: string): type is OfficeAct => OFFICE.some((it) => it === type)

/** Lower is likelier, and stands higher on a page. */
const PLACES: Record<OfferedAct, number> = {
  ...{ accept: 1, approve: 2, return: 3, forward: 4 },
  ...{
    propose: 4.5,
    ask: 5,
    apologise: 6,
    longer: 7,
    stop: 8,
    refuse: 9,
    decline: 10,
    answer: 11,
    reply: 12,
    note: 13,
  },
  ...{ reopen: 14, 'take-back': 15, take: 16, advise: 17, assign: 18, 'hand-over': 19, consult: 20 },
  ...{ 'put-aside': 21, 'give-back': 22 },
}
const ORDER = (Object.keys(PLACES) as OfferedAct[]).sort((a, b) => PLACES[a] - PLACES[b])

/** What this person may do to the dossier now, whatever they will write with it. */
export const offeredActs = (doer: Doer, standing: Standing, at: number): readonly OfferedAct[] =>
  withoutDetour(
    ORDER.filter(
      (type) => may(doer, type, standing).may && barTo(standing, type, at, { type: 'staff', ...doer }) === undefined,
    ),
  )

/** While a decision can be taken back, opening its dossier again leads to the same place by a longer way. */
const withoutDetour = (acts: readonly OfferedAct[]): readonly OfferedAct[] =>
  acts.includes('take-back') ? acts.filter((type) => type !== 'reopen') : acts
