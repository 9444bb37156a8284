import { eq } from 'drizzle-orm'
import type { CitizenId, DossierId, PermitId } from '../../src/kernel/ids.ts'
import { renderNumber } from '../../src/permits/code/number.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { caseWrites } from '../../src/storage/case-changes.ts'
import { createPermits } from '../../src/storage/permits.ts'
import { HOUR, MINUTE } from '../../src/kernel/clock.ts'
import { NOW, samplePermit } from '../permits/sample.ts'
import { changesBy, filing } from './changes.ts'

let counter = 0

/** One that no other permit of these tests is taken for. */
export function permitOf(dossier: DossierId, changes: Partial<Permit> = {}): Promise<Permit> {
  const id = (++counter).toString(16).padStart(16, '0') as PermitId
  return samplePermit({ id, number: renderNumber(id), dossier, ...changes })
}

/** A citizen with a dossier that was approved, and its permit; revoked where the changes say when. Nothing was said. */
export async function plantGranted(
  engine: Engine,
  { revokedAt, revokedBecause = 'Sai biển số.', ...changes }: Partial<Permit> = {},
  citizen = `70000000000000${counter + 1}` as CitizenId,
) {
  const dossier = `dossier-${counter + 1}` as DossierId
  const code = `H12.99-300501-${String(counter + 1).padStart(4, '0')}`
  const granted = await permitOf(dossier, changes)
  const revoke = { type: 'revoke', permit: granted.id, reason: revokedBecause } as const
  const written = changesBy(
    filing({ id: dossier, code, citizen }, NOW - 2 * HOUR),
    [{ type: 'accept' }, { at: NOW - HOUR }],
    [{ type: 'approve' }, { at: NOW - MINUTE, granted }],
    ...(revokedAt === undefined ? [] : [[revoke, { at: revokedAt, named: granted }] as const]),
  )
  const write = caseWrites(engine)
  await engine.write(async (db) => {
    for (const change of written) await write(db, { ...change, messages: [] })
  })
  const permit = await createPermits(engine).find(granted.id)
  if (!permit) throw new Error('not granted')
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
