import { afterEach, describe, expect, it } from 'vitest'
import { startThread } from '../../src/kernel/start-thread.ts'
import { createExaminer, type Examiner, startTaskThread } from '../../src/procedures/examiner.ts'
import { changed, SMALL_FLOW } from './small-flow.ts'

const judge = (source: string) => ({ type: 'judge', source, cases: '', flow: 'thu-nghiem' }) as const
let examiner: Examiner | undefined
afterEach(() => examiner?.close())

describe('the thread that looks at texts', () => {
  it('answers what the same thread of work would, and one after another for each clerk', async () => {
    examiner = createExaminer({ longest: 30_000 })
    const { perform } = examiner
    const [sound, broken, drawing] = await Promise.all([
      perform(judge(SMALL_FLOW), 'an'),
      perform(judge(changed('next: chon', 'next: chonn')), 'binh'),
      perform({ type: 'draw', source: SMALL_FLOW, marks: { faulty: new Set(['hoi']) } }, 'an'),
    ])
    expect(sound).toMatchObject({ findings: [], plan: { outcome: 'published', version: 1, isFirst: true } })
    expect(broken).toMatchObject({ findings: [{ line: 13 }] })
    expect(drawing).toMatch(/^<svg[^]*có lỗi/)
  }, 60_000)

  it('knows what is published once it was told', async () => {
    examiner = createExaminer({ longest: 30_000 })
    const row = {
      flow: 'thu-nghiem',
      version: 1,
      revision: 1,
      shape: 's',
      source: SMALL_FLOW,
      publishedBy: 'An',
      publishedAt: 1,
    }
    examiner.stock({ rows: [row], names: {} })
    expect(await examiner.perform(judge(SMALL_FLOW), 'an')).toMatchObject({ plan: { outcome: 'unchanged' } })
    examiner.stock({ rows: [row], names: { agencies: ['H12.99'] } })
    const strange = changed('name: Thử', 'agency: H1\nname: Thử')
    expect(await examiner.perform(judge(strange), 'an')).toMatchObject({ findings: [{ rule: 'unknown agency' }] })
  }, 60_000)

  it('gives up a text that takes too long, and goes on with the others in a fresh thread', async () => {
    let threads = 0
    // The first thread turns for ever, as with a text that nobody thought of.
    const start = () => (threads++ === 0 ? startThread(import.meta.url, 'stuck-worker') : startTaskThread())
    examiner = createExaminer({ longest: 5_000, start })
    const [stuck, next] = await Promise.all([
      examiner.perform(judge(SMALL_FLOW), 'an'),
      examiner.perform(judge(SMALL_FLOW), 'binh'),
    ])
    expect([stuck, threads]).toEqual(['too long', 2])
    expect(next).toMatchObject({ findings: [] })
  }, 60_000)

  it('leaves its own thread free meanwhile', async () => {
    examiner = createExaminer({ longest: 30_000 })
    const many = Array.from({ length: 1_400 }, () => '      - citizenSays: xin chào\n').join('')
    const cases = `cases:\n  - title: x\n    start: thu-nghiem\n    talk:\n${many}`
    let turns = 0
    const ticking = setInterval(() => turns++, 5)
    const verdict = await examiner.perform({ type: 'judge', source: SMALL_FLOW, cases }, 'an')
    clearInterval(ticking)
    expect(verdict).toMatchObject({ played: 1 })
    expect(turns).toBeGreaterThan(5)
  }, 60_000)
})
