import type { Flows } from '../conversation/flow/compiled-flow.ts'
import type { Pinned } from './ports.ts'

/** Open conversations and drafts whose version was never published here, or can no longer be compiled. */
export function strandedIn(flows: Flows, pinned: readonly Pinned[]): Pinned[] {
  const seen = new Map<string, Pinned>()
  for (const row of pinned) {
    const key = `${row.flow}@${row.version}`
    const before = seen.get(key)
    seen.set(key, { flow: row.flow, version: row.version, citizens: (before?.citizens ?? 0) + row.citizens })
  }
  return [...seen.values()].filter(({ flow, version }) => flows.pinned(flow, version) === undefined)
}
