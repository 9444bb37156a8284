import { plainOf, spellOut } from '../words/shorthand.ts'

/** What citizens ask about a procedure; each is answered from the flow's own `info`. */
export type Topic = 'fee' | 'papers' | 'deadline' | 'where' | 'basis'

/** Over words without marks and with short forms written out. A topic is a question, so a bare word is not enough. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    'fee',
    /\b(?:(?:le )?phi (?:bao nhieu|the nao|nhu the nao|sao|la|may|nhieu)|(?:le )?phi$|(?:le )?phi (?:[a-z]+ ){1,6}bao nhieu|bao nhieu (?:tien|phi)|nhieu tien|bao tien|(?:het|ton|mat|dong|nop) (?:bao nhieu|nhieu|tien|phi)|may (?:tien|dong)|(?:1|mot|moi|tung) (?:ban|to|cai|tam) (?:bao )?nhieu|gia (?:bao nhieu|sao|nhieu)|co (?:mat|ton|thu|dong) (?:gi |tien|phi)|(?:mat|ton|thu|dong|het) (?:dong|cac|xu) (?:nao|gi)|(?:co )?(?:thu|tinh|mat|ton|dong) (?:tien|phi) khong|mien phi|how much|fee)\b/,
  ],
  [
    'papers',
    /\b(?:giay to (?:gi|nao|can)|can (?:giay(?: to)?|nhung|ho so)? ?(?:gi|nao)\b|can chuan bi|chuan bi (?:gi|nhung|giay|sao)|(?:mang|dem|nop|cam|bo)(?: theo)? (?:nhung )?(?:giay(?: to)? )?gi|(?:mang|dem|cam) theo (?:nhung )?gi|ho so (?:gom|can|gi)|gom (?:nhung )?(?:giay to )?gi|thanh phan ho so|what (?:papers|documents))\b/,
  ],
  [
    'deadline',
    /\b(?:(?<!them )may (?:ngay|hom|bua)(?! (?:nay|roi|truoc))|bao lau|thoi han|(?:bao gio|khi nao|chung nao|hom nao|bua nao|ngay nao) (?:thi )?(?:co|xong|duoc|nhan|lay|ra|tra)|lau khong|how long)\b/,
  ],
  [
    'where',
    /\b(?:(?:nop|lam|nhan|dang ky|xin|lay) (?:o )?dau|(?:phai|can) (?:den|toi|ra|len) dau|o dau|cho nao|dia chi nao|co quan nao|nop cho ai|gap ai|where)\b/,
  ],
  ['basis', /\b(?:can cu phap ly|can cu (?:gi|nao|vao)|luat nao|theo luat|nghi dinh nao|thong tu nao|quy dinh nao)\b/],
]

/** Every question about a procedure in a message, in the order in which they are answered. */
export function readTopics(text: string): Topic[] {
  if (text.length > 300) return []
  const said = plainOf(spellOut(text))
  return TOPICS.flatMap(([topic, pattern]) => (pattern.test(said) ? topic : []))
}

const STATUS =
  /\b(?:ho so|giay|don)\b.*\b(?:(?:den|ra|(?<!cua )toi) dau|xong chua|ra chua|co (?:ket qua )?chua|duyet chua|xu ly chua|sao roi|truc trac|im re)\b|\b(?:coi|xem|kiem tra|theo doi)(?: (?:giup|gium|dum|cho|lai|toi|em|minh|con|giup toi)){0,3} (?:ho so|don)(?: (?:cua|toi|em|minh|da|nop|hom|bua|truoc|do|nay|giup|gium|dum|voi|di|a))*$|\b(?:coi|xem|kiem tra|theo doi|tra|tra cuu|check)(?: (?:giup|gium|dum|cho|lai|toi|em|minh|con|cai|thu|may)){0,3} ho so(?: \w+){0,4} (?:cu|truoc|(?:hom|bua|tuan|thang|ngay|hoi|luc|lan) (?:truoc|qua|kia|nay|hom|no|do))\b|\blam sao biet ho so (?:\w+ )?(?:xong|toi|den)/

/** "Hồ sơ khai sinh của tôi tới đâu rồi": about what was filed already. */
export const asksForStatus = (text: string): boolean => STATUS.test(plainOf(spellOut(text)))

/** A sentence that wants something begun, or gone over to. */
export const wantsSomething = (text: string): boolean =>
  /\b(?:lam|xin|dang ky|muon|can|doi (?:qua|sang)|chuyen (?:qua|sang)|y (?:em|toi|minh) la)\b/.test(
    plainOf(spellOut(text)),
  )
