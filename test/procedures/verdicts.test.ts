import { describe, expect, it } from 'vitest'
import { createExaminerHere, type Examiner } from '../../src/procedures/examiner.ts'
import type { Names } from '../../src/procedures/lint/rule.ts'
import { createVerdicts } from '../../src/procedures/verdicts.ts'
import { inMemoryPublishing } from './in-memory-publishing.ts'
import { sampleKinds } from '../permits/sample.ts'
import { changed, SMALL_FLOW } from './small-flow.ts'

const open = async () => {
  const shelf = inMemoryPublishing(() => 1)
  await shelf.publishing.publish({ source: SMALL_FLOW, cases: '', by: 'An' })
  const reads = { all: 0 }
  const asked: string[] = []
  const here = createExaminerHere()
  const examiner: Examiner = { ...here, perform: (task, lane) => (asked.push(task.type), here.perform(task, lane)) }
  const all = () => (reads.all++, shelf.parts.versions.all())
  const versions = { ...shelf.parts.versions, all }
  const verdictsUnder = (names: Names, by: Examiner = examiner) =>
    createVerdicts({ ...shelf.parts, versions, examiner: by, names })
  await shelf.parts.drafts.save({
    flow: 'thu-nghiem',
    source: changed('tên gì', 'họ gì'),
    cases: '',
    revision: 0,
    savedBy: 'An',
    savedAt: 1,
  })
  const draft = async () => shelf.saved.get('thu-nghiem')!
  return { shelf, asked, reads, verdictsUnder, draft }
}

describe('the verdict of a saved draft', () => {
  it('is kept with it, and asked for again by nobody who looks at it', async () => {
    const { asked, verdictsUnder, draft } = await open()
    const verdicts = verdictsUnder({})
    const first = await verdicts.ofDraft(await draft())
    expect([first.findings, asked.length]).toEqual([[], 1])
    expect(await verdictsUnder({}).ofDraft(await draft())).toEqual(first)
    expect(await verdicts.atHand(await draft())).toEqual(first)
    expect(asked).toHaveLength(1)
  })

  it('is asked for anew when the draft, the kinds or what is published changed', async () => {
    const { shelf, asked, verdictsUnder, draft } = await open()
    const verdicts = verdictsUnder({})
    await verdicts.ofDraft(await draft())
    await shelf.publishing.publish({ source: changed('Cảm ơn', 'Xin cảm ơn'), cases: '', by: 'An' })
    await verdicts.ofDraft(await draft())
    expect(asked).toHaveLength(2)
    await verdictsUnder({ kinds: sampleKinds.all }).ofDraft(await draft())
    expect(asked).toHaveLength(3)
    await shelf.parts.drafts.save({ ...(await draft()), source: 'x', savedAt: 2 })
    expect((await verdicts.ofDraft(await draft())).findings).not.toEqual([])
    expect(asked).toHaveLength(4)
  })

  it('does not hold up a list: what no longer holds is looked at meanwhile', async () => {
    const { verdictsUnder, draft } = await open()
    const verdicts = verdictsUnder({})
    expect(await verdicts.atHand(await draft())).toBeUndefined()
    await verdicts.ofDraft(await draft())
    expect(await verdicts.atHand(await draft())).toBeDefined()
  })

  it('is a finding when it takes too long', async () => {
    const { verdictsUnder, draft } = await open()
    const slow: Examiner = {
      stock: () => undefined,
      perform: () => Promise.resolve('too long'),
      close: () => Promise.resolve(),
    }
    const { findings, plan } = await verdictsUnder({}, slow).ofDraft(await draft())
    expect([findings.map(({ message }) => message), plan.outcome]).toEqual([
      [expect.stringContaining('kiểm tra quá lâu')],
      'refused',
    ])
  })

  it('reads what is published once, however often somebody pauses in typing', async () => {
    const { shelf, reads, verdictsUnder } = await open()
    const verdicts = verdictsUnder({})
    for (let i = 0; i < 5; i++) await verdicts.judge(SMALL_FLOW, '', 'thu-nghiem', 'an')
    expect(reads.all).toBe(1)
    await shelf.publishing.publish({ source: changed('Cảm ơn', 'Xin cảm ơn'), cases: '', by: 'An' })
    expect((await verdicts.judge(changed('Cảm ơn', 'Xin cảm ơn'), '', undefined, 'an')).plan.outcome).toBe('unchanged')
    expect(reads.all).toBe(2)
  })
})
