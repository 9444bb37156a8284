import type { CompiledFlow, Flows } from '../conversation/flow/compiled-flow.ts'
import type { Elsewhere } from '../conversation/flow/elsewhere.ts'
import type { Deed, FlowFile } from '../conversation/flow/flow-format.ts'
import type { GrantedKind } from '../conversation/flow/granted-kind.ts'
import { compileRow, isSetAside, type SetAside } from './compile-row.ts'
import { toldIn } from './elsewhere/told.ts'
import { learnAhead } from './learn-ahead.ts'
import type { ElsewhereVersions, FlowVersion, FlowVersions } from './ports.ts'

/** The published flows, ready to run, with what other folders want to know about a procedure. */
export interface Catalogue extends Flows {
  /** As citizens know it; its file name when it was never published. */
  nameOf(flow: string): string
  /** Code of the administrative procedure, `2.000635`. */
  codeOf(flow: string): string | undefined
  /** The offered flow with a step that does this, so that no program knows it by name. */
  flowDoing(deed: Deed): string | undefined
  /** Why citizens cannot begin the newest publication of this flow; undefined while they can. */
  asideOf(flow: string): SetAside | undefined
}

/** A catalogue that follows what is published, by this process or by another. */
export interface LiveCatalogue extends Catalogue {
  /** Loads the rows when anything was published since the last time. Runs one at a time. */
  refresh(): Promise<void>
}

/** Texts that were compiled before, by `flow@version#revision`: a published text never changes. */
type Compiled = Map<string, CompiledFlow | SetAside>

const isAfter = (a: FlowVersion, b: FlowVersion): boolean =>
  a.version > b.version || (a.version === b.version && a.revision > b.revision)

/** The row that new conversations start on. */
export const newestOf = (rows: readonly FlowVersion[], flow: string): FlowVersion | undefined =>
  rows
    .filter((row) => row.flow === flow)
    .reduce<FlowVersion | undefined>((best, row) => (best && !isAfter(row, best) ? best : row), undefined)

/** Of each flow the row that new conversations start on, and of each `flow@version` its newest revision. */
export function newestOfAll(rows: readonly FlowVersion[]) {
  const ofVersion = new Map<string, FlowVersion>()
  const ofFlow = new Map<string, FlowVersion>()
  for (const row of rows) {
    const key = `${row.flow}@${row.version}`
    if (row.revision > (ofVersion.get(key)?.revision ?? 0)) ofVersion.set(key, row)
    const before = ofFlow.get(row.flow)
    if (!before || isAfter(row, before)) ofFlow.set(row.flow, row)
  }
  return { ofFlow, ofVersion }
}

/** What a text says, where somebody has read it already. */
export type Read = (text: string) => FlowFile | undefined

const unread: Read = () => undefined

/**
 * Compiles each version once, when it is first asked for, from its newest revision. One that does not run is set aside and
 * told once: a citizen in the middle of it is told so, and everything else goes on.
 */
export function createCatalogue(
  rows: readonly FlowVersion[],
  compiled: Compiled = new Map(),
  tell: (aside: SetAside) => void = () => undefined,
  read: Read = unread,
  kinds: readonly GrantedKind[] = [],
  elsewhere: readonly Elsewhere[] = [],
): Catalogue {
  const { ofFlow: current, ofVersion: newest } = newestOfAll(rows)

  const find = (flow: string, version: number): CompiledFlow | SetAside | undefined => {
    const row = newest.get(`${flow}@${version}`)
    if (!row) return undefined
    const key = `${flow}@${version}#${row.revision}`
    const known = compiled.get(key)
    if (known) return known
    const fresh = compileRow(row, read(row.source), kinds)
    compiled.set(key, fresh)
    if (isSetAside(fresh)) tell(fresh)
    return fresh
  }
  const pinned = (flow: string, version: number): CompiledFlow | undefined => {
    const found = find(flow, version)
    return found && !isSetAside(found) ? found : undefined
  }
  const currentOf = (flow: string): CompiledFlow | undefined => pinned(flow, current.get(flow)?.version ?? 0)
  let offered: readonly CompiledFlow[] | undefined
  const offeredNow = () =>
    (offered ??= [...current.keys()].flatMap((flow) => currentOf(flow) ?? []).filter((flow) => flow.words.length > 0))

  let doing: ReadonlyMap<Deed, string> | undefined

  return {
    current: currentOf,
    pinned,
    offered: offeredNow,
    elsewhere: () => elsewhere,
    nameOf: (flow) => currentOf(flow)?.name ?? flow,
    codeOf: (flow) => currentOf(flow)?.code,
    flowDoing: (deed) => {
      // The first offered one wins, so it is written last.
      doing ??= new Map(
        offeredNow()
          .toReversed()
          .flatMap((flow) => doesOf(flow).map((it) => [it, flow.flow])),
      )
      return doing.get(deed)
    },
    asideOf: (flow) => {
      const found = find(flow, current.get(flow)?.version ?? 0)
      return found && isSetAside(found) ? found : undefined
    },
  }
}

