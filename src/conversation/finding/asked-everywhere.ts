import { composed } from '../../kernel/text.ts'
import { province } from '../../province/province.ts'
import { commune } from '../checks/area.ts'
import { loosely } from './loosely.ts'
import { answerOfUnits } from './units.ts'

const NOT = '(?:không|ko|hông|hong|hk|hok|k|khum)'
const I = '(?:tôi|tui|em|con|mình|cháu)'

/** Questions that people ask at whatever question, and the same answer everywhere. */
const ANSWERED: readonly (readonly [RegExp, string])[] = [
  [
    loosely(
      `(?:giấu|giữ kín|ẩn|che|khỏi (?:ghi|khai)|(?:${NOT}|khỏi) (?:muốn )?(?:ghi|khai|nói|để lộ|cho biết)|bí mật)(?: (?:cái|họ|được))* (?:tên|danh|danh tính|thông tin|người báo)`,
      'giấu tên|ẩn danh|nặc danh|bảo mật tên',
      `(?:có )?(?:ai|người ta|hàng xóm|xã|họ|nó) (?:có )?biết (?:${I}|tên ${I}|là ${I}|ai báo|ai gửi)(?: .{0,20})? (?:${NOT}|đâu)`,
      `(?:có |bị |sợ |làm ){1,2}(?:lộ|trả thù|thù|ghét|biết)(?: (?:tên|mặt|thông tin))*|lộ (?:tên|mặt|danh tính)`,
    ),
    'Tên và số điện thoại của ông/bà không công khai: chỉ cán bộ giải quyết được xem, không báo cho người bị phản ánh. Hồ sơ xin giấy tờ thì cần tên thật như trên căn cước.',
  ],
  [
    loosely(
      `an toàn (?:${NOT}|chứ|hả|đâu)|có an toàn|bảo mật|(?:lộ|rò rỉ|đánh cắp|bán|lấy cắp) (?:thông tin|dữ liệu|tài khoản|số|căn cước)|mất (?:thông tin|dữ liệu|tài khoản)|(?:lừa đảo|lừa|giả mạo|giả|scam) (?:${NOT}|hả|chứ|đây)|(?:có phải|phải) lừa|tin (?:được|nổi) ${NOT}|(?:có )?đáng tin|chính thống|chính chủ|thiệt ${NOT}|ai (?:xem|coi|đọc|thấy|giữ) (?:được )?(?:thông tin|dữ liệu|hồ sơ|số|căn cước|ảnh)`,
    ),
    `Đây là kênh dịch vụ công ${province.titled}. Thông tin của ông/bà được giữ kín, chỉ cán bộ giải quyết hồ sơ mới xem, và chỉ dùng cho việc này. Ở đây không bao giờ hỏi mật khẩu, mã OTP hay bắt chuyển tiền; số căn cước hiện lại được che bớt. Ông/bà xem và xóa được bất cứ lúc nào: nhắn “dữ liệu của tôi”.`,
  ],
  [
    loosely(
      `(?:dấu|mấy cái|cái|chỗ)? ?(?:chấm chấm|dấu chấm|chấm tròn|dấu sao|bị che|bị ẩn|sao che|che số|che bớt)|(?:số|căn cước|điện thoại)(?: .{0,20})? (?:bị (?:che|ẩn)|che mất|thiếu số|mất số|hiện ${NOT} (?:đủ|hết))`,
    ),
    'Các dấu chấm che bớt số để giữ riêng tư, phòng khi người khác cầm máy của ông/bà. Cán bộ vẫn nhận đủ số như ông/bà đã ghi.',
  ],
  [
    loosely(
      `(?:${I} )?(?:${NOT}|chưa|hổng) (?:có )?(?:biết|rành|thạo)(?: (?:đọc|viết|nhắn))* chữ|mù chữ|(?:đọc|viết|nhắn)(?: chữ)? (?:${NOT} (?:được|rành|nổi|thấy|giỏi)|chậm lắm)|(?:mắt|mắt mũi)(?: (?:kém|mờ|yếu|lòa|già|tèm nhem|${NOT} (?:thấy|tỏ|rõ))){1,2}|${NOT} (?:thấy|đọc) (?:chữ|được chữ|rõ)|(?:chữ|hình) nhỏ (?:quá|xíu)|(?:${NOT} )(?:rành|biết) (?:xài|dùng|sử dụng|bấm) (?:điện thoại|zalo|máy|mạng|công nghệ)|nói bằng miệng|nghe bằng lời`,
    ),
    'Ông/bà khó đọc hay khó viết cũng không sao: nhờ con cháu hoặc người quen nhắn giúp, tôi hỏi từng câu ngắn. Hoặc ông/bà gọi 1800 1096 (miễn phí) để nói chuyện với người, hay đến Trung tâm Phục vụ hành chính công của xã, phường: cán bộ đọc và ghi giúp.',
  ],
  [
    loosely(
      `(?:là )?(?:người|ai|bạn|em|anh|chị|đây|máy|robot|bot)(?: .{0,12})? (?:hay|hay là) (?:là )?(?:người|máy|robot|bot|người thật|ai)|(?:bạn|em|mày|đây|anh|chị|ad|bên này) là (?:ai|máy|robot|bot|ai vậy|người thật|trí tuệ)|(?:đang )?(?:nói chuyện|chat|nhắn) với (?:ai|máy|người|robot)|ai (?:đang )?(?:trả lời|nhắn(?: tin)?|nt|ib|chat|nói chuyện|tư vấn|đó|vậy|đây)(?= |$)|(?:máy|người|robot|bot) (?:trả lời|nói|nhắn)(?: (?:hả|vậy|à|hay sao))+|(?:ghét|ngán|chán|${NOT} (?:thích|muốn|ưa|chịu))(?: \\p{L}+){0,3} (?:với )?(?:máy|robot|bot)(?: (?:nói chuyện|trả lời|nữa|đâu))*$|chat ?gpt|trí tuệ nhân tạo|(?:có )?phải (?:là )?(?:máy|người thật|robot|cán bộ) (?:không|ko|hông|hong)`,
    ),
    `Tôi là máy trả lời tự động của kênh dịch vụ công ${province.titled}. Hồ sơ do cán bộ xem xét. Muốn gặp cán bộ, ông/bà nhắn “gặp người”.`,
  ],
  [
    loosely(
      `(?:rồi|xong|nộp|gửi|khai|làm)(?: (?:xong|rồi|thì|là))* (?:sao nữa|làm gì nữa|tới đâu|tiếp theo|rồi sao|thì sao nữa|chuyện gì|phải làm gì)|(?:bước|việc|câu) (?:tiếp theo|kế tiếp|sau)(?: .{0,10})? (?:gì|sao)|tiếp theo (?:là )?(?:gì|sao|làm)|(?:tới|đến|qua|sang) (?:bước|câu|phần) (?:gì|nào|mấy)|còn (?:bao nhiêu|mấy|nhiều) (?:câu|bước)|(?:mấy|bao nhiêu|nhiêu) (?:câu|bước) (?:nữa|vậy|lận)|còn (?:lâu|nhiều|dài) (?:nữa )?(?:${NOT}|hả)|(?:lâu|dài|nhiều) (?:câu )?(?:quá|dữ)(?: .{0,6})?$|sắp xong chưa`,
    ),
    'Ông/bà trả lời hết các câu, rồi xem lại tất cả trước khi gửi; chưa bấm gửi thì chưa có gì được nộp. Gửi xong có mã hồ sơ, cán bộ xem và báo ông/bà tại đây. Số bước còn lại ghi ở đầu mỗi câu.',
  ],
  [
    loosely(
      `(?:dùng|xài|sử dụng|nhắn|chat|vô)(?: \\p{L}+){0,3} (?:zalo|kênh|đây|này|ứng dụng|tin)(?: \\p{L}+){0,3} (?:tốn|mất|thu|tính|trả|trừ)(?: (?:gì|thêm|bao nhiêu))* (?:tiền|phí|cước)|(?:zalo|kênh|dịch vụ|nhắn|chat)(?: \\p{L}+){0,2} (?:miễn phí|free)(?: (?:${NOT}|hả|chứ))+`,
    ),
    'Nhắn tại đây miễn phí, chỉ tốn mạng của máy ông/bà. Lệ phí, nếu có, là của từng thủ tục và được báo trước khi nộp.',
  ],
  [
    loosely(
      '(?:cái|kênh|trang|zalo|app|chỗ|bên)(?: này| đây)? (?:làm|giúp|hỗ trợ|xin|nộp)(?: được)?(?: những| mấy)? (?:gì|việc gì|cái gì|giấy gì|thủ tục (?:gì|nào))|^(?:ở |tại )?(?:đây|này)? ?(?:làm|giúp|hỗ trợ) được (?:những |mấy )?(?:gì|việc gì|giấy gì|thủ tục (?:gì|nào))|có (?:những|mấy|các) (?:thủ tục|dịch vụ|giấy tờ|chức năng) (?:gì|nào)',
      '(?:hướng dẫn|chỉ|bày|dạy)(?: \\p{L}+){0,3} (?:cách )?(?:xài|dùng|sử dụng)(?: \\p{L}+){0,2} (?:zalo|kênh|app|này)|(?:xài|dùng|sử dụng) (?:cái )?(?:zalo|kênh|này)(?: \\p{L}+)? (?:sao|thế nào|làm sao|kiểu gì)',
    ),
    'Tại đây ông/bà làm được giấy tờ, thủ tục (khai sinh, kết hôn, tạm trú, giấy đi đường, hộ kinh doanh, trợ cấp…), tra cứu hồ sơ, phản ánh, đặt lịch hẹn, hỏi cán bộ. Ông/bà nhắn việc cần làm bằng lời thường, tôi hỏi từng câu; nhắn “menu” để xem danh sách, “trợ giúp” khi chưa rõ.',
  ],
  [
    loosely(
      '(?:giữ|lưu|cất)(?: \\p{L}+){0,3} (?:thông tin|dữ liệu|hình|ảnh|tin nhắn|căn cước)(?: \\p{L}+){0,4} (?:bao lâu|mấy (?:ngày|tháng|năm)|tới (?:khi nào|chừng nào)|mãi|hoài)|(?:thông tin|dữ liệu|hình|ảnh|tin nhắn)(?: \\p{L}+){0,4} (?:giữ|lưu|xóa) (?:bao lâu|khi nào|chừng nào|mấy)',
    ),
    'Tin nhắn, hồ sơ làm dở và ảnh chưa nộp được giữ tới khi ông/bà xóa: nhắn “xóa dữ liệu” lúc nào cũng được. Hồ sơ đã nộp được lưu theo Luật Lưu trữ nên không tự xóa được.',
  ],
  [
    loosely(
      `(?:rớt|mất|hết|đứt|cúp|yếu|hư) (?:mạng|pin|wifi|điện|sóng|3g|4g|máy)(?: .{0,24})? (?:mất|lưu|còn|giữ|làm lại|sao|được|${NOT})|(?:làm|khai|ghi)(?: \\p{L}+)? (?:dở|nửa chừng)(?: .{0,30})? (?:mất|lưu|còn|giữ|làm lại|sao)|(?:thoát|tắt|nghỉ)(?: \\p{L}+){0,3} (?:có )?(?:mất|lưu|còn)(?: \\p{L}+){0,3} ${NOT}`,
    ),
    'Không mất đâu: các câu đã trả lời được giữ lại. Lúc nào có mạng, ông/bà nhắn “làm tiếp” là làm tiếp từ câu đang dở.',
  ],
  [
    loosely(
      `${NOT} (?:có |biết |rành )*(?:xài |dùng )?(?:zalo|điện thoại|smartphone|facebook)(?: .{0,12})? (?:thì|mà|làm|sao|cách|được)(?: .*)?|${NOT} (?:biết|có) (?:xài|dùng) (?:zalo|điện thoại)`,
    ),
    'Ai không có Zalo thì con cháu, người thân nhắn giúp tại đây được (tôi hỏi là làm cho ai), hoặc đến trực tiếp Trung tâm Phục vụ hành chính công của xã, phường: cán bộ ghi giúp. Gọi 1800 1096 (miễn phí) cũng được hướng dẫn.',
  ],
  [
    loosely(
      '(?:số )?(?:hotline|đường dây nóng|tổng đài)(?! (?:vneid|điện lực|ngân hàng))|gọi (?:số nào|số mấy|điện thoại số)',
    ),
    'Tổng đài dịch vụ công: 1800 1096 (miễn phí). Ông/bà cũng nhắn được “hỏi cán bộ” để cán bộ trả lời tại đây, hoặc “gặp người”.',
  ],
]

