import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PermitId } from '../../../src/kernel/ids.ts'
import { packIds } from '../../../src/permits/code/revocation-list.ts'
import { packPages } from '../../../src/permits/keys/pack-pages.ts'

const id = fc.stringMatching(/^[0-9a-f]{16}$/).map((text) => text as PermitId)

async function* inPages(pages: readonly (readonly PermitId[])[]) {
  yield* pages
}

it('packs pages as it packs the whole: ascending, and each id once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(id, { maxLength: 20 }), { maxLength: 6 }), async (pages) => {
      const packed = await packPages(inPages([...pages, ...pages]))
      expect(Buffer.from(packed)).toEqual(Buffer.from(packIds(pages.flat())))
    }),
  )
})

it('serves others while it packs many', async () => {
  const many = Array.from(
    { length: 200_000 },
    (_, i) =>
      (((BigInt(i) + 1n) * 11_400_714_819_323_198_485n) & 0xffff_ffff_ffff_ffffn)
        .toString(16)
        .padStart(16, '0') as PermitId,
  )
  let turns = 0
  const turn = setInterval(() => turns++, 1)
  const packed = await packPages(inPages([many]))
  clearInterval(turn)
  expect(packed).toHaveLength(8 * many.length)
  // Fifty pieces of four thousand.
  expect(turns).toBeGreaterThan(10)
})
