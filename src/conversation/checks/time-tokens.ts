import { foldInPlace } from '../../kernel/text.ts'

/** A word or a few that say something about time, where they stand. `said`: folded, in digits, as the readers of times know it. */
export interface TimeToken {
  what: 'clock' | 'part' | 'day' | 'now' | 'from' | 'to' | 'going' | 'returning'
  from: number
  to: number
  said: string
  /** `toi` without marks before a time: tối or tới. */
  isEither?: true
}

const HOUR_WORDS = 'muoi mot|muoi hai|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi'
const COUNT_WORDS = 'hai muoi|muoi lam|muoi|mot|hai|ba|bon|nam|sau|bay|tam|chin'
const NUMBERS: Readonly<Record<string, string>> = {
  ...{ mot: '1', hai: '2', ba: '3', bon: '4', tu: '4', nam: '5', sau: '6', bay: '7', tam: '8', chin: '9' },
  ...{ muoi: '10', 'muoi mot': '11', 'muoi hai': '12', 'muoi lam': '15', 'hai muoi': '20' },
}
const inDigits = (said: string): string => said.replace(/^\S+(?: (?:mot|hai|lam|muoi))?/, (it) => NUMBERS[it] ?? it)

/** Before noon and after it, as telephones write. */
const HALF = ' ?(?:a\\.?m|p\\.?m|sa|ch)(?![a-z\\d])\\.?'
const END = '(?![a-z\\d])'
const LUNAR = ' ?(?:am lich|al|am)'
const SOLAR = ' ?(?:duong lich|dl|duong|tay)'
const WHICH_YEAR = '(?: (?:nam (?:nay|sau|toi|ngoai)|sang nam))?'
const MONTH = '(?:\\d{1,2}|gieng|chap|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi mot|muoi hai|muoi)'

interface Pattern {
  what: TimeToken['what']
  /** Tried on the folded text, at the beginning of a word. */
  is: RegExp
  say?: (said: string) => string
  /** Tried on what was typed there: marks that were typed count. */
  typed?: RegExp
}

const pattern = (what: TimeToken['what'], is: string, more: Omit<Pattern, 'what' | 'is'> = {}): Pattern => ({
  what,
  is: new RegExp(`(?:${is})${END}`, 'y'),
  ...more,
})

/** "6-7h", "5, 6h": one of two hours that follow one another. */
const TWO_HOURS = Array.from({ length: 22 }, (_, i) => `${i + 1} ?[-,] ?${i + 2}`).join('|')

