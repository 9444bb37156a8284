import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { VietnamDay } from '../../src/kernel/clock.ts'
import type { KeyRing, PermitKey } from '../../src/permits/keys/keys.ts'
import type { SealKey } from '../../src/permits/code/seal.ts'

/** A ring of keys that lie open, without a store and a published list. */
export function createKeyRing(keys: readonly PermitKey[]): KeyRing {
  const byId = new Map(keys.map((key) => [key.keyId, { privateKey: key.privateKey, public: toSealKey(key) }]))
  const newestFirst = [...keys].sort((a, b) => b.notBefore - a.notBefore)

  return {
    find: (keyId) => byId.get(keyId)?.public,

    keyFor: ({ now, validFrom, validUntil }) =>
      newestFirst.find((key) => key.notBefore <= Math.min(now, validFrom) && Math.max(now, validUntil) <= key.notAfter)
        ?.keyId,

    async sign(keyId, bytes) {
      const key = byId.get(keyId)
      if (!key) throw new Error('no such permit key')
      return sign('sha256', bytes, { key: key.privateKey, dsaEncoding: 'ieee-p1363' })
    },
  }
}

function toSealKey({ keyId, notBefore, notAfter, privateKey }: PermitKey): SealKey {
  const key = createPublicKey(privateKey)
  return {
    keyId,
    notBefore,
    notAfter,
    verify: async (signature, bytes) => verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature),
  }
}

/** A fresh key as it was configured before there was a ring. */
export function inventKey(keyId: string, firstDay: VietnamDay, lastDay: VietnamDay): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url')
  return [keyId, firstDay, lastDay, pkcs8].join(':')
}
