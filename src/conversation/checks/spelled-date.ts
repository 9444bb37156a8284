import { readSpokenNumber } from './spoken-number.ts'

const DIGITS = new Map(
  'khong mot hai ba bon nam sau bay tam chin'.split(' ').map((word, digit): [string, number] => [word, digit]),
)
  .set('tu', 4)
  .set('lam', 5)
  .set('nham', 5)

/** "Hai mươi lăm", "hai lăm", "mười", "chín mươi": one or two digits as people say them. */
function twoDigits(words: string): number | undefined {
  if (/^\d{1,2}$/.test(words)) return Number(words)
  const [, tens, ones] = /^(?:(.+?) )??(?:muoi|chuc)(?: (.+))?$/.exec(words) ?? /^(\S+) (\S+)$/.exec(words) ?? []
  if (tens === undefined && ones === undefined && words !== 'muoi') return DIGITS.get(words)
  const high = tens === undefined ? 1 : DIGITS.get(tens)
  const low = ones === undefined ? 0 : DIGITS.get(ones)
  return high === undefined || low === undefined || high === 0 ? undefined : high * 10 + low
}

/** "Một nghìn chín trăm bảy lăm", "một chín bảy lăm", "hai nghìn lẻ năm", "hai không mười", "bảy lăm". */
export function yearOf(words: string): number | undefined {
  if (/^\d{2}(?:\d{2})?$/.test(words)) return Number(words)
  const [, century, last] =
    /^(mot (?:nghin |ngan )?chin(?: tram)?|hai (?:nghin|ngan|khong)(?: khong tram)?)(?: (?:le|linh|khong(?= \S+$)))? (.+)$/.exec(
      words,
    ) ?? []
  const rest = twoDigits(last ?? '')
  // "Hai nghìn năm" may be many years, and is none.
  const isWhole = rest !== undefined && (rest > 9 || / (?:le|linh|khong) \S+$/.test(words))
  if (century !== undefined && isWhole) return (century.startsWith('mot') ? 1900 : 2000) + rest
  const short = words.includes(' ') || words === 'muoi' ? twoDigits(words) : undefined
  if (short !== undefined) return short
  const year = readSpokenNumber(words)
  return year !== undefined && year > 1850 && year < 2200 ? year : undefined
}

/** What stands between the numbers of a date: any sign or space, but nothing that a clock time or a word has. */
const BETWEEN = '[^\\p{L}\\d:]{1,3}'
const DAY_FIRST = new RegExp(`(?<![\\d:])(\\d{1,2})${BETWEEN}(\\d{1,2})${BETWEEN}(\\d{4})(?!\\d)`, 'u')

/** `5 thg 3, 1990`, as a phone set to Vietnamese writes it. */
const BY_PHONE = /(?<!\d)(\d{1,2})[\s-]*(?:thg|tháng|thang)\.?[\s-]*(\d{1,2})[\s,.-]+(\d{4})(?!\d)/iu
const YEAR_FIRST_IN_HAN = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u

const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const ENGLISH_MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const GAP = '[\\s,./-]{0,3}'
const NTH = '(\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = "'?(\\d{4}|\\d{2})(?![\\d:]|h|\\s*(?:am|pm)(?!\\p{L}))"
const DAY_MONTH = new RegExp(`(?<!\\d)${NTH}${GAP}(?:of\\s)?${ENGLISH_MONTH}${GAP}${YEAR}`, 'iu')
const MONTH_DAY = new RegExp(`(?<!\\p{L})${ENGLISH_MONTH}${GAP}${NTH}[\\s,./-]{1,3}${YEAR}`, 'iu')
const YEAR_MONTH = new RegExp(`(?<!\\d)(\\d{4})${GAP}${ENGLISH_MONTH}${GAP}${NTH}(?!\\d)`, 'iu')
const MONTH_YEAR = new RegExp(`^${ENGLISH_MONTH}${GAP}(\\d{4})$`, 'iu')
const MONTH_DAY_ALONE = new RegExp(`^${ENGLISH_MONTH}${GAP}${NTH}$`, 'iu')
const DAY_MONTH_ALONE = new RegExp(`^${NTH}${GAP}(?:of\\s)?${ENGLISH_MONTH}$`, 'iu')

const monthOf = (name: string): number => ENGLISH.indexOf(name.slice(0, 3).toLowerCase()) + 1

const fromEnglish = (text: string): string =>
  text
    .replace(YEAR_MONTH, (_, year: string, month: string, day: string) => `${day}/${monthOf(month)}/${year}`)
    .replace(DAY_MONTH, (_, day: string, month: string, year: string) => `${day}/${monthOf(month)}/${year}`)
    .replace(MONTH_DAY, (_, month: string, day: string, year: string) => `${day}/${monthOf(month)}/${year}`)
    .replace(MONTH_YEAR, (_, month: string, year: string) => `${monthOf(month)}/${year}`)
    .replace(MONTH_DAY_ALONE, (_, month: string, day: string) => `${day}/${monthOf(month)}`)
    .replace(DAY_MONTH_ALONE, (_, day: string, month: string) => `${day}/${monthOf(month)}`)

/** The letter for the figure, as a hurried hand types "O5/O3/199O". */
const withNoughts = (text: string): string =>
  /^[\dOo]{1,2}[/.-][\dOo]{1,2}[/.-][\dOo]{4}$/.test(text.trim()) ? text.replace(/[Oo]/g, '0') : text

/** `0304/2003`, `03/042003`: the sign that a hurried hand left out. */
const withSigns = (text: string): string =>
  text
    .replace(/(?<!\d)(\d{2})(\d{2})([/.-])(?=\d{4}(?!\d))/, '$1$3$2$3')
    .replace(/(?<!\d)(\d{1,2})([/.-])(\d{2})(?=(?:19|20)\d{2}(?!\d))/, '$1$2$3$2')

/** `5 3 1990`, `March 5, 1990` and, as computers write it, `1998-03-05`: day first, with slashes. */
export const inOurOrder = (text: string): string =>
  fromEnglish(withSigns(withNoughts(text)))
    .replace(YEAR_FIRST_IN_HAN, '$3/$2/$1')
    .replace(DAY_FIRST, '$1/$2/$3')
    .replace(BY_PHONE, '$1/$2/$3')
