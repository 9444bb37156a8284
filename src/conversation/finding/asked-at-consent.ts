import { composed } from '../../kernel/text.ts'
import { loosely } from './loosely.ts'

const DATA = '(?:thông tin|dữ liệu|số|tên|căn cước|hình|ảnh|giấy tờ|hồ sơ)'
const NOT = '(?:không|ko|hông|hong|hổng|hk|hok)'
const OFTEN =
  'bao lâu|tới chừng nào|đến chừng nào|tới khi nào|đến khi nào|tới bao giờ|mấy (?:năm|tháng|ngày)|bao nhiêu (?:năm|tháng|ngày)|suốt|hoài|mãi|luôn'

/** What people want to know before they agree, where no word names a procedure. */
const ANSWERED: readonly (readonly [RegExp, string])[] = [
  [
    loosely(
      `(?:xóa|xoá|gỡ|rút|hủy|bỏ)(?: \\p{L}+){0,5} (?:sao|làm sao|thế nào|ở đâu|được ${NOT}|${NOT}|hả|chứ)`,
      `(?:lưu|giữ|cất|để)(?: (?:lại|cái|mấy|những|của|${DATA}|tôi|tui|em|con|trong|máy|này|đó))*(?: (?:là|thì|có|được))* (?:${OFTEN})`,
      `(?:đổi ý|hết muốn|không muốn nữa|nghĩ lại)(?: \\p{L}+){0,4} (?:sao|được ${NOT}|${NOT})`,
    ),
    'Lúc nào ông/bà cũng xem, xóa hay rút lại đồng ý được: nhắn “dữ liệu của tôi”. Chưa nộp thì xóa ngay tại đây; hồ sơ đã nộp thì cơ quan lưu theo Luật Lưu trữ, ông/bà gửi yêu cầu để cán bộ trả lời.',
  ],
  [
    loosely(
      `(?:bán|đưa|gửi|giao|chia sẻ|cung cấp|tiết lộ|lộ|lọt|chuyển|cho)(?: \\p{L}+){0,5} (?:ai|người khác|người ngoài|bên ngoài|ra ngoài|quảng cáo|công ty|tiếp thị|bán hàng|ngân hàng|bất động sản|bảo hiểm|hàng xóm|trên mạng|lên mạng)(?: \\p{L}+){0,3} (?:${NOT}|hả|chứ|đâu|à)`,
      `(?:gọi|nhắn|réo|điện)(?: \\p{L}+){0,3} (?:quảng cáo|làm phiền|tiếp thị|mời chào|đòi nợ)(?: \\p{L}+){0,3}`,
      `ai (?:được |có thể |sẽ |mà |có |đang )*(?:xem|coi|đọc|thấy|giữ|biết|dùng|xài)(?: (?:được|tới|đến))*(?: (?:${DATA}|mấy cái|cái|này|đó|của|tôi|tui|em|con))+`,
    ),
    'Thông tin được giữ kín: chỉ cán bộ giải quyết việc này xem, chỉ dùng cho việc này, không bán và không đưa cho ai khác.',
  ],
  [
    loosely(
      `(?:đồng ý|chấp nhận|chịu|ưng|cho phép)(?: (?:về|cho|với|là|vụ|chuyện|cái|việc|điều|để|mấy|làm))* (?:gì|chi|vậy là sao|cái nào)(?: (?:vậy|ta|hả|em|anh|chị|đây|mới được|trời|con|z|ạ))*$`,
      `(?:lấy|cần|hỏi|thu|xin|lưu|giữ|khai)(?: (?:những|các|mấy|cái|loại|về))* ?(?:thông tin|dữ liệu|cái)(?: (?:những|các|mấy))* (?:gì|nào|chi)(?: \\p{L}+){0,4}`,
    ),
    'Tôi hỏi ông/bà có cho cơ quan dùng các thông tin kể trong câu hỏi để làm việc này không. Chỉ dùng cho việc này; không đồng ý cũng không sao, rút lại lúc nào cũng được.',
  ],
]

/** The answer to what is asked about one's data where a consent is asked for; undefined where it is something else. */
export function answerAtConsent(text: string): string | undefined {
  if (text.length > 120) return undefined
  const said = composed(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\d]+/gu, ' ')
    .trim()
  return ANSWERED.find(([pattern]) => said.search(pattern) >= 0)?.[1]
}
