import { createPrivateKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { DAY, startOfVietnamDay } from '../../kernel/clock.ts'
import type { SealKeys, Signer } from '../code/seal.ts'

/** A signing key as configured: it seals permits that lie wholly inside its window, and verifies them as long. */
export interface PermitKey {
  keyId: string
  /** Epoch milliseconds: the start of the first day, the end of the last. */
  notBefore: number
  notAfter: number
  privateKey: KeyObject
}

export interface KeyRing extends SealKeys, Signer {
  /** The newest key whose window holds both this instant and the permit, or undefined when none does. */
  keyFor(period: { now: number; validFrom: number; validUntil: number }): string | undefined
  /** The key that confirms the newest list, when that list names one and this process can sign with it. */
  timestampKey?(): string | undefined
}

type ParsedKeys = { ok: true; keys: PermitKey[] } | { ok: false; problems: string[] }

const day = z.iso.date('a day is written 2030-05-01')

const entry = z.tuple([
  z.string().regex(/^[0-9a-f]{4}$/, 'the key id is four lower-case hex digits'),
  day,
  day,
  z.string().regex(/^[A-Za-z0-9_-]+$/, 'the private key is PKCS#8 in base64url'),
])

/**
 * Reads PERMIT_KEYS: keys separated by commas, each `key id:first day:last day:PKCS#8 in base64url`, for example
 * `a001:2030-01-01:2030-02-28:MIGH…`. Days are days in Viet Nam, both included. The problems name no secret.
 */
export function parsePermitKeys(text: string): ParsedKeys {
  const entries = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const read = entries.map((part, i) => readKey(part, `PERMIT_KEYS, key ${i + 1}`))
  const keys = read.flatMap((result) => (typeof result === 'string' ? [] : [result]))
  const problems = read.filter((result) => typeof result === 'string')
  if (entries.length === 0) problems.push('PERMIT_KEYS holds no key')
  if (new Set(keys.map((key) => key.keyId)).size < keys.length) problems.push('PERMIT_KEYS names a key id twice')
  return problems.length > 0 ? { ok: false, problems } : { ok: true, keys }
}

function readKey(text: string, where: string): PermitKey | string {
  const fields = entry.safeParse(text.split(':'))
  if (!fields.success) {
    // Zod's own wording for a wrong number of parts would quote nothing secret, but would not help either.
    const custom = fields.error.issues.find((issue) => issue.path.length > 0)
    return `${where}: ${custom?.message ?? 'four parts are separated by colons'}`
  }
  const [keyId, firstDay, lastDay, pkcs8] = fields.data
  if (lastDay < firstDay) return `${where}: the last day comes before the first`
  const privateKey = readPrivateKey(pkcs8)
  if (!privateKey) return `${where}: the private key is not an EC key on P-256`
  return { keyId, notBefore: startOfVietnamDay(firstDay), notAfter: startOfVietnamDay(lastDay) + DAY, privateKey }
}

function readPrivateKey(pkcs8: string): KeyObject | undefined {
  try {
    const key = createPrivateKey({ key: Buffer.from(pkcs8, 'base64url'), format: 'der', type: 'pkcs8' })
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined
  } catch {
    // OpenSSL refuses the bytes; what it says about them stays here.
    return undefined
  }
}
