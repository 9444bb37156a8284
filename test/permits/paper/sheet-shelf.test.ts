import { describe, expect, it } from 'vitest'
import type { PermitId } from '../../../src/kernel/ids.ts'
import type { Permit } from '../../../src/permits/code/permit.ts'
import { createSheetShelf } from '../../../src/permits/paper/sheet-shelf.ts'
import { samplePermit } from '../sample.ts'

const sheetOf = async (id: string): Promise<Permit> => samplePermit({ id: id.padEnd(16, '0') as PermitId })
const [a, b, c] = (await Promise.all(['a', 'b', 'c'].map(sheetOf))) as [Permit, Permit, Permit]

/** A shelf, what was made for it, and how many were being made at once. */
function shelf(kept?: number) {
  const made: string[] = []
  const state = { busy: 0, most: 0, fails: false }
  const get = createSheetShelf(async ({ id }, stamp) => {
    state.most = Math.max(state.most, ++state.busy)
    await new Promise((resolve) => setImmediate(resolve))
    state.busy--
    if (state.fails) throw new Error('no disk')
    made.push(`${id[0]}${stamp ?? ''}`)
    return Buffer.from(`${id} ${stamp ?? ''}`)
  }, kept)
  return { get, made, state }
}

describe('sheets to print', () => {
  it('are made once, however many ask at once or later', async () => {
    const { get, made } = shelf()
    const sheets = await Promise.all(Array.from({ length: 50 }, () => get(a, undefined)))
    expect(new Set(sheets).size).toBe(1)
    await get(a, undefined)
    expect(made).toEqual(['a'])
  })

  it('are made one after another', async () => {
    const { get, state } = shelf()
    await Promise.all([get(a, undefined), get(b, undefined), get(c, undefined)])
    expect(state.most).toBe(1)
  })

  it('are made anew when the permit was revoked or ended', async () => {
    const { get, made } = shelf()
    await get(a, undefined)
    expect(String(await get(a, 'ĐÃ THU HỒI'))).toContain('ĐÃ THU HỒI')
    expect(made).toEqual(['a', 'aĐÃ THU HỒI'])
  })

  it('make room for each other, those that nobody asked for longest first', async () => {
    const { get, made } = shelf(2)
    await get(a, undefined)
    await get(b, undefined)
    await get(a, undefined)
    await get(c, undefined)
    await get(a, undefined)
    await get(b, undefined)
    expect(made).toEqual(['a', 'b', 'c', 'b'])
  })

  it('that could not be made are tried again, and hold up no other', async () => {
    const { get, made, state } = shelf()
    state.fails = true
    await expect(get(a, undefined)).rejects.toThrow('no disk')
    state.fails = false
    await get(b, undefined)
    await get(a, undefined)
    expect(made).toEqual(['b', 'a'])
  })
})
