import { exactly, isUnmarked, loosely } from './loosely.ts'

const SELF = '(?:tôi|tui|tao|mình|em|con|cháu|chị|anh|tớ|toi)'
const NOT = '(?:không|hông|hổng|khong|ko|k|kh|khum|hem|hok|chẳng|chả|hết|đâu)'
const POISON =
  'uống (?:(?:bao nhiêu|mấy|hết|cả|một|1) (?:viên |chai |vỉ |nắm |lọ )?)?thuốc (?:trừ )?(?:sâu|rầy|chuột|cỏ|độc|ngủ)'
/** An act against oneself that has no other meaning. "Tự tử" itself needs its marks: "tu tu" is also "từ từ", slowly. */
const DEED = `tự (?:sát|sác|vẫn|vẩn|thiêu|đốt|kết liễu)|quyên sinh|kết liễu|(?:treo|thắt) cổ|nhảy (?:cầu|sông|lầu)|(?:cắt|rạch) (?:cổ )?(?:tay|mạch máu)|${POISON}`
const TU_TU = '(?:t[ựụư] t[ửữứủưu]|tu t[ửữứủ]|tựtử|tutu)(?! (?:tập|hành|dưỡng|sửa|tại|học))'
const LIFE =
  '(?:cuộc đời|cuộc sống|mạng sống|cõi đời|cõi trần|đời mình|đời này|thế giới này|thế gian|trần gian|trần thế)'
const PARTING = [
  'ra đi (?:mãi mãi|vĩnh viễn|thanh thản)',
  'biến mất (?:khỏi|mãi mãi|vĩnh viễn|trên đời)',
  `(?:kết thúc|chấm dứt|từ bỏ|rời bỏ|lìa bỏ|rời xa|lìa xa|lìa|rời|từ giã|giã từ|thoát khỏi|buông bỏ|bỏ) (?:khỏi )?${LIFE}`,
  'kết thúc (?:tất cả|mọi thứ|hết)',
  'ngủ (?:mãi|luôn|một giấc)(?: \\p{L}+){0,2} (?:không|khỏi|đừng) (?:bao giờ )?(?:thức|tỉnh|dậy)',
  'ngủ mãi mãi|biến mất$|lìa đời|xuống suối vàng',
].join('|')
const ACT = `chết|chếc|chít|ch[e3]t|${DEED}|${PARTING}|(?:tự )?làm (?:hại|đau) (?:mình|bản thân|chính mình)|tự hại|giải thoát`
const WANTING =
  'muốn|mún|đòi|định|tính|có ý định|nghĩ (?:đến|tới)|tìm cách|dọa|ước gì|ước|phải|thích|quyết định|đành|toan'
const FILLER = `(?:${SELF}|đi|được|sẽ|nên|tự|thôi|luôn|cho|phải|mau|nhanh|quá|về|việc|chuyện|cái)`

