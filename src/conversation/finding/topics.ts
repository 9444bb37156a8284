import { plainOf, spellOut } from '../words/shorthand.ts'

/** What citizens ask about a procedure; each is answered from the flow's own `info`. */
export type Topic = 'fee' | 'papers' | 'deadline' | 'where' | 'basis'

/** Over words without marks and with short forms written out. A topic is a question, so a bare word is not enough. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    'fee',
    /\b(?:(?:le )?phi (?:bao nhieu|the nao|nhu the nao|sao|la|may)|(?:le )?phi$|(?:le )?phi (?:[a-z]+ ){1,6}bao nhieu|bao nhieu (?:tien|phi)|(?:het|ton|mat|dong|nop) (?:bao nhieu|tien|phi)|may tien|gia (?:bao nhieu|sao)|co (?:mat|ton|thu|dong) (?:tien|phi)|mien phi|how much|fee)\b/,
  ],
  [
    'papers',
    /\b(?:giay to (?:gi|nao|can)|can (?:giay(?: to)?|nhung|ho so)? ?(?:gi|nao)\b|can chuan bi|chuan bi (?:gi|nhung|giay)|(?:mang|dem|nop)(?: theo)? (?:nhung )?(?:giay(?: to)? )?gi|ho so (?:gom|can|gi)|thanh phan ho so|what (?:papers|documents))\b/,
  ],
  [
    'deadline',
    /\b(?:may ngay|bao lau|may hom|may bua|thoi han|bao gio (?:co|xong|duoc|nhan)|khi nao (?:co|xong|duoc|nhan)|how long)\b/,
  ],
  [
    'where',
    /\b(?:(?:nop|lam|nhan|dang ky|xin) (?:o )?dau|(?:phai|can) (?:den|toi|ra) dau|o dau|cho nao|dia chi nao|co quan nao|where)\b/,
  ],
  ['basis', /\b(?:can cu phap ly|can cu (?:gi|nao|vao)|luat nao|theo luat|nghi dinh nao|thong tu nao|quy dinh nao)\b/],
]

/** Every question about a procedure in a message, in the order in which they are answered. */
export function readTopics(text: string): Topic[] {
  if (text.length > 300) return []
  const said = plainOf(spellOut(text))
  return TOPICS.flatMap(([topic, pattern]) => (pattern.test(said) ? topic : []))
}

/** "2/9 có làm việc không", "chủ nhật mở cửa hong", "mấy giờ làm việc". */
export function asksForHours(text: string): boolean {
  const said = plainOf(spellOut(text))
  return (
    /\b(?:may gio|gio|lich) (?:lam viec|mo cua|tiep dan)\b/.test(said) ||
    (/\b(?:nghi|lam) khong\b/.test(said) &&
      /\b(?:\d{1,2} \d{1,2}|\d{1,2} thang \d{1,2}|thu \d|chu nhat|le|tet)\b/.test(said)) ||
    /\bco (?:lam viec|mo cua|lam|tiep dan|nghi) (?:khong|hay khong|ngay|thu|chu nhat)\b/.test(said) ||
    /\b(?:lam viec|mo cua) (?:khong|may gio|toi may gio|luc nao)\b/.test(said)
  )
}

/** "Hồ sơ khai sinh của tôi tới đâu rồi": about what was filed already. */
export const asksForStatus = (text: string): boolean =>
  /\b(?:ho so|giay|don)\b.*\b(?:(?:den|toi|ra) dau|xong chua|ra chua|co (?:ket qua )?chua|duyet chua|xu ly chua)\b/.test(
    plainOf(spellOut(text)),
  )

/** A sentence that wants something begun, or gone over to. */
export const wantsSomething = (text: string): boolean =>
  /\b(?:lam|xin|dang ky|muon|can|doi (?:qua|sang)|chuyen (?:qua|sang)|y (?:em|toi|minh) la)\b/.test(
    plainOf(spellOut(text)),
  )
