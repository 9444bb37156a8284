import { exactly, loosely } from './loosely.ts'

export const KIN =
  '(?:con|cháu|bé|em bé|chồng|vợ|mẹ|má|ba|bố|cha|tía|ông|bà|em|anh|chị|chú|bác|cô|dì|người|trẻ|cụ|ngoại|nội|hàng xóm|bạn|nó|tôi|tui|mình)'
const WHOSE = '(?: (?:em|tôi|tui|mình|con|nhà|trai|gái|nội|ngoại|út|nhỏ|già|tui nó))?'
const NOW = '(?:đang|bị|mới|vừa|sắp|lại|có)'
const NOT = '(?:không|ko|k|hông|hổng|hong|chưa|hết)'
/** Somebody, as they are named by others. */
const SOMEBODY =
  '(?:em|tôi|tui|mình|con|cháu|bé|vợ|chồng|mẹ|má|ba|cha|bà|ông|chị|anh|đứa|thằng|trẻ|người|học sinh|công nhân|thợ|nạn nhân)'
const MUCH =
  '(?: (?:nhầm|lầm|lộn|trúng|phải|lỡ|đại|hết|cả|nguyên|một|1|ít|chút|mấy|hớp|ngụm|chai|viên|vỉ|lọ|nắm|cục|nửa|bậy|nguyên)){0,4}'
/** What is swallowed by mistake, or against oneself. */
const POISON =
  'thuốc (?:trừ |diệt |xịt )?(?:sâu|rầy|chuột|cỏ|độc|muỗi|kiến|gián|mối)|thuốc (?:tẩy|diệt|xịt)|bả chuột|dầu (?:hôi|lửa|hỏa|nhớt)|xăng|axit|hóa chất|nước (?:tẩy|javel|rửa \\p{L}+|lau \\p{L}+)|cá nóc|nấm độc|lá ngón|so biển'

