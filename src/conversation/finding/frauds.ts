import { loosely } from './loosely.ts'

/** A fraud by its name, or what only a swindler asks for. */
const NAMED = loosely(
  'lừa đảo(?! (?:không|ko|hông|hong|hả|gì|chứ|vậy))|bị lừa(?! (?:quá|hông|không|ko|hong|hả))|giả danh|giả mạo công an|công an giả|giả công an',
  '(?:đòi|vòi) (?:tiền|mã otp)|xin mã otp|(?:nhập|đọc|gửi|cho|kêu|đưa)(?: .{0,12})? otp|chuyển (?:tiền|khoản) (?:nhầm|cho công an)',
  '(?:kêu|bảo|bắt|yêu cầu|biểu|nói)(?: (?:tôi|tui|em|con|mình|má|ba|bà|phải|là|nộp)){0,3} chuyển (?:tiền|khoản)|(?:gửi|nhắn|cho)(?: \\p{L}+){0,2} (?:link|đường dẫn|app|mã qr) (?:kêu|bảo|biểu|yêu cầu|bắt|nói)',
)

/** Whoever is not known, or calls themselves an office. */
const STRANGER = loosely(
  'người bên|link(?: \\p{L}+){0,4} giả|xưng|giả làm|mạo danh|giả danh|số lạ|người lạ|ai đó|kẻ lạ|zalo lạ|link lạ|kết bạn|video call|add zalo|zalo (?:\\p{L}+ )?(?:xin|mượn|kêu)|facebook|fb',
)
const CALLED = loosely(
  'gọi(?! là)|điện (?:thoại )?(?:tới|đến|cho|nói|kêu|lại|lên)|qua zalo|bằng zalo|nhắn zalo|zalo|tin nhắn',
)
const WHO = loosely(
  'công an|cảnh sát|cán bộ|csgt|tòa|viện kiểm sát|thuế|điện lực|bảo hiểm|ngân hàng|chủ tịch|bộ|sở|có người|người ta|tụi nó|họ|nó|ông nào|bà nào|ai',
)
const DEMANDS = '(?:kêu|bắt|đòi|yêu cầu|biểu|bảo|xin|nói|hù|dọa|đe|mượn|nhờ|báo|phải|để|nếu không|qua|mới)'
/** No office asks for these by telephone, whoever they are. */
const NEVER = loosely(
  `${DEMANDS}(?: [\\p{L}\\d]+){0,6} (?:chuyển|nộp|đóng|gửi|mượn|đưa)(?: \\p{L}+){0,2} (?:tiền|khoản|\\d+ ?(?:k|ngàn|nghìn|triệu|tr|củ|trăm))|(?:cài|tải|đồng bộ|nâng cấp|cập nhật|kích hoạt|xác minh)(?: [\\p{L}\\d]+){0,4} (?:app|ứng dụng|vneid|định danh|mức 2|link|đường (?:link|dẫn)|zalo)|(?:bấm|quét|vô|vào)(?: \\p{L}+){0,2} (?:link|đường dẫn|mã qr)|mật khẩu|mã otp|lệnh bắt|vô tài khoản|tài khoản tạm giữ|mượn tiền|(?:đọc|cho|gửi|đưa) mã(?! (?:hồ sơ|tra|số))|trúng thưởng|(?:đóng|nộp) (?:phí|tiền|thuế) trước|trừ tiền`,
)
const PICTURES = loosely('(?:hình|ảnh|số|chụp)(?: \\p{L}+){0,2} (?:căn cước|cccd|cmnd|thẻ ngân hàng|tài khoản)')
const LOST = loosely(
  '(?:mất|bay|trừ|rút|hết)(?: (?:sạch|hết|trơn))*(?: sạch)? tiền (?:trong|ở) (?:thẻ|tài khoản|ngân hàng)|tiền (?:trong|ở) (?:thẻ|tài khoản)(?: \\p{L}+){0,2} (?:mất|bay|bị trừ|bị rút)|(?:lỡ|trót|đã|mới)(?: \\p{L}+){0,2} (?:bấm|đọc|gửi|cho|vô|vào|cài)(?: \\p{L}+){0,2} (?:link lạ|otp|mật khẩu|app lạ)',
)

/** One sentence as `sentencesOf` gives it: does somebody who pretends to be an office want money, codes or a program? */
export function defrauds(sentence: string): boolean {
  const has = (what: RegExp): boolean => sentence.search(what) >= 0
  if (has(NAMED) || has(LOST)) return true
  if (has(STRANGER)) return has(NEVER) || has(PICTURES)
  return has(CALLED) && has(WHO) && has(NEVER)
}
