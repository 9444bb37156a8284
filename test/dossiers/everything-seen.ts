import type { Scope } from '../../src/dossiers/may.ts'

/** Somebody who may see every dossier of the province. */
export const WHOLE: Scope = { agencies: 'all', reserved: 'all' }