/** A body that fails now: once somebody is cared for or it is told of another day, nobody has to be called. */
export const FAILING = loosely(
  `${KIN}${WHOSE} (?:${NOW} )?(?:đuối nước|sặc|ngạt|xỉu|ngất|bất tỉnh|hôn mê|mê man|co giật|khó thở|ngưng thở|ngừng thở|ngưng tim|ngừng tim|hấp hối|nguy kịch|vỡ ối|trúng độc|trúng thực|băng huyết)`,
  '(?:không|ko|hết|hổng|hông) (?:còn )?thở(?! (?:nổi với|ra))|thở (?:khò khè|thoi thóp|hổn hển|dốc)|bất tỉnh|khó thở|nguy kịch|hấp hối|(?:ngất|té|bị) xỉu|co giật|lên cơn giật|ngưng (?:thở|tim)|ngừng (?:thở|tim)|đau (?:thắt )?ngực|tức ngực|nhồi máu|đau tim|lên cơn (?:đau )?(?:tim|suyễn|hen|động kinh|co giật)|sốc phản vệ|đột quỵ(?! \\d)',
  '(?:ói|nôn|ho|ra|chảy) (?:ra )?máu (?:nhiều|không|quá|hoài|tươi|ào|đầm|lai láng|liên tục)|(?:ói|nôn|ho) ra máu|mất (?:nhiều )?máu|máu me|băng huyết|(?:hóc|hốc|mắc) (?:xương|dị vật|hạt|kẹo)|ngạt (?:khói|nước|khí|thở)',
  `tím tái|tím (?:ngắt|môi)|sốt (?:cao |tới |lên |đến ){0,2}(?:39|4[0-2])|nằm(?: \\p{L}+)? (?:im (?:không|ko|re|ru|lìm|luôn)|im$|đơ|thẳng cẳng|bất động)|(?:té|ngã|xe)(?: \\p{L}+){0,6} (?:nằm im|nằm đơ|im re|gãy cổ)|(?:chưa|không|ko) (?:thấy nổi(?: lên)?|nổi lên)$|hụt chân|mất tăm|sùi bọt|trợn (?:mắt|ngược)|(?:mắt|mặt) (?:trợn|tím)|máu (?:phun|xịt|chảy)|đứt (?:gân|mạch)|phóng điện|(?:mắc|bị|mà) nghẹn|không (?:nhúc nhích|cử động)|(?:gọi|kêu|lay) (?:hoài |mãi |mà )?(?:không|ko|hổng) (?:dậy|tỉnh|nghe|trả lời)|(?:uống|nuốt|ăn|hít)${MUCH} (?:${POISON})|nuốt${MUCH} (?:pin|đinh|kim|đồng xu|nam châm|dị vật)|(?:uống|nuốt) (?:nhầm|lộn|lầm)|uống (?:hết|cả|nguyên)(?: \\p{L}+)? (?:vỉ|lọ|chai|hộp|nắm|hũ|bịch) thuốc|(?:bị )?(?:bỏng|phỏng) (?:nước sôi|nặng|lửa|điện|xăng|gas|dầu|axit)|máu (?:chảy )?(?:ra )?(?:hoài|nhiều|quá|không cầm|lai láng)|đau bụng (?:dữ dội|quằn)|tuột huyết áp|(?:mặt|môi|người) (?:tái mét|tái xanh|xanh mét|xám ngoét)|ói xanh mặt|ăn (?:trúng|phải) độc|ăn (?:nấm|cóc|so|cá nóc)(?: \\p{L}+){0,4} (?:ói|mửa|nôn)|té (?:lầu|giếng|sông|kênh|ao|nằm|quỵ|lăn ra|bể đầu)|bất động(?! sản)`,
  'rắn(?: \\p{L}+){0,2} cắn|(?:bị )?(?:rắn|chó dại|ong vò vẽ|ong|sứa)(?: \\p{L}+){0,2} (?:cắn|đốt|chích)(?= .*(?:sưng|thở|nặng|tùm lum|con|bé|cháu|tôi|tui|em))|bị (?:rắn|chó dại|ong vò vẽ|sứa)(?: \\p{L}+){0,2} (?:cắn|đốt|chích)|điện(?: \\p{L}+){0,3} (?:giật|giựt)|(?:giật|giựt) điện|sét đánh',
  `(?:đứt|dập|cán|cưa)(?: \\p{L}+)? (?:lìa |đứt |gần )(?:\\p{L}+ )?(?:tay|chân|ngón)|đứt (?:tay|chân|ngón)(?: \\p{L}+)? lìa|(?:ngã|té|gục|khuỵu) (?:quỵ|gục|xuống)(?: \\p{L}+){0,3} (?:${NOT} biết gì|bất|${NOT} dậy)|ngã quỵ|bị thương (?:nặng|nhiều)|(?:có )?người (?:đang )?(?:sắp chết|hấp hối|nằm im)`,
  'trở dạ|đau đẻ|bể ối|rỉ ối',
)
/** Signs of a stroke: two of them, or one that came of a sudden. */
export const STROKE = [
  'méo (?:miệng|mặt|mồm)|miệng(?: \\p{L}+)? méo',
  'nói (?:đớ|ngọng|không (?:ra )?(?:được|tiếng|lời))|không nói (?:được|ra)',
  'đớ (?:lưỡi|ra)|đơ đơ|đớ đớ|rớt đũa|(?:mặt|mắt) (?:xệ|lệch|xếch)',
  '(?:liệt|yếu|tê|bại)(?: \\p{L}+)? nửa người|(?:tay chân|tay|chân)(?: \\p{L}+){0,2} (?:yếu|liệt|tê|xụi|rũ|xìu|buông thõng)(?: \\p{L}+)?',
].map((it) => loosely(it))
/** It came of a sudden, or today. */
export const SUDDEN = loosely(
  'tự nhiên|tự dưng|đột ngột|bỗng|thình lình|(?:hồi|từ|mới|lúc) (?:nãy|sáng|trưa|chiều|tối|khuya)|nãy giờ|mới đây|vừa mới',
)

