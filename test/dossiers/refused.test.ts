import { describe, expect, it } from 'vitest'
import type { Act, Circumstances, Standing } from '../../src/dossiers/acts/act.ts'
import { LONGEST_REASON, RULES, SHORTEST_REASON } from '../../src/dossiers/apply.ts'
import { HOUR } from '../../src/kernel/clock.ts'
import { asked, at, standing, standingAt } from './standing.ts'
import { end, old as alive, REASON as reason, reply, revive, revoke, takeBack, tried, withdraw } from './tried.ts'

const dead = { ...alive, isRevoked: true }
const accepted = standingAt('accepted')
const done = standingAt('done')
const declined = standingAt('declined')

/** Why the act was refused to whom it is for, or undefined when it was done. */
function refusal(act: Act, from: Standing, more?: Partial<Circumstances>): string | undefined {
  const applied = tried(act, from, more)
  return applied.outcome === 'refused' ? applied.because : undefined
}

describe('whoever may not do something to a dossier reads why', () => {
  it.each<[string, Act, Standing, string, Partial<Circumstances>?]>([
    [
      'an act of somebody else',
      { type: 'accept' },
      accepted,
      'Việc này không do ông/bà làm được.',
      { by: { type: 'citizen' } },
    ],
    ['an acceptance again', { type: 'accept' }, accepted, 'Hồ sơ đang ở trạng thái “Được tiếp nhận” từ trước.'],
    [
      'an approval of what was not accepted',
      { type: 'approve' },
      standingAt('registered'),
      'Hồ sơ đang ở trạng thái “Mới đăng ký” nên không chuyển sang “Đã xử lý xong” được.',
    ],
    [
      'declining what was accepted',
      { type: 'decline', reason },
      asked('accepted'),
      'Hồ sơ đã được tiếp nhận lúc 08:02 01/05/2030. Nếu không giải quyết được, ông/bà chọn “Từ chối giải quyết”.',
    ],
    [
      'work on what was not accepted',
      { type: 'forward' },
      asked('registered'),
      'Hồ sơ chưa được tiếp nhận. Ông/bà tiếp nhận trước, hoặc chọn “Không tiếp nhận”.',
    ],
    [
      'a refusal of what was not accepted',
      { type: 'refuse', reason },
      asked('registered'),
      'Hồ sơ chưa được tiếp nhận. Ông/bà tiếp nhận trước, hoặc chọn “Không tiếp nhận”.',
    ],
    ['revoking a permit of another dossier', revoke, done, 'Hồ sơ này không có giấy đó.'],
    ['revoking a permit again', revoke, done, 'Giấy này đã được thu hồi trước đó.', { named: dead }],
    [
      'taking back where nothing was decided',
      takeBack,
      accepted,
      'Không có quyết định nào để thu lại. Chỉ thu lại được quyết định mới nhất, ví dụ: duyệt, từ chối, trả kết quả.',
    ],
    [
      'taking back after a day',
      takeBack,
      declined,
      'Chỉ thu lại được trong 24 giờ; quyết định này từ lúc 08:02 01/05/2030. Nếu giấy đã cấp có sai sót, ông/bà thu hồi giấy đó.',
      { at: at(1) + 24 * HOUR },
    ],
    [
      'too few words',
      { type: 'decline', reason: 'mờ' },
      standingAt('registered'),
      'Xin ghi rõ nội dung để người dân hiểu và làm theo. Ví dụ: “Ảnh giấy hẹn khám bị mờ, xin chụp lại rõ bốn góc”.',
    ],
    [
      'too many words',
      { type: 'ask', question: 'a'.repeat(LONGEST_REASON + 1) },
      accepted,
      'Nội dung dài quá 1000 chữ, xin viết gọn lại.',
    ],
    [
      'a reply to no question',
      reply,
      accepted,
      'Câu hỏi của cán bộ đã có câu trả lời từ trước, nên phần vừa gửi chưa được ghi vào hồ sơ. Cần gửi thêm, ông/bà nhắn “hỏi cán bộ”.',
    ],
    [
      'a withdrawal too late',
      withdraw,
      done,
      'Hồ sơ này không rút được nữa: cơ quan vừa giải quyết xong hoặc hồ sơ đã kết thúc. Ông/bà nhắn “tra cứu” để xem kết quả, hoặc “hỏi cán bộ”.',
    ],
    ['the arrival of no permit', { type: 'deliver' }, done, 'Không có giấy đã gửi.'],
    ['the arrival of a revoked permit', { type: 'deliver' }, done, 'Không có giấy đã gửi.', { named: dead }],
    ['the end of no permit', end, done, 'Giấy đã hết giá trị.'],
    ['the end of a permit again', end, done, 'Giấy đã hết giá trị.', { named: dead }],
    ['a permit made anew from none', { type: 're-issue' }, done, 'Giấy đã hết giá trị.', { granted: alive }],
    ['a permit made anew as none', { type: 're-issue' }, done, 'Giấy đã hết giá trị.', { named: alive }],
    ['a permit made anew again', { type: 're-issue' }, done, 'Giấy đã hết giá trị.', { named: dead, granted: alive }],
    ['reviving no permit', revive, done, 'Giấy không cấp lại được.', { granted: alive }],
    ['reviving a permit without a new one', revive, done, 'Giấy không cấp lại được.', { named: dead }],
  ])('who tries %s', (_what, act, from, because, more) => expect(refusal(act, from, more)).toBe(because))

  it('and otherwise may: in words of the shortest and longest kind, within a day, about a permit that is there', () => {
    for (const length of [SHORTEST_REASON, LONGEST_REASON])
      expect(refusal({ type: 'ask', question: 'a'.repeat(length) }, accepted)).toBeUndefined()
    expect(refusal(takeBack, declined, { at: at(1) + 24 * HOUR - 1 })).toBeUndefined()
    for (const act of [revoke, { type: 'deliver' }, end] as const)
      expect(refusal(act, done, { named: alive })).toBeUndefined()
    expect(refusal({ type: 're-issue' }, done, { named: alive, granted: alive })).toBeUndefined()
    expect(refusal(revive, done, { named: dead, granted: alive })).toBeUndefined()
  })

  it('but not what an officer must write: what a citizen or the program says may be as short as it is', () => {
    expect(refusal({ ...reply, reply: '' }, asked('accepted'))).toBeUndefined()
    expect(refusal({ ...withdraw, because: '' }, accepted)).toBeUndefined()
  })
})

describe('where an act may be done', () => {
  it.each([
    ['withdraw', ['registered', 'accepted', 'processing', 'supplement', 'payment']],
    ['deliver', ['done']],
  ] as const)('is for "%s" %j', (type, from) => expect(RULES[type].from).toEqual(from))

  it('is anywhere for what happens to a permit or comes late', () => {
    for (const type of ['revoke', 'take-back', 'supplement', 'end-permit', 're-issue', 'revive-permit'] as const)
      expect(RULES[type].from).toHaveLength(10)
  })

  it('is for a question that was answered before, and asked anew, anywhere still', () => {
    const again = standing(
      ['supplement asked', 'supplement', 'staff', 'Bệnh viện nào?'],
      ['supplemented', 'registered', 'citizen'],
      ['supplement asked', 'supplement', 'staff', 'Ngày nào?'],
    )
    expect(refusal(reply, again)).toBeUndefined()
  })
})
