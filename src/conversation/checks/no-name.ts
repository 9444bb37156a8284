import { composed, fold } from '../../kernel/text.ts'
import { holding, holdingWords } from '../words/holding.ts'
import { FELT, FIRMS, OF_NOBODY, STRONGLY } from '../words/lexicon/no-names.ts'
import { hasMiddleOfName, isFamilyName, isWrittenAsName } from './family-names.ts'

const EXAMPLE = 'Ví dụ: Nguyễn Văn An.'

const ADDRESS = '(?: (?:em|anh|chị|cô|chú|ơi|à|ạ|nha|nè|hà|luôn|thôi))*'
const endsStrongly = holding(STRONGLY, (any) => `(?<!\\p{L})${any}${ADDRESS}$`)
const beginsFelt = holding(FELT, (any) => `^(?:(?:dạ|thôi|thấy|em|con|tui|tôi) )*${any}(?!\\p{L})`)
const isOfNobody = holdingWords(OF_NOBODY)
const isFirm = holdingWords(FIRMS)
/** "Hihi", "haha", "hehe", "kkk", "=))". */
const LAUGHTER =
  /(?<!\p{L})(?:(?:hi|ha|he|hè|hì|há|hô|ho|hu){2,}|k{2,}|(?:hi|ha|he|hì) (?:hi|ha|he|hì))(?!\p{L})|[=:]\)+/iu

const UNNAMED =
  /(?:^| )(?:chua (?:dat|nghi|chon|tinh|thong nhat|ung|quyet)|chua chiu (?:ten|cai)|(?:roi|xong) (?:moi|se) (?:dat|chon|tinh)|chua (?:co|biet) (?:dat )?ten|(?:dang|con|de) ban)(?= |$)/
const ALONE =
  /(?:^| )(?:chua|khong|ko|hong|hong) (?:co |biet |quen )?(?:nguoi yeu|cuoi ai|lay ai|co ai|quen ai|ban trai|ban gai)(?= |$)|chua (?:biet |tinh )?(?:cuoi|lay) (?:ai|vo|chong)/
/** "Ổng bỏ mẹ con em đi rồi", "ba nó theo người khác". */
const GONE =
  /(?:^| )(?:bo (?:di|roi|nha|xu|me con|vo con)|bo (?:[a-z]+ ){1,4}(?:di|roi)|theo (?:nguoi (?:khac|ta)|vo (?:nho|be))|(?:khong|hong|ko) (?:chiu )?(?:nhin|nhan) (?:con|no|be)|biet tich|biet tang)(?= |$)/
const UNKNOWN_OWNER = /^(?:toi |tui |em |con )?(?:khong|ko|k|hong|chua) (?:biet|ro|nho) (?:ho )?ten/

/**
 * Why words that stand where a name belongs are none: a feeling, laughter, somebody without a name, a firm. Undefined for
 * whatever may be a name, however rare.
 */
export function whyNoName(text: string): string | undefined {
  const typed = composed(text).trim()
  const plain = fold(typed)
  if (UNNAMED.test(plain) && !isWrittenAsName(typed))
    return `Chưa đặt tên thì ông/bà cứ thong thả: thống nhất tên sẽ ghi trên giấy tờ rồi nhắn tiếp, các câu đã trả lời được giữ. Muốn làm sau thì nhắn “để sau”. ${EXAMPLE}`
  if (ALONE.test(plain)) return `Chưa có người sẽ kết hôn thì ông/bà bấm “Quay lại” để chọn mục đích khác. ${EXAMPLE}`
  if (UNKNOWN_OWNER.test(plain) && !hasMiddleOfName(typed))
    return `Chưa biết tên thì ông/bà hỏi lại người đó, hoặc xem trên hợp đồng, giấy tờ, rồi ghi đủ họ và tên. ${EXAMPLE}`
  if (GONE.test(plain) && !isWrittenAsName(typed))
    return `Người không còn ở đây vẫn ghi họ tên được, nếu ông/bà biết. Không khai người này thì nhắn “không có”. ${EXAMPLE}`
  if (isFirm(typed)) return `Ở đây cần họ và tên một người, không ghi tên công ty hay cơ quan. ${EXAMPLE}`
  if (isWrittenAsName(typed) && !LAUGHTER.test(typed)) return undefined
  const [first = ''] = typed.split(/\s+/)
  const isFeeling = LAUGHTER.test(typed) || (beginsFelt(typed) && typed.includes(' ') && !isFamilyName(first))
  const isLoud = endsStrongly(typed) && !hasMiddleOfName(typed) && (!isFamilyName(first) || beginsFelt(typed))
  if (isFeeling || isLoud || (isOfNobody(typed) && !hasMiddleOfName(typed)))
    return `Câu này tôi chưa thấy họ tên. Ông/bà ghi đủ họ và tên như trên giấy tờ. ${EXAMPLE}`
  return undefined
}
