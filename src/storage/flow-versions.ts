import { asc } from 'drizzle-orm'
import type { FlowVersions } from '../procedures/ports.ts'
import type { Engine } from './engine.ts'

export function createFlowVersions({ tables, read, write }: Engine): FlowVersions {
  const { flowVersions } = tables
  return {
    all: async () =>
      read
        .select()
        .from(flowVersions)
        .orderBy(asc(flowVersions.flow), asc(flowVersions.version), asc(flowVersions.revision)),
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
