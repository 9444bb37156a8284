import { composed } from '../../kernel/text.ts'
import { readCommand } from '../words/commands.ts'
import { foldWords } from '../words/courtesy.ts'
import type { Command } from '../words/payload.ts'
import { loosely, sentencesOf } from './loosely.ts'

/** What a free sentence wants of the conversation itself. `later`: put it away. `wait`: a moment, here. `explain`: not understood. `anew`: all of it once more. */
export type Steering = Command | 'later' | 'wait' | 'explain' | 'anew'

const I = '(?:tôi|tui|em|con|mình|anh|chị|chú|bác|cô|cháu|bà|ông)'
const PLEASE = `(?:(?:dạ|à|ừ|ờ|thôi|vậy|thì|ơi|em|anh|chị|cho|xin|làm ơn|giùm|giúp|dùm|muốn|cần|được|phải|để|${I}|kêu|gọi|nối máy|chuyển máy|bấm|nhờ|có thể|hãy) )*`
const NOT = '(?:không|ko|k|hông|hổng|hong|hok|chẳng|chả|khỏi|hết)'
const END =
  '(?: (?:đi|nha|nhé|nghe|ạ|với|em|anh|chị|luôn|giùm|dùm|giúp|cái|vậy|rồi|đâu|được không|được ko|dc ko|dc k|được hông|thôi|nữa|đã|chút|xíu|tí|ơi|con|cháu|quá|á|đó|hén|hen|nhen|hả|cho (?:tôi|tui|nhanh|lẹ|chắc|xong)))*'

const DOING =
  '(?:làm|đi|xin|nộp|gửi|chấm|phản ánh|kiến nghị|hỏi|khai sinh|đánh giá|đăng ký|cần|muốn|khai|điền|trả lời|nhập|ghi|đặt|hẹn|mở|đặt lịch|làm giấy|làm hồ sơ|xin giấy)'
const WHAT =
  '(?: (?:nữa|đâu|giấy(?: này)?|cái này|hồ sơ(?: này)?|thủ tục(?: này)?|việc này|tiếp|làm|đi|vụ này|chuyện này))*'

