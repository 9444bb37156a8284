import { type Moment, momentsOf } from '../checks/moments.ts'
import { foldInPlace } from '../../kernel/text.ts'
import type { Fact } from './fact.ts'

const WEEKDAYS =
  /(?<![a-z\d])(?:moi |cac ngay |ngay )?(?:(?:thu|t) ?(?:[2-7](?!\d)|hai|ba|tu|nam|sau|bay)|chu nhat|cn)(?:(?:[ ,;]|va|voi|den|toi|-|thu|t)+(?:[2-7](?!\d)|hai|ba|tu|nam|sau|bay|cn|chu nhat)(?![a-z]))+/g

/** "… nghỉ t4": a day that is none of them; "… nghỉ": none of these is. */
const DAYS_OFF =
  /^,? (?:nghi|tru|ngoai tru|khong di|ko di) (?:(?:thu|t) ?(?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|cn)(?:(?:[ ,]|va|voi)+(?:(?:thu|t) ?(?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|cn))*(?![a-z\d])(?: ra)?/
const FREE = /^ (?:thi )?(?:nghi|khong di|ko di|o nha)(?![a-z])/

const DURATION =
  /(?<![a-z\d])(?:them )?(?:\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:ngay|tuan|thang|nam)(?! (?:nua|sau|toi|truoc|nay|\d))(?![a-z])(?:,? (?:ke |tinh )?(?:tu|bat dau)(?: tu)?(?: ngay)? (?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|mai|hom nay|bay gio|nay)(?![a-z\d]))?/g

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
  for (const { 0: found, index: from } of plain.matchAll(WEEKDAYS)) {
    const rest = plain.slice(from + found.length)
    const off = DAYS_OFF.exec(rest)?.[0] ?? ''
    const to = from + found.length + off.length
    const isOff = off === '' && FREE.test(rest)
    facts.push({ kind: 'days of the week', from, to, said: `${isOff ? 'trừ ' : ''}${typed.slice(from, to)}` })
  }
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
