import { DAY } from '../../kernel/clock.ts'
import { UNKNOWN_PERSON } from '../checks/person-name.ts'
import { fold } from '../../kernel/text.ts'
import type { Answer } from '../words/session.ts'

export interface PredicateContext {
  now: number
  answers: Readonly<Record<string, Answer>>
  /** Set while the answer to a query is examined. */
  found?: boolean
}

/** The answer a condition looks at: on a way that does not ask for it the condition says nothing. */
export const READ_BY: Readonly<Record<string, string>> = {
  aboutAnother: 'relation',
  byMother: 'relation',
  byFather: 'relation',
  fatherNamed: 'fatherName',
  motherOnly: 'parents',
  manyDays: 'validUntil',
  withPlate: 'plate',
}

/** Named conditions for branches. Append-only: a published flow relies on what a name meant. */
export const predicates: ReadonlyMap<string, (context: PredicateContext) => boolean> = new Map([
  /** The query had an answer. */
  ['found', ({ found }: PredicateContext) => found === true],
  /** The person named is somebody else than the applicant. */
  [
    'aboutAnother',
    ({ answers }: PredicateContext) => answers['relation'] !== undefined && answers['relation'].value !== 'ban-than',
  ],
  /** A dossier code was told before the flow began: "rút hồ sơ H12…". */
  ['codeGiven', ({ answers }: PredicateContext) => (answers['code']?.value ?? '') !== ''],
  /** A birth is registered with the mother alone. */
  ['motherOnly', ({ answers }: PredicateContext) => answers['parents']?.value === 'chi-me'],
  /** Who registers a birth is the child's mother, or the father: their own name has been asked already. */
  ['byMother', ({ answers }: PredicateContext) => answers['relation']?.value === 'me'],
  ['byFather', ({ answers }: PredicateContext) => answers['relation']?.value === 'cha'],
  /** A father is named, not left unknown. */
  [
    'fatherNamed',
    ({ answers }: PredicateContext) => (answers['fatherName']?.value ?? UNKNOWN_PERSON) !== UNKNOWN_PERSON,
  ],
  /** Away for more than three days: on which of them and at which hours is worth asking. */
  [
    'manyDays',
    ({ answers }: PredicateContext) =>
      Number(answers['validUntil']?.value) - Number(answers['validFrom']?.value) > 3 * DAY,
  ],
  ['withPlate', ({ answers }: PredicateContext) => fold(answers['plate']?.value ?? '') !== ''],
])
