import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCbor, writeCbor, type Cbor } from '../../src/permits/code/cbor.ts'
import { fromHex, toHex, writeClaims } from '../../src/permits/code/claims.ts'
import { fromDigits, toDigits } from '../../src/permits/code/digits.ts'
import { judgeTime } from '../../src/permits/code/judge.ts'
import { toSealKeys } from '../../src/permits/code/key-list.ts'
import type { PermitClaims } from '../../src/permits/code/permit.ts'
import { open } from '../../src/permits/code/seal.ts'

interface Vector {
  title: string
  keyId: string
  /** Times in epoch seconds, as they are signed. */
  claims: PermitClaims
  /** Hex, like all of these up to `bytes`. */
  header: string
  payload: string
  sigStructure: string
  signature: string
  bytes: string
  digits: string
  url: string
  /** Epoch seconds. */
  at: number
  outcome: string
  verdict: string
}

interface ListedTestKey {
  keyId: string
  notBefore: number
  notAfter: number
  publicKey: string
  testPrivateKey: string
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const published = JSON.parse(read('vectors.json')) as { keys: ListedTestKey[]; vectors: Vector[] }
const document = read('../../docs/permit-format.md')
const keys = await toSealKeys(
  published.keys.map(({ keyId, notBefore, notAfter, publicKey }) => ({
    keyId,
    notBefore: notBefore * 1000,
    notAfter: notAfter * 1000,
    publicKey: fromHex(publicKey),
  })),
)

describe('the published keys', () => {
  it.each(published.keys)('have the public point of their private key: $keyId', ({ publicKey, testPrivateKey }) => {
    const key = createPrivateKey({ key: Buffer.from(testPrivateKey, 'hex'), format: 'der', type: 'pkcs8' })
    const { x, y } = createPublicKey(key).export({ format: 'jwk' })
    const point = Buffer.concat([Buffer.of(4), Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')])
    expect(point.toString('hex')).toBe(publicKey)
  })
})

describe.each(published.vectors)('test vector: $title', (vector) => {
  const { validFrom, validUntil, ...rest } = vector.claims
  const claims = { ...rest, validFrom: validFrom * 1000, validUntil: validUntil * 1000 }

  it('opens to what it promises at its time', async () => {
    const opened = await open(vector.digits, keys)
    expect(opened.outcome).toBe(vector.outcome)
    if (opened.outcome !== 'genuine') return expect(vector.verdict).toBe('forged')
    expect(opened.claims).toEqual(claims)
    expect(opened.keyId).toBe(vector.keyId)
    expect(judgeTime(opened.claims, vector.at * 1000).verdict).toBe(vector.verdict)
  })

  it('agrees with the code at every layer', () => {
    const [header, , payload, signature] = readCbor(fromHex(vector.bytes)) as [Uint8Array, Cbor, Uint8Array, Uint8Array]
    expect(toHex(header)).toBe(vector.header)
    expect(toHex(payload)).toBe(vector.payload)
    expect(toHex(signature)).toBe(vector.signature)
    expect(toHex(writeCbor(['Signature1', header, new Uint8Array(), payload]))).toBe(vector.sigStructure)
    expect(toDigits(fromHex(vector.bytes))).toBe(vector.digits)
    expect(toHex(fromDigits(vector.digits)!)).toBe(vector.bytes)
    expect(vector.url.endsWith(`/p/${vector.digits}`)).toBe(true)
  })

  it('holds the claims it names, unless it is the one with a changed bit', () => {
    const same = toHex(writeClaims(claims)) === vector.payload
    expect(same).toBe(!vector.title.includes('changed'))
  })
})

describe('the document', () => {
  it.each(published.keys)('quotes key $keyId', ({ publicKey, testPrivateKey }) => {
    expect(document).toContain(publicKey)
    expect(document).toContain(testPrivateKey)
  })

  it.each(published.vectors)('quotes: $title', (vector) => {
    const { title, claims, payload, sigStructure, signature, bytes, url, at, outcome, verdict } = vector
    expect(document).toContain(title)
    for (const line of [JSON.stringify(claims), payload, sigStructure, signature, bytes, url, String(at)]) {
      expect(document).toContain(line)
    }
    expect(document).toContain(`**${outcome}**, verdict **${verdict}**`)
  })
})
