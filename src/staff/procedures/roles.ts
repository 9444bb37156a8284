import type { Doer } from '../../dossiers/may.ts'
import { hasRole } from '../../dossiers/postings.ts'

/** Everybody may look at procedures and rehearse them; changing what citizens read is for editors. */
export const mayEdit = (account: Doer | undefined): boolean =>
  account !== undefined && (hasRole(account.postings, 'editor') || hasRole(account.postings, 'administrator'))
