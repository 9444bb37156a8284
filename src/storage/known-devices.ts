import { and, eq, gt, lte } from 'drizzle-orm'
import type { KnownDevices } from '../kernel/known-devices.ts'
import type { Engine } from './engine/engine.ts'

export function createKnownDevices({ tables, read, write }: Engine): KnownDevices {
  const { knownDevices } = tables
  return {
    isOf: async (tokenHash, owner, now) => {
      const rows = await read
        .select({ tokenHash: knownDevices.tokenHash })
        .from(knownDevices)
        .where(
          and(eq(knownDevices.tokenHash, tokenHash), eq(knownDevices.owner, owner), gt(knownDevices.expiresAt, now)),
        )
      return rows.length > 0
    },
    remember: (tokenHash, owner, { seenAt, expiresAt }) =>
      write(async (db) => {
        await db.delete(knownDevices).where(lte(knownDevices.expiresAt, seenAt))
        await db
          .insert(knownDevices)
          .values({ tokenHash, owner, seenAt, expiresAt })
          .onConflictDoUpdate({ target: knownDevices.tokenHash, set: { owner, seenAt, expiresAt } })
      }),
  }
}
