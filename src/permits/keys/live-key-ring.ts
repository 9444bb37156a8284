import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { Fault } from '../../kernel/fault.ts'
import { readEnvelope } from '../code/cose.ts'
import { isTimestampKey, readKeyList } from '../code/key-list.ts'
import type { KeyRing } from './keys.ts'
import type { KeyStore, StoredKey } from './key-store.ts'
import type { SealKey } from '../code/seal.ts'
import { unwrapKey, type WrappingSecret } from './wrap-key.ts'

interface RingKey {
  stored: StoredKey
  /** Absent when no secret of this process opens it: then another process must seal. */
  privateKey?: KeyObject
  public: SealKey
}

/** The key ring of the database, with what is needed to keep up with it. */
interface LiveKeyRing extends KeyRing {
  refresh(): Promise<void>
}

/** Codes under invented keys ask for one look at the database in this time, not for one each. */
const CAUGHT_UP_FOR = 2_000

/**
 * The ring as it was when last looked up. It seals only with keys that stand in the newest published list: a permit
 * under a key that no phone has heard of would be turned back everywhere.
 */
export function createLiveKeyRing(store: KeyStore, secrets: readonly WrappingSecret[]): LiveKeyRing {
  let keys = new Map<string, RingKey>()
  let listed = new Set<string>()

  const usable = (): StoredKey[] =>
    [...keys.values()]
      .filter(({ privateKey, stored }) => privateKey && listed.has(stored.keyId))
      .map(({ stored }) => stored)

  const refresh = async () => {
    const [stored, list] = await Promise.all([store.keys(), store.newestList()])
    const envelope = list && readEnvelope(Buffer.from(list.signed, 'base64url'))
    const published = envelope && readKeyList(envelope.payload)
    listed = new Set([...(published?.keys ?? []), ...(published?.timestampKeys ?? [])].map(({ keyId }) => keyId))
    const current = stored.filter(({ withdrawnAt }) => withdrawnAt === undefined)
    keys = new Map(current.map((key) => [key.keyId, keys.get(key.keyId) ?? toRingKey(key, secrets)]))
  }
  let caughtUp: Promise<void> | undefined
  const catchUp = () => {
    caughtUp ??= refresh().finally(() => void setTimeout(() => (caughtUp = undefined), CAUGHT_UP_FOR).unref())
    return caughtUp
  }

  return {
    decoy: makeDecoy(),
    refresh,
    catchUp,

    // A key that confirms lists seals no permit.
    find: (keyId) => (isTimestampKey({ keyId }) ? undefined : keys.get(keyId)?.public),

    timestampKey: () => usable().find(isTimestampKey)?.keyId,

    keyFor: ({ now, validFrom, validUntil }) =>
      usable()
        .filter((key) => !isTimestampKey(key))
        .sort((a, b) => b.notBefore - a.notBefore)
        .find((key) => key.notBefore <= Math.min(now, validFrom) && Math.max(now, validUntil) <= key.notAfter)?.keyId,

    async sign(keyId, bytes) {
      const key = keys.get(keyId)?.privateKey
      if (!key) throw new Fault('no such permit key', { retry: false })
      return sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })
    },
  }
}

function toRingKey(stored: StoredKey, secrets: readonly WrappingSecret[]): RingKey {
  const pkcs8 = unwrapKey(stored.wrappedKey, stored.keyId, secrets)
  return {
    stored,
    ...(pkcs8 && { privateKey: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }) }),
    public: toSealKey(stored, fromPoint(stored.publicKey)),
  }
}

const toSealKey = ({ keyId, notBefore, notAfter }: Omit<SealKey, 'verify'>, key: KeyObject): SealKey => ({
  keyId,
  notBefore,
  notAfter,
  verify: async (signature, bytes) => verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature),
})

const makeDecoy = (): SealKey =>
  toSealKey({ keyId: 'none', notBefore: 0, notAfter: 0 }, generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)

/** A public key from its uncompressed point in base64url. */
function fromPoint(point: string): KeyObject {
  const bytes = Buffer.from(point, 'base64url')
  const coordinate = (from: number) => bytes.subarray(from, from + 32).toString('base64url')
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) }, format: 'jwk' })
}

/** The uncompressed point of a key on P-256 in base64url. */
export function toPoint(key: KeyObject): string {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString('base64url')
}
