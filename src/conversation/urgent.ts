import { beginningOf, composed, fold } from '../kernel/text.ts'

/** Somebody's life or home is in danger now. With marks, for "chạy" is no fire; without them only what means nothing else. */
const DANGER =
  /cứu (?:với|tôi|tui|em|con|cháu|người|mạng|gấp)|cấp cứu|(?:nhà|quán|chợ|rừng|xe)(?: (?!phòng)\p{L}+){0,3} (?:đang |bị )?cháy|cháy (?:nhà|rồi|lớn|quán|chợ|rừng)|hỏa hoạn|hoả hoạn|tai nạn|đuối nước|chết đuối|bắt cóc|đánh (?:em|tôi|tui|con|vợ|mẹ|má|cháu|trẻ|bé)|(?:trẻ|bé|cháu|con)(?: \p{L}+){0,2} bị (?:đánh|nhốt|bỏ đói|bỏ rơi|hành hạ)|dọa giết|doạ giết|đâm chém|bạo hành|bạo lực|bị cướp|xâm hại|hiếp dâm|đột quỵ|bất tỉnh|khó thở|uống thuốc (?:trừ )?(?:sâu|rầy|chuột|cỏ|độc)|gọi (?:giúp )?11[1345]|(?<!phòng )(?:có|bốc|lửa) cháy(?! (?:nổ|hết hạn))|rắn cắn|điện giật|(?:ngất|té|bị) xỉu|co giật|chảy máu (?:nhiều|không)|(?:rơi|té|ngã|lọt) xuống (?:sông|kênh|rạch|ao|giếng|biển)|(?:chìm|lật) (?:ghe|tàu|xuồng|thuyền|vỏ)|nổ (?:bình )?gas|(?:rò rỉ|xì) gas|(?:bị|đang) ngộ độc|(?:con|cháu|bé|chồng|vợ|mẹ|má|ba|cha)(?: (?:tôi|tui|em))? (?:bị )?mất tích|bị nhốt|bị đánh(?! (?:giá|dấu|số|thuế))|có (?:cướp|trộm)|(?:đánh|chém) nhau/u
const UNMARKED_DANGER =
  /^(?:cuu|cuu voi.*|cuu toi.*|cap cuu.*|tai nan.*)$|(?:^| )(?:dang chay nha|chay nha|nha dang chay|nha bi chay|(?:chong|vo|cha|ba)(?: (?:em|toi|tui))? danh (?:em|tui|toi|con|me|ma)|duoi nuoc|chet duoi|bat coc|bao hanh|xam hai|hiep dam|doa giet|uong thuoc (?:tru )?(?:sau|ray|chuot)|(?<!phong )(?:boc|lua) chay|ran can|dien giat|(?:ngat|te) xiu|co giat|(?:chim|lat) (?:ghe|tau|xuong)|no (?:binh )?gas|danh nhau|chem nhau|bi danh dap)(?= |$)/

/** An act against oneself. A fact about others is told without wanting: "tỉ lệ tự tử", "vụ tự tử năm ngoái". */
const ACT =
  'chết|chếc|tự tử|tự sát|tự vẫn|tự thiêu|quyên sinh|kết liễu|kết thúc (?:cuộc đời|cuộc sống|mạng sống|đời mình|tất cả)|(?:treo|thắt) cổ|nhảy (?:cầu|sông|lầu)|(?:cắt|rạch) (?:cổ )?tay|uống thuốc (?:trừ )?(?:sâu|rầy|chuột|cỏ|độc|ngủ)'
const WANTING = 'muốn|mún|đòi|định|tính|có ý định|nghĩ (?:đến|tới)|tìm cách|dọa|doạ|ước|ước gì'
const SELF = '(?:tôi|tui|mình|em|con|cháu)'
/** "Mệt muốn chết" is how the south says very; and plants, beasts and things die too. */
const VERY =
  /(?:mệt|met|nóng|nong|lạnh|lanh|mắc|mac|chờ|đợi|đói|khát|khat|xa|hôi|hoi|ồn|chậm|cham|lâu|lau|đông|dơ|nực|bụi|kẹt|ket|nhức|nhuc|ngứa) (?:muốn|muon) (?:chết|chet)|(?<!\p{L})(?:cây|cay|lúa|lua|cá|ca|tôm|tom|cua|gà|ga|vịt|vit|heo|bò|bo|trâu|trau|chó|mèo|meo|rau|hoa|máy|may|xe|pin|điện thoại|dien thoai)(?: (?!(?:tôi|tui|toi|mình|minh|em|con|cháu)(?!\p{L}))\p{L}+){0,2} (?:muốn|muon|đòi) (?:chết|chet)/gu
