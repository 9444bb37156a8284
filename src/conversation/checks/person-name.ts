import { rememberLast } from '../../kernel/remember-last.ts'
import { fold, tidy } from '../../kernel/text.ts'
import { accepted, refused, type Check, type Reading } from './check.ts'
import { hasMiddleOfName, isFamilyName, isSentence, isTalk, isWrittenAsName, mayBeName } from './family-names.ts'
import { whyNoName } from './no-name.ts'
import { readOwnName } from './own-name.ts'
import { withoutEnding } from './said-around.ts'
import { decodeKeystrokes } from './telex.ts'

/** Family names that carry marks in writing; without them a name was probably typed on a keyboard without Vietnamese. */
const MARKED_FAMILIES = new Set(
  'nguyen tran pham huynh vo vu dang bui do ho ngo duong ly dinh truong doan lam luong trinh phung to quach thach kieu tang chau'.split(
    ' ',
  ),
)

const EXAMPLE = 'Ví dụ: Nguyễn Văn An.'

const ONE_WORD = 'Ông/bà ghi đủ cả họ và tên giúp. Nếu trên giấy tờ chỉ ghi như vậy thì bấm “Đúng”:'
const LONGEST = 100
const TOO_LONG = `Họ tên dài quá ${LONGEST} chữ. Ông/bà chỉ ghi họ và tên một người. ${EXAMPLE}`

/** "Tui tên là …", "… ạ": said around a name, never part of one. */
const LEAD_IN =
  /^(?:dạ[\s,]+)?(?:(?:(?:tui|tôi|em|con|cháu|mình|toi)\s+)?(?:họ\s+(?:và\s+)?)?(?:tên|ten)(?:\s+(?:tui|tôi|em|con))?(?:\s*:|\s+(?:là|la))?|(?:tui|tôi|toi|em|con|cháu|mình)\s+(?:là|la)|i am|my name is)\s+/iu

/** How people speak of somebody, before the name itself. */
const TITLE = /^(?:ông|bà|anh|chị|cô|chú|bác sĩ|bác|dì|cậu|mợ|thím|thằng|bé|em)\s+(?=(\p{L}+))/iu
const KIN =
  /^(?:dạ[\s,]+)?(?:má|ma|mẹ|me|ba|cha|tía|tia|bố|bo|vợ|vo|chồng|chong|con|cháu|chau|ông|ong|bà|anh|chị|chi|em|bé|be|chủ nhà|chu nha|chủ trọ|chu tro|chủ hộ|chu ho)(?:\s+(?:nội|ngoại|trai|gái))?(?:\s+(?:tui|tôi|toi|em|con|mình|nó|no|bé|be|cháu|chau|ấy|ay))?\s+(?:(?:tên|ten)(?:\s+(?:là|la))?|là|la|:)\s+/iu

/** "Ngô Thị Bé, chị ruột": only behind capitals, for "nhà của anh ruột" names nobody. */
const RELATIVE =
  /(?<=\p{Lu}\p{Ll}* \p{Lu}\p{Ll}*)[\s,]+(?:là\s+)?(?:em|anh|chị|cháu) (?:ruột|dâu|rể|nội|ngoại|gái|trai)(?:[\s,]+.*)?$/u

/** "Bà Sáu Mập, tên thiệt là …": what is on the papers, after what everybody says. */
const REALLY =
  /^.{1,60}?(?<!\p{L})(?:tên|ten) (?:thiệt|thiet|thật|that|đầy đủ|day du|khai sinh|(?:trên|tren|trong) giấy|(?:tren|trong) giay)(?: tờ| to)?(?:\s*:|\s+(?:là|la))?\s+/iu

/** Who somebody is, said behind a name: "… chủ trọ", "… con gái". In small letters, and after a whole name. */
const ROLE =
  /(?<=\p{L}+ \p{L}+)[\s,]+(?:là\s+)?(?:chủ (?:nhà|trọ|hộ|quán|đất|nhà trọ|hộ)|chu (?:nha|tro|ho|nha tro)|con (?:trai|gái|gai|út|dâu|dau|rể|re|nuôi|nuoi|ruột|ruot|tui|tôi)|bé (?:trai|gái)|vợ (?:tui|tôi)|chồng (?:tui|tôi)|má (?:tui|tôi)|ba (?:tui|tôi)|mẹ (?:tui|tôi)|hàng xóm|nhà bên|người (?:thuê|cho thuê))(?:[\s,]+.*)?$/u

