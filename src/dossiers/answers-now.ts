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

/** What stood there before the desk put it right, by key; what the citizen has mended since is theirs again. */
export function beforePutRight(
  acts: readonly Pick<DossierAction, 'type' | 'move'>[],
): ReadonlyMap<string, FiledAnswer> {
  const before = new Map<string, FiledAnswer>()
  for (const { type, move } of acts)
    for (const given of move?.given ?? [])
      if (type !== 'corrected') before.delete(given.key)
      else if (given.before && !before.has(given.key)) before.set(given.key, given.before)
  return before
}

/** What was sent in, each beside what stood there. */
export const givenBeside = (answers: readonly FiledAnswer[], given: readonly FiledAnswer[]): Given[] =>
  given.map((answer) => {
    const before = answers.find(({ key }) => key === answer.key)
    return { ...answer, ...(before && { before }) }
  })
