import { asc, sql } from 'drizzle-orm'
import type { FlowVersions } from '../procedures/ports.ts'
import type { Engine } from './engine.ts'

export function createFlowVersions({ tables, read, write }: Engine): FlowVersions {
  const { flowVersions } = tables
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
        const [published] = await db
          .insert(flowVersions)
          .values(row)
          .onConflictDoNothing()
          .returning({ flow: flowVersions.flow })
        return published ? 'published' : 'known'
      }),
  }
}