/** Called so at home: a word of kinship and one's place among brothers and sisters. */
const AT_HOME =
  /^(?:co|chu|bac|di|cau|mo|thim|anh|chi|ong|ba|ong ba|ut|em|thang|con|ma|vo|chong)(?: (?:cua )?(?:tui|toi))? (?:hai|ba|tu|nam|sau|bay|tam|chin|muoi|ut|ca|lon|nho|beo|den|noi|ngoai|chu nha|chu tro)(?: (?:[a-z]+|chu nha))?$/

/** A sentence about somebody, which no name is: nobody is called "có", "chưa", "luôn". */
const SENTENCE =
  /(?:^| )(?:chua co|khong co|ko co|hong co|chua biet|nguoi yeu|nguoi dan|chu nha|chu tro|dat ten|ghi|bo di|cung duoc|duoc khong|dc ko|lay ten|cua toi|cua tui|nhu tren|o tren|nhu cu|tui luon|toi luon|nha luon|la ai|la chu|o nha la)(?= |$)/

/** "Cứ kêu tui là chị Năm bán cá": called so, on no paper. */
const CALLED = /^(?:(?:cứ|cu|thì|thi|dạ|da|bà con|ba con|ai cũng|ai cung)[\s,]+)*(?:kêu|keu|gọi|goi)(?=\s)/iu

/** "Ông Ích Khiêm" bears the family name Ông: only before another family name, or in small letters, is it a title. */
const withoutTitle = (typed: string): string =>
  typed.replace(TITLE, (title: string, next: string) =>
    isFamilyName(next) || (title === title.toLowerCase() && next !== next.toLowerCase()) ? '' : title,
  )

/** Small letters beside a name in capitals: "Lê Minh nha". */
const isSaidAround = (whole: string, name: string): boolean => {
  const said = whole.replace(name, '')
  return said === said.toLowerCase() && /\p{Lu}/u.test(name)
}

/** Said instead of a name. */
const NO_NAME = /^(?:chua|khong|ko|k|hong)(?: (?:co|biet|nho|ro|dat))+(?: ten)?$|^(?:bo trong|khong ten|chua co ten)$/

/** "Cô Hai", "ông Tư": Cô and Ông are family names too, but of two such words the second is a rank. */
const RANKS = new Set(['hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi', 'ut'])
function isOnlyRank(whole: string): boolean {
  const [first = '', second = '', ...more] = fold(whole).split(' ')
  const isRank = RANKS.has(second) && /^(?:co|ong|chu|bac|di|anh|chi|ba|thim|mo|cau)$/.test(first)
  // "Cô ba bán bánh mì": in small letters what follows tells what she does.
  return isRank && (more.length === 0 || (whole === whole.toLowerCase() && more.length > 1))
}

/** A letter whose capital is two letters, as "ß", stays as it is: a name read twice must stay the same. */
const capital = (letter: string): string => (letter.toUpperCase().length === 1 ? letter.toUpperCase() : letter)

const titleCase = (word: string): string => capital(word.charAt(0)) + word.slice(1).toLowerCase()

/** Without what is said around a name. */
const bare = (text: string): string =>
  tidy(text)
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/(?:\p{Extended_Pictographic}|\u200D|\uFE0F)+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[.,;]+$/, '')
    .trim()
    .replace(/^không phải[\s,]+(?=\p{Lu})/u, '')
    .replace(/^(?:dạ|vâng|thưa)[\s,]+/iu, '')
    .replace(/^(?:da|ong|ba|anh|chi|co|chu|bac|em)\s+(?=(\p{L}+)\s+\p{L}+\s+\p{L})/iu, (said: string, next: string) =>
      said === said.toLowerCase() && isFamilyName(next) ? '' : said,
    )
    .replace(/[\s,]+(?:sn|sinh(?: năm)?|sanh(?: năm)?)\s*\d{2,4}$/iu, '')
    .replace(REALLY, '')
    .replace(KIN, '')
    .replace(LEAD_IN, '')
    .replace(LEAD, (lead: string, name: string) =>
      isFamilyName(name.split(' ')[0] ?? '') && mayLead(lead.slice(0, -name.length), name) ? name : lead,
    )

