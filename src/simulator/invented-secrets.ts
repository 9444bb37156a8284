import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const secrets = z.object({
  appSecret: z.string(),
  oaSecretKey: z.string(),
  refreshToken: z.string(),
  staffPassword: z.string(),
  permitSecret: z.string(),
  /** The root key that would lie in a safe, and its passphrase. */
  root: z.object({ pem: z.string(), passphrase: z.string(), point: z.string() }),
  postCode: z.string(),
  /** Of demonstrations from before there was a ring of keys. */
  permitKeys: z.string().optional(),
})

/** What a demonstration needs and nobody configured. Never used beside a real account. */
export type InventedSecrets = z.infer<typeof secrets>

/** Ids of an account that does not exist, of Zalo's kind. */
export const DEMONSTRATION_ACCOUNT = { appId: '3100000000000000007', oaId: '2200000000000000022' } as const

/**
 * Invents the secrets of a demonstration once and keeps them in the data folder, so that permits issued before a
 * restart stay genuine. The file is readable by its owner only.
 */
export async function loadOrInvent(
  dataDir: string,
  invent: () => Pick<InventedSecrets, 'permitSecret' | 'root' | 'postCode'>,
): Promise<InventedSecrets> {
  const path = join(dataDir, 'demonstration-secrets.json')
  await mkdir(dataDir, { recursive: true })
  const random = () => randomBytes(24).toString('base64url')
  const fresh: InventedSecrets = {
    appSecret: random(),
    oaSecretKey: random(),
    refreshToken: random(),
    staffPassword: random().slice(0, 16),
    ...invent(),
  }
  try {
    await writeFile(path, JSON.stringify(fresh, null, 2), { flag: 'wx', mode: 0o600 })
    return fresh
  } catch (cause) {
    // Expected from the second start on: the file is there.
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    const kept: unknown = JSON.parse(await readFile(path, 'utf8'))
    const known = secrets.safeParse(kept)
    if (known.success) return known.data
    // Begun by an older version: what it did not know is added, what it had stays.
    const completed = secrets.parse({ ...fresh, ...(kept as object) })
    await writeFile(path, JSON.stringify(completed, null, 2), { mode: 0o600 })
    return completed
  }
}
