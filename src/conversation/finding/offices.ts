import { searchPhrases } from '../words/search-phrases.ts'
import { plainOf, spellOut } from '../words/shorthand.ts'
import { answerOfHours } from './office-hours.ts'

const OFFICE =
  '(?:ubnd|uy ban(?: nhan dan)?|tru so|trung tam(?: phuc vu)?(?: hanh chinh(?: cong)?)?|ttpvhcc|bo phan mot cua|mot cua|cong an(?: xa| phuong| tinh)?|xa|phuong)'
const WHERE = '(?:(?:o|nam|tai|dat)(?: o)? (?:dau|cho nao|duong nao|khuc nao)|cho nao|dia chi|di (?:duong nao|sao))'
const POLITE = '(?:(?:da|cho|xin|em|toi|minh|con|chau|anh|chi|oi|a|ad|hoi|biet|vay|the|la|cai) )*'
const OFFICE_WHERE = new RegExp(`^${POLITE}${OFFICE}(?: [a-z0-9]+){0,7} ${WHERE}(?: |$)`)
const WHERE_OFFICE = new RegExp(
  `^${POLITE}(?:dia chi|duong (?:toi|den|di|ra)|cach (?:toi|den)) (?:cua )?${OFFICE}(?: |$)`,
)
const WITH_WISH = / (?:lam|dang ky|nop|xin|cap|chung|sao) /

/** "UBND xã Năm Căn ở đâu", "địa chỉ công an phường": about the office itself, not about what is done there. */
function asksForOffice(text: string): boolean {
  if (text.length > 120) return false
  const said = ` ${plainOf(spellOut(text))}`.slice(1).replaceAll(' |', '')
  return (OFFICE_WHERE.test(said) || WHERE_OFFICE.test(said)) && !WITH_WISH.test(said)
}

/** "Làm qua Zalo này rồi có phải lên xã nữa không": whether one must come at all. */
function asksWhetherToCome(text: string): boolean {
  if (text.length > 200) return false
  const said = plainOf(spellOut(text))
  return (
    /\b(?:qua|tren|bang|o) (?:zalo|day|mang|may|kenh)\b.*\b(?:(?:phai|can|khoi) (?:len|den|ra|toi|di) (?:xa|phuong|ubnd|uy ban|noi|tan noi|nua|truc tiep)|di nua|len nua)\b/.test(
      said,
    ) ||
    /\b(?:phai|can|khoi) (?:len|den|ra|toi) (?:xa|phuong|ubnd|uy ban)(?: nua)? (?:khong|nua khong|gi nua)\b/.test(
      said,
    ) ||
    /\b(?:ngoi nha|o nha|khoi di) (?:lam|nop|xin)(?: het)?(?: luon)? (?:duoc|dc) (?:khong|chua)\b/.test(said)
  )
}

/** What is asked of the offices themselves rather than of a procedure. */
export function answerOfOffices(text: string, now: number): string | undefined {
  const hours = answerOfHours(text, now)
  if (hours !== undefined) return hours
  if (asksForOffice(text)) return searchPhrases.office
  return asksWhetherToCome(text) ? searchPhrases.comeOrNot : undefined
}