/** Small letters, and then the name in capitals to the end: "vợ em Danh Thị Mai", "chủ là ông Trần Văn Hợi", "đặt là …". */
const LEAD = /^[\p{Ll}\p{M}\s,:]+?(?<=[\s,:])(\p{Lu}[\p{Ll}\p{M}]*(?: \p{Lu}[\p{L}\p{M}'’-]*)+)$/u

/** A family name in small letters may be a part of the name: "trần Văn Út". */
const mayLead = (said: string, name: string): boolean =>
  !PLACED.test(said) && (!isFamilyName(said.trim()) || name.split(' ').length > 2)

/** "Bà con ấp Tân Hiệp": a place bears the name; "trưởng ấp …", "công an xã …" are called by what they are. */
const PLACED =
  /(?<!(?:trưởng|truong|phó|pho|chủ tịch|chu tich|bí thư|bi thu|công an|cong an|cán bộ|can bo|y tế|y te)[ ])(?<!\p{L})(?:ấp|ap|xã|xa|khóm|khom|phường|phuong|huyện|huyen|tỉnh|tinh|đường|duong|chợ|cho|trường|truong|bệnh viện|benh vien|cầu|cau|kinh|rạch|rach)\s*$/iu

/** "Maria", "Sok Dara": of a tone that was typed as a letter, the last letter tells; between vowels it is a consonant. */
const FOREIGN = /^[a-z]*[aeiouy][sfrxj][aeiouy][a-z]*$/i

/** "Nguyễn Thị Hoa (Maria)": a second name, or the first in other letters. */
const BRACKETS = / *[(（][^()（）]{1,60}[)）]$/u

const read = rememberLast(readName)

/** Full name as on the identity card. A permit's code has room for forty letters and shortens it by itself. */
export const personName: Check = {
  name: 'personName',
  title: 'Họ và tên',
  personal: true,
  free: false,
  takes: 'name',
  hint: `Ghi đủ họ, chữ lót và tên như trên căn cước. ${EXAMPLE}`,
  check: (text, context) => readOwnName(text, context) ?? read(text),
  good: [
    'Nguyễn Văn An',
    'TRẦN THỊ BÉ',
    'thạch sô phia',
    'Lê Minh',
    "Y B'Linh Niê",
    'Cao Minh Anh',
    'tui tên là Lê Thị Út',
  ],
  bad: [
    'An',
    '12345',
    'Nguyễn Văn An 096',
    '<b>Tèo</b> x',
    'Nguyeenx Vawn Tamf',
    'Nguye6n4 Va8n An',
    'Nguyen Van An',
    '',
    '🙂 🙂',
  ],
}

function readName(text: string): Reading {
  const said = bare(text)
  const whole = said.replace(BRACKETS, '').trim()
  if (whole !== said && whole !== '') {
    const reading = readName(whole)
    return reading.ok === true
      ? { ...reading, ok: 'unsure', because: 'Tôi ghi họ tên, không ghi phần trong ngoặc:' }
      : reading
  }
  const typed = withoutEnding(withoutTitle(whole.replace(ROLE, '').replace(RELATIVE, '')))
  const plain = fold(typed)
  const isSaid = SENTENCE.test(plain) && !(isWrittenAsName(typed) && hasMiddleOfName(typed))
  const why = whyNoName(typed)
  if (why !== undefined) return refused(why)
  if (
    isSaid ||
    CALLED.test(typed) ||
    isSentence(whole) ||
    (AT_HOME.test(fold(whole)) && !isFamilyName(whole.split(' ')[0] ?? '')) ||
    (isOnlyRank(whole) && !isWrittenAsName(whole))
  )
    return refused(`Ở đây cần đủ họ và tên (cả chữ lót) như trên giấy tờ. ${EXAMPLE}`)
  if (
    NO_NAME.test(fold(typed)) ||
    (isTalk(typed) && !hasMiddleOfName(typed) && !mayBeName(typed) && !(isWrittenAsName(typed) && typed.includes(' ')))
  )
    return refused(`Ở đây cần họ tên ghi trên giấy tờ. ${EXAMPLE}`)
  if (/\p{L}{2,} (?:và|với|VÀ|VỚI) \p{L}+ \p{L}/u.test(typed))
    return refused(`Ở đây chỉ ghi họ tên một người. ${EXAMPLE}`)
  const words = typed.split(' ')
  const decoded = words.map((word) => decodeKeystrokes(word) ?? word)
  const isRepaired = decoded.some((word, i) => word !== words[i] && !FOREIGN.test(words[i] ?? ''))
  const repaired = isRepaired ? decoded : words
  if (!isRepaired && /\d/.test(typed)) return refused(`Họ tên không có chữ số. Ông/bà ghi lại giúp. ${EXAMPLE}`)
  if (/\p{Lo}/u.test(typed)) return refused(`Ông/bà ghi họ tên bằng chữ quốc ngữ như trên căn cước. ${EXAMPLE}`)
  if (!isRepaired && !/^[\p{Script=Latin}\p{M}' .-]+$/u.test(typed))
    return refused(`Họ tên chỉ gồm chữ cái. Ông/bà ghi lại giúp. ${EXAMPLE}`)
  const isMixed = /\p{Lu}/u.test(typed) && /\p{Ll}/u.test(typed)
  const asName = (text: string): string => (isMixed ? text : text.split(' ').map(titleCase).join(' '))
  if (words.length < 2 && !/^[KH]'\p{L}/iu.test(typed) && !isWrittenAsName(typed))
    return refused(`Ông/bà ghi đủ cả họ và tên. ${EXAMPLE}`)
  if (words.length < 2 && !/^[KH]'\p{L}/iu.test(typed))
    return { ok: 'unsure', value: asName(typed), shown: asName(typed), because: ONE_WORD }
  if (typed.length > LONGEST) return refused(TOO_LONG)

  const asTyped = asName(typed)
  if (isRepaired) {
    const shown = repaired.map(titleCase).join(' ')
    // "Nguyeenx" is Nguyễn and nothing else; "Thomas" may be both.
    const isTelex = repaired[0] !== words[0] && isFamilyName(repaired[0] ?? '')
    const isClean = !isTelex && /^[\p{Script=Latin}' .-]+$/u.test(asTyped)
    return {
      ok: 'unsure',
      value: shown,
      shown,
      because: 'Hình như điện thoại chưa bỏ dấu giúp ông/bà.',
      ...(isClean ? { otherwise: { value: asTyped, shown: asTyped } } : {}),
    }
  }
  if (
    asTyped === fold(asTyped).replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase()) &&
    MARKED_FAMILIES.has(fold(words[0] ?? ''))
  )
    return {
      ok: 'unsure',
      value: asTyped,
      shown: asTyped,
      because: 'Tên này chưa có dấu. Nếu được, ông/bà nhắn lại có dấu như trên căn cước.',
    }
  // "Cô Thị Ba", "triệu thị nhé": the word may be said around the name, or be a part of it.
  if (words.length < 3 && whole.split(' ').length === words.length + 1 && !isSaidAround(whole, typed)) {
    const otherwise = { value: asTyped, shown: asTyped }
    return {
      ok: 'unsure',
      value: asName(whole),
      shown: asName(whole),
      because: 'Tôi chưa rõ họ tên nào đúng.',
      otherwise,
    }
  }
  // In small letters a name begins with a family name; what does not may be anything.
  const isDoubtful = typed === typed.toLowerCase() && !isFamilyName(words[0] ?? '') && !hasMiddleOfName(typed)
  if (words.length < 2 || isDoubtful || isTalk(typed) || isOnlyRank(whole))
    return { ok: 'unsure', value: asTyped, shown: asTyped, because: 'Họ tên này có đúng như trên giấy tờ không?' }
  return accepted(asTyped)
}
