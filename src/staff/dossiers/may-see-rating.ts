import type { DossierAction } from '../../dossiers/dossier.ts'
import { hasRole } from '../../dossiers/postings.ts'
import type { StaffAccount } from '../accounts/accounts.ts'

/**
 * Whether this account may read what the citizen thought of the service. Citizens are promised that whoever handles a
 * dossier does not see who rated it (domain §5.3): an officer may still come to handle it, an administrator perhaps has.
 */
export const maySeeRating = ({ id, postings }: StaffAccount, actions: readonly DossierAction[]): boolean =>
  hasRole(postings, 'administrator') && !actions.some(({ by }) => by.type === 'staff' && by.id === id)
