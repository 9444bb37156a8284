import { fold } from '../kernel/text.ts'
import type { VietnamDay } from '../kernel/clock.ts'
import type { Unheard } from './ports.ts'

/** The same words at the same question, however they were written; `id` and `words` are the newest of them. */
export interface UnheardWordsAt {
  id: string
  words: string
  ids: readonly string[]
  day: VietnamDay
}

export interface UnheardAt {
  flow: string
  step: string
  count: number
  day: VietnamDay
  said: readonly UnheardWordsAt[]
}

const newestFirst = (a: { day: string }, b: { day: string }): number => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)

/** By question, and there by words; each newest first, and of one day what was said most. */
export function groupUnheard(rows: readonly Unheard[]): UnheardAt[] {
  const byPlace = groupBy([...rows].sort(newestFirst), ({ flow, step }) => `${flow}/${step}`)
  return [...byPlace.values()]
    .flatMap((own): UnheardAt[] => {
      const [first] = own
      if (!first) return []
      const said = [...groupBy(own, ({ words }) => fold(words)).values()].flatMap((same): UnheardWordsAt[] =>
        same[0] ? [{ ...pickNewest(same[0]), ids: same.map(({ id }) => id) }] : [],
      )
      const { flow, step, day } = first
      const sorted = said.sort((a, b) => newestFirst(a, b) || b.ids.length - a.ids.length)
      return [{ flow, step, day, count: own.length, said: sorted }]
    })
    .sort((a, b) => newestFirst(a, b) || b.count - a.count)
}

const pickNewest = ({ id, words, day }: Unheard) => ({ id, words, day })

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
