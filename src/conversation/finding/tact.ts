import { composed } from '../../kernel/text.ts'
import { plainOf, spellOut } from '../words/shorthand.ts'
import { province } from '../../province/province.ts'

/** Somebody died: kin "mất", not a lost paper ("mất giấy", "giấy bị mất") and not a question ("mất mấy ngày"). */
const DEATH = /\b(?:khai tu|bao tu|qua doi|tu tran)\b/
const KIN_DIED =
  /\b(?:ba|bo|cha|tia|me|ma|ong|chong|vo|con|anh|chi|em|chau|bac|chu|co|di|cau)(?: (?:noi|ngoai|toi|em|minh|con|nha em|nha toi))? (?:moi mat|vua mat|da mat|mat(?= hom| roi| hoi| nam| thang| dem| sang| trua| chieu| toi qua| toi hom| can| lam| khi| luc| \||$)|tat tho|chet(?! duoi))/
const LOST_THING = /\b(?:giay|the|can cuoc|xe|dien thoai|bang|so do|so hong|ho chieu|tien)\b.*\bmat\b/
const MINOR = /\b(?:(?:[6-9]|1[0-7])(?: tuoi|t)|(?:hoc|lop) (?:lop )?(?:[1-9]|1[0-2])|hoc sinh|chua du 18)\b/

const FOREIGN =
  /\b(?:nguoi nuoc ngoai|nuoc ngoai|quoc tich|(?:nguoi|chong|vo) (?:my|dai loan|han quoc|han|trung quoc|trung|nhat|campuchia|cam pu chia|lao|thai|singapore|malaysia|phap|duc|uc|canada))\b/

/** Somebody in the family died. */
export const isMourning = (text: string): boolean => {
  const said = plainOf(spellOut(text))
  return DEATH.test(said) || (KIN_DIED.test(said) && !LOST_THING.test(said))
}

/** A first sentence that the matter calls for before any question is asked. */
export function tactFor(text: string): string | undefined {
  const said = plainOf(spellOut(text))
  if (isMourning(text)) return 'Xin chia buồn cùng gia đình ông/bà. Tôi giúp từng bước, ông/bà cứ thong thả.'
  if (MINOR.test(said) && /\bket hon\b/.test(said))
    return 'Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi mới đăng ký kết hôn được. Chưa đủ tuổi thì chưa làm được thủ tục này.'
  if (FOREIGN.test(said))
    return 'Việc có yếu tố nước ngoài làm theo thủ tục riêng, giấy tờ và nơi làm có thể khác. Ông/bà nhắn “hỏi cán bộ” để được chỉ đúng nơi.'
  if (MINOR.test(said))
    return 'Người chưa đủ 18 tuổi thì cha, mẹ hoặc người giám hộ cùng làm. Nếu ông/bà là cha mẹ thì cứ tiếp tục; nếu em nhỏ đang nhắn thì nhờ người lớn trong nhà giúp nhé.'
  return undefined
}

const THANKS = /^(?:(?:da|ok|vang|roi) )*(?:toi )?cam on\b|^(?:tks|thank you|thank)\b/
const WHO =
  /\b(?:may|ban|em|ad|day|nguoi) (?:la ai|la gi|la may|ten gi|la nguoi that|la robot|la bot)\b|\b(?:la nguoi hay la? ?may|robot ha)\b/
const CALLS =
  /^(?:ad|admin|em|ban|shop|alo|a lo|co ai|o day co ai)(?: (?:oi|a|khong|o day|day|day khong|ngoai kia|vay|nha))*$/
/** Judged with its marks: "ngủ", "lớn", "điện" are no insults. */
const INSULT =
  /(?<!\p{L})(?:ngu(?! (?:lai|nho|qua dem|dem|trua|o |duoc))|ngu quá|mày ngu|đồ ngu|óc chó|đồ điên|khùng|vô dụng|ăn hại|bố láo|đm|dm|đmm|vcl|đéo|địt|cút đi)(?!\p{L})/u
const NODS = /^(?:ok|oke|okay|okie|u|uh|um|da|vang|roi|duoc|duoc roi|hieu roi|biet roi)(?: (?:roi|nha|nhe|a))*$/

/** Talk that asks for nothing: a short warm answer. */
export function smallTalk(text: string): string | undefined {
  if (text.length > 80) return undefined
  const said = plainOf(spellOut(text)).replaceAll(' |', '')
  if (THANKS.test(said)) return 'Dạ, không có chi. Khi cần, ông/bà cứ nhắn tôi.'
  if (WHO.test(said))
    return `Tôi là máy trả lời tự động của kênh dịch vụ công ${province.titled}. Hồ sơ do cán bộ xem xét. Muốn gặp cán bộ, ông/bà nhắn “gặp người”.`
  if (CALLS.test(said)) return 'Dạ, tôi đây.'
  if (INSULT.test(composed(text.toLowerCase())))
    return 'Xin lỗi vì đã làm ông/bà bực mình. Ông/bà nói việc cần làm, tôi giúp ngay; hoặc nhắn “gặp người” để gặp cán bộ.'
  return NODS.test(said) ? 'Dạ vâng.' : undefined
}
