import {
  ACTS,
  ACTS_MARKED,
  ACTS_UNMARKED,
  CALLS,
  FAILING,
  BLACKMAIL,
  FELL,
  KIN,
  OF_FORMS,
  OTHERS_SELF_HARM,
  STROKE,
  SUDDEN,
  THING_FELL,
} from './harms.ts'
import { isMissed } from './gone-missing.ts'
import { isUnmarked, loosely } from './loosely.ts'

/** Words of a danger that are as often told long after, of a paper, a programme or a post that is paid. */
const NEWS = loosely(
  'cấp cứu|tai nạn|tông (?:xe|trúng|phải|chết|nhau)|(?:cán|đụng|tông) (?:người|xe|trúng)|(?<!hay )té xe|lật xe|đuối nước|mất tích|chết người|chập điện|ngộ độc|trúng thực|tai biến|bạo lực|(?:vợ|con|em|chị|bầu|sản phụ)(?: \\p{L}+){0,3} sắp (?:sinh|sanh|đẻ)|bỏ nhà đi|gãy (?:chân|tay|cổ|xương)|phỏng nặng|bỏng nặng|sinh rớt|đẻ rớt',
  '(?:sơ sinh|em bé|trẻ)(?: \\p{L}+){0,3} bỏ (?:trong|ở|ngoài|trước|lại) (?:thùng|bãi|chùa|cổng|bụi|đường|bệnh viện)|(?:bỏ rơi|vứt bỏ|bỏ) (?:em bé|trẻ|đứa (?:bé|nhỏ)|bé sơ sinh|con đỏ|sơ sinh)|(?:em bé|trẻ|bé|đứa nhỏ|sơ sinh|con|cháu)(?: \\p{L}+){0,2} bỏ rơi',
)
const PAPER = loosely(
  'xe khác|đổi xe|giấy|thủ tục|hồ sơ|bảo hiểm|bhyt|bhxh|trợ cấp|chế độ|hưởng|bồi thường|khai sinh|khai tử|chứng tử|trích lục|tạm trú|căn cước|thai sản|tuyên bố|khuyết tật|đăng ký|xác nhận|phí|tờ khai|liệt sĩ|thăm (?:con|cháu|bà con|chị|em|mẹ|bạn)',
  'phòng chống|phòng tránh|phòng ngừa|ngăn ngừa|phòng|sơ cấp cứu|sơ cứu|tập huấn|lớp|diễn tập|tuyên truyền|quỹ|thống kê|báo cáo|tỉ lệ|tỷ lệ|số (?:vụ|ca)|hay xảy ra|thường xảy ra|nhiều vụ|dễ (?:gây|bị|xảy)|gây|nguy cơ|sợ|kẻo|xe cấp cứu|khoa|bệnh án|bệnh mãn|di chứng',
)
/** A hospital to get to now outweighs a paper that is asked for. */
const UNDERWAY = loosely(
  `cấp cứu(?= (?:${KIN}|gấp|ngay|liền|qua|ở bệnh viện|bệnh viện))|(?:đưa|chở|đi)(?: \\p{L}+){0,4} (?:cấp cứu|bệnh viện|đi viện|nhập viện|nhà thương|đi sinh|đi sanh|đi đẻ)|ngay bây giờ|khẩn cấp|mới (?:bị|vừa)|đang bị`,
)
/** Another day, or somebody looks after them already: what a body suffered is told, not happening. */
const OVER = loosely(
  'hôm (?:qua|kia|trước|bữa|thứ \\p{L}+|thứ \\d|rồi|mùng|ngày)|(?:bữa|mấy (?:bữa|hôm|ngày)) (?:trước|rồi|hổm|nay|hôm)|bữa (?!nay)\\p{L}+|hổm rày|ngày \\d+|lâu nay|(?:mấy|\\d+|hai|ba|nhiều) (?:năm|tháng|tuần) (?:nay|rồi|trước)|bẩm sinh|từ nhỏ',
  'bác sĩ (?:kêu|nói|cho|hẹn|dặn|bảo|biểu|khuyên)|xuất viện|nằm (?:viện|bệnh viện|cấp cứu|một chỗ|nhà thương)|tái khám|bó bột|nuôi bệnh|(?:thăm|chăm)|nuôi (?:má|mẹ|ba|con|vợ|chồng)|điều trị|hồi sức|mổ (?:xong|rồi)|băng bó|làm (?:thay|giúp|giùm|dùm)|sau (?:tai biến|tai nạn|khi)|(?:đỡ|khỏe|ổn|tỉnh|hết|an toàn) rồi|hết nguy|cấp cứu về|nên (?:nhờ|chưa|không|phải|xin|trễ)|(?:vì|với|tại) (?:mấy |cái )*(?:thủ tục|giấy tờ|hồ sơ|app|mẫu|đơn)|(?:hay|thường) (?:có|bị|xảy|té|đụng|ngất|lên cơn)|nhiều (?:lần|vụ)',
)
const LONG_AGO = loosely(
  'năm (?:ngoái|trước|rồi|kia|\\d+)|tháng (?:trước|rồi|\\d+)|trước khi (?:bé|con|sinh|cưới)|tuần (?:trước|rồi)|hồi (?:bão|lũ|dịch|tết|nhỏ|xưa|đó|trước|năm|tháng|còn)|trước đây|ngày xưa|lúc trước|hồi chiến tranh|chiến tranh',
)
const LESSON = loosely(
  'đề nghị (?:dẹp|xử|nhắc|sửa|gia cố|làm|lắp|gắn)|phòng chống|phòng tránh|phòng ngừa|ngăn ngừa|phòng cháy|sơ cấp cứu|sơ cứu|tập huấn|lớp (?:học|dạy|bơi|kỹ năng)|diễn tập|tuyên truyền|thống kê|báo cáo|tỉ lệ|tỷ lệ|bảo hiểm|nghị định|mức phạt|phim|truyện',
)