/** Said by somebody about themselves or somebody near. Nothing around excuses it but a figure in the same sentence. */
const NEED = loosely(
  `(?<!${NOT} (?:có )?|chưa )(?:${WANTING}) (?:${FILLER} ){0,2}(?:${ACT})`,
  `${SELF} (?:(?:sẽ|đang|sắp|chắc|cũng|mang con|ôm con|đi|xin|thà|vừa|đã|mới|lỡ|chỉ) ){0,2}(?:${DEED}|${PARTING})`,
  `(?<!(?:khi|nếu|lúc|ngày|mai) )${SELF} (?:chắc |có lẽ |chỉ |cũng |thà |rồi )?(?:sẽ |sắp |phải )?(?:đi )?chết (?:mất|đây|đi|cho|luôn|quách|phứt|thôi|còn|cũng|vì)`,
  `(?:chắc|có lẽ|để|cho|xin|ước gì|thà) ${SELF} (?:sẽ |phải |được |xin )?chết`,
  `${SELF} (?:chắc |sẽ |sắp |đi |sẽ đi |thà |đáng )chết`,
  `sẽ chết (?:chung|cùng)|(?:chỉ )?còn (?:nước|cách|đường) chết|(?:chỉ )?(?:có )?chết (?:mới|là) (?:hết|xong|yên|khỏe|thoát)`,
  `chết (?:đi |luôn )?cho (?:xong|rồi|nhẹ|khỏe|khuất|hết|đỡ|yên|rảnh|sướng|mấy|nó|ông|bà|tụi|mọi|vừa)|chết (?:quách|phứt)|thà chết|chết (?:đi )?còn (?:hơn|sướng|khỏe)|sống (?:mà )?${NOT} bằng chết`,
  `${NOT} (?:còn )?(?:muốn|mún|thiết|ham|đáng|nên|thích|cần)(?: tha)?(?: gì)?(?: được)? (?:sống(?! (?:chung|với|cùng|ở(?! trên)|tại|nhờ|xa|gần))|tồn tại|trên đời)`,
  `đừng sống|đáng sống(?! (?:chung|với|cùng|ở(?! trên)|tại|nhờ|xa|gần|bên|trong|ngoài|một mình|nhà|đây))|${NOT} (?:còn )?(?:lý do|lí do|lẽ|động lực|hy vọng|đường|ý chí)(?: gì| nào)?(?: để)? sống|(?:hết|mất) (?:đường|lẽ) sống`,
  `(?:chán|hết) sống(?! (?:nổi |được )?(?:chung|với|cùng))|chán đời|sống (?:${NOT}|làm sao|sao) nổi|sống (?:để )?(?:làm )?(?:gì|chi) (?:nữa|cho)|sống (?:để )?làm (?:gì|chi)|sống (?:thật |quá |là )?vô nghĩa|sống ${NOT} còn (?:ý nghĩa|nghĩa|gì)`,
  `${NOT} thể (?:tiếp tục sống|sống (?:tiếp|nữa|được nữa))|(?:mệt mỏi|chán|tuyệt vọng|bế tắc) (?:với |vì |trong )?(?:cuộc sống|cuộc đời|sống)|(?:cuộc sống|cuộc đời|đời)(?: \\p{L}+){0,2} (?:vô nghĩa|bế tắc|tuyệt vọng)`,
  `buông (?:xuôi|bỏ) (?:tất cả|mọi thứ|hết)|tuyệt vọng|cùng quẫn|nghĩ quẩn|làm liều tự|${NOT} (?:còn |có )?lối thoát(?! hiểm)|đừng cứu ${SELF}|thư tuyệt mệnh|${NOT} ai (?:cần|thương) ${SELF} (?:nữa|hết)`,
  `vĩnh biệt (?:mọi người|cả nhà|cuộc|thế|ba|má|mẹ|cha|con|em|anh|chồng|vợ)|(?:từ giã|giã từ|rời) ${LIFE}`,
  `chết (?:\\p{L}+ ){1,4}(?:${NOT} đau|nhẹ nhàng|êm ái)|thuốc (?:\\p{L}+ ){0,4}(?:thì|là|để) chết|cách (?:để )?chết`,
  `đổ xăng tự (?:thiêu|đốt)|(?:cho|để|xin) (?:${SELF} )?(?:được )?chết(?: (?:đi|luôn|quách))?$|${NOT} (?:muốn|mún) (?:phải )?(?:thức|tỉnh) dậy|${NOT} còn (?:${SELF} (?:trên đời|nữa)|(?:ở )?trên (?:đời|cõi))|(?:cuộc đời|đời) (?:${SELF} )?(?:coi như |vậy là |thế là )?hết(?: rồi)?$`,
  `(?:đứng|leo|lên|trên|ra)(?: \\p{L}+){0,2} (?:cầu|lầu|sân thượng|nóc|mái|cột|trụ|tháp|tầng \\d+)(?: \\p{L}+){0,2} nhảy(?: xuống)?|(?:muốn|định|đòi|sẽ) (?:lao|đâm) (?:vào|vô|xuống|ra)(?: đầu)? (?:xe|sông|tàu|biển)|(?:muốn|định|đòi) đập đầu|uống (?:cả|hết|nguyên) (?:vỉ|lọ|chai|nắm|hộp|hũ) thuốc|thuốc tu tu|(?:muốn|mún|đi) die|kms`,
  'suicide|suicidal|(?:want|going|wanna|ready|wish) to die|wanna die|kill(?:ing)? myself|end my life|(?:dont|don t|do not|not) want to (?:live|be alive)|hurt myself',
)
/** Languages of the province that leave no space between words: Hoa, Khmer. */
const NEED_ELSEWHERE = /自[杀殺]|想死|不想活|ចង់ស្លាប់|សម្លាប់ខ្លួន/u
const NEED_MARKED = exactly(
  `(?<!(?:không|chưa|chẳng|ko|k) (?:có )?)(?:${WANTING}|muon) (?:${FILLER} ){0,2}${TU_TU}`,
  `${SELF} (?:(?:sẽ|đang|sắp|chắc|cũng|mang con|ôm con|đi|xin|thà|vừa|đã|mới|lỡ) ){0,2}${TU_TU}`,
)
/** On a keyboard without marks: "tôi từ từ làm" goes on after its "tu tu". */
const NEED_UNMARKED = exactly(
  `(?:muon|mun|doi|dinh|tinh|co y dinh|tim cach|nghi (?:den|toi)|se|sap|doa) (?:di )?tu tu(?! (?:lam|noi|di|gui|tra|ke|hoi|sua|nhap|doc|coi|xem|tinh|ghi|viet|nop|den|toi|chut|thoi|roi|bo|dong|chuyen))`,
)

/** The word itself: despair, unless a paper, a figure or an old matter is told of. */
const WORD = exactly(TU_TU, 'tự (?:sát|vẫn)')
const TOLD = loosely(
  'tỉ lệ|tỷ lệ|số (?:vụ|ca|người)|vụ|thống kê|phòng chống|phòng ngừa|ngăn ngừa|tuyên truyền|báo cáo|bài báo|báo chí|phim|truyện|sách',
  'khai tử|chứng tử|báo tử|trích lục|mai táng|tử tuất|bảo hiểm|thừa kế|di chúc|năm (?:ngoái|trước|rồi|kia|\\d+)|tháng (?:trước|rồi)|tuần trước|hồi|trước đây|ngày xưa',
)
const FIGURE = loosely(
  'tỉ lệ|tỷ lệ|số (?:vụ|ca|người)|thống kê|phòng chống|phòng ngừa|ngăn ngừa|tuyên truyền|báo cáo|bài báo|phim|truyện',
)
const SPEAKER = loosely('tôi|tui|mình')

