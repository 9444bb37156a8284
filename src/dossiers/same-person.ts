import { fold, tidy } from '../kernel/text.ts'

/** Somebody whom a dossier names. `label`: of the answer that does. */
export interface Person {
  name: string
  /** Of an identity paper, digits only. */
  number?: string
  label: string
}

/**
 * Numbers tell people apart, whatever their names: two of one name have two. Where one number is missing, or differs from the other
 * by a slip of one or two digits, the names decide.
 */
export function isSamePerson(one: Person, other: Person): boolean {
  if (one.number !== undefined && one.number === other.number) return true
  const mayBe = one.number === undefined || other.number === undefined || isSlip(one.number, other.number)
  return mayBe && isSameName(one.name, other.name)
}

/**
 * The same name, also typed without its marks, or with a tone on the other vowel (“Hoà”, “Hòa”). Two names that are both written
 * with marks differ by them: “Minh An” and “Minh Ân” may be twins.
 */
export function isSameName(one: string, other: string): boolean {
  if (fold(one) !== fold(other)) return false
  return isPlain(one) || isPlain(other) || marked(one) === marked(other)
}

const isPlain = (name: string): boolean => tidy(name).toLowerCase() === fold(name)

/** Each word with its marks behind it: where in it they stand makes no difference. */
const marked = (name: string): string =>
  tidy(name)
    .toLowerCase()
    .split(/\s+/)
    .map((word) => {
      const units = [...word.normalize('NFD')]
      const marks = units.filter((unit) => /\p{M}/u.test(unit)).toSorted()
      return units.filter((unit) => !/\p{M}/u.test(unit)).join('') + marks.join('')
    })
    .join(' ')

/** Of one length, and another in one or two places. */
const isSlip = (one: string, other: string): boolean =>
  one.length === other.length && [...one].filter((digit, i) => digit !== other[i]).length <= 2
