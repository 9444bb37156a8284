import { checkOf } from '../flow/check-of.ts'
import { beginningOf } from '../../kernel/text.ts'
import type { CompiledFlow, Flows } from '../flow/compiled-flow.ts'
import { indexOf } from './flow-index.ts'
import { CLAUSE_END, findPhrase, plainOf, spellOut, type Word } from '../words/shorthand.ts'
import { withoutNegated } from './negation.ts'

/** A procedure found in what was typed; `from` and `to` are places among the words, absent when it was only guessed. */
export interface Found {
  flow: CompiledFlow
  span?: { from: number; to: number }
}

/** Words that stand in so many sentences that they tell nothing. `do` is "đó", "do", "Đỗ" and "đỏ". */
const SILENT = new Set(
  `
    toi tui minh em con chau anh chi ong ba lam xin muon can cho co khong duoc gi nao la va voi thi ma o da roi
    nha nhe a oi nay kia do giup dum di bao nhieu cap giay ho so thu tuc viec phai dang ky hom mot hai
  `
    .trim()
    .split(/\s+/),
)
const MOST = 4

/** `1.001193`, `1001193`, `2.000635.000.00.00.H12`: the code that is printed on the procedure. */
function byCode(flows: Flows, text: string): CompiledFlow[] {
  const codes = [...text.matchAll(/(?<![\d.])(\d)[.\s]?(\d{6})(?!\d)/g)].map(([, kind, rest]) => `${kind}.${rest}`)
  if (codes.length === 0) return []
  return flows.offered().filter(({ code }) => code !== undefined && codes.includes(code))
}

/** Procedures whose own words stand in the sentence; a longer phrase around a shorter one wins. In the order typed. */
function byPhrase(offered: readonly CompiledFlow[], words: readonly Word[]): Found[] {
  const { byFirst } = indexOf(offered)
  const hits: Required<Found>[] = []
  const begun = [...new Set(words.map(({ plain }) => plain))].flatMap((plain) => byFirst.get(plain) ?? [])
  for (const { place, words: phrase } of begun) {
    const flow = offered[place]
    if (!flow) continue
    for (let from = findPhrase(words, phrase); from >= 0; from = findPhrase(words, phrase, from + 1))
      hits.push({ flow, span: { from, to: from + phrase.length } })
  }
  const size = ({ span }: Required<Found>): number => span.to - span.from
  const whole = hits.filter(
    (hit) =>
      !hits.some(
        (it) =>
          size(it) > size(hit) && it.span.from <= hit.span.from && it.span.to >= hit.span.to && it.flow !== hit.flow,
      ),
  )
  whole.sort((a, b) => a.span.from - b.span.from || size(b) - size(a))
  return whole.filter((hit, i) => whole.findIndex((it) => it.flow === hit.flow) === i)
}

/** Procedures most of whose words were nearly typed. */
function byLikeness(offered: readonly CompiledFlow[], words: readonly Word[], least: number): Found[] {
  const { phrases, search } = indexOf(offered)
  const query = [...new Set(words.map(({ plain }) => plain))].filter((it) => !SILENT.has(it) && it !== CLAUSE_END)
  if (query.length === 0) return []
  const typed = new Set(words.map(({ plain }) => plain))
  const scored = search.search(query.join(' ')).flatMap((hit) => {
    const phrase = phrases[hit.id as number]
    const flow = phrase && offered[phrase.place]
    const telling = phrase?.words.filter(({ plain }) => !SILENT.has(plain)).map(({ plain }) => plain) ?? []
    if (!phrase || !flow || telling.length === 0) return []
    const matched = telling.filter((it) => hit.terms.includes(it)).length
    // A single telling word is too little, unless it is misspelt among its quiet ones: "giấy đi đừong", not any road.
    const isTelling =
      telling.length > 1
        ? matched > 1 && telling.some((it) => typed.has(it))
        : phrase.words.every(({ plain }) => typed.has(plain) !== telling.includes(plain)) &&
          (telling[0]?.length ?? 0) > 4
    const coverage = isTelling || least < 0.5 ? matched / telling.length : 0
    return coverage >= least ? [{ flow, coverage, score: hit.score }] : []
  })
  scored.sort((a, b) => b.coverage - a.coverage || b.score - a.score)
  return scored.filter((hit, i) => scored.findIndex((it) => it.flow === hit.flow) === i).map(({ flow }) => ({ flow }))
}

/** The procedures a sentence asks for: by code, by their own words, else by likeness. Told in the order they were named. */
export function findProcedures(flows: Flows, text: string): Found[] {
  const named = namedProcedures(flows, text)
  if (named.length > 0) return named
  return byLikeness(flows.offered(), withoutNegated(spellOut(text)), 0.75).slice(0, MOST)
}

/** Only those whose own words or code were typed: cheap enough to ask about every answer in a filing. */
export function namedProcedures(flows: Flows, text: string): Found[] {
  const coded = byCode(flows, beginningOf(text, 400))
  if (coded.length > 0) return coded.map((flow) => ({ flow }))
  return byPhrase(flows.offered(), withoutNegated(spellOut(text))).slice(0, MOST)
}

const PLATE = /(?<![\p{L}\d])\d{2}[-\s]?[a-z]{1,2}\d?[-\s]?\d{3}[.\s]?\d{1,2}(?!\d)/iu
const JOURNEY = /\btu .+ (?:len|den|toi|qua|di|ve|ra|xuong|vo) /

/** Who tells a plate and from where to where names no procedure, and yet means one that asks for just that. */
export function flowsOfJourney(flows: Flows, text: string): CompiledFlow[] {
  if (!PLATE.test(beginningOf(text, 400)) || !JOURNEY.test(`${plainOf(spellOut(text))} `)) return []
  return flows.offered().filter(({ steps }) => {
    const wanted = new Set([...steps.values()].map((step) => checkOf(step)?.takes))
    return wanted.has('plate') && wanted.has('area')
  })
}

export const searchFlows = (flows: Flows, text: string): CompiledFlow[] =>
  findProcedures(flows, text).map(({ flow }) => flow)

/** At most three procedures that have anything in common with what was typed. */
export const nearestFlows = (flows: Flows, text: string): CompiledFlow[] =>
  byLikeness(flows.offered(), withoutNegated(spellOut(text)), 0.01)
    .slice(0, 3)
    .map(({ flow }) => flow)