/** Longer and surer ones first. */
const PATTERNS: readonly Pattern[] = [
  pattern(
    'day',
    `(?:ngay |mung |mong )?\\d{1,2} ?/ ?\\d{1,2}(?: ?/ ?(?:\\d{4}|\\d{2}))?(?:${LUNAR}|${SOLAR})?${WHICH_YEAR}`,
  ),
  pattern('day', `(?:ngay )?\\d{1,2}([.-])\\d{1,2}\\1\\d{4}(?:${LUNAR}|${SOLAR})?`, {
    say: (it) => it.replace(/[.-]/g, '/'),
  }),
  pattern('day', `\\d{4}-\\d{2}-\\d{2}`),
  pattern('day', `\\d{1,2} \\d{1,2} \\d{4}`, { say: (it) => it.replaceAll(' ', '/') }),
  pattern(
    'day',
    `(?:ngay |mung |mong |ram |\\d{1,2} |(?:${COUNT_WORDS}) )+thang ${MONTH}(?: nhuan)?(?:${LUNAR}|${SOLAR})?(?:(?: nam|/| ) ?\\d{4})?${WHICH_YEAR}(?:${LUNAR}|${SOLAR})?`,
    // "6 tháng từ 1/12" is no day of April.
    { typed: /^(?!.*từ)/iu },
  ),
  pattern('day', `(?:mung|mong) (?:\\d{1,2}|${COUNT_WORDS})(?: tet)?(?:${LUNAR})?`),
  pattern('day', `(?:\\d{1,2}|ba muoi|hai muoi chin) tet|ram(?:${LUNAR})?|\\d{1,2} (?:thang )?(?:chap|gieng)`),
  pattern('now', `(?:ngay )?bay gio|lien bay gio|ngay lien|lien`, { typed: /^(?!.*bảy)/iu, say: () => 'bay gio' }),
  pattern('day', `(?:sau |khoang |cach )?\\d{1,2} (?:tieng|gio)(?: dong ho)? (?:nua|sau)`),
  pattern('day', `(?:sau |khoang )?(?:\\d{1,3}|${COUNT_WORDS}) (?:ngay|hom|bua|tuan|tieng)(?: (?:nua|sau|toi))`, {
    say: (it) => inDigits(it.replace(/^(?:sau|khoang) /, '')).replace(/ toi$/, ' sau'),
  }),
  pattern('clock', `(?:${TWO_HOURS}) ?(?:h|g|gio)(?: (?:sang|trua|chieu|toi))?`),
  pattern(
    'clock',
    `\\d{1,2} ?(?:h|g|gio)(?: ?\\d{2}(?![\\d/.-])(?: ?(?:phut|ph|p))?| ?\\d(?: ?(?:phut|ph|p))| ?ruoi| ?kem \\d{1,2}(?: ?(?:phut|ph|p))?)?(?:${HALF})?`,
  ),
  pattern('clock', `\\d{1,2}:\\d{2}(?::\\d{2})?(?:${HALF})?`),
  pattern('clock', `\\d{1,2}${HALF}`),
  pattern('day', `(?:nua|\\d{1,2}) (?:tieng|gio)(?: ruoi)? (?:nua|sau)|\\d{1,3} (?:phut|ph|p) nua`),
  pattern('clock', `\\d{1,2} ruoi(?= (?:sang|trua|chieu|toi|dem|di|ve|nha|a)|$)|nua dem|giua trua|dung ngo`),
  pattern('clock', `(?:${HOUR_WORDS}) gio(?: ruoi| kem \\S+| \\d{2}(?: phut)?)?`, {
    typed: /^(?!bay|bây|bấy)/iu,
    say: inDigits,
  }),
  pattern(
    'day',
    `(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn)(?: (?:tuan (?:nay|sau(?: nua)?|toi(?: nua)?|truoc|roi)|nay|toi|sau(?= |$)))?`,
    { say: (it) => it.replace(/^(thu \S+|t[2-7]|chu nhat|cn) (?:nay|toi|sau)$/, '$1') },
  ),
  pattern(
    'day',
    `(?:dau|giua|cuoi|het) (?:thang|nam|tuan)(?: (?:nay|sau|toi|ngoai|\\d{1,2}(?:/\\d{4}| nam \\d{4})?|gieng|chap))?${WHICH_YEAR}`,
    { say: (it) => it.replace(/ toi$/, ' sau') },
  ),
  pattern('day', `tuan (?:sau|toi)(?: nua)?|thang (?:sau|toi)|nam sau|sang nam`, {
    say: (it) => it.replace(/ toi/, ' sau'),
  }),
  pattern(
    'day',
    `(?:toi|dem|khuya|sang|chieu|trua) qua|hom nay|bua nay|hnay|ngay mai|ngay mot|ngay kia|hom qua|bua qua|hom kia`,
  ),
  pattern('day', `ngay (?:\\d{1,2}|${COUNT_WORDS})`, {
    say: (it) => it.replace(/(?<=^ngay ).*/, (n) => NUMBERS[n] ?? n),
  }),
  pattern('day', `\\d{1,2} (?:tay|duong lich)`, { say: (it) => `ngay ${it.replace(/ .*/, '')}` }),
  pattern('day', `mai`, { typed: /^mai$/i }),
  pattern('day', `mot`, { typed: /^mốt$/iu }),
  pattern('day', `mot(?= (?:\\d|sang|chieu|trua|di|ve|$))|mot$`, { typed: /^mot$/i }),
  pattern('day', `nay`, { typed: /^nay$/i }),
  pattern('part', `(?:buoi )?(?:sang|trua|chieu|dem|khuya)(?: som| toi)?`, {
    typed: /^(?!đem|sàng)/iu,
    say: (it) => it.replace(/^buoi | (?:som|toi)$/g, ''),
  }),
  pattern('part', `(?:buoi )?toi`, { typed: /tối$|tói$/iu, say: () => 'toi' }),
  pattern('to', `(?:cho )?(?:den|toi)(?: khi)?`, { typed: /^(?:cho )?(?:đến|tới|den|toi)/iu, say: () => 'den' }),
  pattern('to', `het|until|till`, { say: () => 'het' }),
  pattern('from', `tu|bat dau|ke tu`, { typed: /^(?:từ|tu|bắt đầu|bat dau|kể từ|ke tu)$/iu }),
  pattern('returning', `(?:quay |tro |chay )?ve(?: lai)?`, { typed: /v[eề](?: l[aạ]i)?$/iu }),
  pattern('going', `di|khoi hanh|xuat phat|len duong`, {
    typed: /^(?:đi|di|khởi hành|khoi hanh|xuất phát|xuat phat|lên đường|len duong)$/iu,
  }),
]

const DASH = /\s*(?:->|→|~|[-–—])\s*/y
const WORD = /[\p{L}\d]/u

/** Reads on from left to right; a word that says nothing about time is passed over. */
export function timeTokens(typed: string): TimeToken[] {
  const plain = foldInPlace(typed)
  const found: TimeToken[] = []
  for (let at = 0; at < plain.length;) {
    const isInside = WORD.test(plain[at - 1] ?? '') && at !== found.at(-1)?.to
    const token = isInside ? undefined : (dashAt(plain, at, found) ?? tokenAt(typed, plain, at))
    if (token) found.push(token)
    at = token ? token.to : at + 1
  }
  return found
}

function tokenAt(typed: string, plain: string, at: number): TimeToken | undefined {
  if (!/[a-z\d]/.test(plain[at] ?? '')) return undefined
  for (const { what, is, say, typed: marks } of PATTERNS) {
    is.lastIndex = at
    const said = is.exec(plain)?.[0]
    if (said === undefined || said === '') continue
    const to = at + said.length
    const as = typed.slice(at, to)
    if (marks && !marks.test(as)) continue
    const isEither = what === 'to' && /^(?:cho )?toi$/i.test(as)
    return { what, from: at, to, said: say ? say(said) : said, ...(isEither && { isEither }) }
  }
  return undefined
}

/** A dash means "to" between two times, and nothing elsewhere. */
function dashAt(plain: string, at: number, found: readonly TimeToken[]): TimeToken | undefined {
  DASH.lastIndex = at
  const dash = DASH.exec(plain)?.[0]
  const last = found.at(-1)
  return dash !== undefined && dash.trim() !== '' && last?.to === at
    ? { what: 'to', from: at, to: at + dash.length, said: 'den' }
    : undefined
}
