import { composed } from '../../kernel/text.ts'
import { exactly, loosely } from './loosely.ts'

const NOT = '(?:không|ko|hông|hong|hk|hok|khum)'
const WHAT = loosely(
  'bao nhiêu|nhiêu (?:tiền|vậy|ngày|tuổi|năm)|được nhiêu|bao lâu|bao giờ|thế nào|như nào|ra sao|làm sao|thì sao|tính sao|là sao|sao (?:vậy|ta|được|giờ|đây|hả)|(?:vì|tại) sao',
  'là gì|gì (?:vậy|ta|thế|hả|nữa|nhỉ|không|ko)|cái gì|làm gì|cần gì|để (?:làm )?(?:gì|chi)|(?:làm|để) chi|ở đâu|đâu (?:vậy|ta|ra)|(?:ở|chỗ) đâu có|^đâu có$|chỗ nào|nơi nào|(?:mặt|trang|góc|khúc|dòng|hàng|tờ|bên|bước) nào|bước gì|(?:thuê|nhờ|hỏi|kêu|gặp|do|của|với) ai|khi nào|chừng nào|lúc nào|ngày nào|(?<!thêm )mấy (?:ngày|tháng|năm|tuần|bữa|hôm)(?! (?:nay|trước|rồi|qua))|mấy (?:giờ|tiền|bản|người|tấm|loại|lần|đồng|câu|trang)|khác (?:gì|nhau|chỗ nào)|loại nào|cái nào|(?:đặt |lấy )?tên (?:nào|gì)(?! (?:hết|cũng|nữa|cả))|(?<=(?:vốn|ghi|khai|được|là|tốn|mất|hết|cần|đóng|trả|lãnh|nhận|chừng|tầm|cỡ) )nhiêu|theo ai|^ai (?!cũng|nấy|cũng được|đó)\\p{L}+ .*',
  `(?:được|phải|cần|có|đúng|rồi|bị|sao|nổi|kịp|tính) (?:${NOT}|chưa|hả|hay ${NOT})`,
  'hay là|hay (?:theo|ghi|lấy|quê|bên|của|đi|làm|người|hộ khẩu|thường trú|tạm trú|chỗ|nơi)|có (?:cần|phải|được|bị|bắt buộc|nhất thiết|mất|tốn|sao|làm)(?: \\p{L}+){1,7}? (?:không|ko|hông|hong|hk)',
)
/** At the end of a sentence, marks as typed: "không" there asks, before it says no. */
const ENDS = new RegExp(
  `(?:${exactly(`(?:được |dc )?(?:không|ko|hông|hong|hk|hok|khum|khong)|hả|hở|nhỉ|ta|vậy ta|sao|chưa|nhiêu|(?<!(?:có|biết|thấy|gặp|quen|không|ko) )ai|(?<!(?:tôi|ba|má) )(?:gì|chi|nào)`).source})$`,
  'iu',
)
/** "… ha em": without somebody spoken to it may be a name. */
const ASKED_BACK = / (?:ha|hả|hén|hen) (?:em|anh|chị|chi|cô|chú|ad|bạn|cán bộ)$/u
/** "Không", "có không", "chưa": too short to ask anything. */
const LEAST_WORDS = 3

/** Whether a message asks rather than tells. */
export function asksSomething(text: string): boolean {
  if (text.length > 200) return false
  const said = composed(text)
    .toLowerCase()
    .replace(/[.!,;:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (/\?$/.test(said) && said.split(' ').length >= 2) return true
  if (ASKED_BACK.test(said)) return true
  const bare = said.replace(/(?: (?:ạ|nha|nhỉ|em|anh|chị|con|vậy|z|dạ|ơi|cô|chú|ad|shop|v|vay|a))+$/u, '')
  if (bare.split(' ').length < LEAST_WORDS) return said.search(WHAT) >= 0
  return said.search(WHAT) >= 0 || ENDS.test(bare)
}
