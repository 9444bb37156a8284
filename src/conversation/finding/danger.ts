import { exactly, isUnmarked, loosely } from './loosely.ts'

const KIN =
  '(?:con|cháu|bé|em bé|chồng|vợ|mẹ|má|ba|bố|cha|tía|ông|bà|em|anh|chị|chú|bác|cô|dì|người|trẻ|cụ|ngoại|nội|hàng xóm|bạn|nó|tôi|tui|mình)'
const WHOSE = '(?: (?:em|tôi|tui|mình|con|nhà|trai|gái|nội|ngoại|út|nhỏ|già|tui nó))?'
const NOW = '(?:đang|bị|mới|vừa|sắp|lại|có)'
/** Somebody who cannot look after themselves, and whose they are. */
const KIN_OF =
  '(?:con|cháu|bé|trẻ|đứa|thằng|em bé|mẹ|má|ba|bà|ông|người)(?: (?:em|tôi|tui|mình|con|nhà|trai|gái|nội|ngoại|út|nhỏ|già|bé|ta|nó|lớn|\\d+|tuổi)){0,4}'
const MUCH =
  '(?: (?:nhầm|lầm|lộn|trúng|phải|lỡ|đại|hết|cả|nguyên|một|1|ít|chút|mấy|hớp|ngụm|chai|viên|vỉ|lọ|nắm|cục|nửa|bậy|nguyên)){0,4}'
/** What is swallowed by mistake, or against oneself. */
const POISON =
  'thuốc (?:trừ |diệt |xịt )?(?:sâu|rầy|chuột|cỏ|độc|muỗi|kiến|gián|mối)|thuốc (?:tẩy|diệt|xịt)|bả chuột|dầu (?:hôi|lửa|hỏa|nhớt)|xăng|axit|hóa chất|nước (?:tẩy|javel|rửa \\p{L}+|lau \\p{L}+)|cá nóc|nấm độc|lá ngón|so biển'

