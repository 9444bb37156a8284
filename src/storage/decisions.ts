import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Decided, Decisions } from '../casework/ports.ts'
import { appendAction } from './dossier-writes.ts'
import type { Db, Engine } from './engine/engine.ts'
import { outboxWrites } from './outbox-writes.ts'
import { toPermitRow } from './permits.ts'
import { writeProgramEvent } from './program-events.ts'

/** Thrown inside `commit` to undo the piece; never leaves this file. */
class Stale extends Error {}

export function createDecisions(engine: Engine): Decisions {
  const { dossiers, permits } = engine.tables
  const { say } = outboxWrites(engine)

  const write = async (db: Db, decided: Decided) => {
    const { dossier, revision, citizen, status, actions, at } = decided
    const last = actions.at(-1)
    const [changed] = await db
      .update(dossiers)
      .set({ status, revision: revision + 1, updatedAt: at, ...(last && { lastAction: last.type }) })
      .where(and(eq(dossiers.id, dossier), eq(dossiers.revision, revision)))
      .returning({ id: dossiers.id })
    if (!changed) throw new Stale()
    for (const action of actions) await appendAction(engine, db, dossier, action)
    if (decided.granted) await db.insert(permits).values(toPermitRow(decided.granted))
    if (decided.revoked) {
      const revoked = await db
        .update(permits)
        .set({ revokedAt: decided.revoked.at, revokedBecause: decided.revoked.because })
        .where(and(inArray(permits.id, [...decided.revoked.permits]), isNull(permits.revokedAt)))
        .returning({ id: permits.id })
      if (revoked.length < decided.revoked.permits.length) throw new Stale()
    }
    for (const message of decided.messages) await say(db, citizen, message, at, dossier)
    if (decided.event) await writeProgramEvent(engine, db, citizen, decided.event.key, decided.event.event, at)
  }

  return {
    commit: async (decided) => {
      try {
        await engine.write((db) => write(db, decided))
        return 'done'
      } catch (cause) {
        // The one expected error: another officer changed the dossier first.
        if (cause instanceof Stale) return 'stale'
        throw cause
      }
    },
  }
}
