import { describe, expect, it } from 'vitest'
import type { Twin } from '../../../src/dossiers/acts/act.ts'
import { afterChange } from '../../../src/dossiers/change.ts'
import { goesOn, sameAsIn } from '../../../src/dossiers/goes-on.ts'
import { statuses } from '../../../src/dossiers/status.ts'
import type { DossierId } from '../../../src/kernel/ids.ts'
import { asked, standing, standingAt } from '../standing.ts'
import { done, takeBack, tried } from '../tried.ts'

const twin: Twin = {
  ...{ id: 'd2' as DossierId, code: 'H12.99-300501-0002', status: 'processing', goesOn: true, isOwn: true },
}
const close = { type: 'duplicate', of: twin.code } as const
const apart = { type: 'tell-apart', of: twin.code } as const
const because = (applied: ReturnType<typeof tried>) => (applied.outcome === 'refused' ? applied.because : undefined)
const textOf = (more: Partial<Twin> = {}) => {
  const [message] = done(close, standingAt('accepted'), { twin: { ...twin, ...more } }).messages
  return message?.type === 'text' ? message.text : ''
}

describe('closing a duplicate', () => {
  it('ends it as the desk turns a dossier away: not taken in before it was accepted, stopped after', () => {
    expect(done(close, standingAt('registered'), { twin }).row.status).toBe('declined')
    expect(done(close, standingAt('supplement'), { twin }).row.status).toBe('declined')
    expect(done(close, asked('accepted'), { twin }).row.status).toBe('stopped')
    expect(done(close, standingAt('processing'), { twin }).row.status).toBe('stopped')
  })

  it('records which one goes on, and says it in the history', () => {
    const [act] = done(close, standingAt('accepted'), { twin }).actions
    expect(act).toMatchObject({ type: 'found duplicate', note: `Trùng với hồ sơ ${twin.code}`, move: { sameAs: 'd2' } })
  })

  it('tells the citizen which one goes on, by its code, and that nothing is lost', () => {
    expect(textOf().split('\n\n').slice(0, -1).join('\n\n')).toMatchInlineSnapshot(`
      "Hồ sơ H12.99-300501-0001
      Cấp giấy đi đường

      Ông/bà đã nộp hai hồ sơ cho cùng một việc, nên cơ quan gộp lại, chỉ giải quyết một hồ sơ.

      Hồ sơ đi tiếp là H12.99-300501-0002, hiện ở trạng thái “Đang xử lý”. Có kết quả, tôi nhắn ngay tại đây.

      Ông/bà không mất gì và không cần nộp lại: giấy tờ đã gửi vẫn được lưu. Nếu đây là hai việc khác nhau, ông/bà nhắn “gặp cán bộ”."
    `)
    expect(textOf({ status: 'done' })).toContain('0002 đã có kết quả (đã xử lý xong). Ông/bà nhắn “tra cứu” để xem.')
  })

  it('promises nobody the result of a dossier that somebody else filed', () => {
    expect(textOf({ isOwn: false })).toContain('Kết quả được báo cho người đã nộp hồ sơ đó.')
    expect(textOf({ isOwn: false })).not.toContain('tôi nhắn ngay tại đây')
    expect(textOf({ isOwn: false })).not.toContain('Ông/bà đã nộp hai hồ sơ')
  })

  it('takes the question back from the chat that it had asked', () => {
    expect(done(close, standingAt('supplement'), { twin }).event?.event.type).toBe('SUPPLEMENT_CLOSED')
  })

  it.each([
    ['there is none that may be seen', undefined, /^Không tìm thấy hồ sơ có mã này/],
    ['is this very one', { ...twin, id: 'd1' as DossierId }, /^Đây là mã của chính hồ sơ này/],
    [
      'was withdrawn meanwhile',
      { ...twin, status: 'withdrawn', goesOn: false },
      /không đi tiếp \(công dân yêu cầu rút/,
    ],
    [
      'was closed for the sake of this one',
      { ...twin, goesOn: false, sameAs: 'd1' },
      /vừa được đóng vì trùng với chính/,
    ],
    ['was closed for the sake of a third', { ...twin, goesOn: false, sameAs: 'd3' }, /trùng với một hồ sơ khác nữa/],
  ] as const)('is refused with a clear sentence where the other %s', (_what, other, sentence) => {
    const standing = standingAt('registered')
    expect(standing.dossier.id).toBe('d1')
    expect(because(tried(close, standing, other ? { twin: other as Twin } : {}))).toMatch(sentence)
  })

  it('is taken back like what else the desk decides, and then goes on by itself again', () => {
    const before = standingAt('registered')
    const closed = afterChange(before, done(close, before, { twin }))
    expect([goesOn(closed), sameAsIn(closed.history)]).toEqual([false, 'd2'])
    const back = afterChange(closed, done(takeBack, closed))
    expect([back.dossier.status, goesOn(back), sameAsIn(back.history)]).toEqual(['registered', true, undefined])
  })
})

describe('telling two dossiers apart', () => {
  it('is quiet: nothing moves, nobody is told, and lists say what they said before', () => {
    const before = standingAt('processing')
    const change = done(apart, before, { twin })
    expect(change).toMatchObject({ messages: [], row: { status: 'processing', lastAction: before.dossier.lastAction } })
    expect(change.actions).toMatchObject([
      { type: 'told apart', note: `Không trùng với hồ sơ ${twin.code}`, move: { apart: 'd2' } },
    ])
  })

  it('may be about one that has ended, and not about one that may not be seen', () => {
    expect(because(tried(apart, standingAt('processing'), { twin: { ...twin, goesOn: false } }))).toBeUndefined()
    expect(because(tried(apart, standingAt('processing')))).toMatch(/^Không tìm thấy hồ sơ có mã này/)
  })
})

describe('whether a dossier goes on', () => {
  it('is so while somebody works on it, and once its result is there', () => {
    expect(statuses.filter((status) => !goesOn(standingAt(status)))).toEqual(['declined', 'withdrawn', 'stopped'])
    expect(goesOn(standing(['accepted', 'accepted'], ['paused', 'stopped']))).toBe(true)
  })
})
