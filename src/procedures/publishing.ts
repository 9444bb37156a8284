import { type Clock, DAY, toVietnamDay } from '../kernel/clock.ts'
import { newestOf, type LiveCatalogue } from './catalogue.ts'
import type { Marks } from './draw.tsx'
import type { EntryOrder, Weighed } from './elsewhere/weigh.ts'
import { type Examined, withPeople } from './examine.ts'
import type { Examiner } from './examiner.ts'
import { funnelOf, type StepFigures } from './funnel.ts'
import type { NewStep } from './insert-step.ts'
import type { Names } from './lint/rule.ts'
import type {
  Edition,
  ElsewhereVersions,
  FlowDraft,
  FlowDrafts,
  FlowVersion,
  FlowVersions,
  PendingDossiers,
  PinnedConversations,
  StepCounts,
} from './ports.ts'
import { overviewOf, type Overview } from './overview.ts'
import { restore } from './restore.ts'
import type { Answers } from './tasks.ts'
import type { Act } from './rehearse.ts'
import { createVerdicts } from './verdicts.ts'
import { createWithdrawing } from './withdrawing.ts'

interface PublishingParts {
  versions: FlowVersions
  drafts: FlowDrafts
  counts: StepCounts
  pinned: PinnedConversations
  pending: PendingDossiers
  elsewhere: ElsewhereVersions
  catalogue: LiveCatalogue
  examiner: Examiner
  names: Names
  now: Clock
}

type Published =
  | { outcome: 'published'; row: FlowVersion }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; examined: Examined }
  /** Somebody published first; nothing was written. */
  | { outcome: 'overtaken' }

interface PublishRequest {
  source: string
  /** The example conversations; empty when there are none. */
  cases: string
  by: string
  /** The newest publication the author has seen. A newer one is not published over unseen. */
  after?: Edition | 'nothing'
  /** The procedure the text is meant for; a text that names another is refused. */
  flow?: string
  /** Revision of the draft that the text is: it is gone once it is published. */
  draft?: number
}

/** What an earlier publication would be if it were put in force again. */
interface Restored {
  source: string
  cases: string
  examined: Examined
}

export type Publishing = ReturnType<typeof createPublishing>

