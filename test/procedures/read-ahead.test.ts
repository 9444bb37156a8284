import { describe, expect, it } from 'vitest'
import type { FlowFile } from '../../src/conversation/flow/flow-format.ts'
import { compileRow, isSetAside } from '../../src/procedures/compile-row.ts'
import type { FlowReadings, FlowVersion } from '../../src/procedures/ports.ts'
import { readAhead } from '../../src/procedures/read-ahead.ts'
import { soundIn } from '../../src/procedures/sound-in.ts'
import { changed, SMALL_FLOW } from './small-flow.ts'

const row = (source: string, revision = 1): FlowVersion => ({
  ...{ flow: 'thu-nghiem', version: 1, revision, shape: 's', source, publishedBy: 'An', publishedAt: 1 },
})

const open = (rows: FlowVersion[]) => {
  const kept = new Map<string, { mark: string; file: string }>()
  const readings: FlowReadings = {
    all: async (mark) => new Map([...kept].flatMap(([hash, it]) => (it.mark === mark ? [[hash, it.file]] : []))),
    keep: async (mark, fresh) => {
      for (const [hash, it] of kept) if (it.mark !== mark) kept.delete(hash)
      for (const { hash, file } of fresh) kept.set(hash, { mark, file })
    },
  }
  const versions = { all: async () => rows, mark: async () => '', publish: async () => 'known' as const }
  const start = async (mark = 'one') => {
    const files = new Map<string, FlowFile>()
    const keep = await readAhead(await versions.all(), readings, files, mark)
    await keep()
    return files
  }
  return { kept, start }
}

/** What stands in every kept file, changed by hand, so that one can see whether it was taken. */
const rename = (kept: Map<string, { file: string }>) =>
  kept.forEach((it) => (it.file = it.file.replace('Thử nghiệm', 'Đã giữ')))

describe('what texts in force say', () => {
  it('is kept, and taken by the next start without reading the text again', async () => {
    const { kept, start } = open([row('flow: ['), row(SMALL_FLOW, 2)])
    expect([...(await start())]).toEqual([[SMALL_FLOW, soundIn(SMALL_FLOW)]])
    expect([...(await start())]).toEqual([[SMALL_FLOW, soundIn(SMALL_FLOW)]])
    rename(kept)
    expect((await start()).get(SMALL_FLOW)?.name).toBe('Đã giữ')
  })

  it('is read anew by another program, which forgets what the first one kept', async () => {
    const { kept, start } = open([row(SMALL_FLOW)])
    await start()
    rename(kept)
    expect((await start('two')).get(SMALL_FLOW)?.name).toBe('Thử nghiệm')
    expect([...kept.values()].map(({ mark }) => mark)).toEqual(['two'])
  })

  it('is read anew where the text or what was kept of it was changed by hand', async () => {
    const rows = [row(SMALL_FLOW)]
    const { kept, start } = open(rows)
    await start()
    const damaged = changed('next: chon', 'next: chonn')
    rows[0] = row(damaged)
    const files = await start()
    expect(files.has(damaged)).toBe(false)
    expect(isSetAside(compileRow(rows[0], files.get(damaged)))).toBe(true)
    rows[0] = row(SMALL_FLOW)
    kept.forEach((it) => (it.file = '{'))
    expect((await start()).get(SMALL_FLOW)?.name).toBe('Thử nghiệm')
  })
})
