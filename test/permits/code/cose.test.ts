import { expect, it } from 'vitest'
import { fromHex, toHex } from '../../../src/permits/code/claims.ts'
import { readEnvelope, writeEnvelope } from '../../../src/permits/code/cose.ts'

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const HALF = ORDER / 2n
const to32 = (n: bigint) => n.toString(16).padStart(64, '0')

/** What becomes of a signature (7, s) in an envelope: its two halves. */
async function written(s: bigint): Promise<[bigint, bigint]> {
  const made = await writeEnvelope(new Uint8Array(), 'a001', 'permit', async () => fromHex(to32(7n) + to32(s)))
  const { signature } = readEnvelope(made)!
  return [BigInt(`0x${toHex(signature.subarray(0, 32))}`), BigInt(`0x${toHex(signature.subarray(32))}`)]
}

it('writes of a signature and its twin the one with the lower s, up to the middle of the group', async () => {
  for (const low of [1n, 255n, HALF]) {
    expect(await written(low)).toEqual([7n, low])
    expect(await written(ORDER - low)).toEqual([7n, low])
  }
})
