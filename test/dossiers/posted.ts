import { type Posting, type Role, ROLES } from '../../src/dossiers/postings.ts'

/** These roles, at one agency or, where none is named, for the whole province. */
export const posted = (roles: readonly Role[], agency?: string): Posting[] =>
  roles.map((role) => ({ role, ...(agency !== undefined && { agency }), since: '2025-07-01' }))

/** Everything at a desk: takes in, works, decides. */
export const DESK: readonly Role[] = ['reception', 'specialist', 'leader']

/** What an account for the whole province may do. */
export const EVERYTHING = posted(ROLES)
