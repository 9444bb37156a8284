import type { KeptAsk } from '../ask-form.ts'
import type { DecisionType } from '../decision-form.ts'

/** Words that an officer typed for a decision that has not been made. */
export interface Typed {
  type: DecisionType
  words: string
  /** What else was chosen in the form. */
  to?: string
  days?: string
  until?: string
  which?: string
  anyway?: string
  /** The canned reply that is to stand after them. */
  insert?: string
}

/** A form that was not carried out. `because` is absent when the dossier had changed. */
export interface Trouble extends Typed {
  because?: string
  /** The field it is about, where that is not the words. */
  at?: 'files'
  /** The form of what is asked back for, as it was filled in. */
  asked?: { kept: KeptAsk; wrong: KeptAsk }
}
