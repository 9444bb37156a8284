import type { Clock } from '../kernel/clock.ts'
import { newestOf, type LiveCatalogue } from './catalogue.ts'
import type { Edition, FlowVersion, FlowVersions, PendingDossiers, PinnedConversations } from './ports.ts'

interface WithdrawingParts {
  versions: FlowVersions
  pinned: PinnedConversations
  pending: PendingDossiers
  catalogue: LiveCatalogue
  rowsOf: (flow: string) => Promise<FlowVersion[]>
  now: Clock
}

interface Withdrawal {
  flow: string
  /** What citizens read from now on, whether they begin or are in the middle. */
  because: string
  by: string
  /** The newest publication that whoever orders it has seen. */
  after: Edition
}

/** `needed`: the conversation rests on this flow, whoever is in it. `overtaken`: somebody published first; nothing was written. */
type Withdrawn = 'withdrawn' | 'overtaken' | 'needed' | 'unknown'

/** Taking a procedure out of service. Put back, it is an earlier text published again. */
export function createWithdrawing({ versions, pinned, pending, catalogue, rowsOf, now }: WithdrawingParts) {
  /** Nobody asks for it by name: the menu, and what an officer asks for. */
  const isNeeded = (flow: string): boolean => catalogue.current(flow)?.words.length === 0
  return {
    isNeeded,

    /** Whom it concerns: conversations and drafts of citizens, and filed dossiers that somebody still has to decide on. */
    concerned: async (flow: string): Promise<{ citizens: number; dossiers: number }> => {
      const [people, dossiers] = await Promise.all([pinned.count(), pending.count(flow)])
      const citizens = people.filter((it) => it.flow === flow).reduce((sum, it) => sum + it.citizens, 0)
      return { citizens, dossiers }
    },

    withdraw: async ({ flow, because, by, after }: Withdrawal): Promise<Withdrawn> => {
      const newest = newestOf(await rowsOf(flow), flow)
      if (!newest) return 'unknown'
      if (isNeeded(flow)) return 'needed'
      if (newest.version !== after.version || newest.revision !== after.revision) return 'overtaken'
      const revision = newest.revision + 1
      const row = { ...newest, revision, withdrawn: because, publishedBy: by, publishedAt: now() }
      if ((await versions.publish(row)) === 'known') return 'overtaken'
      await catalogue.refresh()
      return 'withdrawn'
    },
  }
}
