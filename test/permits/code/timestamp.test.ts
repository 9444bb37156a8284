import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Cbor, writeCbor } from '../../../src/permits/code/cbor.ts'
import { writeEnvelope } from '../../../src/permits/code/cose.ts'
import type { KeyList } from '../../../src/permits/code/key-list.ts'
import { openTimestamp, writeTimestamp } from '../../../src/permits/code/timestamp.ts'
import { toPoint } from '../../../src/permits/keys/live-key-ring.ts'
import { NOW } from '../sample.ts'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const listed = {
  ...{ notBefore: NOW - 86_400_000, notAfter: NOW + 86_400_000 },
  publicKey: new Uint8Array(Buffer.from(toPoint(publicKey), 'base64url')),
}
const list: KeyList = { serial: 7, issuedAt: NOW, keys: [], timestampKeys: [{ keyId: 'ff01', ...listed }] }
const signed = (payload: Uint8Array, keyId = 'ff01', subject: 'timestamp' | 'keys' = 'timestamp') =>
  writeEnvelope(
    payload,
    keyId,
    subject,
    async (bytes) => new Uint8Array(sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  )
const good = () => writeTimestamp({ issuedAt: NOW, serial: 7 })

describe('a confirmation that a list is the newest', () => {
  it('says when, to the second', async () => {
    expect(await openTimestamp(await signed(good()), list)).toEqual({ issuedAt: NOW, serial: 7 })
  })

  it('says nothing about another list', async () => {
    expect(await openTimestamp(await signed(good()), { ...list, serial: 8 })).toBeUndefined()
  })

  it('counts only under a key that the list names for this, not under one that seals', async () => {
    expect(await openTimestamp(await signed(good(), 'ff02'), list)).toBeUndefined()
    const { timestampKeys: _, ...without } = list
    expect(await openTimestamp(await signed(good()), without)).toBeUndefined()
    expect(
      await openTimestamp(await signed(good(), 'a001'), { ...list, keys: [{ keyId: 'a001', ...listed }] }),
    ).toBeUndefined()
  })

  it('is none when it was signed as something else, or is torn', async () => {
    expect(await openTimestamp(await signed(good(), 'ff01', 'keys'), list)).toBeUndefined()
    expect(await openTimestamp((await signed(good())).subarray(1), list)).toBeUndefined()
  })

  it.each<[string, Cbor]>([
    ['a list', [1, 7]],
    ['without a serial', new Map([[1, 1]])],
    ['with one field more', new Map([...new Map([[1, 1]]), [2, 7], [3, 0]])],
    [
      'with a text for an instant',
      new Map<number, Cbor>([
        [1, '2030'],
        [2, 7],
      ]),
    ],
    [
      'with a text for a serial',
      new Map<number, Cbor>([
        [1, 1],
        [2, '7'],
      ]),
    ],
  ])('is none as %s', async (_, fields) => {
    expect(await openTimestamp(await signed(writeCbor(fields)), list)).toBeUndefined()
  })
})
