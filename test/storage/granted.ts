import { eq } from 'drizzle-orm'
import type { CitizenId, DossierId, PermitId } from '../../src/kernel/ids.ts'
import { renderNumber } from '../../src/permits/code/number.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { toPermitRow } from '../../src/storage/permits.ts'
import { samplePermit, travelDossier } from '../permits/sample.ts'

let counter = 0

/** A citizen with a dossier that was approved, and its permit. */
export async function plantGranted(
  engine: Engine,
  changes: Partial<Permit> = {},
  citizen = `70000000000000${counter + 1}` as CitizenId,
) {
  const count = ++counter
  const id = count.toString(16).padStart(16, '0') as PermitId
  const dossier = `dossier-${count}` as DossierId
  const permit = await samplePermit({ id, number: renderNumber(id), dossier, ...changes })
  await engine.write(async (db) => {
    const code = `H12.99-300501-${String(count).padStart(4, '0')}`
    await db
      .insert(engine.tables.dossiers)
      .values({ ...travelDossier(), id: dossier, code, citizen, status: 'done', revision: 3 })
    await db.insert(engine.tables.permits).values(toPermitRow(permit))
  })
  return { citizen, dossier, permit }
}

/** What is on its way to a citizen, in its order. */
export async function messagesTo({ read, tables }: Engine, citizen: CitizenId) {
  const { outbox } = tables
  const rows = await read
    .select({ message: outbox.message })
    .from(outbox)
    .where(eq(outbox.citizen, citizen))
    .orderBy(outbox.seq)
  return rows.map(({ message }) => message)
}