const PATTERNS: readonly (readonly [Steering, RegExp])[] = [
  [
    'person',
    loosely(
      `${PLEASE}(?:gặp|nói chuyện(?: trực tiếp)?(?: với)?|nói (?:với|bằng miệng với)|kết nối(?: với)?|liên hệ(?: với)?|trao đổi(?: với)?|gặp trực tiếp) (?:với )?(?:được )?(?:một |1 )?(?:người(?: thật| thiệt| khác| phụ trách| ta)?|cán bộ|nhân viên|ai đó|ai|tổng đài|tổng đài viên|con người|người ta|lãnh đạo|anh chị|mấy anh chị|cô chú cán bộ)${END}`,
      `${PLEASE}(?:gọi|kêu|cho) (?:người|cán bộ|nhân viên|ai đó) (?:thật |thiệt )?(?:ra |vào |vô |tới |lên )?(?:nói chuyện|trả lời|giúp|hỗ trợ|nói|tiếp|gặp)${END}`,
      `${PLEASE}(?:có )?(?:người|cán bộ|nhân viên|ai) (?:thật |thiệt )?(?:nào )?(?:trả lời|trực|hỗ trợ|tiếp|giúp|nói chuyện|đó|ở đó)(?: (?:được|tôi|tui|em))* (?:không|ko|hông|hong|hk|hok)${END}`,
      `${PLEASE}(?:số|sđt|điện thoại|hotline|đường dây nóng)(?: điện thoại)?(?: của)? (?:cán bộ|tổng đài|hỗ trợ|nóng|trung tâm)(?: là| số)*(?: mấy| gì| nhiêu| bao nhiêu)*${END}`,
      `${PLEASE}(?:${NOT} )?(?:muốn )?(?:nói chuyện|chat|nhắn) với (?:máy|robot|bot)${END}`,
    ),
  ],
  [
    'anew',
    loosely(
      `${PLEASE}(?:(?:xóa|bỏ|hủy) (?:hết|sạch)(?: (?:rồi|đi|trơn|luôn|mấy cái này))* )?(?:làm|khai|ghi|điền|nhập|bắt đầu|viết|trả lời)(?: (?:lại|hết|hồ sơ|cái|giấy|đơn|này))* (?:lại hết|từ đầu|từ đầu tới cuối|lại cái mới)${END}`,
      `${PLEASE}(?:xóa|bỏ|hủy) (?:hết|sạch)(?: (?:rồi|đi|trơn|luôn|mấy cái này))* (?:làm|khai|ghi|điền|nhập) lại${END}`,
      '(?:please )?(?:start|begin)(?: all)? (?:over|again|anew)(?: please)?|restart',
    ),
  ],
  [
    'cancel',
    loosely(
      '(?:please |i want to )?(?:stop|cancel|abort)(?: (?:it|this|that|now|please|all|everything))*',
      `${PLEASE}(?:hủy|bỏ(?! qua)|dẹp|xóa|ngưng|dừng)(?: (?:cái |việc |luôn |hết |bỏ |giùm |cái hồ sơ |hồ sơ |giấy |thủ tục |đơn |này |đó |làm |lại |nó |giúp ))*(?: (?:hồ sơ|giấy|đơn|thủ tục|việc|cái này|này|đó|hết))*${END}`,
      `(?:chưa )?${PLEASE}(?:(?:đổi ý|suy nghĩ lại|nghĩ lại) (?:rồi )?)?(?:thôi )?(?:${I} )?${NOT} (?:còn )?${DOING}${WHAT} (?:nữa|đâu|luôn)${END}`,
      `${PLEASE}(?:đổi ý|suy nghĩ lại)(?: rồi)?(?: (?:thôi|${I}))* ${NOT} ${DOING}${WHAT}${END}`,
      `(?:dạ |à |ừ )?thôi (?:${I} )?(?:${NOT}) ${DOING}${WHAT}${END}`,
      `(?:dạ |à |ừ )?thôi (?:khỏi|bỏ|dẹp|hủy|nghỉ)(?: (?:chấm|đánh giá|đi|luôn|làm|nha|vậy|cần))*${END}`,
      `${PLEASE}(?:(?:đổi ý|suy nghĩ lại|nghĩ lại|hồi nãy bấm lộn)(?: (?:rồi|thì|là))* )?(?:thôi )?(?:${I} )?${NOT} (?:có |còn |muốn )*(?:đồng ý|cho phép|(?:cho|đưa|khai)(?: (?:lấy|dùng|xài|lưu|coi|xem|biết|ai))* thông tin)(?: (?:nữa|đâu|gì|hết|luôn|cho|mấy người))*${END}`,
      `${PLEASE}(?:rút|thu|hủy|lấy)(?: (?:lại|hồi|cái|lời|sự|vụ|chữ|câu))* (?:đồng ý|cho phép)(?: (?:hồi nãy|lúc nãy|nãy|vừa rồi|đó|trên|này|kia))*${END}`,
      `(?:${I} )?khỏi (?:làm|đi|chấm|đánh giá|xin|cần|nộp|đăng ký)${WHAT}${END}`,
    ),
  ],
  [
    'later',
    loosely(
      `${PLEASE}(?:(?:để|chắc|thôi|vậy|hẹn) )*(?:mai mốt|mai|mốt|lát|chút|tí|xíu|hồi|bữa khác|hôm khác|khi khác|lúc khác|dịp khác|chiều|(?!tôi)tối|sáng mai|tuần sau|ngày mai|bữa sau|lần sau|sau|rảnh|khi nào rảnh|lúc nào rảnh)(?: (?:nữa|này|sau|rồi|khác|có|${I}))* (?:làm|điền|ghi|nộp|khai|trả lời|tính|nhắn|gửi|vô|vào|quay lại|hãy|coi|viết)(?: (?:tiếp|lại|sau|hay|tính|nữa|tiếp tục))*${END}`,
      `${PLEASE}(?:làm|điền|ghi|nộp|khai|trả lời|tính|gửi|coi|viết)(?: (?:tiếp|nốt))? (?:sau|bữa khác|hôm khác|lúc khác|khi khác)${END}`,
      `${PLEASE}(?:để|cho)(?: ${I})? (?:sau|mai|mốt|bữa khác|hôm khác|lúc khác|khi khác|lát|chút nữa|hồi)(?: (?:nữa|này|sau))*${END}`,
      `${PLEASE}(?:tạm dừng|tạm ngưng|tạm nghỉ|cất (?:lại|đi|đó)|lưu (?:lại|đó)|giữ (?:đó|lại giùm)|nghỉ (?:chút|tí|xíu|đã|tay)|bận rồi|(?:giờ |đang )?bận(?: quá| việc| lắm)?|hết giờ rồi|(?:giờ )?phải đi (?:rồi|làm|đón|chợ|công chuyện|nấu cơm))(?: (?:để|mai|lát|chút) .{0,30})?${END}`,
      `${PLEASE}(?:để|đợi|chờ)(?: ${I})? (?:kiếm|tìm|lấy|hỏi|coi|xem|bàn|về|đi)(?: (?:lại|với|giấy|giấy tờ|ý|thử|căn cước|thẻ))*(?: (?:chồng|vợ|má|mẹ|ba|cha|con|nhà|gia đình|người nhà|chủ nhà|chủ trọ|ông xã|bà xã|anh|chị|em|${I}))+(?: (?:đã|rồi|xong|cái|.{0,20} (?:đã|rồi|tính|làm|nộp|nhắn))).{0,20}`,
      `${PLEASE}(?:để|đợi|chờ)(?: ${I})? (?:kiếm|tìm|lấy|hỏi)(?: (?:lại|giấy|giấy tờ|thẻ|căn cước|sổ|cái|số|cho chắc))* (?:đã|rồi (?:nhắn|làm|nộp|ghi|trả lời|gửi|tính)(?: (?:lại|tiếp|sau))*)${END}`,
    ),
  ],
  [
    'wait',
    loosely(
      `${PLEASE}(?:khoan|từ từ|chờ|đợi|thong thả|gượm)(?: (?:đã|chút|xíu|tí|tẹo|lát|một|1|cái|${I}|khoan|gửi|nộp|có))*${END}`,
      `${PLEASE}(?:để|cho)(?: ${I})? (?:coi|xem|đọc|kiểm tra|dò|suy nghĩ|nghĩ|nhớ|tính)(?: (?:lại|kỹ|thử|cái|chút|xíu|tí|đã|cho chắc|một|lượt|nữa))*${END}`,
      `${PLEASE}(?:chưa|đừng|khoan|khoan hãy|${NOT}) (?:có )?(?:gửi|nộp|đặt)(?: (?:vội|liền|nha|được|bây giờ|lúc này))*${END}`,
    ),
  ],
  [
    'back',
    loosely(
      `${PLEASE}(?:quay|trở|lùi|lui|về|đi|lộn|lật)(?: (?:lại|về|lui|ngược|qua))*(?: (?:một|1|cái|${I}))* (?:câu|bước|mục|chỗ|phần|khúc|đoạn)(?: (?:hỏi|trước|hồi nãy|lúc nãy|nãy|vừa rồi|ban nãy|trên|cũ|đó|kia))+${END}`,
      `${PLEASE}(?:quay|trở|lùi|lui|back|lật|lộn)(?: (?:lại|về|lui|ngược|ra sau))* (?:một|1|hai|2|mấy|vài) (?:câu|bước|cái|nấc|nhịp|mục|khúc)${END}`,
      `${PLEASE}(?:quay|trở|lùi|lui)(?: (?:lại|về|lui|ngược|ra sau))+${END}`,
      `${PLEASE}(?:quay|trở|lùi|lui|back)(?: (?:lại|về))* (?:chọn|ghi|nhập|bấm|trả lời|coi|xem)(?: lại)?${END}`,
      `${PLEASE}(?:back(?: lại)?|go back|lui lại|trở lui)${END}`,
      `${PLEASE}câu (?:hồi nãy|lúc nãy|trước|vừa rồi|ban nãy)${END}`,
      `${PLEASE}(?:trả lời|ghi|nhập|chọn|khai|điền|viết|bấm|coi|xem|hỏi) lại (?:cái |cho |giùm )*(?:câu|bước|mục|chỗ|phần|khúc)(?: (?:hỏi|trước|hồi nãy|lúc nãy|nãy|vừa rồi|ban nãy|trên|cũ|kia|đây))+${END}`,
      '(?:please )?(?:go (?:back )?to )?(?:the )?(?:previous|prev)(?: (?:question|step|one))?',
    ),
  ],
  [
    'menu',
    loosely(
      `${PLEASE}(?:về|ra|vô|vào|mở|quay (?:lại|về)|trở (?:lại|về)|đến|coi|xem|cho)(?: (?:lại|cái|${I}))* (?:trang chủ|(?:cái )?menu(?: chính| đầu)?|mục lục|màn hình (?:chính|đầu|ngoài)|đầu trang|danh sách(?: chính| thủ tục)?|trang chính|trang đầu|ngoài)${END}`,
      `${PLEASE}(?:thoát|exit|quit|thoát ra)(?: (?:ra|khỏi|ngoài|hết|cái|này|đây|việc|hồ sơ))*${END}`,
      `${PLEASE}làm (?:việc|chuyện|cái) khác${END}`,
      `(?:cái |ra )?(?:trang chủ|menu|mục lục) (?:chính|đầu)${END}`,
    ),
  ],
  [
    'resume',
    loosely(
      `${PLEASE}(?=.*(?:nãy|dở|dang))(?:làm|tiếp tục|tiếp)(?: (?:tiếp|tục|cái|hồ sơ|giấy|việc|đơn|hồi nãy|lúc nãy|nãy|đang|dở|dang|còn|kia|đó|này))+${END}`,
      `${PLEASE}(?:làm|tiếp tục|điền|ghi|hỏi|khai)(?: (?:hồ sơ|giấy|cái))?(?: tiếp| tục| dở| hồ sơ dở)+${END}`,
      `${PLEASE}tiếp tục${END}`,
    ),
  ],
  [
    'why',
    loosely(
      `(?:mà |ủa |sao |rồi )*(?:hỏi|cần|lấy|ghi|khai|bắt|đòi|xin|biết|nhập|đưa)(?: (?:cái|câu|số|này|đó|mấy|thông tin|căn cước|tên|chi tiết|vậy|${I}))* (?:để )?(?:làm )?(?:gì|chi)(?: (?:vậy|dữ|thế|ta|trời|hả|nhiều|lắm))*${END}`,
      `(?:ủa |mà )*(?:vì |tại |làm )?sao (?:lại |phải |cần |mà )*(?:hỏi|cần|ghi|khai|đòi|bắt|nhập|có|gửi|nộp|chụp|bổ sung|cho)(?: .{0,30})?`,
      `(?:ủa |mà )*(?:để|dùng)(?: (?:làm|cái này))* (?:chi|gì)(?: (?:vậy|dữ|thế|ta|trời|hả|z))*${END}`,
      `(?:bắt buộc|cần thiết|nhất thiết|có cần) (?:phải )?(?:ghi |khai |trả lời |nhập )?(?:không|ko|hông|hong)${END}`,
    ),
  ],
  [
    'explain',
    loosely(
      `${PLEASE}(?:${NOT} |chưa |hổng )(?:có )?(?:hiểu|rõ|rành|thông)(?: (?:câu|gì|lắm|ý|này|hỏi|cho|là|sao|nói|đâu|chỗ|từ|chữ|cái|hết|trơn|ông|bà|em|anh|chị))*${END}`,
      `(?:ủa |dạ |mà |cái này |câu này |vậy |này )*(?:là|nghĩa|nghĩa là|ý là|tức là|có nghĩa)(?: là)? (?:sao|gì|như nào|như thế nào|làm sao|cái gì|chi|ntn)(?: (?:vậy|thế|ta|hả|${NOT} hiểu|z))*${END}`,
      `(?:${I} )?${NOT} biết (?:ghi|trả lời|điền|khai|nhập|viết|chọn|làm|bấm|nói)(?: (?:cái|như|sao|gì|nào|thế|làm|cho đúng|mục|tiếp|làm sao|chỗ))*${END}`,
      `(?:ghi|điền|khai|trả lời|nhập|viết|chọn|bấm|hỏi|kể|chụp|gửi|đo|tính|đếm|tả|vẽ)(?: (?:cái|như|câu này|làm|kiểu))* (?:sao cho (?:đúng|rõ|phải)|sao|gì|thế nào|như nào|nào|ntn)(?: (?:vậy|ta|hả|đây|bây giờ|z))*${END}`,
      `${PLEASE}(?:giải thích|nói rõ|nói lại|chỉ|hướng dẫn|hỗ trợ|giúp)(?: (?:rõ|hơn|câu|này|lại|${I}|cách|ghi|làm|với|dùm|giùm|coi|từng bước))*${END}`,
      `(?:cho )?(?:xin )?ví dụ(?: (?:đi|coi|như thế nào|sao|cho dễ hiểu))*${END}`,
    ),
  ],
]

