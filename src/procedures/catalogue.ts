import { compile } from '../conversation/compile.ts'
import type { CompiledFlow, Flows } from '../conversation/compiled-flow.ts'
import { Fault } from '../kernel/fault.ts'
import { load } from './load.ts'
import type { FlowVersion } from './ports.ts'

/** The published flows, ready to run, with what other folders want to know about a procedure. */
export interface Catalogue extends Flows {
  /** As citizens know it; its file name when it was never published. */
  nameOf(flow: string): string
  /** Code of the administrative procedure, `2.000635`. */
  codeOf(flow: string): string | undefined
}

/** Compiles each version once, when it is first asked for, from its newest revision. */
export function createCatalogue(rows: readonly FlowVersion[]): Catalogue {
  const newest = new Map<string, FlowVersion>()
  const current = new Map<string, FlowVersion>()
  for (const row of rows) {
    const key = `${row.flow}@${row.version}`
    if (row.revision > (newest.get(key)?.revision ?? 0)) newest.set(key, row)
    const before = current.get(row.flow)
    const isNewer =
      !before || row.version > before.version || (row.version === before.version && row.revision > before.revision)
    if (isNewer) current.set(row.flow, row)
  }
  const compiled = new Map<string, CompiledFlow>()

  const pinned = (flow: string, version: number): CompiledFlow | undefined => {
    const key = `${flow}@${version}`
    const known = compiled.get(key)
    const row = newest.get(key)
    if (known || !row) return known
    const loaded = load(row.source)
    // A published text was readable when it was published; if it no longer is, the grammar was broken by us.
    if (!loaded.ok) throw new Fault('flow unreadable', { retry: false, cause: loaded.findings[0]?.message })
    const fresh = compile(loaded.source.file)
    compiled.set(key, fresh)
    return fresh
  }
  const currentOf = (flow: string): CompiledFlow | undefined => pinned(flow, current.get(flow)?.version ?? 0)
  let offered: readonly CompiledFlow[] | undefined

  return {
    current: currentOf,
    pinned,
    offered: () =>
      (offered ??= [...current.keys()]
        .flatMap((flow) => currentOf(flow) ?? [])
        .filter((flow) => flow.words.length > 0)),
    nameOf: (flow) => currentOf(flow)?.name ?? flow,
    codeOf: (flow) => currentOf(flow)?.code,
  }
}
