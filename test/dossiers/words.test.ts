import { describe, expect, it } from 'vitest'
import { menuButton } from '../../src/conversation/words/buttons.ts'
import type { Act, Circumstances, Standing } from '../../src/dossiers/acts/act.ts'
import { renderInstant } from '../../src/kernel/clock.ts'
import { asked, standing, standingAt } from './standing.ts'
import { anew, done, end, old, REASON, reply, revive, takeBack, revoke, withdraw } from './tried.ts'

const accepted = standingAt('accepted')

/** When it came in, and where to ask. */
function cameIn({ dossier, history }: Standing): string {
  const taken = history.findLast(({ type }) => type === 'accepted')
  const when = taken ? `Tiếp nhận lúc ${renderInstant(taken.at)}` : `Nộp lúc ${renderInstant(dossier.filedAt)}`
  return `${when}. Điện thoại: 1800 1096 (miễn phí).`
}
const FOOT = `UBND xã Đất Mũi, 08:18 01/05/2030.\n${cameIn(accepted)}`

describe('what a citizen reads of an act, word for word: of an officer’s act, under the code and the procedure', () => {
  const approvedOnce = standing(['supplement asked', 'supplement', 'staff', 'Bệnh viện nào?'], ['declined', 'declined'])
  it.each<[string, Act, Standing, string, Partial<Circumstances>?]>([
    [
      'taken in',
      { type: 'accept' },
      standingAt('registered'),
      'UBND xã Đất Mũi đã tiếp nhận hồ sơ của ông/bà lúc 08:18 01/05/2030.\n\nÔng/bà chưa cần làm gì thêm. Khi có kết quả hoặc cần thêm giấy tờ, tôi nhắn ngay tại đây.',
    ],
    [
      'declined',
      { type: 'decline', reason: ` ${REASON} ` },
      standingAt('registered'),
      `Rất tiếc, hồ sơ chưa được tiếp nhận.\nLý do: ${REASON}\n\nÔng/bà có thể chuẩn bị lại theo lý do trên và nộp hồ sơ mới, hoặc nhắn “gặp cán bộ” để được hướng dẫn.`,
    ],
    [
      'worked on',
      { type: 'forward' },
      accepted,
      'UBND xã Đất Mũi đang xử lý hồ sơ.\n\nÔng/bà chưa cần làm gì thêm. Khi có kết quả, tôi nhắn ngay tại đây.',
    ],
    [
      'asked about',
      { type: 'ask', question: ` ${REASON} ` },
      accepted,
      `Cán bộ cần ông/bà bổ sung:\n“${REASON}”\n\nThời gian giải quyết tạm dừng đến khi ông/bà trả lời. Tin nhắn tiếp theo hướng dẫn cách trả lời.`,
    ],
    [
      'approved',
      { type: 'approve' },
      accepted,
      'Hồ sơ đã được giải quyết xong.\n\nTôi nhắn ông/bà ngay khi kết quả được trả.',
    ],
    [
      'approved with a permit',
      { type: 'approve' },
      accepted,
      `Hồ sơ đã được duyệt.\nGiấy đi đường số MỚI-2 có hiệu lực từ 06:00 01/05/2030 đến 17:00 04/05/2030. Chỉ được đi: kèm 2 người.\n\nẢnh giấy ở tin nhắn tiếp theo. Ông/bà lưu ảnh vào điện thoại để dùng khi không có mạng.`,
      { granted: anew },
    ],
    [
      'refused',
      { type: 'refuse', reason: ` ${REASON} ` },
      accepted,
      `Rất tiếc, hồ sơ đã dừng xử lý.\nLý do: ${REASON}\n\nNếu chưa đồng ý hoặc cần hỏi thêm, ông/bà nhắn “gặp cán bộ”. Khi đủ điều kiện, ông/bà có thể nộp hồ sơ mới.`,
    ],
    [
      'returned',
      { type: 'return' },
      standingAt('done'),
      'Kết quả hồ sơ đã được trả.\n\nCảm ơn ông/bà đã sử dụng dịch vụ. Nếu kết quả có sai sót, ông/bà nhắn “gặp cán bộ”.',
    ],
    [
      'returned after a refusal',
      { type: 'return' },
      standingAt('stopped'),
      'Hồ sơ đã được trả lại cho ông/bà.\n\nCần hỏi thêm, ông/bà nhắn “gặp cán bộ”.',
      { rateFlow: 'danh-gia' },
    ],
    [
      'deprived of its permit',
      revoke,
      standingAt('done'),
      `Giấy đi đường số CŨ-1 đã được thu hồi và không còn giá trị.\nLý do: ${REASON}\n\nXin ông/bà không dùng giấy này nữa. Nếu vẫn cần đi, ông/bà nộp hồ sơ mới hoặc nhắn “gặp cán bộ”.`,
      { named: old },
    ],
    [
      'put back where it was',
      takeBack,
      standingAt('declined'),
      `Cơ quan thu lại quyết định “Không tiếp nhận” lúc 08:02 01/05/2030.\nLý do: ${REASON}\n\nHồ sơ trở lại trạng thái “Mới đăng ký”. Ông/bà chưa cần làm gì thêm; có quyết định mới, tôi nhắn ngay tại đây.`,
      { inForce: [old] },
    ],
    [
      'put back to a question',
      takeBack,
      approvedOnce,
      `Cơ quan thu lại quyết định “Không tiếp nhận” lúc 08:04 01/05/2030.\nLý do: ${REASON}\n\nHồ sơ trở lại trạng thái “Yêu cầu bổ sung giấy tờ”. Tin nhắn tiếp theo hướng dẫn ông/bà trả lời câu hỏi của cán bộ.`,
    ],
    [
      'put back where it was, the question answered',
      takeBack,
      standing(
        ['supplement asked', 'supplement', 'staff', 'Bệnh viện nào?'],
        ['supplemented', 'supplement', 'citizen'],
        ['declined', 'declined'],
      ),
      `Cơ quan thu lại quyết định “Không tiếp nhận” lúc 08:06 01/05/2030.\nLý do: ${REASON}\n\nHồ sơ trở lại trạng thái “Yêu cầu bổ sung giấy tờ”. Ông/bà chưa cần làm gì thêm; có quyết định mới, tôi nhắn ngay tại đây.`,
    ],
    [
      'put back where it was, a question of long ago still open',
      takeBack,
      standing(
        ['supplement asked', 'supplement', 'staff', 'Bệnh viện nào?'],
        ['accepted', 'accepted'],
        ['refused', 'stopped'],
      ),
      `Cơ quan thu lại quyết định “Từ chối giải quyết” lúc 08:06 01/05/2030.\nLý do: ${REASON}\n\nHồ sơ trở lại trạng thái “Được tiếp nhận”. Ông/bà chưa cần làm gì thêm; có quyết định mới, tôi nhắn ngay tại đây.`,
    ],
    [
      'not approved after all',
      takeBack,
      standingAt('done'),
      `Cơ quan thu lại quyết định “Duyệt hồ sơ” lúc 08:04 01/05/2030.\nLý do: ${REASON}\n\nGiấy đi đường số CŨ-1 không còn giá trị, xin ông/bà không dùng.\n\nHồ sơ trở lại trạng thái “Được tiếp nhận”. Ông/bà chưa cần làm gì thêm; có quyết định mới, tôi nhắn ngay tại đây.`,
      { inForce: [old] },
    ],
    [
      'given a permit again',
      takeBack,
      standing(['accepted', 'accepted'], ['approved', 'done'], ['permit revoked', 'done']),
      `Cơ quan thu lại quyết định “Thu hồi giấy” lúc 08:06 01/05/2030.\nLý do: ${REASON}\n\nÔng/bà dùng giấy đi đường mới số MỚI-2, nội dung như giấy trước. Mã QR cũ không qua chốt được nữa; ảnh giấy mới ở tin nhắn tiếp theo.`,
      { granted: anew },
    ],
  ])('%s', (_what, act, from, body, more) =>
    expect(done(act, from, more).messages[0]).toEqual({
      type: 'text',
      text: `Hồ sơ H12.99-300501-0001\nCấp giấy đi đường\n\n${body}\n\nUBND xã Đất Mũi, cán bộ Lê Cán Bộ, 08:18 01/05/2030.\n${cameIn(from)}`,
    }),
  )
})

