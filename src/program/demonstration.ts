import { randomInt } from 'node:crypto'
import type { Config } from '../config.ts'
import { type Clock, DAY } from '../kernel/clock.ts'
import { Fault } from '../kernel/fault.ts'
import { randomId, type PostId } from '../kernel/ids.ts'
import { createKeyManagement } from '../permits/keys/manage-keys.ts'
import { isTimestampKey } from '../permits/code/key-list.ts'
import type { KeyStore } from '../permits/keys/key-store.ts'
import { parsePermitKeys } from '../permits/keys/keys.ts'
import { hashPostPin, makePostPin } from '../permits/posts/post-pin.ts'
import type { Posts } from '../permits/posts/posts.ts'
import { makeRoot, signKeyList } from '../permits/keys/root-key.ts'
import { inventSecret, type WrappingSecret } from '../permits/keys/wrap-key.ts'
import { province } from '../province/province.ts'
import { DEMONSTRATION_ACCOUNT, type InventedSecrets, loadOrInvent } from '../simulator/invented-secrets.ts'

/** The checkpoint that a demonstration begins with. */
export const DEMONSTRATION_POST = { id: 'chot-1' as PostId, name: 'Chốt số 1 (trình diễn)' }

/** A ring that lasts this long needs no new key yet. */
const STILL_GOOD = 21 * DAY

/** Demonstration mode: the simulator plays Zalo in this process, with invented secrets. */
export async function demonstrate({ dataDir, port, publicUrl }: Config, now: Clock) {
  const secrets = await loadOrInvent(dataDir, () => {
    const passphrase = inventSecret()
    return {
      permitSecret: inventSecret(),
      root: { ...makeRoot(passphrase), passphrase },
      postCode: makePostPin(randomInt),
    }
  })
  const own = `http://127.0.0.1:${port}`
  const { appId, oaId } = DEMONSTRATION_ACCOUNT
  const { appSecret, oaSecretKey, refreshToken, staffPassword } = secrets
  const account = { appId, appSecret, oaId, oaSecretKey, refreshToken }
  return {
    secrets,
    zalo: { ...account, apiUrl: `${own}/simulator/zalo`, oauthUrl: `${own}/simulator/zalo` },
    simulator: {
      ...account,
      webhookUrl: `${own}/webhooks/zalo`,
      publicUrl: own,
      callbackUrl: `${publicUrl}/oauth/zalo/callback`,
      acceptUnknownRefreshToken: true,
      now,
      makeId: randomId,
    },
    admin: { email: 'admin@example.vn', password: staffPassword },
  }
}

/** What an operator does by command with the root key at hand; here the root key lies beside the others. */
export async function demonstrateKeys(
  store: KeyStore,
  wrapping: readonly WrappingSecret[],
  { root, permitKeys }: InventedSecrets,
  now: Clock,
): Promise<void> {
  const management = createKeyManagement(store, wrapping)
  const at = now()
  await store.trust(root.point, at)
  const old = permitKeys === undefined ? undefined : parsePermitKeys(permitKeys)
  const adopted = await Promise.all((old?.ok ? old.keys : []).map((key) => management.adopt(key, at)))
  const current = (await store.keys()).filter(({ withdrawnAt }) => withdrawnAt === undefined)
  const lasts = current.some((key) => key.notAfter > at + STILL_GOOD && !isTimestampKey(key))
  if (!lasts) await management.rotate(at)
  else if (!adopted.includes('adopted') && current.some(isTimestampKey) && (await store.newestList())) return
  const signed = await signKeyList(await management.draft(at), root.pem, root.passphrase)
  const outcome = await management.publish(signed, at)
  if (outcome !== 'published') throw new Fault(`the demonstration's key list is ${outcome}`, { retry: false })
}

export async function demonstratePost(posts: Posts, code: string, now: Clock): Promise<void> {
  await posts.open({
    ...{ ...DEMONSTRATION_POST, openedAt: now(), codeHash: hashPostPin(DEMONSTRATION_POST.id, code) },
    place: province.centre.place,
  })
}