/** Something is asked for because of what happened. */
const WANTED = loosely(
  '(?:xin|làm|cất|sửa|cấp|đăng ký|dựng)(?: \\p{L}+){0,2} lại|làm lại|hỗ trợ|bồi thường|trợ cấp|xin phép|giấy phép|(?:có|được) (?:được )?giúp|xin (?:giấy|cấp)',
)
const STILL = loosely('đang|cứu|kẹt|gọi|114|gấp|lan|kế bên|bên cạnh')
/** Whoever died of it needs no help any more: their papers are asked for. */
/** They died of it: where and why is told, and nobody is to be saved. */
const DIED = loosely(
  '(?:nguyên nhân|nơi) chết|(?<!(?:sắp|muốn|mún|đang|đòi|tự|sợ) )(?:chết|mất|qua đời) (?:do|vì|bởi|tại|trên đường|ở (?:nhà|bệnh viện|viện))|(?:do|vì|bởi|bị)(?: \\p{L}+){1,3} chết (?:tại|ở|hồi|năm|trên|lúc)|đuối nước mất',
)
const DEATH_PAPER = loosely('khai tử|chứng tử|báo tử|mai táng|(?:mất|chết|qua đời|tử vong) (?:do|vì|bởi|tại)')

const ELSEWHERE = /救命|着火|失火|ភ្លើងឆេះ/u

