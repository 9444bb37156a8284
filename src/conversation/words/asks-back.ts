import { plainOf, writtenOut } from './shorthand.ts'

/** Marks matter: "ai" and "gì" ask, "bản sao" and "đầu lòng" do not. */
const ASKING =
  /(?:^| )(?:bao nhieu|bao lau|bao gio|khi nao|chung nao|the nao|nhu the nao|lam sao|tai sao|vi sao|thi sao|la sao|sao vay|sao (?:phai|lai|can|bat|doi)|ra sao|o dau|cho nao|la gi|gi vay|can gi|lam gi|la ai|hay la|hay khong|hay chua|duoc khong|phai khong|dung khong|khac gi|nghia la|hieu khong|cho (?:toi|em|con|minh|chau) hoi)(?: |$)/
const INDIFFERENT = /(?:^| )(?:gi|nao|sao|may gio|dau|ai) cung(?: |$)/
const OPEN_END = /^(?=.* ).*(?:^| )(?:khong|ha|ho|nhi)$/

/** "Ghi biển số ai": "không có ai" tells. */
const OPEN_END_WHO = /^(?!.*(?:^| )(?:khong|chua|chang|dau|co) ).* .* ai$/

/** A question is put instead of an answer: "trai hay gái là sao", "cái nào nhanh hơn?". */
export function asksBack(text: string): boolean {
  const words = writtenOut(text)
  const plain = plainOf(words).replaceAll(' |', '')
  if (INDIFFERENT.test(plain)) return false
  if (text.includes('?') || ASKING.test(plain)) return true
  const last = words.findLast(({ plain: it }) => it !== '|')
  if (last?.marked === 'ai' && OPEN_END_WHO.test(plain)) return true
  // "Hà" and "ha" end a statement here.
  const isAsked = last?.plain === 'khong' || ['hả', 'hở', 'nhỉ'].includes(last?.marked ?? '')
  return isAsked && OPEN_END.test(plain)
}
