import { DAY } from '../../kernel/clock.ts'
import { fold } from '../../kernel/text.ts'
import type { Condition } from './condition.ts'
import type { Answer } from '../words/session.ts'

interface PredicateContext {
  now: number
  answers: Readonly<Record<string, Answer>>
  /** Set while the answer to a query is examined. */
  found?: boolean
}

/** The answer a condition looks at: on a way that does not ask for it the condition says nothing. */
const READ_BY: Readonly<Record<string, string>> = {
  manyDays: 'validUntil',
  withPlate: 'plate',
  lateBirth: 'childBirthDate',
  under70: 'birthDate',
}

export const answerReadBy = (when: Condition): string | undefined =>
  typeof when === 'string' ? READ_BY[when] : when.answer

/** Named conditions for branches, for what no comparison says. Append-only: a published flow relies on what a name meant. */
export const predicates: ReadonlyMap<string, (context: PredicateContext) => boolean> = new Map([
  /** The query had an answer. */
  ['found', ({ found }: PredicateContext) => found === true],
  /** A dossier code was told before the flow began: "rút hồ sơ H12…". */
  ['codeGiven', ({ answers }: PredicateContext) => (answers['code']?.value ?? '') !== ''],
  /** Away for more than three days: on which of them and at which hours is worth asking. */
  [
    'manyDays',
    ({ answers }: PredicateContext) =>
      Number(answers['validUntil']?.value) - Number(answers['validFrom']?.value) > 3 * DAY,
  ],
  /** A child is to be registered within 60 days of its birth; later it costs what the council of the province has set. */
  [
    'lateBirth',
    ({ answers, now }: PredicateContext) =>
      now - Date.parse(`${answers['childBirthDate']?.value}T00:00:00+07:00`) >= 61 * DAY,
  ],
  /** Too young for the pension of old age, poor households included. Of who knows only a year, the whole year counts. */
  [
    'under70',
    ({ answers, now }: PredicateContext) => {
      const [year = '', ...rest] = (answers['birthDate']?.value ?? '').split('-')
      const turned = rest.length === 2 ? `${Number(year) + 70}-${rest.join('-')}` : `${Number(year) + 70}-01-01`
      return /^\d{4}$/.test(year) && now < Date.parse(`${turned.replace('-02-29', '-03-01')}T00:00:00+07:00`)
    },
  ],
  ['withPlate', ({ answers }: PredicateContext) => fold(answers['plate']?.value ?? '') !== ''],
])

/** Whether a branch is taken. A name that is none holds never; a text with one is not published. */
export function holds(when: Condition, context: PredicateContext): boolean {
  if (typeof when === 'string') return predicates.get(when)?.(context) ?? false
  const value = context.answers[when.answer]?.value
  return when.is === undefined ? value !== undefined && value !== when.isNot : value === when.is
}
