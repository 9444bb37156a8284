import type { DossierAction, FiledAnswer, Given } from './dossier.ts'

/**
 * The answers of a dossier as they stand: those that were filed, overlaid by what the citizen sent in later, in the order in
 * which it came. What has no place among those that were filed comes after them.
 */
export function answersNow(
  filed: readonly FiledAnswer[],
  acts: readonly Pick<DossierAction, 'move'>[],
): readonly FiledAnswer[] {
  return acts.reduce<readonly FiledAnswer[]>((answers, { move }) => {
    if (!move?.given && !move?.gone) return answers
    const given = new Map(move.given?.map(({ before: _, ...answer }) => [answer.key, answer]))
    const gone = new Set(move.gone?.map(({ key }) => key))
    const kept = answers.filter(({ key }) => !gone.has(key)).map((answer) => given.get(answer.key) ?? answer)
    const known = new Set(kept.map(({ key }) => key))
    return [...kept, ...[...given.values()].filter(({ key }) => !known.has(key))]
  }, filed)
}

/** Who asks, by the name that stands now. `filed`: by the one that it was filed with. */
export const applicantNow = (filed: string, acts: readonly Pick<DossierAction, 'move'>[]): string =>
  acts.flatMap(({ move }) => move?.given ?? []).findLast(({ key }) => key === 'applicant')?.value ?? filed

/** What was sent in, each beside what stood there. */
export const givenBeside = (answers: readonly FiledAnswer[], given: readonly FiledAnswer[]): Given[] =>
  given.map((answer) => {
    const before = answers.find(({ key }) => key === answer.key)
    return { ...answer, ...(before && { before }) }
  })
