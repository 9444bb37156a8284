import type { Doer } from '../../dossiers/may.ts'
import { mayShare } from '../../dossiers/saved-lists.ts'

/** Agencies with which this person can share a list. */
export const sharesOf = (
  doer: Doer,
  { agencyCodes, agencyName }: { agencyCodes: () => readonly string[]; agencyName: (code: string) => string },
): { code: string; name: string }[] =>
  agencyCodes()
    .filter((code) => mayShare(doer, code))
    .map((code) => ({ code, name: agencyName(code) }))
