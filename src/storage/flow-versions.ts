import { asc, sql } from 'drizzle-orm'
import type { FlowVersions } from '../procedures/ports.ts'
import { type Engine, prepared } from './engine/engine.ts'

export function createFlowVersions({ tables, read, write }: Engine): FlowVersions {
  const { flowVersions } = tables

  const insert = prepared<{ flow: string }>((db) =>
    db
      .insert(flowVersions)
      .values({
        flow: sql.placeholder('flow'),
        version: sql.placeholder('version'),
        revision: sql.placeholder('revision'),
        shape: sql.placeholder('shape'),
        source: sql.placeholder('source'),
        cases: sql.placeholder('cases'),
        withdrawn: sql.placeholder('withdrawn'),
        publishedBy: sql.placeholder('publishedBy'),
        publishedAt: sql.placeholder('publishedAt'),
      })
      .onConflictDoNothing()
      .returning({ flow: flowVersions.flow }),
  )

  return {
    all: async () => {
      const rows = await read
        .select()
        .from(flowVersions)
        .orderBy(asc(flowVersions.flow), asc(flowVersions.version), asc(flowVersions.revision))
      return rows.map(({ cases, withdrawn, ...row }) => ({
        ...row,
        ...(cases !== null && { cases }),
        ...(withdrawn !== null && { withdrawn }),
      }))
    },
    mark: async () => {
      // Rows are never changed nor deleted, so their number alone tells that one was added.
      const [row] = await read.select({ rows: sql<number>`count(*)` }).from(flowVersions)
      return String(row?.rows ?? 0)
    },
    publish: (row) =>
      write(async (db) => {
        const [published] = await insert(db, { cases: null, withdrawn: null, ...row })
        return published ? 'published' : 'known'
      }),
  }
}
