import { composed, fold } from '../../kernel/text.ts'
import type { Reviewed } from '../step/review.ts'
import { QUESTION_NAMES } from '../words/lexicon/question-names.ts'

/** As typed with its marks, and without: "ba" is a father, "bà" is not. */
const KIN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ cha: 'ba bố tía tia cha', me: 'mẹ má mợ', be: 'bé con cháu nhóc trẻ nhỏ', den: 'tới' }).flatMap(
    ([kin, words]) => words.split(' ').map((word) => [word, kin]),
  ),
)

/** What several names of one thing become. Over words without marks, in this order. */
const ONE_NAME: readonly (readonly [RegExp, string])[] = [
  [/\bsanh\b/g, 'sinh'],
  [/\b(?:sdt|sodt|dthoai|dt|phone)\b/g, 'dien thoai'],
  [/\b(?:cccd|cmnd|cmt|cc|chung minh(?: nhan dan| thu)?|the can cuoc)\b/g, 'can cuoc'],
  [/\bso (?=can cuoc|dien thoai|dinh danh)/g, ''],
  [/\bso (?=so )/g, ''],
  [/\b(?:bang|bien) (?:so )?(?:xe )?(?:so\b)?/g, 'bien so '],
  [/\b(?:ho va ten|ho ten|ten ho|ten tuoi|ten goi|ten ho)\b/g, 'ten'],
  [/\b(?:ngay thang nam|ngay thang|nam|thang nam) sinh\b|\bsinh nhat\b|\bsn\b|\bnsinh\b/g, 'ngay sinh'],
  [/\b(?:cho|cho o|noi|xa|phuong|tinh) (?=den|toi|di|ve|nop|o\b|sinh|nhan|dang|xay|tam|thuong)/g, 'noi '],
  [/\bgio giac\b/g, 'gio'],
  [/\b(?:ba|cha|ong|co|anh|chi) chu\b/g, 'chu nha'],
  [/\b(?:ly|li) do\b/g, 'lydo'],
  [/\b(?:quay |tro )?ve (?=\d|luc |som |tre |sang |trua |chieu |khuya |mai |mot )/g, 'gio ve '],
  [
    /\b(?:khoi hanh|(?<!(?:de|dam|cong|xe|noi) )di) (?=\d|luc |som |tre |sang |trua |chieu |khuya |mai |mot )/g,
    'gio di ',
  ],
  [/\b(?:chu|nguoi cho) (?:(?:nha|day|phong|khu) )?(?:tro|thue tro)\b/g, 'chu nha'],
  [/\b(?:phong|nha|noi|cho|day|khu) (?:o )?tro\b/g, 'noi tam tru'],
  [/\b(?:noi|nha)(?: dang)? o\b/g, 'noio'],
  [/\b(?<!ngay )(?:sinh|sanh)(?: nam| ngay)? (?=\d)/g, 'ngay sinh '],
]
const SILENT = new Set('cua va o la thi cai muc cau phan dong toi tui em minh no ay nay kia do cho lai'.split(' '))

/** "… nha": where marks are typed, or at the end of a clause, it is no house. */
const withoutParticle = (typed: string): string =>
  typed.replace(/[^\x00-\x7F]/u.test(typed) ? /(?<!\p{L})nha(?!\p{L})/gu : /(?<!\p{L})nha(?=\s*(?:[,.;!]|$))/gu, ' ')

/** "Nó tên Khôi", "nó sanh mùng 2": no other is spoken of so but the child. */
const CHILD =
  /(?<=^\s*|[,.;]\s*|(?<!\p{L})(?:là|mà|dạ|à|ý|em) )(?:nó|no)(?= (?:tên|ten|sinh|sanh|là con|la con)(?!\p{L}))/giu

/** The words of a sentence that may name a question: marks gone, kin and everyday names made one. */
export function nameWords(text: string): string[] {
  const typed = composed(text.toLowerCase()).replace(CHILD, 'bé')
  const kin = withoutParticle(typed)
    .split(/[\s,.;:!?"“”()]+/)
    .map((word) => KIN[word] ?? word)
    .join(' ')
  return inOneName(fold(kin)).filter((word) => !SILENT.has(word))
}

const inOneName = (plain: string): string[] =>
  ONE_NAME.reduce((rest, [pattern, name]) => rest.replace(pattern, name), plain)
    .split(/\s+/)
    .filter((word) => word !== '')

/** One way to name a question, as its words. */
interface Called {
  question: Reviewed
  words: readonly string[]
  isLabel: boolean
}

/** Of "Làm cho" nothing is left that would name it. */
const isTelling = ({ words }: Called): boolean => words.join(' ') !== 'lam'

const namesOf = (question: Reviewed): Called[] => allNamesOf(question).filter(isTelling)

const OTHER_NAMES: Readonly<Record<string, readonly (readonly string[])[]>> = Object.fromEntries(
  Object.entries(QUESTION_NAMES).map(([name, names]) => [name, names.map(inOneName)]),
)

const allNamesOf = (question: Reviewed): Called[] => [
  { question, words: nameWords(question.label), isLabel: true },
  ...(OTHER_NAMES[question.name] ?? []).map((words) => ({ question, words, isLabel: false })),
]

const holds = (all: readonly string[], some: readonly string[]): boolean =>
  some.length > 0 && some.every((word) => all.includes(word))

/** Between the words of a name at most as many others may stand. */
const MOST_BETWEEN = 2

/** Whether the words of a name stand together. */
const holdsTogether = (all: readonly string[], name: readonly string[]): boolean =>
  all.some((_, from) => holds(all.slice(from, from + name.length + MOST_BETWEEN), name))

/** "Tên chủ nhà" is whom a question is labelled “Chủ nhà”, whoever else may be called so. */
const ownNames = (called: readonly Called[]): Called[] =>
  called.filter(
    (one) =>
      one.isLabel ||
      !called.some(
        (it) => it.isLabel && it.question !== one.question && it.words.length > 1 && holds(one.words, it.words),
      ),
  )

/** A question that was named, and the words that named it. */
export interface NamedQuestion {
  question: Reviewed
  words: readonly string[]
}

export interface NamedQuestions {
  found: NamedQuestion[]
  also: NamedQuestion[]
  isWhole: boolean
}

/**
 * The questions a sentence may name: by exactly its label or another name, else by all words of a name, the longest within
 * the sentence. A name of which the sentence says only a piece counts when nothing else does (`isWhole` is false then).
 * Several are returned only where nothing tells them apart; `also` holds
 * those that are called so beside a label.
 */
export function questionsNamed(questions: readonly Reviewed[], text: string): NamedQuestions {
  const typed = nameWords(text)
  const called = ownNames(questions.flatMap(namesOf))
  const whole = called.filter(({ words }) => holdsTogether(typed, words))
  const longest = Math.max(0, ...whole.map(({ words }) => words.length))
  const best = whole.filter(({ words }) => words.length === longest)
  const labelled = best.filter(({ isLabel }) => isLabel)
  if (best.length > 0) return { found: once(labelled.length > 0 ? labelled : best), also: once(best), isWhole: true }
  const pieces = called.filter(({ words, isLabel }) => isLabel && holds(words, typed))
  return { found: once(pieces), also: [], isWhole: false }
}

const once = (called: readonly Called[]): NamedQuestion[] =>
  called.filter(({ question }, i) => called.findIndex((it) => it.question === question) === i)
