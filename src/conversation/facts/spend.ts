import { foldInPlace, tidy } from '../../kernel/text.ts'
import { type Check, type CheckContext, type Reading, refused } from '../checks/check.ts'
import type { Fact, FactKind } from './fact.ts'
import { readFacts } from './read-facts.ts'

/** Kinds that a check of one kind may be given besides its own. */
const ALSO: { readonly [Kind in FactKind]?: readonly FactKind[] } = {
  day: ['year'],
  beginning: ['day'],
  point: ['area'],
}

interface Spent {
  fact: Fact
  reading: Exclude<Reading, { ok: false }>
}

/**
 * What the facts of a sentence say to one question, in their order, each value once. Facts of its own kind come first; others
 * that may do are asked only where there is none. `side`: of two places of a journey, which one is asked for.
 */
export function readingsOf(check: Check, facts: readonly Fact[], context: CheckContext, side?: 'from' | 'to'): Spent[] {
  const { takes } = check
  if (takes === 'words') return []
  for (const kind of [takes, ...(ALSO[takes] ?? [])]) {
    const spent = facts.flatMap((fact): Spent[] => {
      if (fact.kind !== kind || (side !== undefined && fact.side !== undefined && fact.side !== side)) return []
      const reading = check.check(fact.said, context)
      return reading.ok === false ? [] : [{ fact, reading }]
    })
    const once = spent.filter(({ reading }, i) => spent.findIndex((it) => it.reading.value === reading.value) === i)
    if (once.length > 0) return once
  }
  return []
}

const DENIED = /(?<![a-z])(?:khong phai|ko phai|hong phai|khong|ko|hong|dung|chua|sai)(?: [a-z]+){0,2}[ ,:]*$/

/** No digit is left over that belongs to nothing, and what was read was not said not to be. */
function isExplained(text: string, facts: readonly Fact[], of: Fact): boolean {
  const typed = tidy(text)
  const rest = typed.replace(/\d/g, (digit, at: number) =>
    facts.some(({ from, to }) => from <= at && at < to) ? '' : digit,
  )
  return !/\d/.test(rest) && !DENIED.test(foldInPlace(typed.slice(0, of.from)))
}

interface OnOne {
  reading: Reading
  /** What of the sentence the reading is made of: the rest may be for other questions. */
  spent: readonly Fact[]
}

/**
 * What a whole message says to the one question that is open: the check's own reading of all of it, or, where it refuses,
 * of the facts of its kind. Two facts are asked back with both.
 */
export function spendOn(check: Check, text: string, context: CheckContext, side?: 'from' | 'to'): OnOne {
  const facts = check.free ? [] : readFacts(text)
  const whole = check.check(text, context)
  const parts = readingsOf(check, facts, context, side)
  const isJourney =
    check.takes === 'area' && side !== undefined && facts.some((it) => it.side !== undefined && it.side !== side)
  const places = facts.filter(({ kind }) => kind === 'area')
  // "Lên Cần Thơ" does not say from where.
  if (isJourney && parts.length === 0 && places.every((it) => it.side !== undefined))
    return { reading: refused(check.hint), spent: [] }
  if (whole.ok !== false && !isJourney) {
    const own = parts.filter(({ reading }) => reading.value === whole.value)
    const isOther = own.length === 0 && check.takes !== 'words'
    return {
      reading: whole,
      spent: isOther ? facts.filter(({ kind }) => kind === check.takes) : own.map(({ fact }) => fact),
    }
  }
  const [first, second] = parts
  if (whole.ok === false && whole.isWhole) return { reading: whole, spent: [] }
  if (!first) return { reading: whole, spent: [] }
  const { value, shown } = first.reading
  const spent = parts.map(({ fact }) => fact)
  if (!second) {
    const isSure = first.reading.ok === true && isExplained(text, facts, first.fact)
    return { reading: isSure ? first.reading : { because: 'Tôi đọc được:', ...first.reading, ok: 'unsure' }, spent }
  }
  const otherwise = { value: second.reading.value, shown: second.reading.shown }
  return {
    reading: { ok: 'unsure', value, shown, because: 'Tôi đọc được hai điều. Ông/bà chọn giúp:', otherwise },
    spent,
  }
}