/** Somebody else's death is told of, for a paper. */
const OTHERS_DEED =
  /(?<!\p{L})(?:ba|bố|cha|má|mẹ|ông|bà|anh|chị|em|vợ|chồng|con|cháu|chú|bác|cô|dì|cậu)(?: (?:trai|gái|nội|ngoại|ruột|rể|dâu))? (?:tôi|tui|em|con|mình) (?:đã )?(?:tự tử|tự sát|tự vẫn)(?=.{0,80}(?:năm (?:ngoái|trước|rồi|\d)|tháng (?:trước|rồi)|tuần trước|hồi|khai tử|chứng tử|trích lục))/gu
const DESPAIR = new RegExp(
  [
    `(?:${WANTING}) (?:${SELF} |mình )?(?:đi |được |sẽ |nên )?(?:tự )?(?:${ACT})(?!\\p{L})`,
    `(?<!\\p{L})${SELF} (?:sẽ |đang |sắp )?(?:mang con |ôm con |đi )?(?:tự tử|tự sát|tự vẫn|tự thiêu|(?:tự )?kết liễu|nhảy (?:cầu|sông|lầu)|(?:treo|thắt) cổ|rạch tay|uống thuốc (?:trừ )?(?:sâu|rầy|chuột|cỏ|độc))`,
    `(?<!\\p{L})${SELF} (?:sẽ |sắp |đi |sẽ đi )chết|(?<!\\p{L})${SELF} (?:sẽ )?chết cho |sẽ chết cùng nhau|chỉ còn (?:nước|cách|đường) chết`,
    '^(?:tự tử|tự sát)[.!]*$|đổ xăng tự (?:thiêu|đốt)|(?<!\\p{L})tự (?:làm )?hại (?:mình|bản thân)',
    '(?:không|hết|chẳng|chả|hổng|hông|ko) (?:còn )?(?:muốn|thiết)(?: tha)?(?: gì)? (?:sống|tồn tại)',
    '(?<!\\p{L})chán sống(?!\\p{L})|sống (?:không|hết|hổng|hông|ko) nổi|sống làm (?:gì|chi) nữa|(?:không|ko|hết) thể (?:tiếp tục sống|sống (?:tiếp|nữa))|nghĩ quẩn',
    'chết cho (?:xong|rồi)|chết quách',
  ].join('|'),
  'u',
)
/** `tu tu` alone is also "từ từ", slowly. */
const PLAIN_DESPAIR =
  /(?:muon|mun|doi|dinh|tinh|co y dinh|tim cach) (?:di )?(?:chet(?! (?:doi|khat|met|khai|roi))|tu sat|tu van|tu thieu|tutu|tu tu(?! (?:lam|noi|di|gui|tra|ke|hoi|sua|nhap|doc|coi|xem|tinh|ghi|viet|nop|den|toi|chut|thoi))|(?:tu )?ket lieu|ket thuc cuoc (?:doi|song)|(?:treo|that) co|nhay (?:cau|song|lau)|rach tay|uong thuoc (?:tru )?(?:sau|ray|chuot|doc))(?= |$)|(?:toi|tui|minh) sap chet(?= |$)|(?:toi|tui|minh) (?:se )?(?:tu thieu|tu sat|tu van|ket lieu|nhay (?:cau|song|lau)|that co)(?= |$)|(?:khong|ko|k|het|chang|hong) (?:con )?(?:muon|thiet) song(?= |$)|(?:^| )chan song(?= |$)|song (?:khong|ko|k|het|hong) noi(?= |$)|chet cho (?:xong|roi)|^(?:suicide|i want to die|(?:i want to |i will )?kill myself)$/