/** Unmistakable whatever is asked for: nobody tells a story with them. */
const UNMISTAKABLE: Readonly<Partial<Record<Command, ReadonlySet<string>>>> = {
  menu: new Set(['menu', 've menu', 'trang chu', 've trang chu', 'bat dau lai', '/start', '0']),
  back: new Set(['quay lai', 'lui lai', 'tro lai', 'cau truoc']),
  cancel: new Set(['huy', 'huy bo', 'huy di', 'huy ho so', 'thoi huy', 'thoi huy di']),
  help: new Set(['tro giup', 'help', '?']),
  person: new Set([
    'gap nguoi',
    'gap nguoi that',
    'gap can bo',
    'gap nhan vien',
    'toi muon gap nguoi',
    'toi muon gap can bo',
  ]),
  why: new Set(['vi sao', 'vi sao hoi', 'tai sao hoi', 'sao hoi', 'sao lai hoi']),
}

/** A steering word that can be no answer, also where any sentence is one. */
export function readUnmistakable(text: string): Command | undefined {
  const command = readCommand(text)
  if (command === undefined) return undefined
  return UNMISTAKABLE[command]?.has(foldWords(text)) || UNMISTAKABLE[command]?.has(text.trim().toLowerCase())
    ? command
    : undefined
}

const MOST = 90

const SENTENCES = PATTERNS.map(([steering, whole]) => ({
  steering,
  whole,
  begins: new RegExp(`^${whole.source}`, 'u'),
}))

/** What a whole message wants of the conversation, in whatever words; undefined where it is about something else. */
export function readSteering(text: string): Steering | undefined {
  if (text.length > MOST) return undefined
  const said = sentencesOf(composed(text)).join(' ')
  if (said === '') return undefined
  // Hardly a message begins like that, and only one that does is looked through.
  return SENTENCES.find(({ begins, whole }) => begins.test(said) && said.replace(whole, ' ').trim() === '')?.steering
}
