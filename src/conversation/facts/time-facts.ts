import { type Moment, momentsOf } from '../checks/moments.ts'
import { foldInPlace } from '../../kernel/text.ts'
import type { Fact } from './fact.ts'

const WEEKDAYS =
  /(?<![a-z\d])(?:moi |cac ngay |ngay )?(?:(?:thu|t) ?(?:[2-7](?!\d)|hai|ba|tu|nam|sau|bay)|chu nhat|cn)(?:(?:[ ,;]|va|voi|den|toi|-|thu|t)+(?:[2-7](?!\d)|hai|ba|tu|nam|sau|bay|cn|chu nhat)(?![a-z]))+/g

const DURATION =
  /(?<![a-z\d])(?:them )?(?:\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:ngay|tuan|thang|nam)(?! (?:nua|sau|toi|truoc|nay|\d))(?![a-z])/g

/** Times of a sentence: each moment as what it may be, two together as the days or the hours between them. */
export function timeFacts(typed: string): Fact[] {
  const moments = momentsOf(typed)
  const plain = foldInPlace(typed)
  const facts: Fact[] = moments.flatMap((it) => momentFacts(it, moments.length > 1))
  for (const [i, first] of moments.entries()) {
    const second = moments[i + 1]
    if (!second || second.side !== 'to') continue
    const both = { from: first.from, to: second.to, said: typed.slice(first.from, second.to) }
    if (first.clock !== undefined && second.clock !== undefined) facts.push({ kind: 'hours', ...both })
    if (first.day !== undefined && second.day !== undefined) facts.push({ kind: 'period', ...both })
  }
  for (const { 0: found, index: from } of plain.matchAll(WEEKDAYS))
    facts.push({
      kind: 'days of the week',
      from,
      to: from + found.length,
      said: typed.slice(from, from + found.length),
    })
  for (const { 0: found, index: from } of plain.matchAll(DURATION))
    facts.push({ kind: 'period', from, to: from + found.length, said: typed.slice(from, from + found.length) })
  return facts
}

function momentFacts({ from, to, side, said, day, clock }: Moment, isOneOfSeveral: boolean): Fact[] {
  const place = { from, to }
  const facts: Fact[] = []
  const isStart = side === 'from' || (side === undefined && !isOneOfSeveral)
  if (isStart) facts.push({ kind: 'beginning', ...place, said: said[0] })
  if (side === 'to') for (const one of said) if (one !== undefined) facts.push({ kind: 'end', ...place, said: one })
  if (day !== undefined) facts.push({ kind: 'day', ...place, said: day })
  if (clock !== undefined) facts.push({ kind: 'clock', ...place, said: said[0].replace(day ?? '', '').trim() })
  return facts
}