/** Nobody says these of a paper: only a year long past or a lesson takes them back. */
const ACTS = loosely(
  '(?<!(?:nghiên|tra|truy|khảo) )cứu (?:với|tôi|tui|em|con|cháu|người|mạng|gấp|bé|giúp)|kêu cứu|sos|chết đuối|bắt cóc|hỏa hoạn',
  '(?:dọa|hăm|đòi|tính|định|sẽ|muốn)(?: \\p{L}+){0,2} giết|giết (?:tôi|tui|em|con|người|vợ|mẹ|má|cả nhà|chết)|bóp cổ|siết cổ|tạt axit|cầm (?:dao|mã tấu|rựa|súng|hung khí)|hung khí|nổ súng|bắn nhau|rượt (?:đánh|chém|đâm)|đâm chém|chém (?:nhau|người|tôi|tui|em|chết)',
  'bạo hành|(?:hành hạ|đánh đập) (?:đứa|con|trẻ|cháu|bé|vợ|mẹ|má|người)|đánh(?: \\p{L}+){0,3} (?:bầm|chảy máu|gãy|nhập viện|xỉu|tím mình)|phát hỏa|bốc (?:cháy|lửa)|hiếp dâm|hãm hiếp|cưỡng hiếp|cưỡng bức|xâm hại|dâm ô|sàm sỡ|giam giữ trái|bỏ đói|ép bán dâm|buôn người|lừa bán',
  'bị cướp|cướp (?:giật|xe|tiền|tiệm|nhà|điện thoại)|giật (?:túi|dây chuyền|điện thoại|giỏ)|có (?:cướp|trộm|kẻ lạ|người lạ) (?:vào|vô|trong|đột nhập)|đột nhập',
  `${KIN}${WHOSE} (?:${NOW} )?(?:đuối nước|sặc|ngạt|xỉu|ngất|bất tỉnh|hôn mê|mê man|co giật|khó thở|ngưng thở|ngừng thở|ngưng tim|ngừng tim|hấp hối|nguy kịch|vỡ ối|trúng độc|trúng thực|băng huyết)`,
  '(?:không|ko|hết|hổng|hông) thở (?:được|nổi)|bất tỉnh|khó thở|nguy kịch|hấp hối|(?:ngất|té|bị) xỉu|co giật|ngưng (?:thở|tim)|ngừng (?:thở|tim)|đau (?:thắt )?ngực|tức ngực|nhồi máu|đau tim|lên cơn (?:đau )?(?:tim|suyễn|hen|động kinh|co giật)|sốc phản vệ|đột quỵ(?! \\d)',
  '(?:ói|nôn|ho|ra|chảy) (?:ra )?máu (?:nhiều|không|quá|hoài|tươi|ào|đầm|lai láng|liên tục)|(?:ói|nôn|ho) ra máu|mất (?:nhiều )?máu|băng huyết|(?:hóc|hốc|mắc) (?:xương|dị vật|hạt|kẹo)|ngạt (?:khói|nước|khí|thở)',
  `tím tái|tím (?:ngắt|môi)|sốt (?:cao |tới |lên |đến ){0,2}(?:39|4[0-2])|nằm im (?:không|ko)|không (?:nhúc nhích|cử động)|(?:gọi|kêu|lay) (?:hoài |mãi |mà )?(?:không|ko|hổng) (?:dậy|tỉnh)|(?:uống|nuốt|ăn|hít)${MUCH} (?:${POISON})|nuốt${MUCH} (?:pin|đinh|kim|đồng xu|nam châm|dị vật)|(?:uống|nuốt) (?:nhầm|lộn|lầm)|(?:bị )?(?:bỏng|phỏng) (?:nước sôi|nặng|lửa|điện|xăng|gas|dầu|axit)|máu (?:chảy )?(?:ra )?(?:hoài|nhiều|quá|không cầm|lai láng)|đau bụng (?:dữ dội|quằn quại)|ăn (?:trúng|phải) độc|té (?:lầu|giếng|sông|kênh|nằm|quỵ|lăn ra|bể đầu)|bất động(?! sản)`,
  'dí dao|kề dao|tiếng súng|(?:đập|tát|đạp|bóp|rượt|chém) (?:vợ|con|em|tôi|tui|mẹ|má|bé)|sờ soạng|chuyện bậy|giở trò|quấy rối|gạ tình|theo dõi (?:em|tôi|tui) (?:tới|về|hoài|suốt)|cạy cửa|phá cửa|(?:ăn )?trộm (?:đang|vào|vô)|^(?:ăn |kẻ )?(?:trộm|cướp)$|bị (?:bán|lừa|dụ) (?:qua|sang) (?:campuchia|cam|trung quốc|lào|miến điện|myanmar)',
  'trôi (?:dạt )?(?:ngoài|giữa|trên) (?:biển|sông)|mắc cạn|nước (?:tràn )?(?:vô|vào) (?:ghe|tàu|xuồng)|(?:ghe|tàu|xuồng)(?: \\p{L}+){0,2} (?:bị )?(?:nước vô|vô nước)|ngập (?:tới|đến|lên|qua) (?:nóc|cổ|mái|ngực|đầu)|(?:tốc|bay) mái|khói (?:nghi ngút|mù mịt)|^(?:rất |tình huống )?khẩn cấp$|nguy hiểm (?:quá |lắm )?cứu|đi đâu mất (?:từ|rồi|tiêu)',
  'rắn(?: \\p{L}+){0,2} cắn|bị (?:rắn|chó dại|ong vò vẽ|sứa)(?: \\p{L}+){0,2} (?:cắn|đốt|chích)|điện giật|sét đánh',
  'chìm xuồng(?= (?:rồi|ở|ngoài|trên|cứu)|$)|(?:rơi|té|ngã|lọt|rớt|nhảy) xuống (?:sông|kênh|rạch|ao|giếng|biển|mương|hồ|hầm|cống|nước)|(?:lật|úp) xuồng|(?:chìm|lật|úp) (?:ghe|tàu|thuyền|vỏ|xe|phà)|(?:ghe|tàu|xuồng|thuyền|vỏ|phà|xe)(?: (?!máy nghỉ)\\p{L}+){0,2} (?:bị |đang |sắp )?(?:chìm|lật)|(?:nước|lũ|sóng) cuốn',
  '(?:nhà|tường|trường|mái|giàn giáo)(?: \\p{L}+){0,2} sập|cầu(?: (?!sắp)\\p{L}+){0,2} sập|sập (?:nhà|cầu|tường|mái|giàn)|(?:vùi|chôn) lấp|mắc kẹt|kẹt (?:trong|dưới) (?:nhà|thang máy|xe|nước|đám cháy)|cây (?:đổ|ngã|đè)(?: \\p{L}+){0,2} (?:đè|trúng) (?:người|nhà)',
  'nổ (?:bình |bồn )?(?:gas|ga|khí)|(?:rò rỉ|xì|rò) (?:khí )?gas|gas (?:bị )?(?:xì|rò)|mùi gas(?: nồng| nặc)|dây điện (?:bị )?(?:đứt|rớt|rơi)|đứt dây điện|rò (?:rỉ )?điện|chập điện (?:cháy|nổ|tóe|xẹt)',
  'trở dạ|sinh rớt|đẻ rớt|đau đẻ|bể ối|rỉ ối',
  `(?:lạc|đi lạc|bị lạc) (?:mất )?(?:con|cháu|bé|mẹ|má|ba|bà|ông)|${KIN_OF} (?:${NOW} |đi )?lạc(?! (?:đường|quan|hậu|tay|nhau|hướng))|(?:không|ko|chưa|hổng|hông) (?:thấy|tìm (?:thấy|được|ra)) (?:con|cháu|bé|mẹ|má|ba|cha|chồng|vợ)(?! (?:dấu|số|mộc|đâu cần))`,
  `${KIN_OF} (?:không|ko|hông|hổng) (?:thấy|biết) (?:ở |đi )?đâu|${KIN_OF}(?: \\p{L}+){0,2} đi (?:mất|đâu)(?: .{0,20})? (?:chưa|không|hông|ko) (?:thấy )?về|${KIN_OF}(?: \\p{L}+){0,2} đi mất (?:tiêu|từ|rồi|hồi)`,
  '(?:call|need) (?:the |an )?(?:police|ambulance|fire (?:brigade|truck|department))|on fire|house fire|drowning|drowned|kidnapped|heart attack|not breathing|unconscious|bleeding (?:badly|a lot|to death)|(?:been|was|were|is) (?:robbed|stabbed|shot|raped|attacked)|in danger|(?<!(?:can|could|would|will) (?:you|u|anyone|someone) )(?:help me please|please help me)$|emergency',
  '(?:gọi|kêu|cần) (?:giúp )?(?:tôi |em |tui )?11[1345]|gọi (?:giúp )?(?:công an|cứu hỏa|xe cấp cứu|cấp cứu)',
)
const ACTS_MARKED = exactly(
  '(?:nhà|quán|chợ|rừng|xe|tiệm|kho|trường|phòng|ghe|tàu|trọ|xưởng|bếp|trạm|bình gas)(?: (?!phòng(?!\\p{L})|phó)\\p{L}+){0,3} (?:đang |bị |bốc )?cháy(?! (?:hàng|vé|túi|nắng|máy|phim|bugi|bóng|đồng hồ|khét))|cháy (?:nhà|lớn|quán|chợ|rừng|kho|xe|tiệm|dữ|to)|cháy rồi|^cháy$|(?<!(?:phòng|ngừa) )(?:có|bốc|lửa|đang) cháy(?! (?:nổ|hết|hàng|vé|túi))|đám cháy',
  'đánh (?:đập )?(?:em|tôi|tui|con|vợ|mẹ|má|cháu|trẻ|bé|người|chết)(?! (?:giá|số|tôm|cá|vần|dấu))|(?:trẻ|bé|cháu|con|vợ|em|mẹ|má|tôi|tui|người|học sinh)(?: \\p{L}+){0,2} bị (?:(?:người ta|chồng|cha|mẹ|nó|họ|chủ|ai)(?: \\p{L}+)? )?(?:đánh(?! (?:giá|dấu|số|thuế|rớt|cắp|mất|tráo))|nhốt|bỏ đói|hành hạ|đâm|chém|bắn|xích|trói)|bị (?:đánh(?! (?:giá|dấu|số|thuế|rớt|cắp|mất|tráo|vần|bóng))|đâm(?! đơn)|chém|trói|bắn(?! tốc))|bị nhốt|đánh nhau',
  `${KIN}${WHOSE} (?:${NOW} )?nghẹn|sờ (?:con|bé|cháu|mó|ngực|đùi|em (?:tui|tôi|gái))|chuyển dạ|vỡ ối|sắp (?:đẻ|sanh)|đau bụng đẻ|bị bỏng|bị phỏng|có (?:cướp|trộm)`,
)
/** On a keyboard without marks "chay" is also "chạy" and "danh" also "danh sách". */
const ACTS_UNMARKED = exactly(
  '^cuu$|^cuu voi|^cap cuu|^tai nan|(?:nha|quan|cho)(?: \\p{L}+){0,2} (?:dang |bi |boc )chay|(?:nha|quan|cho) chay|chay roi|dang chay (?:nha|cho|quan|rung|lon|du)|(?:nha|quan)(?: (?:toi|tui|em|hang xom|ben canh))? chay (?:roi|cuu|lon|het|rui)|chay (?:nha|rung|kho)|co chay(?! (?:xe|duoc|chot|qua|khong|ko|bo|bang))|(?<!phong )(?:boc|lua) chay|chay (?:lon|roi cuu|nha)|dam chay',
  '(?:chong|vo|cha|ba|no|ong|thang)(?: (?:em|toi|tui|do|kia))? danh (?:dap )?(?:em|tui|toi|con|me|ma|vo)(?! (?:sach|muc|gia))|danh nhau|danh dap|bi danh dap|bi (?:dam|chem|tron)|bi nhot|vo oi (?:roi|som)|(?:dang|dau) (?:bung )?de(?= (?:roi|qua|rot)|$)|vo(?: (?:toi|tui|em))? sap (?:de|sanh)|co (?:cuop|trom)',
)

