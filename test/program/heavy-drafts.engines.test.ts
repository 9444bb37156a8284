import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newFlowText } from '../../src/procedures/new-flow.ts'
import { type Running, runProgram } from './running.ts'

const sound = newFlowText('thu-mot', 'Thử một')
const example = (line: string) => `cases:\n  - title: x\n    start: thu-mot\n    talk:\n      - ${line}\n`

/** Each of these once held the whole process, or answered every clerk's list with a fault. */
const DRAFTS: readonly (readonly [name: string, source: string, cases: string])[] = [
  ['39,000 keys', Array.from({ length: 39_000 }, (_, i) => `k${i}: 1`).join('\n'), ''],
  ['35,000 lines', `${sound}${'# dòng\n'.repeat(35_000)}`, ''],
  ['commas', `words: [${','.repeat(100_000)}`, ''],
  ['names', '&a '.repeat(30_000), ''],
  ['4,000 lines of talk', sound, example(`citizenSays: xin chào${'\n      - citizenSays: xin chào'.repeat(4_000)}`)],
  ['1,400 lines of talk', sound, example(`citizenSays: xin chào${'\n      - citizenSays: xin chào'.repeat(1_400)}`)],
  ['a star', sound, example('citizenSays: *101#')],
  ['no moment', sound, example('citizenSays: a').replace('title: x', 'title: x\n    at: 0000-00-00T00:00')],
]

let running: Running
beforeAll(async () => {
  running = await runProgram()
}, 60_000)
afterAll(() => running.close())

describe('a draft that somebody made heavy', () => {
  it.each(DRAFTS)('of %s is saved with its verdict', async (name, source, cases) => {
    const flow = `nang-${DRAFTS.findIndex(([it]) => it === name)}`
    const { publishing } = running.program.procedures
    expect(await publishing.saveDraft({ flow, source, cases, revision: 0, savedBy: 'An' })).toBe('saved')
    const draft = await publishing.draftOf(flow)
    expect(draft?.judged?.verdict.findings.length ?? 0).toBeGreaterThan(0)
  })

  it('hides no other in the list, which examines nothing again', async () => {
    const told = await running.program.procedures.publishing.overview()
    expect(told.filter(({ flow }) => flow.startsWith('nang-')).map(({ findings }) => (findings ?? 0) > 0)).toEqual(
      DRAFTS.map(() => true),
    )
    expect(told.length).toBeGreaterThan(DRAFTS.length + 10)
  })
})
