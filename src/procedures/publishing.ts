import { type Clock, DAY, toVietnamDay } from '../kernel/clock.ts'
import { newestOf, type LiveCatalogue } from './catalogue.ts'
import { examine, type Examined } from './examine.ts'
import { funnelOf, type StepFigures } from './funnel.ts'
import type { Names } from './lint/lint.ts'
import type { FlowDraft, FlowDrafts, FlowVersion, FlowVersions, PinnedConversations, StepCounts } from './ports.ts'
import { overviewOf, type Overview } from './overview.ts'
import { planPublication } from './publish.ts'
import { restore } from './restore.ts'

export interface PublishingParts {
  versions: FlowVersions
  drafts: FlowDrafts
  counts: StepCounts
  pinned: PinnedConversations
  catalogue: LiveCatalogue
  names: Names
  now: Clock
}

export interface Place {
  version: number
  revision: number
}

export type Published =
  | { outcome: 'published'; row: FlowVersion }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; examined: Examined }
  /** Somebody published first; nothing was written. */
  | { outcome: 'overtaken' }

export interface PublishOrder {
  source: string
  /** The example conversations; empty when there are none. */
  cases: string
  by: string
  /** The newest publication the author has seen. A newer one is not published over unseen. */
  after?: Place | 'nothing'
  /** The procedure the text is meant for; a text that names another is refused. */
  flow?: string
  /** Revision of the draft that the text is: it is gone once it is published. */
  draft?: number
}

/** What an earlier publication would be if it were put in force again. */
export interface Restored {
  source: string
  cases: string
  examined: Examined
}

export type Publishing = ReturnType<typeof createPublishing>

/** What clerks do with the texts of procedures. Rows of publications are appended and never changed. */
export function createPublishing({ versions, drafts, counts, pinned, catalogue, names, now }: PublishingParts) {
  const known = async () => ({ rows: await versions.all(), pinned: await pinned.count(), flows: catalogue, names })

  const publish = async ({ source, cases, by, after, flow: meant }: PublishOrder): Promise<Published> => {
    await catalogue.refresh()
    const here = await known()
    const examined = examine(source, cases, here, meant)
    if (!examined.outline || examined.would === 'refused') return { outcome: 'refused', examined }
    const { flow } = examined.outline
    const newest = newestOf(here.rows, flow)
    if (after !== undefined && !isSeen(newest, after)) return { outcome: 'overtaken' }
    const plan = planPublication(source, here.rows, by, now())
    if (plan.outcome === 'unchanged') return plan
    if (plan.outcome === 'refused') return { outcome: 'refused', examined: { ...examined, findings: plan.findings } }
    const row = { ...plan.row, ...(cases.trim() !== '' && { cases }) }
    if ((await versions.publish(row)) === 'known') return { outcome: 'overtaken' }
    await catalogue.refresh()
    return { outcome: 'published', row }
  }

  const restored = async (flow: string, to: Place): Promise<(Restored & { after: Place }) | undefined> => {
    const here = await known()
    const newest = newestOf(here.rows, flow)
    const old = here.rows.find((row) => row.flow === flow && row.version === to.version && row.revision === to.revision)
    if (!old || !newest) return undefined
    const open = here.pinned.filter((it) => it.flow === flow && it.version <= newest.version)
    const source = restore(
      old,
      newest,
      open.map(({ version }) => version),
    )
    const cases = old.cases ?? ''
    const { version, revision } = newest
    return { source, cases, examined: examine(source, cases, here, flow), after: { version, revision } }
  }

  return {
    examine: async (source: string, cases: string, flow?: string): Promise<Examined> =>
      examine(source, cases, await known(), flow),

    /** Every procedure, for a list. */
    overview: async (): Promise<Overview[]> => overviewOf(await known(), await drafts.all()),

    publish: async (order: PublishOrder): Promise<Published> => {
      const published = await publish(order)
      // By its revision: what somebody saved in the meantime is theirs.
      if (published.outcome === 'published' && order.draft !== undefined)
        await drafts.discard(published.row.flow, order.draft)
      return published
    },

    restored: (flow: string, to: Place): Promise<Restored | undefined> => restored(flow, to),

    /** The text of an earlier publication in force again: as a revision of the same version, else as the next version. */
    rollBack: async ({ flow, to, by }: { flow: string; to: Place; by: string }): Promise<Published | 'unknown'> => {
      const found = await restored(flow, to)
      if (!found) return 'unknown'
      const { source, cases, after } = found
      return publish({ source, cases, by, flow, after })
    },

    /** Newest first. */
    history: async (flow: string): Promise<FlowVersion[]> =>
      (await versions.all())
        .filter((row) => row.flow === flow)
        .sort((a, b) => b.version - a.version || b.revision - a.revision),

    draftOf: (flow: string): Promise<FlowDraft | undefined> => drafts.find(flow),

    /** `revision` is the one that was read, 0 when there was no draft. */
    saveDraft: (draft: Omit<FlowDraft, 'savedAt'>): Promise<'saved' | 'stale'> =>
      drafts.save({ ...draft, savedAt: now() }),

    discardDraft: (flow: string, revision?: number): Promise<void> => drafts.discard(flow, revision),

    /** Figures by step of one version over the last `days`. */
    funnel: async (flow: string, version: number, days: number): Promise<ReadonlyMap<string, StepFigures>> =>
      funnelOf(flow, version, await counts.ofFlow(flow, toVietnamDay(now() - days * DAY)), await pinned.count()),
  }
}

const isSeen = (newest: Place | undefined, after: Place | 'nothing'): boolean =>
  after === 'nothing' ? newest === undefined : newest?.version === after.version && newest.revision === after.revision