/** Words of a danger that are as often told long after, of a paper, a programme or a post that is paid. */
const NEWS = loosely(
  'cấp cứu|tai nạn|tông (?:xe|trúng|phải|chết)|đụng (?:xe|trúng)|(?<!hay )té xe|lật xe|đuối nước|mất tích|chết người|chập điện|xác (?:chết|người|trôi)|ngộ độc|trúng thực|tai biến|bạo lực|(?:vợ|con|em|chị|bầu|sản phụ)(?: \\p{L}+){0,3} sắp (?:sinh|sanh|đẻ)|bỏ nhà đi|gãy (?:chân|tay|cổ|xương)|phỏng nặng|bỏng nặng',
  '(?:bỏ rơi|vứt bỏ|bỏ) (?:em bé|trẻ|đứa (?:bé|nhỏ)|bé sơ sinh|con đỏ|sơ sinh)|(?:em bé|trẻ|bé|đứa nhỏ|sơ sinh|con|cháu)(?: \\p{L}+){0,2} bỏ rơi',
)
const PAPER = loosely(
  'giấy|thủ tục|hồ sơ|bảo hiểm|bhyt|bhxh|trợ cấp|chế độ|hưởng|bồi thường|khai sinh|khai tử|chứng tử|trích lục|tạm trú|căn cước|thai sản|tuyên bố|khuyết tật|đăng ký|xác nhận|phí|tờ khai|liệt sĩ|thăm (?:con|cháu|bà con|chị|em|mẹ|bạn)',
  'phòng chống|phòng tránh|phòng ngừa|ngăn ngừa|phòng|sơ cấp cứu|sơ cứu|tập huấn|lớp|diễn tập|tuyên truyền|quỹ|thống kê|báo cáo|tỉ lệ|tỷ lệ|số (?:vụ|ca)|hay xảy ra|thường xảy ra|nhiều vụ|dễ (?:gây|bị|xảy)|gây|nguy cơ|sợ|kẻo|xe cấp cứu|khoa|bệnh án|bệnh mãn|di chứng',
)
/** A hospital to get to now outweighs a paper that is asked for. */
const UNDERWAY = loosely(
  `cấp cứu(?= (?:${KIN}|gấp|ngay|liền|qua|ở bệnh viện|bệnh viện))|(?:đưa|chở|đi)(?: \\p{L}+){0,4} (?:cấp cứu|bệnh viện|đi viện|nhập viện|nhà thương|đi sinh|đi sanh|đi đẻ)|ngay bây giờ|khẩn cấp|mới (?:bị|vừa)|đang bị`,
)
const LONG_AGO = loosely(
  'năm (?:ngoái|trước|rồi|kia|\\d+)|tháng (?:trước|rồi)|tuần (?:trước|rồi)|hồi (?:nhỏ|xưa|đó|trước|năm|tháng|còn)|trước đây|ngày xưa|lúc trước|hồi chiến tranh|chiến tranh',
)
const LESSON = loosely(
  'phòng chống|phòng tránh|phòng ngừa|ngăn ngừa|phòng cháy|sơ cấp cứu|sơ cứu|tập huấn|lớp (?:học|dạy|bơi|kỹ năng)|diễn tập|tuyên truyền|thống kê|báo cáo|tỉ lệ|tỷ lệ|bảo hiểm|nghị định|mức phạt|phim|truyện',
)

