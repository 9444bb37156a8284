import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Cbor, readCbor, writeCbor } from '../../../src/permits/code/cbor.ts'
import { writeEnvelope } from '../../../src/permits/code/cose.ts'
import { type KeyList, openKeyList, readKeyList, toSealKeys, writeKeyList } from '../../../src/permits/code/key-list.ts'
import { toPoint } from '../../../src/permits/keys/live-key-ring.ts'
import { NOW } from '../sample.ts'

const invent = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { privateKey, point: new Uint8Array(Buffer.from(toPoint(publicKey), 'base64url')) }
}
const signer = (key: KeyObject) => async (bytes: Uint8Array) =>
  new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }))

const [root, other, sealing] = [invent(), invent(), invent()]
const days = { notBefore: NOW - 86_400_000, notAfter: NOW + 86_400_000 }
const list: KeyList = { serial: 7, issuedAt: NOW, keys: [{ keyId: 'a001', ...days, publicKey: sealing.point }] }
const confirming = [{ keyId: 'ff01', ...days, publicKey: other.point }]
const signedBy = (key: KeyObject, what: KeyList = list) =>
  writeEnvelope(writeKeyList(what), 'beef', 'keys', signer(key))

describe('a list of keys', () => {
  it('is read as it was written, with the keys that only confirm it apart from those that seal', () => {
    expect(readKeyList(writeKeyList(list))).toEqual(list)
    expect(readKeyList(writeKeyList({ ...list, timestampKeys: confirming }))).toEqual({
      ...list,
      timestampKeys: confirming,
    })
    expect(Object.keys(readKeyList(writeKeyList(list))!)).not.toContain('timestampKeys')
  })

  const fields = readCbor(writeKeyList(list)) as Map<number, Cbor>
  const [entry] = fields.get(3) as [readonly Cbor[]]
  const entryWith = (at: number, value: Cbor): [number, Cbor] => [3, [entry.with(at, value)]]

  it.each<[string, [number, Cbor]]>([
    ['one field more', [4, 0]],
    ['a text for a serial', [1, '7']],
    ['a text for an instant', [2, '2030']],
    ['a number for its keys', [3, 1]],
    ['a number for a key', [3, [1]]],
    ['one good key and one bad', [3, [entry, 1]]],
    ['a key of three parts', [3, [entry.slice(0, 3)]]],
    ['a key of five parts', [3, [[...entry, 1]]]],
    ['a text for the id of a key', entryWith(0, 'a1')],
    ['an id of three bytes', entryWith(0, new Uint8Array(3))],
    ['a text for the first instant of a key', entryWith(1, '2030')],
    ['a text for its last instant', entryWith(2, '2030')],
    ['a text of 65 letters for its point', entryWith(3, 'a'.repeat(65))],
    ['a point of 33 bytes', entryWith(3, new Uint8Array(33))],
  ])('with %s is none', (_, [field, value]) => {
    expect(readKeyList(writeCbor(new Map(fields).set(field, value)))).toBeUndefined()
  })

  it('that is no map is none', () => expect(readKeyList(writeCbor([7, 1, 2]))).toBeUndefined())
})

describe('a signed list of keys', () => {
  it('opens under any of the roots that signed it, and under no other', async () => {
    const signed = await signedBy(root.privateKey)
    expect(await openKeyList(signed, [root.point])).toEqual(list)
    expect(await openKeyList(signed, [other.point, root.point])).toEqual(list)
    expect(await openKeyList(signed, [other.point])).toBeUndefined()
    expect(await openKeyList(signed, [])).toBeUndefined()
  })

  it('opens under the next root also where the first is no point of the curve', async () => {
    const signed = await signedBy(root.privateKey)
    expect(await openKeyList(signed, [new Uint8Array(65).fill(4), root.point])).toEqual(list)
  })

  it('is none when the root signed it as something else, or when it is torn', async () => {
    const asPermit = await writeEnvelope(writeKeyList(list), 'beef', 'permit', signer(root.privateKey))
    expect(await openKeyList(asPermit, [root.point])).toBeUndefined()
    const signed = await signedBy(root.privateKey)
    expect(await openKeyList(signed.subarray(1), [root.point])).toBeUndefined()
  })
})

describe('the keys of a list', () => {
  const bytes = new TextEncoder().encode('một giấy')

  it('verify what they signed, from their first instant to their last', async () => {
    const keys = await toSealKeys([...list.keys, ...confirming])
    const key = keys.find('a001')!
    expect(key).toMatchObject({ keyId: 'a001', ...days })
    expect(await key.verify(await signer(sealing.privateKey)(bytes), bytes)).toBe(true)
    expect(await key.verify(await signer(other.privateKey)(bytes), bytes)).toBe(false)
    expect(keys.find('a002')).toBeUndefined()
  })

  it('verify nothing where their point is not on the curve, and are known all the same', async () => {
    const keys = await toSealKeys([{ keyId: 'a001', ...days, publicKey: new Uint8Array(65).fill(4) }])
    expect(await keys.find('a001')!.verify(await signer(sealing.privateKey)(bytes), bytes)).toBe(false)
  })
})
