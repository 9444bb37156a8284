import { fold } from '../kernel/text.ts'

/** Somebody's life or home is in danger now. With marks, for "chạy" is no fire; without them only what means nothing else. */
const DANGER =
  /cứu (?:với|tôi|tui|em|con|cháu|người|mạng|gấp)|cấp cứu|(?:nhà|quán|chợ|rừng|xe)(?: \p{L}+)? (?:đang |bị )?cháy|cháy (?:nhà|rồi|lớn|quán|chợ|rừng)|hỏa hoạn|tai nạn|đuối nước|chết đuối|bắt cóc|đánh (?:em|tôi|tui|con|vợ|mẹ|má|cháu)|bạo hành|bạo lực|bị cướp|xâm hại|đột quỵ|bất tỉnh|khó thở|gọi (?:giúp )?11[345]/u
const UNMARKED_DANGER = /^(?:cuu|cuu voi.*|cuu toi.*|chay nha.*|cap cuu.*|tai nan.*|.*chong danh (?:em|tui|toi).*|.*duoi nuoc.*)$/ // prettier-ignore
const DESPAIR =
  /(?:muốn|đòi|định) (?:chết|tự tử|tự sát)|tự tử|tự sát|không muốn sống|hết muốn sống|chết cho (?:xong|rồi)/u
const UNMARKED_DESPAIR = /^.*(?:muon (?:chet|tu tu)|khong muon song).*$/
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

/** What must be said before anything else, at whatever question: nobody in danger is asked for a number. */
export function urgentFor(text: string): string | undefined {
  if (text.length > 300) return undefined
  const said = text.normalize('NFC').toLowerCase()
  const plain = fold(text)
  const isUnmarked = said === plain
  if (DESPAIR.test(said) || (isUnmarked && UNMARKED_DESPAIR.test(plain))) return CALM.despair
  if (THREAT.test(said)) return CALM.threat
  if (FRAUD.test(said)) return CALM.fraud
  if (DANGER.test(said) || (isUnmarked && UNMARKED_DANGER.test(plain))) return CALM.danger
  return undefined
}
