import { createHash, timingSafeEqual } from 'node:crypto'

/** `oaSecretKey` is the "OA Secret Key" of the app's webhook page, not the app secret of OAuth (zalo-oa §1.2). */
export interface ZaloKey {
  appId: string
  oaSecretKey: string
}

const HEADER = /^\s*(?:mac\s*=\s*)?([0-9a-f]{64})\s*$/i

/** Zalo signs with a plain SHA-256 over four parts, not an HMAC: hash the bytes exactly as they arrived. */
export function isFromZalo(raw: Buffer, timestamp: string, header: string | undefined, key: ZaloKey): boolean {
  const given = HEADER.exec(header ?? '')?.[1]
  return given !== undefined && timingSafeEqual(Buffer.from(given, 'hex'), digest(raw, timestamp, key))
}

/** The `X-ZEvent-Signature` header of a delivery. Only the simulator signs; Zalo does it for the real ones. */
export const signDelivery = (raw: Buffer, timestamp: string, key: ZaloKey): string =>
  `mac=${digest(raw, timestamp, key).toString('hex')}`

const digest = (raw: Buffer, timestamp: string, key: ZaloKey): Buffer =>
  createHash('sha256').update(key.appId).update(raw).update(timestamp).update(key.oaSecretKey).digest()