const STATISTIC =
  /(?:tỉ lệ|tỷ lệ|số (?:vụ|ca|người)|thống kê|phòng chống|phòng ngừa|tuyên truyền|báo cáo|bài báo|bộ phim)/u

const FRAUD =
  /lừa đảo|bị lừa|giả danh|giả mạo công an|công an giả|giả công an|(?:đòi|vòi) (?:tiền|mã otp)|xin mã otp|chuyển (?:tiền|khoản) (?:nhầm|cho công an)/u
const THREAT =
  /(?:đánh bom|đốt|đập phá|nổ) (?:ủy ban|uỷ ban|ubnd|xã|phường|trụ sở|cơ quan)|(?:tao|tau) (?:giết|chém|đốt)/u

const CALM = {
  despair:
    'Tôi rất lo cho ông/bà. Ông/bà không phải chịu một mình: hãy gọi 115, hoặc gọi ngay một người thân và đừng ở một mình lúc này. Tôi là máy nên không thay được người; lúc nào thấy đỡ hơn, ông/bà cứ nhắn, tôi vẫn ở đây.',
  danger:
    'Nếu đang nguy hiểm, ông/bà gọi ngay: 113 công an, 114 cứu hỏa và cứu nạn, 115 cấp cứu, 111 bảo vệ trẻ em. Tôi là máy trả lời tự động nên không gọi giúp được. Đi cấp cứu thì đi ngay, không cần giấy tờ gì.',
  fraud:
    'Nghi bị lừa thì ông/bà đừng chuyển tiền, đừng đọc mã OTP cho ai, và báo ngay công an xã, phường hoặc gọi 113. Nếu là cán bộ đòi tiền sai quy định, ông/bà nhắn “phản ánh” để gửi cơ quan xem xét.',
  threat:
    'Tôi hiểu ông/bà đang rất bực. Ông/bà kể việc đang vướng, tôi chỉ chỗ giải quyết; hoặc nhắn “phản ánh” để gửi cơ quan, “gặp người” để gặp cán bộ.',
} as const

/** Five messages of the longest kind. */
const LOOKED_AT = 10_000

const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

/** One of these stands in whatever despairs; most texts have none. */
const HINT =
  /ch[eế][tc]|t[uự]|s[aá]t|v[aẫ]n|s[oố]ng|tồn tại|treo|th[aắ]t|k[eế]t|nh[aả]y|thu[oố]c|quyên|li[eễ]u|tay|quẩn|suicide|myself|die/u
/** Half the marks are often missing. */
const HALF_MARKED = /(?:muốn|muon) (?:tự tử|tu tử|tự tu|tự sát|tu sát|chết)(?!\p{L})/u

/** "Tự-tử": signs between letters to get past whoever reads. */
const JOINED = /(?<=\p{L})[-_*](?=\p{L})/gu

/** Judged sentence by sentence: a figure in one takes nothing from the need in another. */
const despairs = (said: string): boolean =>
  HINT.test(said) &&
  said.split(/[.!?\n;]+/).some((sentence) => {
    const meant = sentence.replace(JOINED, ' ').replace(VERY, ' ').replace(OTHERS_DEED, ' ').trim()
    const isSaid =
      meant === withoutMarks(meant) ? PLAIN_DESPAIR.test(fold(meant)) : DESPAIR.test(meant) || HALF_MARKED.test(meant)
    return isSaid && (!STATISTIC.test(meant) || /(?<!\p{L})(?:tôi|tui|mình)(?!\p{L})/u.test(meant))
  })

/**
 * What must be said before anything else, at whatever question: nobody in danger is asked for a number. Words that answer
 * the open question (`isAnswer`) are kept, and only a life is worth a word before the next one.
 */
export function urgentFor(text: string, isAnswer = false): string | undefined {
  const said = composed(beginningOf(text, LOOKED_AT)).toLowerCase()
  if (despairs(said)) return CALM.despair
  if (!isAnswer && THREAT.test(said)) return CALM.threat
  if (!isAnswer && FRAUD.test(said)) return CALM.fraud
  const isUnmarked = said === withoutMarks(said)
  return DANGER.test(said) || (isUnmarked && UNMARKED_DANGER.test(fold(said))) ? CALM.danger : undefined
}
