import { expect, it } from 'vitest'
import { createQr } from '../../src/permits/paper/qr.ts'
import { seal } from '../../src/permits/code/seal.ts'
import { generateClaims } from './generated.ts'
import { sampleRing } from './sample.ts'

/** Fourteen characters, as long as an agency's short host may be. */
const HOST = 'https://gdd.example.vn'

it('fits version 9 for half of the people and version 10 for 95 of 100, at error correction M', async () => {
  const versions = await Promise.all(
    generateClaims(2_000).map(async (claims) => (createQr(HOST, await seal(claims, 'a001', sampleRing)).size - 17) / 4),
  )
  versions.sort((a, b) => a - b)
  expect(versions[1_000]).toBeLessThanOrEqual(9)
  expect(versions[1_900]).toBeLessThanOrEqual(10)
})