/** Something is asked for because of what happened. */
const WANTED = loosely(
  '(?:xin|làm|cất|sửa|cấp|đăng ký|dựng)(?: \\p{L}+){0,2} lại|làm lại|hỗ trợ|bồi thường|trợ cấp|xin phép|giấy phép|(?:có|được) (?:được )?giúp|xin (?:giấy|cấp)',
)
const STILL = loosely('đang|cứu|kẹt|gọi|114|gấp|lan|kế bên|bên cạnh')
/** Whoever died of it needs no help any more: their papers are asked for. */
const DEATH_PAPER = loosely('khai tử|chứng tử|báo tử|mai táng|(?:mất|chết|qua đời|tử vong) (?:do|vì|bởi|tại)')

const ELSEWHERE = /救命|着火|失火|ភ្លើងឆេះ/u

/** One sentence as `sentencesOf` gives it: is a life or a home in danger now? */
export function endangers(sentence: string): boolean {
  if (sentence.search(DEATH_PAPER) >= 0 && sentence.search(PAPER) >= 0 && sentence.search(UNDERWAY) < 0) return false
  const isAct =
    sentence.search(ACTS) >= 0 ||
    ELSEWHERE.test(sentence) ||
    sentence.search(ACTS_MARKED) >= 0 ||
    (isUnmarked(sentence) && sentence.search(ACTS_UNMARKED) >= 0)
  if (isAct) return sentence.search(LONG_AGO) < 0 && sentence.search(LESSON) < 0
  if (sentence.search(NEWS) < 0 || sentence.search(LONG_AGO) >= 0) return false
  return sentence.search(PAPER) < 0 || (sentence.search(UNDERWAY) >= 0 && sentence.search(LESSON) < 0)
}

/** "Nhà sập rồi, cất lại có cần xin phép": it is over, and something is asked for because of it. */
export const asksAfterwards = (sentence: string): boolean => sentence.search(WANTED) >= 0 && sentence.search(STILL) < 0
