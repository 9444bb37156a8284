import type { Taken } from '../checks/check.ts'

/** A sentence of the citizen's own is no fact; a fact has a shape of its own wherever it stands. */
export type FactKind = Exclude<Taken, 'words'> | 'spot'

/**
 * Something that a sentence says, where it stands in the tidied text (UTF-16 units, `to` behind the last). `said`: as a check of
 * its kind reads it. The same words may be two facts: "mai 7h" is a beginning and, in "mai 7h tới 9h", a part of hours.
 */
export interface Fact {
  kind: FactKind
  from: number
  to: number
  said: string
  /** Of a place: whether somebody leaves it or goes there. */
  side?: 'from' | 'to'
  /** Of a name: whose it is said to be. */
  of?: 'self' | 'child' | 'father' | 'mother' | 'husband' | 'wife' | 'landlord' | 'fiancé'
}
