import { decodeKeystrokes } from '../checks/telex.ts'
import { checkOf } from '../flow/check-of.ts'
import { beginningOf } from '../../kernel/text.ts'
import type { CompiledFlow, Flows } from '../flow/compiled-flow.ts'
import { featuresOf } from '../words/features.ts'
import { indexOf } from './flow-index.ts'
import { idOf, isHere, type Matter, mattersOf, meantWords } from './matters.ts'
import { findPhrase, plainOf, spellOut, type Word } from '../words/shorthand.ts'

/** Where among the words something stands. */
interface Span {
  from: number
  to: number
}

/** A procedure found in what was typed; `span` is absent when it was only guessed. */
export interface Found {
  flow: CompiledFlow
  span?: Span
}

/** A matter with how likely it is meant, from 0 to 1. */
interface Likely {
  matter: Matter
  share: number
  /** Where its own words stand. */
  span?: Span
}

/** What a sentence is about. */
export interface Meanings {
  /** What is meant without a doubt, in the order it was named; a place where its own words stand. */
  sure: { matter: Matter; span?: Span }[]
  /** What may be meant where that is in doubt, the likeliest first. */
  near: readonly Likely[]
}

const MOST = 4
const MOST_NEAR = 3

/**
 * A matter is meant without a doubt where it is this likely and so many times likelier than the next, and than none: one
 * sentence in twenty, not trained on, was told a wrong one (`npm run hearing:judges`).
 */
const SURE = { least: 0.25, times: 3, timesIdle: 2 } as const
/** Against a procedure whose own words were typed. */
const SURE_AGAINST_WORDS = 0.55
/** Own words with less than this, and with a rival that is not far behind, are one reading of several. */
const CLEAR = { least: 0.3, times: 2 } as const
/** What makes own words believed. */
const LIKELY = 0.1
/** Less than this is chance. */
const NEAR = 0.03

/** `1.001193`, `1001193`, `2.000635.000.00.00.H12`: the code that is printed on the procedure. */
function byCode(flows: Flows, text: string): Matter[] {
  const codes = [...text.matchAll(/(?<![\d.])(\d)[.\s]?(\d{6})(?!\d)/g)].map(([, kind, rest]) => `${kind}.${rest}`)
  if (codes.length === 0) return []
  return mattersOf(flows).filter(({ code }) => code !== undefined && codes.includes(code))
}

