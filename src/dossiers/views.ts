import { DAY, MINUTE } from '../kernel/clock.ts'
import type { DossierId, StaffId } from '../kernel/ids.ts'
import type { Dossier, DossierAction, DossierSummary } from './dossier.ts'

/** What somebody opened: the page of a dossier, a file of the citizen, the sheet of its permit. */
export type Viewed = 'page' | 'file' | 'print'

/** Opened again within this time it is one look. */
export const ONE_LOOK = 5 * MINUTE

/** That somebody opened something. */
export interface DossierView {
  /** Grows with time; tells pages of a long list apart. */
  place: number
  account: StaffId
  name: string
  what: Viewed
  at: number
}

export interface DossierViews {
  /** Kept before what was asked for is shown. Again within `ONE_LOOK` it changes nothing. */
  note(dossier: DossierId, account: StaffId, what: Viewed, at: number): Promise<void>
  /** Newest first, after a place. */
  ofDossier(dossier: DossierId, limit: number, before?: number): Promise<DossierView[]>
  /** Who opened the page of it since then, each once with when they last did. */
  since(dossier: DossierId, at: number): Promise<Pick<DossierView, 'account' | 'name' | 'at'>[]>
  /** The dossiers that this account opened last, each once, newest first. */
  recentlyOpened(account: StaffId, limit: number): Promise<{ dossier: OpenedDossier; at: number }[]>
  /** Lets go of those before then, at most so many; says how many went. */
  forget(before: number, limit: number): Promise<number>
}

/** As a list of what was opened shows it, and as far as it says who may still see it. */
type OpenedDossier = DossierSummary & Pick<Dossier, 'isReserved'>

/** Somebody else who has the dossier open. */
export type OpenBeside = Pick<DossierView, 'name' | 'at'>

/**
 * Who else has it open: they looked at it a moment ago and have done nothing to it since, so that two people do not decide on
 * one dossier at once.
 */
export const openBeside = (
  looked: readonly Pick<DossierView, 'account' | 'name' | 'at'>[],
  history: readonly DossierAction[],
  me: StaffId,
): OpenBeside[] =>
  looked
    .filter(({ account, at }) => account !== me && !history.some((act) => act.at >= at && isBy(act, account)))
    .map(({ name, at }) => ({ name, at }))

const isBy = ({ by }: DossierAction, account: StaffId): boolean => by.type === 'staff' && by.id === account

/** Who opened what is kept for two years, so that a misuse that comes to light late can still be looked into. */
const KEPT = 2 * 365 * DAY
/** Of one round: few enough that nobody waits behind the deletion. */
const AT_ONCE = 5_000

/** Lets go of what was kept long enough, a part of it at a time. */
export const forgetViews = (views: Pick<DossierViews, 'forget'>, now: number): Promise<number> =>
  views.forget(now - KEPT, AT_ONCE)
