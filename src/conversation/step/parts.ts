import { fold } from '../../kernel/text.ts'

/** Said before what is meant: "số căn cước là …", "dạ con tên …", "ở …". */
const CUE =
  /^(?:(?:dạ|da|và|va|còn|con|thì|thi|với|voi)\s+)?(?:(?:tôi|toi|tui|em|mình|minh|bé|be|cháu|chau)\s+)?(?:họ\s+(?:và\s+)?tên|ho\s+(?:va\s+)?ten|tên|ten|số\s+căn\s+cước|so\s+can\s+cuoc|căn\s+cước|can\s+cuoc|cccd|số\s+điện\s+thoại|so\s+dien\s+thoai|điện\s+thoại|dien\s+thoai|sđt|sdt|đt|dt|dân\s+tộc|dan\s+toc|quê\s+quán|que\s+quan|quê|que|xe(?:\s+máy|\s+may|\s+hơi|\s+hoi)?|biển\s+số|bien\s+so|(?:sinh|sanh)(?:\s+(?:ngày|ngay|năm|nam|ở|o|tại|tai))?|ở|o|tại|tai)\s*(?:là\s+|la\s+|:\s*)?(?=\S)|^(?:(?:dạ|da)\s+)?(?:tôi|toi|tui|em|con|cháu|chau|mình|minh)\s+(?:là|la)\s+(?=\S)/iu

/** … and what begins the next thing, after which its value was taken out. */
const TAIL =
  /\s+(?:(?:số|so)(?:\s+(?:căn\s+cước|can\s+cuoc|điện\s+thoại|dien\s+thoai))?|căn\s+cước|can\s+cuoc|cccd|sđt|sdt|đt|dt|điện\s+thoại|dien\s+thoai|sn|sinh|sanh|ạ)$/iu

export const withoutCue = (part: string): string => part.replace(CUE, '').replace(TAIL, '').trim()

/** "096190012345 0912345678" is two numbers. */
export const cutApart = (text: string): string =>
  text.replace(/(?<=(?<!\d)\d{12})\s+(?=0\d)/g, ', ').replace(/(?<=(?<!\d)0\d{9})\s+(?=0\d{11}(?!\d))/g, ', ')

const TAKEN = '\u0000'

/** What stands between commas; undefined where something was taken out, of which the neighbours are no parts of one thing. */
export function leftOf(text: string, taken: readonly { from: number; to: number }[]): (string | undefined)[] {
  const letters = [...text].length === text.length ? [...text] : text.split('')
  for (const { from, to } of taken) for (let at = from; at < to; at++) letters[at] = at === from ? TAKEN : ''
  return letters
    .join('')
    .split(TAKEN)
    .flatMap((stretch, i): (string | undefined)[] => [...(i > 0 ? [undefined] : []), ...piecesIn(stretch)])
}

const piecesIn = (stretch: string): string[] =>
  stretch
    .split(/[,;\n]|\.(?=\s|$)/)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\d]/u.test(part) && part !== withoutWords(part))

/** Words that say nothing where what they spoke of was taken out: "số căn cước", "đi", "về". */
const EMPTY =
  /^(?:dạ|da|và|va|đi|di|về|ve|từ|tu|đến|den|lúc|luc|xe(?: máy| may)?|tôi|toi|tui|em|bé|be|tên|ten|là|la|số|so|căn cước|can cuoc|cccd|điện thoại|dien thoai|sđt|sdt|sinh|ngày|ngay|cho|ạ|nha|nhé| )+$/iu
const withoutWords = (part: string): string => (EMPTY.test(part) ? part : '')

interface Run {
  /** The label it begins with a word of. */
  of?: number
  words: string
}

/** "Má người xứ biển": where somebody comes from. */
const COMES_FROM =
  /^(?:(?:ba|ma|cha|me|noi|ngoai|ong|chau|be|no|nha)(?: (?:no|be|noi|ngoai|toi|tui|em))? )?(?:nguoi|goc|que|xu) /
const COMMON = new Set(['noi', 'so', 'ngay', 'ho', 'ten', 'nguoi', 'cua', 'va', 'yeu', 'cau'])

/** Parts that belong together: those in a row, anew where one begins with a word of a label. */
export function runsOf(parts: readonly (string | undefined)[], labels: readonly string[]): Run[] {
  const cues = labels.map((label) =>
    fold(label)
      .split(' ')
      .filter((word) => !COMMON.has(word)),
  )
  const runs: Run[] = []
  let isBroken = true
  for (const part of parts) {
    if (part === undefined) {
      isBroken = true
      continue
    }
    const first = fold(part).split(' ').slice(0, 2)
    const from = COMES_FROM.test(`${fold(part)} `) ? 'que' : ''
    const of = cues.findIndex((words) => words.some((word) => first.includes(word) || word === from))
    const last = runs.at(-1)
    if (of >= 0) runs.push({ of, words: part })
    else if (last && !isBroken) last.words = `${last.words}, ${part}`
    else runs.push({ words: part })
    isBroken = false
  }
  return runs
}
