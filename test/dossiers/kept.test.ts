import { describe, expect, it } from 'vitest'
import type { Act, Circumstances, Standing } from '../../src/dossiers/acts/act.ts'
import type { AttachmentId } from '../../src/kernel/ids.ts'
import { asked, standing, standingAt } from './standing.ts'
import { anew, done, end, old, REASON, reply, revive, revoke, takeBack, withdraw } from './tried.ts'

const accepted = standingAt('accepted')
const both = { named: old, granted: anew }

describe('what the history keeps of an act', () => {
  const kept = (act: Act, from: Standing, more?: Partial<Circumstances>) =>
    done(act, from, more).actions.map(({ type, by, note }) => [type, by.type, note])
  it('is the permit that an officer’s approval granted, under the officer’s name', () =>
    expect(kept({ type: 'approve' }, accepted, { granted: anew })).toEqual([
      ['approved', 'staff', undefined],
      ['permit granted', 'staff', 'Số giấy: MỚI-2'],
    ]))

  it('is each permit that ended and the one that replaces it, before and after a decision taken back', () => {
    expect(kept(takeBack, standingAt('done'), { inForce: [old] })).toEqual([
      ['permit revoked', 'program', 'Số giấy: CŨ-1. Quyết định duyệt được thu lại.'],
      ['taken back', 'staff', REASON],
    ])
    const revoked = standing(['accepted', 'accepted'], ['approved', 'done'], ['permit revoked', 'done'])
    expect(kept(takeBack, revoked, { granted: anew, inForce: [old] })).toEqual([
      ['taken back', 'staff', REASON],
      ['permit granted', 'program', 'Số giấy: MỚI-2, thay giấy đã thu hồi.'],
    ])
  })

  it('is why the program ended a permit, made it anew or noted its arrival', () => {
    expect(kept(end, accepted, both)).toEqual([
      ['permit revoked', 'program', 'Giấy đi đường số CŨ-1. Từ 06:00 03/05/2030 không còn áp dụng giãn cách.'],
    ])
    expect(kept(revive, accepted, both)).toEqual([
      ['permit granted', 'program', 'Số giấy: MỚI-2, thay giấy số CŨ-1. Áp dụng lại giãn cách: Dịch lại lan.'],
    ])
    expect(kept({ type: 're-issue' }, accepted, both)).toEqual([
      ['permit revoked', 'program', 'Số giấy: CŨ-1. Khóa ký cũ không còn dùng.'],
      ['permit granted', 'program', 'Số giấy: MỚI-2, thay giấy số CŨ-1. Khóa ký cũ không còn dùng.'],
    ])
    expect(kept({ type: 'deliver' }, standingAt('done'), both)).toEqual([
      ['returned', 'program', 'Giấy số CŨ-1 đã gửi qua Zalo.'],
    ])
  })

  it('is the reason beside each permit that ends', () => {
    const ended = (act: Act, from: Standing, more: Partial<Circumstances> = both) => done(act, from, more).ended
    const permits = [old.id]
    expect(ended(revoke, accepted)).toEqual({ permits, because: REASON })
    expect(ended(end, accepted)).toEqual({ permits, because: 'Từ 06:00 03/05/2030 không còn áp dụng giãn cách' })
    expect(ended({ type: 're-issue' }, accepted)).toEqual({ permits, because: 'Khóa ký cũ không còn dùng' })
    expect(ended(takeBack, standingAt('done'), { inForce: [old] })).toEqual({ permits, because: REASON })
    expect(ended(takeBack, standingAt('declined'), { inForce: [old] })).toEqual({ permits: [], because: REASON })
    expect(done({ type: 'approve' }, accepted, both)).not.toHaveProperty('ended')
  })

  it('is what the citizen wrote and sent', () => {
    const files = ['f1', 'f2'] as AttachmentId[]
    const { actions, files: taken } = done({ ...reply, attachments: files }, asked('accepted'))
    expect(actions).toMatchObject([{ type: 'supplemented', note: 'Đây ạ', attachments: files }])
    expect(taken).toEqual(files)
    const withdrawn = done(withdraw, accepted)
    expect(withdrawn.actions).toMatchObject([{ type: 'withdrawn', note: 'Không cần nữa' }])
    expect(withdrawn.actions[0]).not.toHaveProperty('attachments')
    expect(done({ type: 'forward' }, accepted).actions[0]).not.toHaveProperty('note')
    expect(withdrawn.files).toEqual([])
  })
})

describe('where a reply leads', () => {
  const statusAfter = (from: Standing) => done(reply, from).row.status
  const question = ['supplement asked', 'supplement', 'staff', 'Bệnh viện nào?'] as const

  it('is back to work for a dossier that was accepted, and nowhere for one that was not', () => {
    expect(statusAfter(asked('accepted'))).toBe('processing')
    expect(statusAfter(asked('registered'))).toBe('supplement')
  })

  it('is nowhere for a dossier that has gone on without it', () => {
    expect(statusAfter(standing(['accepted', 'accepted'], question, ['refused', 'stopped']))).toBe('stopped')
    expect(statusAfter(standing(question, ['declined', 'declined']))).toBe('declined')
  })
})

describe('what the conversation must know', () => {
  it('is a question that is open again', () => {
    const from = standing(['supplement asked', 'supplement', 'staff', 'Bệnh viện nào?'], ['declined', 'declined'])
    expect(done(takeBack, from).event?.event).toMatchObject({ type: 'SUPPLEMENT_ASKED', question: 'Bệnh viện nào?' })
  })

  it('is nothing where the dossier stays, where the citizen acted, or where a question of long ago was never answered', () => {
    expect(done(revoke, asked('accepted'), both).event).toBeUndefined()
    expect(done(reply, asked('accepted')).event).toBeUndefined()
    expect(done(withdraw, asked('accepted')).event).toBeUndefined()
    const from = standing(['supplement asked', 'supplement', 'staff', 'Bệnh viện nào?'], ['accepted', 'accepted'])
    expect(done({ type: 'forward' }, from).event).toBeUndefined()
  })
})
