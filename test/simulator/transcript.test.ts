import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTranscripts } from '../../src/simulator/transcript.ts'

const message = (text: string) =>
  ({ id: text, at: 0, from: 'oa', state: 'received', content: { type: 'text', text } }) as const

describe('transcripts', () => {
  it('keep the newest messages and go on counting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 100 }), (limit, count) => {
        const transcripts = createTranscripts(limit)
        for (let i = 1; i <= count; i += 1) transcripts.add('c', message(String(i)))
        const kept = transcripts.of('c').map(({ seq, id }) => [seq, id])
        const first = Math.max(1, count - limit + 1)
        expect(kept).toEqual(Array.from({ length: Math.min(limit, count) }, (_, i) => [first + i, String(first + i)]))
      }),
    )
  })

  it('tell what changed since a revision, additions and marks alike', () => {
    const deed = fc.oneof(fc.constant('add' as const), fc.integer({ min: 1, max: 30 }))
    fc.assert(
      fc.property(fc.array(deed), fc.array(deed), (before, after) => {
        const transcripts = createTranscripts(1_000)
        const run = (deeds: typeof before) =>
          deeds.forEach((d) => (d === 'add' ? transcripts.add('c', message('x')) : transcripts.mark('c', d, 'seen')))
        run(before)
        const known = new Map(transcripts.of('c').map((m) => [m.seq, { ...m }]))
        const rev = Math.max(0, ...[...known.values()].map((m) => m.rev))
        run(after)
        for (const m of transcripts.since('c', rev)) known.set(m.seq, { ...m })
        expect([...known.values()]).toEqual(transcripts.of('c'))
      }),
    )
  })

  it('wait for a message that is there, that comes, or not for ever', async () => {
    const transcripts = createTranscripts(10)
    transcripts.add('c', message('cũ'))
    expect((await transcripts.waitFor('c', ({ id }) => id === 'cũ')).seq).toBe(1)
    const coming = transcripts.waitFor('c', ({ from }) => from === 'oa', { after: 1 })
    transcripts.add('d', message('người khác'))
    transcripts.add('c', message('mới'))
    expect((await coming).id).toBe('mới')
    await expect(transcripts.waitFor('c', ({ id }) => id === 'không', { within: 20 })).rejects.toThrow('within 20 ms')
  })
})
