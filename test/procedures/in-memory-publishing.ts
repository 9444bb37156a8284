import type { Clock } from '../../src/kernel/clock.ts'
import { createLiveCatalogue } from '../../src/procedures/catalogue.ts'
import type {
  ElsewhereVersion,
  ElsewhereVersions,
  FlowDraft,
  FlowDrafts,
  FlowVersion,
  FlowVersions,
  Pinned,
  StepCount,
  Unheard,
  UnheardWords,
} from '../../src/procedures/ports.ts'
import { createElsewhereDesk } from '../../src/procedures/elsewhere/desk.ts'
import type { SourcedElsewhere } from '../../src/procedures/elsewhere/entry.ts'
import { createExaminerHere } from '../../src/procedures/examiner.ts'
import { createPublishing } from '../../src/procedures/publishing.ts'
import { sampleKinds } from '../permits/sample.ts'

/** Publishing over tables in memory, which a test may look into and fill. */
export function inMemoryPublishing(now: Clock) {
  const rows: FlowVersion[] = []
  const saved = new Map<string, FlowDraft>()
  const counts: StepCount[] = []
  const pinned: Pinned[] = []
  const pending = new Map<string, number>()
  const versions: FlowVersions = {
    all: async () => [...rows],
    mark: async () => String(rows.length),
    publish: async (row) => {
      if (rows.some((it) => it.flow === row.flow && it.version === row.version && it.revision === row.revision))
        return 'known'
      rows.push(row)
      return 'published'
    },
  }
  const drafts: FlowDrafts = {
    find: async (flow) => saved.get(flow),
    all: async () => [...saved.values()],
    save: async (draft) => {
      if ((saved.get(draft.flow)?.revision ?? 0) !== draft.revision) return 'stale'
      saved.set(draft.flow, { ...draft, revision: draft.revision + 1 })
      return 'saved'
    },
    judge: async (flow, revision, judged) => {
      const draft = saved.get(flow)
      if (draft?.revision === revision) saved.set(flow, { ...draft, judged })
    },
    discard: async (flow, revision) => {
      if (revision === undefined || saved.get(flow)?.revision === revision) saved.delete(flow)
    },
  }
  const entries: ElsewhereVersion[] = []
  const elsewhere: ElsewhereVersions = {
    all: async () => [...entries],
    mark: async () => String(entries.length),
    publish: async (fresh) => {
      const added = fresh.filter(({ id, revision }) => entries.every((it) => it.id !== id || it.revision !== revision))
      entries.push(...added)
      return added.length === fresh.length ? 'published' : 'known'
    },
  }
  const catalogue = createLiveCatalogue(versions, undefined, undefined, undefined, undefined, elsewhere)
  const publishing = createPublishing({
    ...{ versions, drafts, elsewhere, catalogue, now },
    examiner: createExaminerHere(),
    names: { kinds: sampleKinds.all, agencies: ['H12.99'] },
    counts: { add: async () => undefined, ofFlow: async (flow) => counts.filter((it) => it.flow === flow) },
    pinned: { count: async () => pinned },
    pending: { count: async (flow) => pending.get(flow) ?? 0 },
  })
  const seeded: SourcedElsewhere[] = []
  const desk = createElsewhereDesk({ versions: elsewhere, publishing, catalogue, seeded, now })
  const heard: Unheard[] = []
  const unheard: UnheardWords = {
    newest: async (limit) => heard.slice(0, limit),
    find: async (id) => heard.find((it) => it.id === id),
    dismiss: async (ids) => void heard.splice(0, heard.length, ...heard.filter(({ id }) => !ids.includes(id))),
    forget: async () => 0,
  }
  return {
    ...{ heard, unheard, rows, entries, seeded, desk, saved, counts, pinned, pending, catalogue, publishing },
    parts: { versions, drafts, elsewhere },
  }
}
