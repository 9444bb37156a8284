import type { Weighed } from './weigh.ts'

/** `refused`: a procedure would lose citizens to it. `look`: somebody has to say that it is meant. */
export type EntryVerdict = 'refused' | 'look' | 'fine'

/** So many of its sentences begin one procedure today that it would stand in that procedure's place. */
const PULLS = 0.75

/** The procedure that the entry would stand in the place of. */
export function pulledFrom({ taken }: Pick<Weighed, 'taken'>, says: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { to = '', sentence } of taken) if (says.includes(sentence)) counts.set(to, (counts.get(to) ?? 0) + 1)
  return [...counts].find(([, count]) => count >= PULLS * says.length)?.[0]
}

/** `says` of the entry; none of one that is ended: that takes nothing away. */
export function verdictOf(weighed: Weighed, says: readonly string[] | undefined): EntryVerdict {
  const { lost, broken, lostElsewhere, doubted, taken, astray } = weighed
  if (says && (lost.length > 0 || broken.length > 0 || pulledFrom(weighed, says) !== undefined)) return 'refused'
  return [lost, broken, lostElsewhere, doubted, taken, astray].some((list) => list.length > 0) ? 'look' : 'fine'
}
