import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { MOST_DAYS } from '../../conversation/checks/permit-period.ts'
import { DAY, startOfVietnamDay, toVietnamDay } from '../../kernel/clock.ts'
import { isTimestampKey, openKeyList, TIMESTAMP_ISSUER, type KeyList } from '../code/key-list.ts'
import type { PermitKey } from './keys.ts'
import type { KeyStore, StoredKey } from './key-store.ts'
import { toPoint } from './live-key-ring.ts'
import { wrapKey, type WrappingSecret } from './wrap-key.ts'

/**
 * A key seals for about a month. It stays in force longer, so that the last permit under it, seven days ahead and as long as
 * `permits.yaml` may allow, ends inside its window, and a rotation that comes a week late does no harm.
 */
const IN_FORCE = (31 + 7 + MOST_DAYS + 7) * DAY
/** A new key waits until every phone that is in use has fetched the list that names it. */
const ANNOUNCED = 2 * DAY

/** A key that confirms lists goes on until any key is lost, when it is taken for lost too. */
const TIMESTAMPS_FOR = 3_650 * DAY

/** The first byte of a key id says whose key it is; the second counts. */
const ISSUER = '01'

/** What an operator does to the key ring. Every change takes effect with the next list that the root key signs. */
export function createKeyManagement(store: KeyStore, secrets: readonly WrappingSecret[]) {
  const wrap = (pkcs8: Buffer, keyId: string): string => wrapKey(pkcs8, keyId, secrets[0]!)
  const inForce = async (at: number): Promise<StoredKey[]> =>
    (await store.keys()).filter(({ withdrawnAt, notAfter }) => withdrawnAt === undefined && notAfter > at)

  const make = async (issuer: string, notBefore: number, lasts: number, at: number): Promise<StoredKey> => {
    const taken = (await store.keys()).map((key) => key.keyId)
    const keyId = nextKeyId(issuer, taken)
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
    const key = {
      ...{ keyId, notBefore, notAfter: notBefore + lasts, createdAt: at },
      publicKey: toPoint(publicKey),
      wrappedKey: wrap(pkcs8, keyId),
    }
    await store.add(key)
    return key
  }

  /** The list to be signed: all keys that are in force or will be, and one that confirms it, made when there is none. */
  const draft = async (at: number): Promise<KeyList> => {
    const newest = await store.newestList()
    const held = await inForce(at)
    if (!held.some(isTimestampKey))
      held.push(await make(TIMESTAMP_ISSUER, Math.floor(at / 1000) * 1000, TIMESTAMPS_FOR, at))
    const listed = held.map(({ keyId, notBefore, notAfter, publicKey }) => ({
      ...{ keyId, notBefore, notAfter },
      publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
    }))
    return {
      ...{ serial: (newest?.serial ?? 0) + 1, issuedAt: Math.floor(at / 1000) * 1000 },
      keys: listed.filter((key) => !isTimestampKey(key)),
      timestampKeys: listed.filter(isTimestampKey),
    }
  }

  const hasOneInForce = async (at: number): Promise<boolean> =>
    (await inForce(at)).some((key) => key.notBefore <= at && !isTimestampKey(key))

  return {
    draft,
    hasOneInForce,

    /** A fresh key. It begins in two days, or today when `atOnce` or when no other key is in force. */
    rotate: async (at: number, { atOnce = false } = {}): Promise<StoredKey> => {
      const covered = await hasOneInForce(at)
      const begins = startOfVietnamDay(toVietnamDay(covered && !atOnce ? at + ANNOUNCED : at))
      return make(ISSUER, begins, IN_FORCE, at)
    },

    /** A key that was configured in plain text before there was a ring. `known` when it is in it. */
    adopt: async ({ keyId, notBefore, notAfter, privateKey }: PermitKey, at: number): Promise<'adopted' | 'known'> => {
      if ((await store.keys()).some((key) => key.keyId === keyId)) return 'known'
      const pkcs8 = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })).export({
        format: 'der',
        type: 'pkcs8',
      })
      const publicKey = toPoint(createPublicKey(privateKey))
      await store.add({ keyId, notBefore, notAfter, publicKey, wrappedKey: wrap(pkcs8, keyId), createdAt: at })
      return 'adopted'
    },

    /** With it whatever confirms lists: whoever had the one may have had the other. */
    withdraw: async (keyId: string, at: number, because: string) => {
      const outcome = await store.withdraw(keyId, at, because)
      if (outcome === 'unknown') return outcome
      for (const other of (await inForce(at)).filter(isTimestampKey)) await store.withdraw(other.keyId, at, because)
      return outcome
    },

    /** Takes in what the root key signed, when it is what the ring holds now. */
    publish: async (signed: string, at: number): Promise<'published' | 'untrusted' | 'stale'> => {
      const roots = (await store.roots()).map((root) => new Uint8Array(Buffer.from(root, 'base64url')))
      const list = await openKeyList(new Uint8Array(Buffer.from(signed, 'base64url')), roots)
      if (!list) return 'untrusted'
      const held = new Set((await inForce(at)).map(({ keyId }) => keyId))
      // Signed before a key was withdrawn: publishing it would bring the lost key back.
      if ([...list.keys, ...(list.timestampKeys ?? [])].some(({ keyId }) => !held.has(keyId))) return 'stale'
      return store.publish({ serial: list.serial, signed, publishedAt: at })
    },
  }
}

function nextKeyId(issuer: string, taken: readonly string[]): string {
  const ours = taken.filter((keyId) => keyId.startsWith(issuer)).map((keyId) => Number.parseInt(keyId.slice(2), 16))
  return issuer + (Math.max(0, ...ours) + 1).toString(16).padStart(2, '0')
}
