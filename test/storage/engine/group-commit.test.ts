import { setImmediate as nextTick } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../../src/storage/engine/engine.ts'
import { groupCommit, type Piece } from '../../../src/storage/engine/group-commit.ts'

/** Longer than a test may take: whoever waits for company has waited in vain. */
const FOR_EVER = 600_000

function gathering(company: number) {
  const sizes: number[] = []
  const run = async (group: readonly Piece[]) => {
    sizes.push(group.length)
    for (const piece of group) piece.resolve(await piece.work({} as Db))
  }
  const { write } = groupCommit([run], company)
  return { sizes, write: () => write(async () => 'written') }
}

describe('gathering what is written at a time', () => {
  it('keeps nobody waiting who writes alone', async () => {
    const { sizes, write } = gathering(FOR_EVER)
    for (let n = 0; n < 3; n++) await write()
    expect(sizes).toEqual([1, 1, 1])
  })

  it('waits for others while several write', async () => {
    const { sizes, write } = gathering(300)
    await Promise.all([write(), write()])
    const first = write()
    for (let n = 0; n < 5; n++) await nextTick()
    await Promise.all([first, write(), write()])
    expect(sizes).toEqual([2, 3])
  })

  it('waits for nobody where no company is asked for', async () => {
    const { sizes, write } = gathering(0)
    await Promise.all([write(), write()])
    const first = write()
    for (let n = 0; n < 5; n++) await nextTick()
    await Promise.all([first, write(), write()])
    expect(sizes).toEqual([2, 1, 2])
  })
})
