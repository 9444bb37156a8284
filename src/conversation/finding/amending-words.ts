import { composed } from '../../kernel/text.ts'
import { exactly, loosely } from './loosely.ts'

const DID = '(?:ghi|nhập|nói|gõ|bấm|viết|điền|khai|chọn|đánh|trả lời|báo|đưa|gửi)'

/** Earlier words of this chat. */
const EARLIER = loosely(
  '(?:hồi|lúc|khi|ban|mới|vừa) (?:nãy|nảy|này(?= (?:tôi|tui|em|con|mình|ghi|nói|nhập|khai|chọn|bấm)))|nãy|nảy|câu trước|câu trên|ở trên|phía trên|bên trên|(?:quay lại|trở lại|lùi lại|lui lại|back lại|về|back) (?:sửa|đổi|chọn|ghi|nhập|khai|bấm|coi)',
)
/** "Hôm nay", "chiều nay": typed without its marks, "nãy" looks the same. */
const TODAY = loosely(
  '(?:hôm|bữa|ngày|sáng|trưa|chiều|tối|đêm|tuần|tháng|năm|từ|đến|tới|xưa|mai) nay',
  '(?:cái|việc|giấy|hồ sơ|thủ tục|câu|mục|chỗ|như|thế|đơn|tờ|vụ|bên|người|mấy cái) này',
)
const WRONG = loosely(
  `${DID} (?:bị |lại |có |hơi )?(?:sai|lộn|nhầm|thiếu|dư|trật)`,
  '(?:sai|lộn|nhầm|trật)(?! (?:quy định|luật|phép|phạm|đường|tuyến)(?!\\p{L}))|(?:không|ko|chưa|hổng|hông) (?:đúng|chính xác)|(?:tên|số|ngày) khác',
)
/** With its mark only: "làm" is work, "lần" is once. */
const MISTAKEN = exactly('lầm|lận')
const CHANGE = loosely(
  `(?:sửa|chỉnh|đổi|thay|dời|điều chỉnh|cập nhật)(?! (?:chữa|xe|nhà|đường|máy|soạn|ý)(?!\\p{L}))|${DID} lại`,
)
const RATHER = loosely(
  'mới (?:đúng|phải|đủ|chịu|hợp)|(?<!có )phải là|mà (?:ghi|bấm|nãy|lại ghi)',
  '(?:chứ|chớ) (?:không|ko|hông|hổng|hong|đâu(?: có)?) phải',
  '(?:không|ko|hông|hổng) phải .+ mà(?: là)?',
  'thay vì',
)
/** "Khỏi sửa gì nữa", "hổng có gì sai": nothing is to be changed. */
const NOTHING = loosely(
  `(?:khỏi|đừng|chưa|(?:không|ko|hông|hổng|hong)(?: cần| phải| muốn| có)?)(?: (?:cần|phải|có|thấy|gì|chi|chỗ nào|mục nào))* (?:sửa|đổi|chỉnh|thay|sai|lộn|nhầm|trật)(?: (?:lại|gì|chi|nữa|hết|chỗ nào|đâu|cả))*`,
)
/** The sentence opens with it: what follows puts right what was said. Who has forgotten a day puts nothing right. */
const SLIP =
  /^(?:(?:dạ|da|à|a|ủa|ua|ý|y|ấy|úi|ui|chết|trời)[\s,.]+)*(?:nhầm|nham|lộn|lon|lầm|(?:quên|quen)(?! (?:mất|mat|tiêu|tieu|tuốt|tuot|béng|beng|sạch|sach|hết|het|luôn|luon|ngày|ngay|số|so|tên|ten|năm|nam|tháng|thang|biển|bien)(?:\s+\p{L}|$))|xin lỗi)(?!\p{L})/iu

interface AmendingWords {
  /** Something said before is meant, not what is asked now. */
  isEarlier: boolean
  /** It says that something is wrong, or is to be another. */
  isAmending: boolean
  /** It opens as a slip of the tongue does. */
  isSlip: boolean
}

/** Whether a sentence means to put right what was answered. */
export function amendingWords(text: string): AmendingWords {
  const typed = composed(text).toLowerCase().replace(NOTHING, ' ')
  const isEarlier = typed.replace(TODAY, ' ').search(EARLIER) >= 0
  const isSlip = SLIP.test(typed)
  const isAmending = isSlip || [WRONG, MISTAKEN, CHANGE, RATHER].some((it) => typed.search(it) >= 0)
  return { isEarlier, isAmending, isSlip }
}

const OWN_SLIP = loosely(`${DID} (?:bị |lại |có |hơi )?(?:sai|lộn|nhầm|thiếu|dư|trật)`)
/** "Xã đăng ký tui ghi sai": it is the speaker's own answer that is wrong. */
export const saysOwnSlip = (text: string): boolean => composed(text).toLowerCase().search(OWN_SLIP) >= 0

/** Says only that something is to be changed, and neither what nor into what. */
export const asksToAmend = (text: string): boolean => {
  const rest = composed(text)
    .toLowerCase()
    .replace(EARLIER, ' ')
    .replace(WRONG, ' ')
    .replace(MISTAKEN, ' ')
    .replace(CHANGE, ' ')
    .replace(
      loosely(
        'dạ|ủa|à|cho|tôi|tui|em|con|mình|xin|muốn|cần|rồi|lại|mất|bị|được|đi|nha|nghe|ạ|với|giùm|dùm|giúp|một|mục|câu|chút|cái|anh|chị|ơi|phải',
      ),
      ' ',
    )
  return rest.trim() === ''
}
