import { fold } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'
import { readSpokenNumber } from './spoken-number.ts'

const UNITS: Record<string, number> = {
  k: 1e3,
  nghin: 1e3,
  ngan: 1e3,
  ng: 1e3,
  tr: 1e6,
  trieu: 1e6,
  cu: 1e6,
  ty: 1e9,
  ti: 1e9,
  d: 1,
  dong: 1,
  vnd: 1,
  '': 1,
}

const EXAMPLE = 'Ví dụ: 500.000 đồng, hoặc 1tr2.'
const MOST = 1e13

/** `1tr2` is 1.200.000: digits after the unit stand for tenths, hundredths or thousandths of it. */
function readDong(folded: string): number | undefined {
  const parts =
    /^(\d{1,13})(?:[.,](\d{1,2}))? ?(k|nghin|ngan|ng|trieu|tr|cu|ty|ti|dong|vnd|d)? ?(?:(\d{1,3})|(ruoi))?(?: ?(?:dong|vnd|d))?$/.exec(
      folded,
    )
  if (!parts) return undefined
  const [, whole = '', tenths, unit = '', after, half] = parts
  const factor = UNITS[unit] ?? 1
  if (factor === 1 && (tenths ?? after ?? half) !== undefined) return undefined
  if (tenths !== undefined && (after ?? half) !== undefined) return undefined
  const fraction = half ? 0.5 : Number(`0.${tenths ?? after ?? 0}`)
  return Math.round(Number(whole) * factor + fraction * factor)
}

/** In figures or in words; fewer than a thousand in words are no sum. */
function dongIn(folded: string): number | undefined {
  const spoken = readSpokenNumber(folded.replace(/ (?:dong|vnd|d)$/, ''))
  return readDong(folded) ?? (spoken !== undefined && spoken >= 1_000 ? spoken : undefined)
}

const inDong = (dong: number): string => `${String(dong).replace(/\B(?=(?:\d{3})+$)/g, '.')} đồng`

/** Without marks "tam muoi trieu" is eighty million, or about ten. */
const EIGHT_OR_ABOUT = /(?:^| )tam (?:muoi|chuc|tram) /

/** Money is spoken of, and no sum is said: what would do. */
const NO_SUM: readonly (readonly [RegExp, string])[] = [
  [
    /(?:^| )(?:may|vai)(?: ba)? (?:(?:chuc|tram|muoi) )?(?:trieu|tr|cu|chai|ty|ngan|nghin)(?: |$)|(?:tram|chuc|muoi) (?:may|ngoai) /,
    'Ông/bà ghi một con số gần đúng là được, không cần chính xác.',
  ],
  [
    /^(?:.* )?(?:khong|ko|hong|chua) (?:co )?(?:von|tien|nhieu|bao nhieu|biet|tinh)(?: .*)?$|nhieu .*nhieu|(?:^| )(?:it lam|it xiu|it oi|chut dinh|tuy|muon het|vay het)(?: |$)/,
    'Vốn do ông/bà tự khai, ước khoảng bao nhiêu thì ghi số tiền bấy nhiêu.',
  ],
]

/** A sum in dong: the value is its digits. */
export const money: Check = {
  name: 'money',
  title: 'Số tiền',
  personal: false,
  free: false,
  takes: 'sum',
  hint: `Ghi số tiền bằng đồng. ${EXAMPLE}`,
  check(text) {
    const typed = text
      .replace(/(?<=\d)[.,\s](?=\d{3}(?!\d))/g, '')
      .replace(/(?<=\d)[.,](?=\d)/g, '_')
      .replace(/₫/g, 'đ')
    const folded = fold(typed.replace(/(?<!\p{L})tầm(?!\p{L})/giu, 'khoảng'))
      .replace(/_/g, ',')
      .replace(
        /^(?:(?:da|khoang|chung|tam(?! (?:muoi|chuc|tram|nghin|ngan|trieu|ty)(?: |$))|co|cung|chac|dau|la|von|tien von) )+(?=\d|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|tram|chuc) )/,
        '',
      )
      .replace(/(?: (?:thoi|a|nha|nghen|em|chan|khoai|gi do|do))+$/, '')
      .replace(/ chai$/, ' trieu')
    const none = NO_SUM.find(([pattern]) => pattern.test(folded))?.[1]
    if (none !== undefined) return refused(`${none} ${EXAMPLE}`)
    const dong = dongIn(folded)
    if (dong === undefined) return refused(`Tôi chưa hiểu số tiền này. ${EXAMPLE}`)
    if (dong > MOST) return refused(`Số tiền này lớn quá. Ông/bà xem lại giúp. ${EXAMPLE}`)
    const shown = inDong(dong)
    const about =
      EIGHT_OR_ABOUT.test(fold(text)) && /^\P{M}*$/u.test(text.normalize('NFD')) ? dongIn(folded.slice(4)) : undefined
    if (about !== undefined)
      return {
        ok: 'unsure',
        value: String(dong),
        shown,
        because: 'Câu này có thể hiểu hai cách:',
        otherwise: { value: String(about), shown: inDong(about) },
      }
    // Bare small numbers are often thousands left unsaid: "500" for 500.000.
    const isBare = dong > 0 && (dong < 1_000 || (dong < 10_000 && dong % 500 > 0)) && /^\d+$/.test(fold(typed))
    if (!isBare) return accepted(String(dong), shown)
    const thousands = dong * 1_000
    return {
      ok: 'unsure',
      value: String(thousands),
      shown: inDong(thousands),
      because: 'Ông/bà chưa ghi đơn vị, tôi hiểu là:',
      otherwise: { value: String(dong), shown },
    }
  },
  good: [
    '8k',
    '1tr2',
    '500.000 đ',
    '2 triệu rưỡi',
    '1.200.000 đồng',
    '1,5 triệu',
    '8000',
    '3 tỷ',
    '0 đồng',
    '500 nghìn',
    'hai triệu rưỡi',
    'năm trăm ngàn đồng',
  ],
  bad: ['500', 'nhiều lắm', 'triệu', '-5', '1tr2.3', ''],
}
