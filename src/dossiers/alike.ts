import type { Taken } from '../conversation/checks/check.ts'
import { UNKNOWN_PERSON } from '../conversation/checks/name-or-unknown.ts'
import { DAY } from '../kernel/clock.ts'
import { fold } from '../kernel/text.ts'
import type { Dossier, FiledAnswer } from './dossier.ts'
import { isSameName, isSamePerson, type Person } from './same-person.ts'

/** What an answer is: what its check takes, or a choice. */
export type AnswerKind = Taken | 'choice'

/** A dossier as it is compared with others: with what its answers are, by their keys. */
export interface Compared {
  dossier: Pick<Dossier, 'citizen' | 'flow' | 'filedAt' | 'answers'>
  kinds: ReadonlyMap<string, AnswerKind>
  /** The answer in which something is asked, where a dossier of this kind is answered and not approved. */
  asking?: string
}

/** What two dossiers have in common, and in what they differ, by the labels of the first one's answers. */
export interface Alikeness {
  isSameCitizen: boolean
  same: readonly string[]
  differs: readonly string[]
}

/** Further apart two filings are two matters: a stay is registered again next season, a copy is needed once more. */
export const NEAR = 30 * DAY
/** So many people in common are one family, whoever of them files. */
const FAMILY = 3
/** Who only types for somebody else is nobody whom the matter is about. */
const HELPER = 'helperName'
const APPLICANT = 'applicant'
/** How an applicant is reached, and where it goes: neither says what is asked for. */
const BESIDE_THE_MATTER: ReadonlySet<string> = new Set([
  APPLICANT,
  HELPER,
  'citizenNumber',
  'phone',
  'address',
  'agency',
])
const REACHED_BY: ReadonlySet<string> = new Set(['phone', 'citizenNumber'])

/**
 * Whether two dossiers are probably one request, filed twice; a person decides. All of this must hold:
 *
 * 1. The same procedure, or two that are both answered in words (a question to the desk, a petition); filed within {@link NEAR}.
 * 2. **The same people.** Everybody whom one is about (a child, its parents, a landlord) is named in the other, in whatever role: a
 *    father's filing names the mother, the mother's the father. So twins are two matters (the other child is not named), and so
 *    are neighbours for whom one person files on one telephone.
 * 3. **Somebody who asks.** The applicant of one is the applicant of the other or is named in it; or they have a family in common.
 *    So two lodgers of one landlord are two matters, and two daughters who each want a copy of their mother's record.
 *    Where nobody is named it must be the same citizen on Zalo.
 * 4. **The same thing.** Of the other answers that both give, at least twice as many agree as differ; a choice weighs double, a
 *    text agrees when half of its words do. So a birth record and a marriage record of one person are two matters, and a wrong
 *    commune, filed anew, is one. What is asked in words has to agree itself.
 */
export function alike(one: Compared, other: Compared): Alikeness | undefined {
  const isOfOneKind = one.asking === undefined ? one.dossier.flow === other.dossier.flow : one.asking === other.asking
  if (!isOfOneKind || Math.abs(one.dossier.filedAt - other.dossier.filedAt) > NEAR) return undefined
  const isSameCitizen = one.dossier.citizen === other.dossier.citizen
  const people = samePeople(one, other)
  if (!people || (people.length === 0 && !isSameCitizen)) return undefined
  const { agree, differ } = compareMatter(one, other)
  if (one.asking !== undefined && !agree.some(({ key }) => key === one.asking)) return undefined
  const against = differ.reduce((sum, { key }) => sum + (one.kinds.get(key) === 'choice' ? 2 : 1), 0)
  if (agree.length < 2 * against) return undefined
  const reached = both(one, other).flatMap(([mine, theirs]) =>
    REACHED_BY.has(mine.key) && mine.value === theirs.value ? [mine.label] : [],
  )
  const same = [...people.map(({ label }) => label), ...reached, ...(one.asking === undefined ? [] : labelsOf(agree))]
  return { isSameCitizen, same: [...new Set(same)], differs: labelsOf(differ) }
}