/** Somebody is hurt, held or threatened by others. */
const VIOLENCE = [
  '(?:dọa|hăm|đòi|tính|định|sẽ|muốn)(?: \\p{L}+){0,2} giết|giết (?:tôi|tui|em|con|người|vợ|mẹ|má|cả nhà|chết)|bóp cổ(?! dân)|siết cổ|tạt axit|cầm (?:dao|mã tấu|rựa|súng|hung khí)|hung khí|nổ súng|bắn nhau|rượt (?:đánh|chém|đâm)|đâm chém|chém (?:nhau|người|tôi|tui|em|chết)',
  'bạo hành|(?:hành hạ|đánh đập) (?:đứa|con|trẻ|cháu|bé|vợ|mẹ|má|người)|đánh(?: \\p{L}+){0,3} (?:bầm|chảy máu|gãy|nhập viện|xỉu|tím mình)|hiếp dâm|hãm hiếp|cưỡng hiếp|cưỡng bức|xâm hại|dâm ô|sàm sỡ|giam giữ trái|bỏ đói|ép bán dâm|buôn người|lừa bán|bắt cóc',
  'bị cướp|cướp (?:xe|tiền|tiệm|nhà|điện thoại)|(?<!(?:như|kiểu) )cướp giật|(?:giật|giựt) (?:túi|dây chuyền|điện thoại|giỏ)|có (?:cướp|trộm(?! vía)|kẻ lạ|người lạ) (?:vào|vô|trong|đột nhập)|đột nhập',
  'đánh hội đồng|thừa sống thiếu chết|đánh túi bụi|(?:dụ|dỗ|lôi|bế|ẵm)(?: (?:dỗ|bắt))?(?: \\p{L}+)? (?:con|bé|cháu|trẻ|đứa)(?: \\p{L}+){0,2} (?:vô|vào|lên|đi|trước|qua|ra)|(?:con|bé|cháu|trẻ|đứa)(?: \\p{L}+){0,2} bị (?:\\p{L}+ ){0,2}(?:kéo|lôi|bắt|bế|chở) (?:lên|đi|mất)|(?:kẻ|thằng|ai|người lạ|người|trộm)(?: \\p{L}+){0,2} (?:trèo|leo|chui|lẻn)(?: \\p{L}+)? (?:vô|vào)|(?:trộm|cướp) (?:vô|vào)|dí dao|kề dao|tiếng súng|(?:đập|tát|đạp|bóp|rượt|chém) (?:vợ|con|em|tôi|tui|mẹ|má|bé)|sờ soạng|chuyện bậy|giở trò|đồi bại|quấy rối|gạ tình|(?:theo dõi|bám theo|rình) (?:em|tôi|tui) (?:tới|về|hoài|suốt)|(?:rình|bám theo|theo dõi)(?: \\p{L}+){0,3} nhà (?:em|tôi|tui)|(?:bắt|kéo|lôi|chở)(?: \\p{L}+)? (?:con|bé|cháu|đứa|trẻ)(?: \\p{L}+){0,2} (?:lên xe|đi mất|lên ghe)|bị(?: \\p{L}+){0,3} (?:theo dõi|bám theo|rình)(?: \\p{L}+){0,3} nhà|cạy cửa|phá cửa|(?:ăn )?trộm (?:đang|vào|vô)|^(?:ăn |kẻ )?(?:trộm|cướp)$',
  `làm (?:bậy|nhục|hại)(?: với)? ${SOMEBODY}|hại đời|bị(?: \\p{L}+){0,4} hiếp(?! đáp)|ép (?:\\p{L}+ )?(?:ngủ|quan hệ|tình)(?! hình)`,
  `(?:nhốt|giam|xích|trói|cột)(?: cổ| chặt)? (?:hai |mấy |cả |2 )?${SOMEBODY}|(?:nhốt|giam|giữ|khóa cửa|bắt|lừa|dụ|gạt|bán)(?! (?:giấy|căn cước|hồ sơ|xe|tiền))(?: \\p{L}+){0,7} ${NOT} cho(?: \\p{L}+)? (?:ra(?! giấy)|về|thoát|vô bờ|vào bờ|liên lạc|đi đâu)`,
  '(?:bị )?(?:bán|lừa|dụ|gạt|ép)(?: \\p{L}+){0,2} (?:qua|sang) (?:campuchia|cam|trung quốc|lào|miến điện|myanmar|thái|bên kia)|tiền chuộc',
  '(?:xã hội đen|giang hồ|côn đồ|tụi nó|bọn nó|bọn đòi|băng nhóm|mấy thằng|tụi (?:cho vay|đòi))(?: \\p{L}+){0,4} (?:kéo (?:tới|đến|vô)|xông (?:vô|vào|tới)|bao vây|vây (?:nhà|đánh)|tạt sơn|đập phá)|đập phá nhà|kéo (?:tới|đến)(?: \\p{L}+){0,2} (?:đòi nợ|đập|đánh)',
  'tống tiền',
]
/** Pictures of somebody, and that they will be shown unless. */
export const BLACKMAIL = [
  '(?:dọa|hăm|đe|đòi|bắt)(?! đền)|(?:không|nếu không) thì',
  '(?:tung|đăng|phát tán|rải|up|gửi)(?! (?:ký|kí))(?=.*(?:lên|mạng|facebook|clip|video|hình|ảnh|phim|gia đình))|tung clip',
  'hình(?: ảnh)? (?:nhạy cảm|nóng|khỏa thân|riêng tư)|ảnh (?:nhạy cảm|nóng|nude|khỏa thân|riêng tư)|clip|video|quay lén|nude|sex|hình (?:của )?(?:em|tôi|tui)',
].map((it) => loosely(it))
/** A house, a boat, a road: fire, gas, water, wires, earth. */
const CALAMITY = [
  'hỏa hoạn|phát hỏa|bốc (?:cháy|lửa|khói)|lửa bén|bén lửa|cháy lan|phát nổ|khói(?: \\p{L}+){0,2} đen|khói (?:nghi ngút|mù mịt(?! mỗi))|khói (?:bốc|bay)(?: \\p{L}+){0,2} (?:quá trời|từ|lên|ngút|mù)|(?:nghe )?tiếng nổ (?:lớn|to|kinh)',
  'vỡ (?:đê|đập)|bể (?:đê|bờ bao)|nước tràn (?:vô|vào) (?:xóm|nhà)|khói(?: \\p{L}+){0,6} không (?:chạy|thoát|ra)|trôi (?:dạt )?(?:ngoài|giữa|trên|ra) (?:biển|sông|ngoài|xa|khơi)|sóng (?:đánh|cuốn|dập) (?:trôi|chìm|úp|lật)|mắc cạn|nước (?:tràn )?(?:vô|vào) (?:ghe|tàu|xuồng)|(?:ghe|tàu|xuồng)(?: \\p{L}+){0,2} (?:bị )?(?:nước vô|vô nước)|mất liên lạc (?:ngoài|trên|giữa)|(?:ngập|nước|lên)(?: \\p{L}+){0,2} (?:tới|đến|lên|qua) (?:nóc|cổ|mái|ngực|đầu(?! gối))|(?:tốc|bay) (?:mái|nóc)',
  'chìm xuồng(?= (?:rồi|ở|ngoài|trên|cứu)|$)|(?:lật|úp) xuồng|(?:chìm|lật|úp) (?:ghe|tàu|thuyền|vỏ|xe|phà|đò|sà lan|ca nô)|(?:ghe|tàu|xuồng|thuyền|vỏ|phà|xe|đò|sà lan|ca nô)(?: (?!máy nghỉ)\\p{L}+){0,4} (?:bị |đang |sắp )?(?:chìm|lật)|(?:nước|lũ|sóng) cuốn',
  '(?:nhà|tường|trường|mái|giàn giáo)(?: \\p{L}+){0,2} sập|cầu(?: (?!sắp)\\p{L}+){0,2} sập|sập (?:nhà|cầu|tường|mái|giàn)|(?:vùi|chôn) lấp|bị (?:đất |cát )?(?:lấp|vùi)|(?<!hồ sơ )mắc kẹt|kẹt (?:bên )?trong$|kẹt (?:trong|dưới) (?:nhà|thang máy|xe|nước|đám cháy)',
  `(?:cây|trụ|cột|cẩu|cần cẩu|tường|giàn|đá|đất|xe)(?: \\p{L}+){0,5} (?:đè|trúng|lấp)(?: \\p{L}+)? (?:${SOMEBODY}|nhà|xe)|sạt lở(?=.* (?:cuốn|xuống sông|đang|sập|trôi|người))`,
  'nổ (?:bình |bồn )?(?:gas|ga|khí)|(?:rò rỉ|xì|rò) (?:khí )?gas|gas (?:bị )?(?:xì|rò)|mùi gas(?: nồng| nặc)|dây điện (?:bị )?(?:đứt|rớt|rơi)|đứt dây điện|rò (?:rỉ )?điện|điện(?: \\p{L}+){0,2} (?:tóe|xẹt) lửa|chập điện(?: \\p{L}+){0,2} (?:cháy|nổ|tóe|xẹt)',
]
/** Somebody, not a card, fell into the water. */
export const FELL = loosely(
  '(?:rơi|té|ngã|lọt|rớt|nhảy) xuống (?:sông|kênh|rạch|ao|giếng|biển|mương|hồ|hầm|cống|nước|vuông|đìa)|té (?:hồ bơi|hồ)',
)
export const THING_FELL = loosely(
  '(?:căn cước|thẻ|giấy|giấy tờ|điện thoại|máy|bóp|ví|chìa khóa|sổ|sim|hồ sơ|túi|giỏ|bảng số|biển số|bằng lái)(?: (?!(?:con|bé|cháu|em)(?! (?:bị|tôi|tui))(?!\\p{L}))\\p{L}+){0,4} (?:rơi|té|ngã|lọt|rớt) xuống',
)
/** Somebody is told of who harms themselves. */
export const OTHERS_SELF_HARM = loosely(
  '(?:có|thấy|phát hiện|gặp)(?: \\p{L}+){0,4} (?:treo cổ|thắt cổ|nhảy (?:cầu|sông|lầu)|cắt (?:cổ )?tay)|(?:xác|thi thể)(?: \\p{L}+)? (?:người|trôi|nổi|chết)',
)
export const CALLS = loosely(
  '(?<!(?:nghiên|tra|truy|khảo) )cứu (?:với|tôi|tui|em|con|cháu|người|mạng|gấp|bé|giúp|mẹ|má|ba|vợ|chồng|bà|ông)|(?:la|kêu) cứu|sos|^(?:cứu+ ?)+$|^cứu (?:với|bồ)?$|^help(?: help)+$|(?:rất |tình huống )khẩn cấp$|^khẩn cấp$|nguy hiểm (?:quá |lắm )?cứu|(?<!(?:can|could|would|will) (?:you|u|anyone|someone) )(?:help me please|please help me)$|emergency',
)
/** What else somebody may be saved from who calls out so. */
export const OF_FORMS = loosely(
  'câu (?:này|đó|hỏi)|ghi (?:sao|gì)|khai|đơn|hồ sơ|giấy(?: tờ)?|thủ tục|mẫu|app|bấm|nhập|bước (?:này|nào)|khó quá|rối|không hiểu|điền|mã|nút',
)
/** Nobody says these of a paper: only a year long past or a lesson takes them back. */
export const ACTS = loosely(
  ...VIOLENCE,
  ...CALAMITY,
  'chết đuối',
  '(?:call|need) (?:the |an )?(?:police|ambulance|fire (?:brigade|truck|department))|on fire|house fire|drowning|drowned|kidnapped|heart attack|not breathing|unconscious|bleeding (?:badly|a lot|to death)|(?:been|was|were|is) (?:robbed|stabbed|shot|raped|attacked)|in danger',
  '(?:gọi|kêu|cần) (?:giúp )?(?:tôi |em |tui )?11[1345]|(?:gọi|kêu|cần|kiu|điện)(?: (?:giúp|giùm|dùm|tui|tôi|em|con|gấp))* (?:xe )?(?:công an|cứu hỏa|cấp cứu|cứu thương|cứu hộ|cứu nạn)(?! (?:gọi|xã|phường|kêu))|^cứu hộ (?:giùm|giúp|gấp)',
)
export const ACTS_MARKED = exactly(
  '(?:nhà|quán|chợ|rừng|xe|tiệm|kho|trường|phòng|ghe|tàu|trọ|xưởng|bếp|trạm|bình gas)(?: (?!phòng(?!\\p{L})|phó|bán|đồ)\\p{L}+){0,3} (?:đang |bị |bốc )?cháy(?! (?:hàng|vé|túi|nắng|máy|phim|bugi|bóng|đồng hồ|khét))|cháy (?:nhà|lớn|quán|chợ|rừng|kho|xe|tiệm|dữ|to)|cháy rồi|^cháy$|(?<!(?:phòng|ngừa) )(?:có|bốc|lửa|đang) cháy(?! (?:nổ|hết|hàng|vé|túi))|đám cháy',
  'đánh (?:đập )?(?:em|tôi|tui|con|vợ|mẹ|má|cháu|trẻ|bé|người|chết)(?! (?:giá|số|tôm|cá|vần|dấu))|(?:trẻ|bé|cháu|con|vợ|em|mẹ|má|tôi|tui|người|học sinh)(?: \\p{L}+){0,2} bị (?:(?:người ta|chồng|cha|mẹ|nó|họ|chủ|ai)(?: \\p{L}+)? )?(?:đánh(?! (?:giá|dấu|số|thuế|rớt|cắp|mất|tráo))|nhốt|bỏ đói|hành hạ|đâm|chém|bắn|xích|trói)|bị (?:đánh(?! (?:giá|dấu|số|thuế|rớt|cắp|mất|tráo|vần|bóng))|đâm(?! đơn)|chém|trói|bắn(?! tốc))|bị nhốt|bị (?:\\p{L}+ ){1,2}đánh(?! (?:giá|dấu|số|thuế|rớt|cắp|mất|tráo|vần|bóng|máy))|đánh (?:đập )?nó|đánh nhau(?! với (?:giấy|cái|app|máy|thủ))',
  `${KIN}${WHOSE} (?:${NOW} )?nghẹn|sờ (?:con|bé|cháu|mó|ngực|đùi|em (?:tui|tôi|gái))|chuyển dạ|vỡ ối|sắp (?:đẻ|sanh)|đau bụng đẻ|bị bỏng|bị phỏng|có (?:cướp|trộm(?! vía))`,
)
/** On a keyboard without marks "chay" is also "chạy" and "danh" also "danh sách". */
export const ACTS_UNMARKED = exactly(
  '^cuu$|^cuu voi|^cap cuu|^tai nan|(?:nha|quan|cho)(?: \\p{L}+){0,2} (?:dang |bi |boc )chay|(?:nha|quan|cho) chay|chay roi|dang chay (?:nha|cho|quan|rung|lon|du)|(?:nha|quan)(?: (?:toi|tui|em|hang xom|ben canh))? chay (?:roi|cuu|lon|het|rui)|chay (?:nha|rung|kho)|co chay(?! (?:xe|duoc|chot|qua|khong|ko|bo|bang))|(?<!phong )(?:boc|lua) chay|chay (?:lon|roi cuu|nha)|dam chay',
  '(?:chong|vo|cha|ba|no|ong|thang)(?: (?:em|toi|tui|do|kia|xa|dang|no|lai|doi|hay))* danh (?:dap )?(?:em|tui|toi|con|me|ma|vo)(?! (?:sach|muc|gia))|danh nhau|danh dap|bi danh dap|bi (?:dam|chem|tron)|bi nhot|vo oi (?:roi|som)|(?:dang|dau) (?:bung )?de(?= (?:roi|qua|rot)|$)|vo(?: (?:toi|tui|em))? sap (?:de|sanh)|co (?:cuop|trom(?! via))',
)
