import type { Flows } from '../../conversation/flow/compiled-flow.ts'
import { idOf, isHere, type Matter, mattersOf } from '../../conversation/finding/matters.ts'
import { meaningsOf } from '../../conversation/finding/search-flows.ts'
import { fold } from '../../kernel/text.ts'
import { newestOfAll } from '../catalogue.ts'
import { playCases } from '../play-cases.ts'
import type { FlowVersion } from '../ports.ts'
import type { SourcedElsewhere } from './entry.ts'

/** An entry as it would be; without `entry` it is ended. */
export interface EntryOrder {
  id: string
  entry?: SourcedElsewhere
}

/** A sentence of `of`, and what it leads to where that is known for certain. */
interface Led {
  sentence: string
  of: string
  to?: string
}

/** What an entry would change for citizens. Plain data. */
export interface Weighed {
  /** How many sentences were asked again, and how many examples were played. */
  asked: number
  played: number
  /** Sentences by which a procedure is asked for, or another entry, and that would lead to something else. */
  lost: Led[]
  lostElsewhere: Led[]
  /** Examples of procedures that came out well and would not any more. */
  broken: { of: string; message: string }[]
  /** Sentences of procedures that were understood and would be asked back. */
  doubted: Led[]
  /** New sentences of the entry that begin a procedure today, which they would not any more. */
  taken: Led[]
  /** Sentences of the entry that would not lead to it; of an ended one, those that would begin a procedure. */
  astray: Led[]
}

/** The catalogue with the entry in its place, or without it. */
export function withEntry(flows: Flows, { id, entry }: EntryOrder): Flows {
  const before = flows.elsewhere()
  const isKnown = before.some((it) => it.id === id)
  const among = before.flatMap((it) => (it.id !== id ? it : (entry ?? [])))
  const list = entry && !isKnown ? [...among, entry] : among
  return {
    current: (flow) => flows.current(flow),
    pinned: (flow, version) => flows.pinned(flow, version),
    offered: () => flows.offered(),
    elsewhere: () => list,
  }
}

const leadsTo = (flows: Flows, sentence: string): Matter[] =>
  meaningsOf(flows, sentence).sure.map(({ matter }) => matter)

/** By which it is asked for; a procedure also by people who type no marks. */
function sentencesOf(matter: Matter): string[] {
  const own = [matter.name, ...(isHere(matter) ? matter.words : []), ...matter.says]
  return [...new Set(isHere(matter) ? [...own, ...own.map(fold)] : own)]
}

/** All sentences asked and all examples played again, among what is published and among what would be. */
export function weigh(before: Flows, rows: readonly FlowVersion[], order: EntryOrder): Weighed {
  const { id, entry } = order
  const after = withEntry(before, order)
  const found: Weighed = {
    ...{ asked: 0, played: 0, lost: [], lostElsewhere: [], broken: [], doubted: [], taken: [], astray: [] },
  }
  for (const matter of mattersOf(after).filter((it) => idOf(it) !== id))
    for (const sentence of sentencesOf(matter)) {
      found.asked++
      const now = leadsTo(after, sentence)
      if (now.some((it) => idOf(it) === idOf(matter))) continue
      const [first] = now
      const was = leadsTo(before, sentence)
      const led = { sentence, of: matter.name, ...(first && { to: first.name }) }
      if (first && was.every((it) => idOf(it) !== idOf(first)))
        (isHere(matter) ? found.lost : found.lostElsewhere).push(led)
      else if (!first && isHere(matter) && was.some((it) => idOf(it) === idOf(matter))) found.doubted.push(led)
    }
  weighOwn(found, before, after, order)
  for (const row of newestOfAll(rows).ofFlow.values()) {
    if (row.cases === undefined || row.withdrawn !== undefined) continue
    const { examples, findings } = playCases(row.cases, after)
    found.played += examples.length
    if (findings.length === 0) continue
    const known = new Set(playCases(row.cases, before).findings.map(({ message }) => message))
    const of = before.current(row.flow)?.name ?? row.flow
    const fresh = findings.filter(({ message }) => !known.has(message))
    found.broken.push(...fresh.map(({ message }) => ({ of, message })))
  }
  return entry ? found : { ...found, taken: [] }
}

/** What its own sentences lead to. */
function weighOwn(found: Weighed, before: Flows, after: Flows, { id, entry }: EntryOrder): void {
  const old = before.elsewhere().find((it) => it.id === id)
  const own = entry ?? old
  for (const sentence of own ? [own.name, ...own.says] : []) {
    const of = own?.name ?? id
    const [was, now] = [leadsTo(before, sentence), leadsTo(after, sentence)]
    const here = (entry ? was : now).find(isHere)
    if (!entry && here) found.astray.push({ sentence, of, to: here.name })
    if (!entry) continue
    found.asked++
    if (here && !old?.says.includes(sentence)) found.taken.push({ sentence, of, to: here.name })
    if (now.every((it) => idOf(it) !== id)) found.astray.push({ sentence, of, ...(now[0] && { to: now[0].name }) })
  }
}