const labelsOf = (answers: readonly FiledAnswer[]): string[] => answers.map(({ label }) => label)

/** Those of the first whom the second names too; undefined where it is about other people. */
function samePeople(one: Compared, other: Compared): Person[] | undefined {
  const [mine, theirs] = [peopleIn(one), peopleIn(other)]
  const isIn = (people: readonly Person[]) => (person: Person) => people.some((it) => isSamePerson(person, it))
  const isInMine = isIn(mine.all)
  const isInTheirs = isIn(theirs.all)
  if (!mine.about.every(isInTheirs) || !theirs.about.every(isInMine)) return undefined
  const common = mine.all.filter(isInTheirs)
  const asks = mine.asks.some(isInTheirs) || theirs.asks.some(isInMine)
  const hasNobody = mine.asks.length === 0 || theirs.asks.length === 0
  return asks || hasNobody || common.length >= FAMILY ? common : undefined
}

/** `asks`: the applicant; `about`: everybody else whom it names. */
function peopleIn({ dossier: { answers }, kinds }: Compared) {
  const named = answers.flatMap(({ key, label, value }) => {
    if (kinds.get(key) !== 'name' || key === HELPER || value === UNKNOWN_PERSON) return []
    const number = answers.find((it) => it.key === numberOf(key) && kinds.get(it.key) === 'citizen number')?.value
    return [{ key, person: { name: value, label, ...(number !== undefined && { number }) } }]
  })
  const isApplicant = ({ key }: (typeof named)[number]) => key === APPLICANT
  return {
    all: named.map(({ person }) => person),
    asks: named.filter(isApplicant).map(({ person }) => person),
    about: named.filter((it) => !isApplicant(it)).map(({ person }) => person),
  }
}

/** `motherName` is known by `motherNumber`. */
const numberOf = (key: string): string => (key === APPLICANT ? 'citizenNumber' : key.replace(/Name$/, 'Number'))

/** Of the answers that both give, those about the matter itself. */
function compareMatter(one: Compared, other: Compared) {
  const pairs = both(one, other).filter(
    ([{ key, attachments }]) => !BESIDE_THE_MATTER.has(key) && !attachments && !IDENTIFIES.has(one.kinds.get(key)),
  )
  const isSame = ([mine, theirs]: Pair) => isSameAnswer(mine, theirs, one.kinds.get(mine.key))
  return {
    agree: pairs.filter(isSame).map(([mine]) => mine),
    differ: pairs.filter((pair) => !isSame(pair)).map(([mine]) => mine),
  }
}

/** People, who are compared by themselves. */
const IDENTIFIES: ReadonlySet<AnswerKind | undefined> = new Set(['name', 'citizen number'])

type Pair = readonly [FiledAnswer, FiledAnswer]

const both = (one: Compared, other: Compared): Pair[] =>
  one.dossier.answers.flatMap((mine) => {
    const theirs = other.dossier.answers.find(({ key }) => key === mine.key)
    return theirs ? [[mine, theirs] as const] : []
  })

function isSameAnswer({ value: mine }: FiledAnswer, { value: theirs }: FiledAnswer, kind?: AnswerKind): boolean {
  if (kind === 'choice' || /^\d+$/.test(mine)) return mine === theirs
  if (isSameName(mine, theirs) || fold(mine) === fold(theirs)) return true
  if (kind !== 'words' && kind !== 'point' && kind !== undefined) return false
  const [a, b] = [wordsIn(mine), wordsIn(theirs)]
  const common = [...a].filter((word) => b.has(word)).length
  return 2 * common >= a.size + b.size - common
}

const wordsIn = (text: string): Set<string> => new Set(fold(text).split(/[^\p{L}\p{N}]+/u))
