import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const secrets = z.object({
  appSecret: z.string(),
  oaSecretKey: z.string(),
  refreshToken: z.string(),
  permitKeys: z.string(),
  staffPassword: z.string(),
})

/** What a demonstration needs and nobody configured. Never used beside a real account. */
export type InventedSecrets = z.infer<typeof secrets>

/** Ids of an account that does not exist, of Zalo's kind. */
export const DEMONSTRATION_ACCOUNT = { appId: '3100000000000000007', oaId: '2200000000000000022' } as const

/**
 * Invents the secrets of a demonstration once and keeps them in the data folder, so that permits issued before a
 * restart stay genuine. The file is readable by its owner only.
 */
export async function loadOrInvent(dataDir: string, inventPermitKeys: () => string): Promise<InventedSecrets> {
  const path = join(dataDir, 'demonstration-secrets.json')
  await mkdir(dataDir, { recursive: true })
  const random = () => randomBytes(24).toString('base64url')
  const fresh: InventedSecrets = {
    appSecret: random(),
    oaSecretKey: random(),
    refreshToken: random(),
    permitKeys: inventPermitKeys(),
    staffPassword: random().slice(0, 16),
  }
  try {
    await writeFile(path, JSON.stringify(fresh, null, 2), { flag: 'wx', mode: 0o600 })
    return fresh
  } catch (cause) {
    // Expected from the second start on: the file is there.
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    return secrets.parse(JSON.parse(await readFile(path, 'utf8')))
  }
}