/** Procedures whose own words stand in the sentence; a longer phrase around a shorter one wins. In the order typed. */
function byPhrase(flows: Flows, words: readonly Word[]): Required<Found>[] {
  const offered = flows.offered()
  const { byFirst } = indexOf(offered, flows.elsewhere())

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

/**
 * How likely each matter is meant, the likeliest first, and how likely none is (`idle`); no matter where the sentence is far more like
 * those that ask for nothing. With a procedure named by its own words it does ask for something (`isNamed`): then the matters
 * share all of it.
 */
function ranked(flows: Flows, words: readonly Word[], isNamed: boolean): { likely: Likely[]; idle: number } {
  const matters = mattersOf(flows)
  const { classifier } = indexOf(flows.offered(), flows.elsewhere())
  const shares = classifier.sharesOf(featuresOf(words))
  const idle = shares[matters.length] ?? 0
  const likely = shares.slice(0, matters.length).map((share, i) => ({ matter: matters[i] as Matter, share }))
  likely.sort((a, b) => b.share - a.share)
  if (isNamed) return { idle: 0, likely: likely.map(({ matter, share }) => ({ matter, share: share / (1 - idle) })) }
  return { idle, likely: (likely[0]?.share ?? 0) > idle / 2 ? likely : [] }
}

/**
 * What a sentence asks for: by code; else by what its words, their order and their marks have in common with the sentences
 * by which each matter is asked for. Own words of a procedure are believed as far as that does not speak against them.
 */
export function meaningsOf(flows: Flows, text: string): Meanings {
  const [offered, elsewhere] = [flows.offered(), flows.elsewhere()]
  if (last?.text !== text || last.offered !== offered || last.elsewhere !== elsewhere)
    last = { text, offered, elsewhere, found: findMeanings(flows, text) }
  return last.found
}

/** What one message means is asked several times while it is answered. */
let last: { text: string; offered: readonly Matter[]; elsewhere: readonly Matter[]; found: Meanings } | undefined

function findMeanings(flows: Flows, text: string): Meanings {
  const coded = byCode(flows, beginningOf(text, 400))
  if (coded.length > 0) return { sure: coded.map((matter) => ({ matter })), near: [] }
  const found = meaningsOfWords(flows, meantWords(text))
  if (found.sure.length > 0 || (found.near[0]?.share ?? 0) >= LIKELY) return found
  const decoded = withoutKeystrokes(beginningOf(text, 400))
  return decoded === undefined ? found : meaningsOfWords(flows, meantWords(decoded))
}

/** "ddawng kys tajm trus": keystrokes that no keyboard turned into marks; undefined where there are not several. */
function withoutKeystrokes(text: string): string | undefined {
  const typed = text.split(/\s+/)
  const read = typed.map((word) => decodeKeystrokes(word) ?? word)
  return read.filter((word, i) => word !== typed[i]).length < 2 ? undefined : read.join(' ')
}

function meaningsOfWords(flows: Flows, words: readonly Word[]): Meanings {
  const phrases = byPhrase(flows, words).slice(0, MOST)
  const { likely, idle } = ranked(flows, words, phrases.length > 0)
  const shareOf = (one: Matter): number => likely.find(({ matter }) => idOf(matter) === idOf(one))?.share ?? 0
  const named = phrases
    // Nothing was learned of one without sentences: its own words must do.
    .map(({ flow, span }) => ({ matter: flow, span, share: flow.says.length === 0 ? 1 : shareOf(flow) }))
  const believed = named.filter(({ share }) => share >= LIKELY)
  const [first, second] = named
  const [best] = likely
  const near = [...named, ...likely.slice(0, MOST_NEAR)]
    .filter(({ share }, i) => i < named.length || share >= NEAR)
    .filter(({ matter }, i, all) => all.findIndex((it) => idOf(it.matter) === idOf(matter)) === i)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_NEAR)
  const areTwo = first && second && areApart(first.span, second.span) && named.every(({ share }) => share >= NEAR)
  if (areTwo) return { sure: named, near }
  const isNamed = best !== undefined && named.some(({ matter }) => idOf(matter) === idOf(best.matter))
  if (!best || first?.share === 1) return { sure: believed, near }
  // Hardly a word is known, as in another language: own words must do.
  if (first && best.share < LIKELY) return { sure: named, near }
  const rival = likely.find(({ matter }) => !named.some((it) => idOf(it.matter) === idOf(matter)))
  if (isNamed && best.share < CLEAR.least && best.share < CLEAR.times * (rival?.share ?? 0)) return { sure: [], near }
  if (isNamed) return { sure: believed, near }
  if (first ? best.share >= SURE_AGAINST_WORDS : isSure(likely, idle)) return { sure: [{ matter: best.matter }], near }
  return { sure: [], near }
}

const isSure = ([best, next]: readonly Likely[], idle: number): boolean =>
  best !== undefined && best.share >= Math.max(SURE.least, SURE.times * (next?.share ?? 0), SURE.timesIdle * idle)

/** Two things asked for in one message, rather than two readings of the same words. */
export const areApart = (one: Span, two: Span): boolean => one.to <= two.from || two.to <= one.from

/** The procedures among what a sentence asks for without a doubt. */
export const findProcedures = (flows: Flows, text: string): Found[] =>
  meaningsOf(flows, text).sure.flatMap(({ matter, ...rest }) => (isHere(matter) ? [{ flow: matter, ...rest }] : []))

/** Only those whose own words or code were typed: cheap enough to ask about every answer in a filing. */
export function namedProcedures(flows: Flows, text: string): Found[] {
  const coded = byCode(flows, beginningOf(text, 400)).filter(isHere)
  if (coded.length > 0) return coded.map((flow) => ({ flow }))
  return byPhrase(flows, meantWords(text)).slice(0, MOST)
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
