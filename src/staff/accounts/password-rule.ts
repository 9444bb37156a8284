/** Fewest characters of a password, and most: longer ones only cost time. */
const SHORTEST = 12
const LONGEST = 200
/** Characters that do not follow from those before them or from what anybody would try first. */
const FEWEST_UNFORESEEN = 8

const TRIED_FIRST = [
  ...[
    'motcua',
    'matkhau',
    'password',
    'passwd',
    'quantri',
    'quantrivien',
    'canbo',
    'tiepnhan',
    'admin',
    'administrator',
  ],
  ...[
    'zalo',
    'camau',
    'baclieu',
    'vietnam',
    'nguyen',
    'welcome',
    'letmein',
    'changeme',
    'secret',
    'iloveyou',
    'example',
  ],
]
const KEYBOARD = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qazwsxedc', '1qaz2wsx3edc4rfv']

/** Small letters without marks, and without what stands between words. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[\s._-]/g, '')

/** `p@ssw0rd` is `password`. */
const unmask = (text: string): string =>
  [...text]
    .map(
      (letter) =>
        ({ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' })[letter] ?? letter,
    )
    .join('')

type Weakness = 'short' | 'long' | 'easy'

/**
 * What makes a password too easy to guess, if anything. Judged are length, repetition, sequences of letters, digits and keys, and
 * words that anybody would try for this account.
 */
function judge(password: string, email: string): Weakness | undefined {
  const letters = [...password.normalize('NFC')]
  if (letters.length < SHORTEST) return 'short'
  if (letters.length > LONGEST) return 'long'
  const own = [email, ...email.split('@'), ...email.split(/[@._+-]/)].map(fold).filter((word) => word.length >= 3)
  const words = [...TRIED_FIRST, ...own].toSorted((a, b) => b.length - a.length)
  const folded = fold(password)
  const unforeseen = Math.min(...[folded, unmask(folded)].map((text) => countUnforeseen(text, words)))
  return unforeseen < FEWEST_UNFORESEEN ? 'easy' : undefined
}

const TO_OPERATORS: Record<Weakness, string> = {
  short: `at least ${SHORTEST} characters`,
  long: `at most ${LONGEST} characters`,
  easy: 'too easy to guess: repetitions, sequences, the address, names and usual words count for nothing; take four words that do not belong together',
}

const TO_STAFF: Record<Weakness, string> = {
  short: `Mật khẩu cần ít nhất ${SHORTEST} ký tự.`,
  long: `Mật khẩu dài nhất ${LONGEST} ký tự.`,
  easy: 'Mật khẩu này dễ đoán. Tên, địa chỉ e-mail, từ thường dùng, dãy số hay chữ lặp lại không được tính. Xin ghép bốn từ không liên quan, ví dụ kiểu: thuyền giấy mùa hạ.',
}

/** Why a password is too easy to guess, as an English sentence for an operator, or nothing. */
export function weaknessOf(password: string, email: string): string | undefined {
  const weakness = judge(password, email)
  return weakness && TO_OPERATORS[weakness]
}

/** The same as a Vietnamese sentence for whoever chooses it. */
export function weaknessForStaff(password: string, email: string): string | undefined {
  const weakness = judge(password, email)
  return weakness && TO_STAFF[weakness]
}

function countUnforeseen(text: string, words: readonly string[]): number {
  // Each word counts as one character that nobody types.
  const withoutWords = words.reduce((rest, word) => rest.replaceAll(word, '\u0000'), text)
  const once = withoutWords.replace(/(.{1,20}?)\1+/gsu, '$1')
  const letters = [...once]
  const isStep = letters.map((letter, i) => i > 0 && follows(letters[i - 1]!, letter))
  // Two neighbours may be chance; three in a row are a sequence.
  return letters.filter((_, i) => !(isStep[i] && (isStep[i - 1] || isStep[i + 1]))).length
}

const follows = (before: string, letter: string): boolean =>
  Math.abs(letter.codePointAt(0)! - before.codePointAt(0)!) <= 1 ||
  KEYBOARD.some((row) => row.includes(before + letter) || row.includes(letter + before))
