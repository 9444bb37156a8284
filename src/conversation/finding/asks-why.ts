import { composed } from '../../kernel/text.ts'
import { exactly, loosely } from './loosely.ts'

const TAIL = '(?: (?:vậy|dữ|thế|ta|trời|hả|nhiều|lắm|mà|em|anh|chị|con|z|đó|á|dị|nè|nữa|ạ|bây|mấy đứa))*$'
const ASKED = '(?:cần|hỏi|lấy|ghi|khai|xin|đòi|bắt|biết|nhập|đưa|kêu|thu|giữ|chụp|gửi|dùng|có)'

/** "Biển số để chi", "cần số đó làm gì", "sao hỏi kỹ vậy", "mắc gì phải khai": why something is asked for. */
const WHY = loosely(
  `${ASKED}(?: \\p{L}+){0,5} (?:để làm|để|mà làm|làm|đặng làm) (?:gì|chi|cái gì)${TAIL}`,
  `(?:\\p{L}+ ){0,5}(?:để|dùng|xài) (?:vào việc |vô việc |làm )?(?:gì|chi)${TAIL}`,
  '(?:vì|tại|mắc|cớ) sao(?: \\p{L}+){0,8}|mắc (?:mớ )?(?:gì|chi|giống gì)(?: mà)? (?:hỏi|phải|đòi|khai|ghi)(?: \\p{L}+){0,6}',
  'sao (?:lại |phải |cần |mà |cứ |em |mấy đứa |bên này |người ta |máy )*(?:hỏi|cần|ghi|khai|đòi|bắt|nhập|chụp|gửi|phải)(?: \\p{L}+){0,8}',
)
/** "Chi" without its question may be a name or a branch: marks are none, so what stands before it must tell. */
const WHAT_FOR = exactly(
  `(?:hỏi|đòi|bắt|hoi|doi|bat)(?: \\p{L}+){0,4} chi${TAIL}|(?:ghi|khai|cần|lấy|xin|can|lay)(?: \\p{L}+){1,4} chi${TAIL}|(?:hỏi|hoi) chi(?: \\p{L}+){0,6}`,
)

/** "Đi xe đò thì ghi sao": whatever stands before it is a case, no answer. */
const HOW = loosely(
  `(?:thì|phải|giờ|vậy|là) (?:tôi |tui |em |con )?(?:ghi|khai|điền|nhập|viết|trả lời|chọn|bấm|tính|làm)(?: \\p{L}+){0,3} (?:sao|làm sao|thế nào|như nào|ntn|gì|chi|cái gì|cái nào|ai|của ai|đâu|ở đâu)${TAIL}`,
)

/** Whether somebody asks what to write in their case. */
export const asksHow = (text: string): boolean =>
  text.length <= 120 &&
  composed(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\d]+/gu, ' ')
    .trim()
    .search(HOW) >= 0

/** Whether one of the clauses of a message asks for the reason of the open question. */
export function asksWhy(text: string): boolean {
  if (text.length > 120) return false
  return composed(text)
    .toLowerCase()
    .split(/[.,!?;\n]+/)
    .map((it) => it.replace(/[^\p{L}\p{M}\d]+/gu, ' ').trim())
    .some((clause) => clause.search(WHY) >= 0 || clause.search(WHAT_FOR) >= 0)
}