/** What clerks do with the texts of procedures. Rows of publications are appended and never changed. */
export function createPublishing(parts: PublishingParts) {
  const { versions, drafts, counts, pinned, catalogue, examiner, names, now } = parts
  const verdicts = createVerdicts(parts)
  const rowsOf = async (flow: string): Promise<FlowVersion[]> =>
    (await verdicts.rows()).rows.filter((row) => row.flow === flow)

  const examine = async (source: string, cases: string, flow?: string, lane = ''): Promise<Examined> =>
    withPeople(await verdicts.judge(source, cases, flow, lane), await pinned.count())

  const examineDraft = async (draft: FlowDraft): Promise<Examined> =>
    withPeople(await verdicts.ofDraft(draft), await pinned.count())

  /** Appends what was examined, unless somebody else came first. */
  const append = async (request: PublishRequest, examined: Examined): Promise<Published> => {
    const { source, cases, by, after } = request
    const { outline, would, plan } = examined
    if (!outline || would === 'refused') return { outcome: 'refused', examined }
    const { flow } = outline
    const newest = newestOf(await rowsOf(flow), flow)
    if (after !== undefined && !isSeen(newest, after)) return { outcome: 'overtaken' }
    if (plan.outcome !== 'published') return { outcome: 'unchanged' }
    const { version, revision, shape } = plan
    const row: FlowVersion = {
      ...{ flow, version, revision, shape, source, publishedBy: by, publishedAt: now() },
      ...(cases.trim() !== '' && { cases }),
    }
    if ((await versions.publish(row)) === 'known') return { outcome: 'overtaken' }
    await catalogue.refresh()
    return { outcome: 'published', row }
  }

  const publish = async (request: PublishRequest): Promise<Published> => {
    const { source, cases, by, flow } = request
    const draft = flow === undefined || request.draft === undefined ? undefined : await drafts.find(flow)
    const isDraft = draft?.revision === request.draft && draft?.source === source && draft.cases === cases
    return append(request, isDraft ? await examineDraft(draft) : await examine(source, cases, flow, by))
  }

  const restored = async (flow: string, to: Edition): Promise<(Restored & { after: Edition }) | undefined> => {
    const own = await rowsOf(flow)
    const newest = newestOf(own, flow)
    const old = own.find((row) => row.version === to.version && row.revision === to.revision)
    if (!old || !newest) return undefined
    const open = (await pinned.count()).filter((it) => it.flow === flow && it.version <= newest.version)
    const from = open.map(({ version }) => version)
    const source = restore(old, newest, from)
    const cases = old.cases ?? ''
    const { version, revision } = newest
    return { source, cases, examined: await examine(source, cases, flow), after: { version, revision } }
  }

  return {
    ...createWithdrawing({ ...parts, rowsOf }),
    examine,
    examineDraft,

    /** Every procedure, for a list. Drafts whose verdict no longer holds are looked at in the background. */
    overview: async (): Promise<Overview[]> => {
      const [{ rows }, people, saved] = await Promise.all([verdicts.rows(), pinned.count(), drafts.all()])
      const judged = await Promise.all(
        saved.map(async (draft) => {
          const verdict = await verdicts.atHand(draft)
          return { draft, ...(verdict && { examined: withPeople(verdict, people) }) }
        }),
      )
      return overviewOf({ rows, pinned: people, flows: catalogue, names }, judged)
    },

    publish: async (request: PublishRequest): Promise<Published> => {
      const published = await publish(request)
      // By its revision: what somebody saved in the meantime is theirs.
      if (published.outcome === 'published' && request.draft !== undefined)
        await drafts.discard(published.row.flow, request.draft)
      return published
    },

    restored: (flow: string, to: Edition): Promise<Restored | undefined> => restored(flow, to),

    /**
     * The text of an earlier publication in force again: as a revision of the same version, else as the next version. Of a
     * withdrawn procedure the newest text itself may be put back.
     */
    rollBack: async ({ flow, to, by }: { flow: string; to: Edition; by: string }): Promise<Published | 'unknown'> => {
      const found = await restored(flow, to)
      if (!found) return 'unknown'
      const { source, cases, after, examined } = found
      return append({ source, cases, by, flow, after }, examined)
    },

    /** Both texts with one more question in them; nothing when it takes too long. Saves nothing. */
    insert: async (flow: string, texts: { source: string; cases: string }, order: NewStep, lane: string) => {
      const newest = newestOf(await rowsOf(flow), flow)?.version
      const open = (await pinned.count()).filter((it) => it.flow === flow).map(({ version }) => version)
      const task = { type: 'insert' as const, ...texts, order, open, ...(newest !== undefined && { newest }) }
      return unlessTooLong(examiner.perform(task, lane))
    },

    /** The drawing of a text, as far as it can be read. */
    draw: (source: string, marks: Marks, lane: string): Promise<string | undefined> =>
      unlessTooLong(examiner.perform({ type: 'draw', source, marks }, lane)),

    /** A rehearsal, played from its first word; nothing when it takes too long. */
    rehearse: async (
      flow: string,
      source: string,
      acts: readonly Act[],
      lane: string,
    ): Promise<Answers['rehearse'] | undefined> => {
      await verdicts.rows()
      return unlessTooLong(examiner.perform({ type: 'rehearse', source, flow, acts, now: now() }, lane))
    },

    /** Differs whenever anything was published since. */
    mark: async (): Promise<string> => (await verdicts.rows()).mark,

    /** What an entry of what is done elsewhere would change; nothing when it takes too long. */
    weigh: async (order: EntryOrder, lane: string): Promise<Weighed | undefined> => {
      await verdicts.rows()
      return unlessTooLong(examiner.perform({ type: 'weigh', order }, lane))
    },

    /** What sentences are answered with now, and with the entry; nothing when it takes too long. */
    foretell: async (sentences: readonly string[], lane: string, order?: EntryOrder) => {
      await verdicts.rows()
      const task = { type: 'foretell' as const, sentences, now: now(), ...(order && { order }) }
      return unlessTooLong(examiner.perform(task, lane))
    },

    /** Newest first. */
    history: async (flow: string): Promise<FlowVersion[]> =>
      (await rowsOf(flow)).sort((a, b) => b.version - a.version || b.revision - a.revision),

    draftOf: (flow: string): Promise<FlowDraft | undefined> => drafts.find(flow),

    /** `revision` is the one that was read, 0 when there was no draft. */
    saveDraft: async (draft: Omit<FlowDraft, 'savedAt' | 'judged'>): Promise<'saved' | 'stale'> => {
      const kept = { ...draft, savedAt: now() }
      const saved = await drafts.save(kept)
      // The words are safe before anything looks at them.
      if (saved === 'saved') await verdicts.ofDraft({ ...kept, revision: draft.revision + 1 })
      return saved
    },

    discardDraft: (flow: string, revision?: number): Promise<void> => drafts.discard(flow, revision),

    /** Figures by step of one version over the last `days`. */
    funnel: async (flow: string, version: number, days: number): Promise<ReadonlyMap<string, StepFigures>> =>
      funnelOf(flow, version, await counts.ofFlow(flow, toVietnamDay(now() - days * DAY)), await pinned.count()),
  }
}

const isSeen = (newest: Edition | undefined, after: Edition | 'nothing'): boolean =>
  after === 'nothing' ? newest === undefined : newest?.version === after.version && newest.revision === after.revision

const unlessTooLong = async <T>(asked: Promise<T | 'too long'>): Promise<T | undefined> => {
  const answer = await asked
  return answer === 'too long' ? undefined : answer
}
