import { describe, expect, it } from 'vitest'
import { checkNamed } from '../../../src/conversation/checks/table.ts'
import { spendOn } from '../../../src/conversation/facts/spend.ts'
import type { Answer } from '../../../src/conversation/words/session.ts'
import { aBirth, aDayAhead, aDayGone } from './said-dates.ts'
import { around, type Day, dayOf, plus, type Random, randomFrom, type Said, typed } from './said-words.ts'
import { aBeginning, anAge, aReturn, aStay, aYear, someHours } from './said-spans.ts'

/** A Sunday, a Wednesday evening, the eve of a 29 February. */
const DAYS: readonly [Day, string][] = [
  [{ year: 2026, month: 11, date: 22 }, '09:30'],
  [{ year: 2027, month: 4, date: 14 }, '20:15'],
  [{ year: 2028, month: 2, date: 28 }, '07:05'],
]
const EACH = 60

const asMinute = (value: string): string => {
  const local = new Date(Number(value) + 7 * 3_600_000).toISOString()
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`
}
const asClocks = (value: string): string =>
  value
    .split('-')
    .map((half) => `${String(Number(half) >> 1).padStart(2, '0')}:${Number(half) % 2 === 0 ? '00' : '30'}`)
    .join('-')
/** The card knows half hours: a begin goes down to one, an end up. */
const inHalves = (value: string): string => {
  const [from = 0, to = 0] = value.split('-').map((it) => Number(it.slice(0, 2)) * 60 + Number(it.slice(3)))
  return asClocks(`${Math.floor(from / 30)}-${Math.ceil(to / 30)}`)
}

interface Play {
  name: string
  make: (random: Random, today: Day) => Said
  shown?: (value: string) => string
  answers?: (today: Day) => Record<string, Answer>
}

const ahead = (random: Random, today: Day): Said => {
  const { said, days, kind } = aDayAhead(random, today, 60)
  return { text: typed(random, around(random, said)), means: days.map(dayOf), kind }
}
const PLAYS: readonly Play[] = [
  { name: 'birthDate', make: aBirth },
  { name: 'birthDate', make: anAge },
  { name: 'birthDate', make: aYear },
  { name: 'pastDay', make: aDayGone },
  { name: 'futureDay', make: ahead },
  { name: 'permitStart', make: aBeginning, shown: asMinute },
  {
    name: 'permitEnd',
    make: (random, today) => aReturn(random, plus(today, 1)),
    shown: asMinute,
    answers: (today) => {
      const start = Date.parse(`${dayOf(plus(today, 1))}T03:00:00+07:00`)
      return { validFrom: { value: String(start), shown: '' } }
    },
  },
  { name: 'openHours', make: (random) => halved(someHours(random)), shown: asClocks },
  { name: 'dateRange', make: aStay },
]
const halved = (said: Said): Said => ({ ...said, means: said.means.map(inHalves) })

/** Outside what the question may be answered with, and told so. */
const OUT_OF_BOUNDS = /7 ngày tới|đã qua|dài nhất|phải sau/

function play(
  { name, make, shown = (it) => it, answers = () => ({}) }: Play,
  [today, clock]: [Day, string],
  seed: number,
) {
  const check = checkNamed(name)
  if (!check) throw new Error(name)
  const random = randomFrom(seed)
  const now = Date.parse(`${dayOf(today)}T${clock}:00+07:00`)
  return Array.from({ length: EACH }, () => {
    const { text, means } = make(random, today)
    const { reading } = spendOn(check, text, { now, answers: answers(today) })
    if (reading.ok === false) return OUT_OF_BOUNDS.test(reading.because) ? 'told' : `refused: ${text}`
    const values = [reading.value, ...(reading.ok === 'unsure' && reading.otherwise ? [reading.otherwise.value] : [])]
    const isMeant = values.some((it) => means.includes(shown(it)))
    if (isMeant) return reading.ok === true ? 'taken' : 'asked'
    return `${reading.ok === true ? 'false' : 'misread'}: ${text} is ${means.join(' or ')}, not ${values.map(shown).join(' or ')}`
  })
}

describe('times as people say them, made up by a grammar', () => {
  const all = PLAYS.flatMap((it, i) => DAYS.flatMap((day, j) => play(it, day, 1_000 * i + j)))

  it('are never taken for another without asking', () => expect(all.filter((it) => it.startsWith('false'))).toEqual([]))

  it('are hardly ever asked back as another, and hardly ever not understood', () => {
    const missed = all.filter((it) => /^(?:misread|refused)/.test(it))
    expect(missed.length, missed.slice(0, 20).join('\n')).toBeLessThan(all.length / 50)
  })
})