/** "Cháy nhà tới nơi", "mệt muốn xỉu", "giá như cướp": how the south says very, and in a hurry. */
const FIGURE = loosely(
  '(?:như|giống|kiểu|tựa|là)(?: \\p{L}+)? (?:cháy|chữa cháy|ăn cướp|cướp|chết đuối|bị cướp)(?: (?:nhà|giật))?|(?:cháy|chạy) (?:nhà|tới|đến)(?: (?:tới|đến))? (?:nơi|đít|mông|đuôi)(?: rồi)?|cháy (?:túi|hàng|vé|máy|phim|pin|tỏi|nắng|khét)|chạy đua',
  '(?:mệt|nóng|lạnh|đói|khát|nhức đầu|chóng mặt|đợi|chờ|lâu|mắc|cười|tức|nực|vui|mừng|sợ|hồi hộp|run|rối|lo|hết hồn|giá|tiền|đông|thấy)(?: (?:\\p{L}+)){0,4} (?:muốn|mún|gần|mém|suýt|tới|đến|mà) (?:\\p{L}+ )?(?:xỉu|ngất|đứng tim|đau tim|tắt thở|ngừng thở|ngộp|ói máu|hộc máu|đột quỵ|tăng xông|co giật)|giết người không dao|cười (?:xỉu|ngất|sặc)|(?:ói|hộc) máu(?: họng)? với|không thở nổi với|xỉu (?:ngang|up|dọc)',
)
/** What somebody lives by or teaches. */
const TRADE = loosely(
  '^(?:\\p{L}+ ){0,2}(?:(?<!bị )bán|mở (?:quán|tiệm|lớp|cửa|cơ sở|xưởng|trại|dịch vụ)|kinh doanh|sửa chữa|sửa|dạy|làm nghề|buôn bán|chuyên|cho thuê|nhận|lắp đặt|thi công|dịch vụ|cung cấp|sản xuất)|^(?:\\p{L}+ ){0,3}(?:xóa đăng ký|đăng ký|xác nhận|làm giấy|cấp (?:lại|đổi)|xin cấp|trích lục)|chống (?:đuối|giật|cháy|trộm|sét|ngập|sạt lở)',
)

/** One sentence as `sentencesOf` gives it: is a life or a home in danger now? */
export function endangers(told: string): boolean {
  // What only takes a danger back is asked where there is one: nearly no message has any.
  if (!mayEndanger(told)) return false
  const sentence = told.replace(FIGURE, ' - ').replace(THING_FELL, ' - ')
  const has = (what: RegExp): boolean => sentence.search(what) >= 0
  if (has(DEATH_PAPER) && has(PAPER) && !has(UNDERWAY)) return false
  if (has(DIED) && !has(STILL)) return false
  if (has(TRADE) && !has(STILL) && !has(UNDERWAY)) return false
  if (isAttacked(sentence)) return !has(LONG_AGO) && !has(LESSON)
  const isFailing = has(FAILING) || has(FELL) || isStroke(sentence)
  if (isFailing || has(NEWS)) {
    if (has(LONG_AGO) || has(OVER)) return false
    if (isFailing) return !has(LESSON)
    return !has(PAPER) || (has(UNDERWAY) && !has(LESSON))
  }
  return has(CALLS) && !has(LONG_AGO) && !has(LESSON)
}

const isAttacked = (sentence: string): boolean =>
  ELSEWHERE.test(sentence) ||
  isActed(sentence) ||
  BLACKMAIL.every((what) => sentence.search(what) >= 0) ||
  isMissed(sentence)

const mayEndanger = (told: string): boolean =>
  isAttacked(told) || isStroke(told) || [FAILING, FELL, NEWS, CALLS].some((what) => told.search(what) >= 0)

const isActed = (sentence: string): boolean =>
  sentence.search(ACTS) >= 0 ||
  sentence.search(OTHERS_SELF_HARM) >= 0 ||
  sentence.search(ACTS_MARKED) >= 0 ||
  (isUnmarked(sentence) && sentence.search(ACTS_UNMARKED) >= 0)

function isStroke(sentence: string): boolean {
  const signs = STROKE.filter((sign) => sentence.search(sign) >= 0).length
  return signs > 1 || (signs === 1 && sentence.search(SUDDEN) >= 0)
}

/** "Cứu em với, câu này ghi sao": saved from a form. */
export const isSavedFromForms = (sentences: readonly string[]): boolean =>
  sentences.some((it) => it.search(OF_FORMS) >= 0) && !sentences.some((it) => endangers(it.replace(CALLS, ' - ')))

/** "Nhà sập rồi, cất lại có cần xin phép": it is over, and something is asked for because of it. */
export const asksAfterwards = (sentence: string): boolean => sentence.search(WANTED) >= 0 && sentence.search(STILL) < 0