const TELEPHONE_OF = loosely(
  '(?:số|sđt|sdt|điện thoại|đt|số máy|liên lạc|liên hệ|gọi)(?: (?:điện thoại|đt|sđt|sdt|máy|liên lạc|liên hệ|của|cho|với|bên|ủy ban|ubnd|công an|trung tâm))* (?:xã|phường)',
)

/** "Sđt của xã Đất Mũi": no public list has them, so the one line that answers everybody is named. */
function telephoneOf(said: string): string | undefined {
  const at = said.search(TELEPHONE_OF)
  const name = at < 0 ? undefined : /(?:xã|xa|phường|phuong) .{2,30}$/u.exec(said.slice(at))?.[0]
  if (name === undefined) return undefined
  const bare = name.replace(/ (?:là|la|số|so|mấy|may|bao nhiêu|nhiêu|gì|gi|vậy|vay|ạ|a|đi|di|với)(?= |$)/gu, '')
  const reading = commune.check(bare, { now: 0, answers: {} })
  const whose = reading.ok === false ? 'của xã, phường' : `của ${reading.shown}`
  return `Số máy riêng ${whose} tôi chưa có. Ông/bà gọi 1800 1096 (miễn phí), tổng đài nối hoặc chỉ giúp; hoặc nhắn “hỏi cán bộ” để cán bộ nơi đó trả lời tại đây.`
}

/** The answer to a question that has the same one at every step; undefined where it is none of these. */
export function answerToQuestion(text: string): string | undefined {
  if (text.length > 120) return undefined
  const said = composed(text)
    .toLowerCase()
    .replace(/[.,!?;:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return ANSWERED.find(([pattern]) => said.search(pattern) >= 0)?.[1] ?? telephoneOf(said) ?? answerOfUnits(text)
}
