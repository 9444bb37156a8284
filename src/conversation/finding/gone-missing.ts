import { loosely } from './loosely.ts'

/** Somebody who cannot look after themselves, and whose they are. */
const KIN_OF =
  '(?<!(?:cha|mẹ|ba|má|bố|tên|họ|của) )(?:con|cháu|bé|trẻ|cụ|đứa|thằng|em bé|mẹ|má|ba|bà|ông|người)(?: (?:em|tôi|tui|mình|con|cu|nhà|trai|gái|nội|ngoại|út|nhỏ|già|bé|ta|nó|lớn|lẫn|\\d+|tuổi)){0,5}'
const NOT = '(?:không|ko|hông|hổng|hong|chưa)'
/** Lost, in words that say so. */
const LOST = loosely(
  `(?:lạc|đi lạc|bị lạc) (?:mất )?(?:con|cháu|bé|mẹ|má|ba|bà|ông)|${KIN_OF} (?:đang |bị |mới |vừa |đi )?lạc(?! (?:quan|hậu|tay|nhau|hướng|họ|tên|mất))|(?:không|ko|chưa|hổng|hông) (?:thấy|tìm (?:thấy|được|ra)) (?:con|cháu|bé|mẹ|má|ba|cha|chồng|vợ)(?! (?:dấu|số|mộc|đâu cần))`,
  `${KIN_OF}(?: (?!(?:giấy|hồ|sổ|tên)(?!\\p{L}))\\p{L}+){0,6} ${NOT} (?:thấy|biết) (?:ở |đi )?đâu|${KIN_OF}(?: \\p{L}+){0,2} đi (?:mất|đâu)(?: .{0,20})? ${NOT} (?:thấy )?về|${KIN_OF}(?: \\p{L}+){0,2} đi mất (?:tiêu|từ|rồi|hồi)`,
  `${KIN_OF}(?: \\p{L}+){0,4} ${NOT} thấy về|${KIN_OF} (?:đi )?đâu mất|đi đâu mất (?:từ|rồi|tiêu)|${KIN_OF}(?: \\p{L}+){0,2} (?:bị )?mất tích`,
)
const AWAY = loosely(
  `${KIN_OF}(?: [\\p{L}\\d]+){0,6} ${NOT} (?:thấy )?về|${KIN_OF}(?: \\p{L}+){0,2} (?:đi (?:ra )?khỏi|bỏ) nhà|(?:vợ|chồng|con|cháu|chị|em|mẹ|má)(?: \\p{L}+)? bỏ đi|${KIN_OF}(?: (?:lú|lẫn|bệnh|tâm|thần|khuyết|tật)){0,3} (?:đi (?:bộ|lang|lạc|chơi|ra)|ra đường)|${KIN_OF}(?: [\\p{L}\\d]+){0,8} ${NOT} liên lạc được`,
)
const SEARCHED = loosely(
  `(?:kiếm|tìm)(?: \\p{L}+){0,4} (?:${NOT} (?:thấy|ra|có|được|gặp)|khắp)|${NOT} (?:liên lạc được|bắt máy|nghe máy)|(?:từ|tới|đến) (?:sáng|trưa|chiều|tối|khuya|hôm qua|hôm kia|hồi|giờ|nay)|(?:hai|ba|mấy|\\d+) (?:ngày|tiếng|đêm)|(?:[2-9]|1[0-5]) tuổi`,
)
/** A name is sought in a list, a signature of whoever is at sea. */
const OF_PAPERS = loosely('khai sinh|thủ tục|danh sách|hồ sơ|sổ|giấy|tên|ký|đơn|con dấu|nuôi|ly hôn|năm')

/** Nobody knows where somebody is who needs care. */
export const isMissed = (sentence: string): boolean =>
  (sentence.search(LOST) >= 0 || (sentence.search(AWAY) >= 0 && sentence.search(SEARCHED) >= 0)) &&
  sentence.search(OF_PAPERS) < 0