const doesOf = ({ steps }: CompiledFlow): Deed[] =>
  [...steps.values()].flatMap((step) => (step.expect === 'none' && step.do !== undefined ? step.do : []))

/** Where nothing is done elsewhere. */
const NOWHERE: Pick<ElsewhereVersions, 'all' | 'mark'> = { all: async () => [], mark: async () => '' }

/**
 * Empty until the first `refresh`. `closedBecause` tells of a kind of permit why it is granted no more; the flows that
 * grant it then say so instead of beginning.
 */
export function createLiveCatalogue(
  versions: FlowVersions,
  closedBecause: (grants: string) => string | undefined = () => undefined,
  tell: (aside: SetAside) => void = () => undefined,
  read: Read = unread,
  kinds: readonly GrantedKind[] = [],
  elsewhere: Pick<ElsewhereVersions, 'all' | 'mark'> = NOWHERE,
): LiveCatalogue {
  const compiled: Compiled = new Map()
  let now = createCatalogue([])
  let mark: string | undefined
  let running: Promise<void> | undefined

  const load = async (): Promise<void> => {
    // The mark is read before the rows: a row published between the two is loaded once more, never missed.
    const found = (await Promise.all([versions.mark(), elsewhere.mark()])).join(' ')
    if (found === mark) return
    const [rows, entries] = await Promise.all([versions.all(), elsewhere.all()])
    const flows = new Set(rows.map(({ flow }) => flow))
    // A procedure that came later is what is meant by its name.
    const told = toldIn(entries).filter(({ id }) => !flows.has(id))
    const next = createCatalogue(rows, compiled, tell, read, kinds, told)
    // Citizens go on with what was published before until the new is learned; at the first time there is nothing before.
    if (mark !== undefined) await learnAhead(next)
    now = next
    mark = found
  }
  /** The flow as it is said closed, made once for each reason. */
  const ended = new WeakMap<CompiledFlow, CompiledFlow>()
  const unlessEnded = (flow: CompiledFlow): CompiledFlow => {
    const closed = flow.grants === undefined ? undefined : closedBecause(flow.grants)
    if (closed === undefined) return flow
    const known = ended.get(flow)
    if (known?.closed === closed) return known
    const fresh = { ...flow, closed }
    ended.set(flow, fresh)
    return fresh
  }
  let offered: readonly CompiledFlow[] = []
  return {
    current: (flow) => {
      const found = now.current(flow)
      return found && unlessEnded(found)
    },
    pinned: (flow, version) => now.pinned(flow, version),
    offered: () => {
      const found = now.offered()
      // The same list while it says the same: who asks at every sentence may keep what was made of it.
      const isSame = offered.length === found.length && found.every((flow, i) => unlessEnded(flow) === offered[i])
      return isSame ? offered : (offered = found.map(unlessEnded))
    },
    elsewhere: () => now.elsewhere(),
    nameOf: (flow) => now.nameOf(flow),
    codeOf: (flow) => now.codeOf(flow),
    flowDoing: (deed) => now.flowDoing(deed),
    asideOf: (flow) => now.asideOf(flow),
    refresh: async () => {
      // One that began before a publication may have missed it: wait for it, then look again.
      await running?.catch(() => undefined)
      running ??= load().finally(() => (running = undefined))
      await running
    },
  }
}

/** The catalogue with one text in the place of what is published, for rehearsing it. */
export function overlay(flows: Flows, compiled: CompiledFlow): Flows {
  // One list for all turns: a search index hangs on it.
  let laid: { over: readonly CompiledFlow[]; list: readonly CompiledFlow[] } | undefined
  return {
    current: (flow) => (flow === compiled.flow ? compiled : flows.current(flow)),
    pinned: (flow, version) =>
      flow === compiled.flow && version === compiled.version ? compiled : flows.pinned(flow, version),
    offered: () => {
      const over = flows.offered()
      if (laid?.over !== over) {
        const isNew = over.every(({ flow }) => flow !== compiled.flow)
        const among = isNew ? [...over, compiled] : over.map((flow) => (flow.flow === compiled.flow ? compiled : flow))
        laid = { over, list: among.filter(({ words }) => words.length > 0) }
      }
      return laid.list
    },
    elsewhere: () => flows.elsewhere(),
  }
}