describe('what a citizen reads of an act of the program or of their own, word for word', () => {
  it('is that a permit ends with its order', () =>
    expect(done(end, accepted, { named: old }).messages).toEqual([
      {
        type: 'text',
        text: `Hồ sơ H12.99-300501-0001\nCấp giấy đi đường\n\nTừ 06:00 03/05/2030 không còn áp dụng giãn cách, nên giấy đi đường số CŨ-1 hết giá trị. Ông/bà đi lại bình thường, không cần giấy nữa.\n\n${FOOT}`,
      },
    ]))

  it('is that its order is applied again, and the picture of the new permit', () =>
    expect(done(revive, accepted, { named: old, granted: anew }).messages).toEqual([
      {
        type: 'text',
        text: `Hồ sơ H12.99-300501-0001\nCấp giấy đi đường\n\nTừ 06:00 03/05/2030 cơ quan áp dụng lại giãn cách, sau khi đã báo là hết áp dụng.\nLý do: Dịch lại lan.\n\nGiấy đi đường số CŨ-1 được thay bằng giấy số MỚI-2, nội dung như cũ, dùng được đến 17:00 04/05/2030. Mã QR cũ không qua chốt được nữa. Ảnh giấy mới ở tin nhắn tiếp theo; ông/bà lưu lại và xóa ảnh cũ giúp.\n\n${FOOT}`,
      },
      anew.shown,
    ]))

  it('is that a permit is made anew under another key, and its picture', () =>
    expect(done({ type: 're-issue' }, accepted, { named: old, granted: anew }).messages).toEqual([
      {
        type: 'text',
        text: `Hồ sơ H12.99-300501-0001\nCấp giấy đi đường\n\nGiấy đi đường số CŨ-1 được thay bằng giấy số MỚI-2, nội dung như cũ, dùng được đến 17:00 04/05/2030.\n\nCơ quan phải đổi khóa ký để giữ an toàn, nên mã QR cũ không qua chốt được nữa. Ảnh giấy mới ở tin nhắn tiếp theo; ông/bà lưu lại và xóa ảnh cũ giúp. Ông/bà không cần làm gì thêm.\n\n${FOOT}`,
      },
      anew.shown,
    ]))

  it('is the picture behind an approval, with what it is for', () =>
    expect(done({ type: 'approve' }, accepted, { granted: anew }).messages[1]).toEqual({
      type: 'picture',
      of: { permit: anew.id },
      caption: 'Giấy đi đường số MỚI-2. Đưa mã QR này cho cán bộ tại chốt, kèm căn cước.',
    }))

  it('is the new picture behind a revocation taken back', () => {
    const from = standing(['accepted', 'accepted'], ['approved', 'done'], ['permit revoked', 'done'])
    expect(done(takeBack, from, { granted: anew }).messages.slice(1)).toEqual([anew.shown])
  })

  it('is that their withdrawal was done, with the way back to the menu', () =>
    expect(done(withdraw, accepted).messages).toEqual([
      {
        type: 'text',
        text: `Hồ sơ H12.99-300501-0001\nCấp giấy đi đường\n\nĐã rút hồ sơ theo yêu cầu của ông/bà. Cơ quan không giải quyết hồ sơ này nữa.\n\n${FOOT}`,
        choices: [menuButton],
      },
    ]))

  it('is nothing of what they replied, and nothing of a picture that they have', () => {
    expect(done(reply, asked('accepted')).messages).toEqual([])
    expect(done({ type: 'deliver' }, standingAt('done'), { named: old }).messages).toEqual([])
  })

  it('names the telephone of the agency that has it, once one is recorded', () => {
    const text = (act: Act, from: Standing, more: Partial<Circumstances> = {}) =>
      JSON.stringify(done(act, from, { telephone: '0290 3831 234', ...more }).messages)
    const told = [
      text({ type: 'accept' }, standingAt('registered')),
      text({ type: 'decline', reason: REASON }, standingAt('registered')),
      text({ type: 'ask', question: REASON }, accepted),
      text({ type: 'reply', text: REASON }, accepted),
      text(end, accepted, { named: old }),
      text(withdraw, accepted),
    ]
    for (const one of told) expect(one).toMatch(/UBND xã Đất Mũi[^]*0290 3831 234/)
    for (const one of told) expect(one).not.toContain('1800')
  })
})