/** "Mệt muốn chết", "cười chết mất": how the south says very. Hunger, heat and queues may have somebody between. */
const VERY = loosely(
  '(?:mệt|gấp|vội|bận|kẹt|rối|mỏi|đuối|dơ|nực|nhức|vui|sợ|ngại|ngượng|mắc cỡ|khó|đẹp|cưng|thương|yêu|ngon|tức|giận|bực|hồi hộp|lo|cay|mặn|chua|thúi|say) (?:quá |gần |đến |tới |lắm )?(?:muốn|mún) chết',
  '(?:nóng|lạnh|mắc|cho (?:lau|hoai|mai|doi|met)|đợi|đói|khát|xa|hôi|ồn|chậm|đông|bụi|kẹt|ngứa|thèm|cười|lâu|nắng|đắt)(?: (?:lâu|nóng|lạnh|cười|bụng|nước|ngứa|xe|quá|trời|lắm|ghê|gần|đến|tới|mà|thấy)){0,3}(?: (?:tôi|tui|em|mình|con))?(?: chắc)?(?: (?:tôi|tui|em|mình|con))? (?:(?:muốn|mún) )?chết',
  '(?:vui|sợ|đẹp|cưng|thương|yêu|ngon|ngại|ngượng|mắc cỡ|tức|bực|ghét)(?: quá| lắm)? chết (?:mất|được|đi|luôn|thôi|khiếp)',
  '(?:tai|đầu|mắt|tay|chân|lưng|cổ|họng|bụng|óc) (?:quá |gần |đến |tới )?(?:muốn|mún) chết|(?:muốn|mún) chết (?:ngộp|ngạt|chìm|cười|đói|khát|nóng|lạnh|rét)',
)
/** Unmarked these may be "cho", "nó", "mẹ". */
const VERY_MARKED = exactly(
  '(?:chờ|no|mê|nhớ)(?: (?:lâu|hoài|mãi|quá|mệt|gần|đến|tới|mà)){0,3}(?: (?:tôi|tui|em|mình))? (?:(?:muốn|mún) )?chết',
)
/** Plants, beasts and things die too. */
const DYING =
  '(?: (?!(?:tôi|tui|toi|mình|minh|em|con|cháu)(?!\\p{L}))\\p{L}+){0,3}(?: (?:tôi|tui|em|con|mình)(?= (?:sắp|bị|đang)))? (?:muốn|đòi|sắp|đang|bị|sẽ) chết'
const NO_PERSON = loosely(
  `(?:cây|lúa|tôm|cua|vịt|heo|trâu|rau|hoa|máy|xe|pin|điện thoại|nghêu|kiểng|dừa|chuối|lươn|ba khía)${DYING}`,
  'chết (?:cười|máy|lâm sàng|đói|khát|đuối|khiếp|cha|mẹ|bà|tiệt|dở|mê)',
)
/** "Cho" is also to let and "ca" a case, so these keep their marks. */
const NO_BEAST = exactly(`(?:chó|bò|cá|gà|mèo|sò|hàu|ốc|ếch|chim|ong|mạ)${DYING}`)
/** Somebody else's death is told of, for a paper. */
const OTHERS_DEED = loosely(
  '(?:ba|bố|cha|má|mẹ|ông|bà|anh|chị|em|vợ|chồng|con|cháu|chú|bác|cô|dì|cậu)(?: (?:trai|gái|nội|ngoại|ruột|rể|dâu))? (?:tôi|tui|em|con|mình) (?:đã )?(?:tự (?:tử|sát|vẫn)|treo cổ|thắt cổ|nhảy (?:cầu|sông)|uống thuốc (?:sâu|rầy|chuột))(?=.{0,80}(?:năm (?:ngoái|trước|rồi|\\d)|tháng (?:trước|rồi)|tuần trước|hồi|khai tử|chứng tử|trích lục))',
)

/** One sentence as `sentencesOf` gives it: is somebody tired of living, or about to harm themselves? */
export function despairs(sentence: string): boolean {
  const meant = [VERY, VERY_MARKED, NO_PERSON, NO_BEAST, OTHERS_DEED].reduce(
    (rest, told) => rest.replace(told, ' - '),
    sentence,
  )
  const isNeed =
    meant.search(NEED) >= 0 ||
    meant.search(NEED_MARKED) >= 0 ||
    NEED_ELSEWHERE.test(meant) ||
    (isUnmarked(meant) && meant.search(NEED_UNMARKED) >= 0)
  if (isNeed) return meant.search(FIGURE) < 0 || meant.search(SPEAKER) >= 0
  return meant.search(WORD) >= 0 && meant.search(TOLD) < 0
}
