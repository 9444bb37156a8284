import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersNow } from '../../src/dossiers/answers-now.ts'
import type { FiledAnswer } from '../../src/dossiers/dossier.ts'
import type { Act, Standing } from '../../src/dossiers/acts/act.ts'
import { apply, RULES } from '../../src/dossiers/apply.ts'
import { afterChange } from '../../src/dossiers/change.ts'
import { at, officer, standingAt } from './standing.ts'

const answer = (key: string, value: string): FiledAnswer => ({ key, label: key, value, shown: value })
const keys = ['purpose', 'plate', 'giay:khai-sinh', 'từ']
const REASON = 'Ảnh bị mờ.'

const supplement = fc
  .record({
    answers: fc.uniqueArray(fc.record({ key: fc.constantFrom(...keys), value: fc.string({ maxLength: 5 }) }), {
      selector: ({ key }) => key,
    }),
    gone: fc.uniqueArray(fc.constantFrom(...keys)),
  })
  .map(({ answers, gone }): Act => ({
    ...{ type: 'supplement', reply: 'Đây ạ', attachments: [] },
    answers: answers.map(({ key, value }) => answer(key, value)),
    gone: gone.filter((key) => !answers.some((it) => it.key === key)),
  }))
const others = fc.constantFrom<Act>(
  { type: 'accept' },
  { type: 'forward' },
  { type: 'ask', question: REASON, again: REASON },
  { type: 'take' },
  { type: 'note', text: REASON },
  { type: 'withdraw', because: '' },
  { type: 'take-back', reason: REASON },
)

describe('the answers of a dossier as they stand', () => {
  it('are those that were filed, overlaid by what was sent in, whatever else was done in between', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(supplement, others), { maxLength: 20 }), (tried) => {
        let standing: Standing = standingAt('registered')
        const filed = standing.dossier.answers
        const expected = new Map(filed.map((it) => [it.key, it.value]))
        for (const [i, act] of tried.entries()) {
          const by = RULES[act.type].by
          const applied = apply(standing, act, {
            ...{ procedureName: 'Cấp giấy', permitName: 'giấy', agencyName: 'Trung tâm', at: at(i + 1) },
            by: by === 'staff' ? { ...officer, type: 'staff' } : { type: by },
          })
          if (applied.outcome === 'refused') continue
          if (act.type === 'supplement' && standing.dossier.status === 'supplement') {
            for (const key of act.gone ?? []) expected.delete(key)
            for (const { key, value } of act.answers ?? []) expected.set(key, value)
          }
          standing = afterChange(standing, applied.change)
        }
        const now = new Map(standing.dossier.answers.map((it) => [it.key, it.value]))
        expect(now).toEqual(expected)
        expect(answersNow(filed, standing.history)).toEqual(standing.dossier.answers)
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) },
    )
  })

  it('keep beside each new one what stood there, in the act', () => {
    const standing = standingAt('supplement')
    const act = {
      type: 'supplement',
      reply: 'Đây ạ',
      attachments: [],
      answers: [answer('purpose', 'công vụ')],
    } as const
    const applied = apply(standing, act, {
      ...{ procedureName: 'Cấp giấy', permitName: 'giấy', agencyName: 'Trung tâm', at: at(9), by: { type: 'citizen' } },
    })
    const before = standing.dossier.answers.find(({ key }) => key === 'purpose')
    expect(applied).toMatchObject({ change: { actions: [{ move: { given: [{ value: 'công vụ', before }] } }] } })
  })

  it('are not touched by what comes when the desk has gone on without it', () => {
    const asked = standingAt('supplement')
    const gone = { ...asked, dossier: { ...asked.dossier, status: 'processing' as const } }
    const act = {
      type: 'supplement',
      reply: 'Đây ạ',
      attachments: [],
      answers: [answer('purpose', 'công vụ')],
    } as const
    const applied = apply(gone, act, {
      ...{ procedureName: 'Cấp giấy', permitName: 'giấy', agencyName: 'Trung tâm', at: at(9), by: { type: 'citizen' } },
    })
    expect(applied.outcome).toBe('changed')
    expect(JSON.stringify(applied)).not.toContain('given')
  })
})
