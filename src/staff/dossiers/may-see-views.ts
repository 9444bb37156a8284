import type { Dossier } from '../../dossiers/dossier.ts'
import type { Doer } from '../../dossiers/may.ts'
import { hasRole } from '../../dossiers/postings.ts'

/**
 * Who opened a dossier is for those who answer for the people who did: leaders and administrators of the agency it belongs to
 * or lies at. Of what is open to leaders alone, so is this.
 */
export const maySeeViews = (
  { postings }: Pick<Doer, 'postings'>,
  { agency, holder, isReserved }: Pick<Dossier, 'agency' | 'holder' | 'isReserved'>,
): boolean =>
  (isReserved ? (['leader'] as const) : (['leader', 'administrator'] as const)).some(
    (role) => hasRole(postings, role, agency) || hasRole(postings, role, holder),
  )
