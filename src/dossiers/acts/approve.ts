import type { OutgoingMessage } from '../../conversation/words/messages.ts'
import { renderInstant } from '../../kernel/clock.ts'
import { capitalised } from '../../kernel/text.ts'
import type { Circumstances, Rule } from './act.ts'
import { nextLines, push } from './push.ts'

/** The matter is settled as asked. Where the filed version grants a permit, it is granted with it. */
export const approve: Rule<{ type: 'approve' }> = {
  recorded: 'approved',
  by: 'staff',
  from: ['accepted', 'processing', 'payment'],
  to: 'done',
  barred: ({ asking }) =>
    asking === undefined ? undefined : 'Việc này được trả lời, không duyệt: ông/bà chọn “Trả lời”.',
  besides: (_standing, { granted, by }) =>
    granted ? { after: [{ type: 'permit granted', note: `Số giấy: ${granted.number}`, by }] } : {},
  tells: (standing, _act, circumstances) => [
    push(standing, circumstances, bodyOf(circumstances)),
    ...pictureOf(circumstances),
  ],
}

function bodyOf(circumstances: Circumstances): string {
  const { granted, permitName } = circumstances
  if (!granted)
    return `Hồ sơ đã được giải quyết xong.\n\n${nextLines('done', circumstances)}Tôi nhắn ông/bà ngay khi kết quả được trả.`
  return `Hồ sơ đã được duyệt.\n${capitalised(permitName)} số ${granted.number} có hiệu lực từ ${renderInstant(granted.opensAt)} đến ${renderInstant(granted.validUntil)}.${granted.limits}\n\nẢnh giấy ở tin nhắn tiếp theo. Ông/bà lưu ảnh vào điện thoại để dùng khi không có mạng.`
}

function pictureOf({ granted, permitName }: Circumstances): OutgoingMessage[] {
  if (!granted) return []
  const caption = `${capitalised(permitName)} số ${granted.number}. Đưa mã QR này cho cán bộ tại chốt, kèm căn cước.`
  return [{ type: 'picture', of: { permit: granted.id }, caption }]
}
