import { beginningOf, composed } from '../../kernel/text.ts'
import { endangers, isSavedFromForms } from './danger.ts'
import { defrauds } from './frauds.ts'
import { despairs } from './despair.ts'
import { sentencesOf } from './loosely.ts'

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

/**
 * What must be said before anything else, at whatever question: nobody in danger is asked for a number. In what is told
 * to an authority (`isComplaint`) only a life is worth a word before the next one.
 */
export function urgentFor(text: string, isComplaint = false): string | undefined {
  const said = beginningOf(text, LOOKED_AT)
  const sentences = sentencesOf(said)
  if (sentences.some(despairs)) return CALM.despair
  if (!isComplaint && THREAT.test(composed(said).toLowerCase())) return CALM.threat
  if (sentences.some(endangers) && !isSavedFromForms(sentences)) return CALM.danger
  return !isComplaint && sentences.some(defrauds) ? CALM.fraud : undefined
}
