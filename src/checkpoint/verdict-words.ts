import { renderInstant } from '../kernel/clock.ts'
import type { Verdict } from '../permits/code/judge.ts'

/** Besides the verdict of a code: why there is none. */
export type Shown = Verdict | { verdict: 'unknown'; why: keyof typeof UNKNOWN }

/** The one big word of each verdict. */
export const VERDICT_WORDS: Record<Shown['verdict'], string> = {
  valid: 'HỢP LỆ',
  early: 'CHƯA HIỆU LỰC',
  expired: 'HẾT HẠN',
  revoked: 'ĐÃ THU HỒI',
  forged: 'GIẢ MẠO',
  unknown: 'KHÔNG RÕ',
}

/** What the officer should do, in one sentence that begins with whether to let the holder pass. */
export function renderAdvice(shown: Shown): string {
  switch (shown.verdict) {
    case 'valid':
      return shown.claims.plate
        ? 'Cho qua nếu biển số, họ tên và 4 số cuối căn cước đều khớp.'
        : 'Cho qua nếu họ tên và 4 số cuối căn cước đều khớp.'
    case 'early':
      return `Chưa cho qua: giấy bắt đầu có hiệu lực lúc ${renderInstant(shown.from)}.`
    case 'expired':
      return `Không cho qua: giấy hết hạn lúc ${renderInstant(shown.since)}.`
    case 'revoked':
      return shown.since === undefined
        ? 'Không cho qua: cơ quan cấp đã thu hồi giấy này.'
        : `Không cho qua: cơ quan cấp đã thu hồi giấy này lúc ${renderInstant(shown.since)}.`
    case 'forged':
      return 'Không cho qua: mã này không phải do cơ quan cấp giấy ký. Xin báo chỉ huy chốt.'
    case 'unknown':
      return UNKNOWN[shown.why]
  }
}

const UNKNOWN = {
  unread: 'Chưa cho qua: mã đọc không trọn vẹn. Xin quét lại thẳng và gần hơn, trên giấy hoặc ảnh gốc.',
  unrecorded: 'Chưa cho qua: mã có chữ ký đúng nhưng không có trong sổ cấp giấy. Xin gọi cơ quan cấp giấy.',
  'no lists': 'Chưa cho qua: máy này chưa tải danh sách khóa và giấy bị thu hồi. Xin ra chỗ có sóng, mở lại ứng dụng.',
  'key not listed': 'Chưa cho qua: máy này chưa có khóa để kiểm tra mã. Xin ra chỗ có sóng rồi quét lại.',
  'not ours': 'Chưa cho qua: đây không phải mã QR do cơ quan cấp. Xin quét mã trên giấy.',
  'no such number': 'Chưa cho qua: không có giấy nào mang số này. Xin đọc lại từng chữ, hoặc quét mã QR.',
  'number revoked': 'Không cho qua: số giấy này nằm trong danh sách đã thu hồi.',
  'no signal': 'Chưa cho qua: mất sóng nên không tra được số này. Xin quét mã QR, hoặc tra lại khi có sóng.',
  'too many':
    'Chưa cho qua: mã này sai hoặc đọc không trọn vẹn, và mạng này vừa gửi nhiều mã sai. Xin quét lại thẳng và gần hơn; mã đúng được trả lời ngay.',
  'too many sheets':
    'Giấy này vừa được in rất nhiều lần. Xin dùng bản đã tải về máy, hoặc chờ một phút rồi bấm in lại.',
  unchecked: 'Chưa cho qua: hệ thống tạm thời chưa tra được. Xin quét lại sau một phút.',
}
