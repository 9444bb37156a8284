import { and, asc, eq } from 'drizzle-orm'
import type { FlowDraft, FlowDrafts } from '../procedures/ports.ts'
import type { Engine } from './engine/engine.ts'
import type { Schema } from './engine/schema.ts'

type Stored = Schema['flowDrafts']['$inferSelect']

export function createFlowDrafts({ tables, read, write }: Engine): FlowDrafts {
  const { flowDrafts } = tables
  return {
    find: async (flow) => (await read.select().from(flowDrafts).where(eq(flowDrafts.flow, flow))).map(toDraft)[0],
    all: async () => (await read.select().from(flowDrafts).orderBy(asc(flowDrafts.flow))).map(toDraft),
    save: (draft) =>
      write(async (db) => {
        const saved = { ...draft, revision: draft.revision + 1, judged: null }
        const rows =
          draft.revision === 0
            ? await db.insert(flowDrafts).values(saved).onConflictDoNothing().returning({ flow: flowDrafts.flow })
            : await db
                .update(flowDrafts)
                .set(saved)
                .where(and(eq(flowDrafts.flow, draft.flow), eq(flowDrafts.revision, draft.revision)))
                .returning({ flow: flowDrafts.flow })
        return rows.length > 0 ? 'saved' : 'stale'
      }),
    judge: (flow, revision, judged) =>
      write(async (db) => {
        const own = and(eq(flowDrafts.flow, flow), eq(flowDrafts.revision, revision))
        await db.update(flowDrafts).set({ judged }).where(own)
      }),
    discard: (flow, revision) =>
      write(async (db) => {
        const own = eq(flowDrafts.flow, flow)
        await db.delete(flowDrafts).where(revision === undefined ? own : and(own, eq(flowDrafts.revision, revision)))
      }),
  }
}

const toDraft = ({ judged, ...draft }: Stored): FlowDraft => (judged === null ? draft : { ...draft, judged })
