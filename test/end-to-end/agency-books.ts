import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DAY, HOUR } from '../../src/kernel/clock.ts'
import { demonstrate, demonstrateKeys } from '../../src/program/demonstration.ts'
import { readConfig } from '../../src/config.ts'
import type { DossierId, PermitId } from '../../src/kernel/ids.ts'
import { parsePermitKeys } from '../../src/permits/keys/keys.ts'
import { createKeyRing, inventKey } from '../permits/plain-ring.ts'
import { createLiveKeyRing } from '../../src/permits/keys/live-key-ring.ts'
import { renderNumber } from '../../src/permits/code/number.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { seal, type Signer } from '../../src/permits/code/seal.ts'
import { parseSecrets } from '../../src/permits/keys/wrap-key.ts'
import { plain } from '../../src/storage/engine/codec.ts'
import { createKeyStore } from '../../src/storage/permit-keys.ts'
import { toPermitRow } from '../../src/storage/permits.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'

/**
 * An installation that was made the day before: its first permit key covers what began some hours ago, at whatever hour
 * the test runs.
 */
export async function installYesterday(dataDir: string): Promise<void> {
  const yesterday = () => Date.now() - DAY
  const read = readConfig({ DATA_DIR: dataDir })
  if (read.outcome === 'problems') throw new Error(read.problems.join('\n'))
  const { secrets } = await demonstrate(read.config, yesterday)
  const wrapping = parseSecrets(secrets.permitSecret)
  if (!wrapping.ok) throw new Error(wrapping.problem)
  const engine = openSqlite(join(dataDir, 'mot-cua.db'), plain)
  await demonstrateKeys(createKeyStore(engine), wrapping.secrets, secrets, yesterday)
  await engine.close()
}

/** The agency's database beside the running program: permits as a decision writes them, and the scans that arrived. */
export async function openAgencyBooks(dataDir: string) {
  const { permitSecret } = JSON.parse(readFileSync(join(dataDir, 'demonstration-secrets.json'), 'utf8')) as {
    permitSecret: string
  }
  const secrets = parseSecrets(permitSecret)
  if (!secrets.ok) throw new Error(secrets.problem)
  const engine = openSqlite(join(dataDir, 'mot-cua.db'), plain)
  const ring = createLiveKeyRing(createKeyStore(engine), secrets.secrets)
  await ring.refresh()
  const now = Date.now()
  const keyId = ring.keyFor({ now, validFrom: now, validUntil: now + 3 * DAY })!
  return {
    grant: async (mark: string, changes: Partial<Permit> = {}): Promise<Permit> => {
      const permit = { ...(await permitOf(mark, keyId, ring, changes)), ...changes }
      await engine.write(async (db) => void (await db.insert(engine.tables.permits).values(toPermitRow(permit))))
      return permit
    },
    scans: async () => engine.read.select().from(engine.tables.scans),
    close: engine.close,
  }
}

async function permitOf(mark: string, keyId: string, signer: Signer, changes: Partial<Permit>): Promise<Permit> {
  const second = Math.floor(Date.now() / 1000) * 1000
  const id = mark.repeat(8) as PermitId
  const claims = {
    ...{ id, name: 'Nguyễn Thị Ánh Tuyết', idLast4: '2345', plate: '69C1-123.45', from: 1, to: 1092, purpose: 2 },
    ...{ validFrom: second - HOUR, validUntil: second + 3 * DAY },
    ...(changes.validFrom !== undefined && { validFrom: changes.validFrom }),
    ...(changes.validUntil !== undefined && { validUntil: changes.validUntil }),
    ...(changes.terms && { terms: changes.terms }),
  }
  const digits = await seal(claims, keyId, signer)
  const about = { kind: 'travel-pass', dossier: 'd1' as DossierId, number: renderNumber(id), issuedAt: Date.now() }
  return { ...claims, ...about, keyId, digits }
}

/** The same permit for another plate, sealed by somebody who knows everything but the key. */
export async function forge(permit: Permit): Promise<Permit> {
  const parsed = parsePermitKeys(inventKey(permit.keyId, '2020-01-01', '2099-12-31'))
  if (!parsed.ok) throw new Error(parsed.problems.join())
  const claims = { ...permit, plate: '69A-999.99', id: 'c3'.repeat(8) as PermitId }
  return { ...claims, digits: await seal(claims, permit.keyId, createKeyRing(parsed.keys)) }
}
