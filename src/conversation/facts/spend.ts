import type { Check, CheckContext, Reading } from '../checks/check.ts'
import type { Fact, FactKind } from './fact.ts'

/** Kinds that a check of one kind may be given besides its own. */
const ALSO: { readonly [Kind in FactKind]?: readonly FactKind[] } = {
  day: ['year'],
  beginning: ['day'],
  point: ['area'],
}

export interface Spent {
  fact: Fact
  reading: Exclude<Reading, { ok: false }>
}

/**
 * What the facts of a sentence say to one question, in their order, each value once. Facts of its own kind come first; others
 * that may do are asked only where there is none.
 */
export function readingsOf(check: Check, facts: readonly Fact[], context: CheckContext): Spent[] {
  const { takes } = check
  if (takes === 'words') return []
  for (const kind of [takes, ...(ALSO[takes] ?? [])]) {
    const spent = facts.flatMap((fact): Spent[] => {
      if (fact.kind !== kind) return []
      const reading = check.check(fact.said, context)
      return reading.ok === false ? [] : [{ fact, reading }]
    })
    const once = spent.filter(({ reading }, i) => spent.findIndex((it) => it.reading.value === reading.value) === i)
    if (once.length > 0) return once
  }
  return []
}
