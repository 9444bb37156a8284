import { foldWords } from './commands.ts'
import { fold, listed } from '../../kernel/text.ts'

const YES = new Set(
  listed(`
    dung, dung roi, phai, phai roi, co, ok, oke, okay, u, uh, um, da, vang, dong y, toi dong y, chuan, yes, dc,
    duoc, ua, dong y chu, dong y chu sao khong, khong van de gi, dong y luon
  `),
)
const NO = new Set(
  listed(`
    khong, ko, k, hok, hong, khum, sai, sai roi, khong phai, chua dung, khong dong y, toi khong dong y,
    khong dong y dau, toi chua dong y, chua dong y, no
  `),
)
const SKIP = new Set(
  listed(`
    bo qua, khong, ko, khong co, ko co, hong co, hok co, khong can, khong nho, khong biet, khong ro, di bo,
    di xe buyt, xe buyt, di xe khach, xe khach, khong co xe
  `),
)
/** "Tôi không có giấy tờ gì", "ko có gì hết". */
const HAVE_NONE =
  /^(?:(?:toi|tui) )?(?:khong|ko|k|hong|hok|chua) co (?:gi|(?:giay(?: to)?|anh|hinh)(?: gi| nao)?)(?: ca| het)?$/
const DONE = new Set(['xong', 'xong roi', 'het', 'het roi', 'du roi', 'gui di', 'ok'])

const KEEP = new Set(['giu nguyen', 'giu', 'nhu cu', 'de nguyen', 'van vay', 'khong sua'])

export const isYes = (text: string): boolean => YES.has(foldWords(text))
export const isNo = (text: string): boolean => NO.has(foldWords(text))
export const isSkip = (text: string): boolean => SKIP.has(foldWords(text)) || HAVE_NONE.test(foldWords(text))
export const isDone = (text: string): boolean => DONE.has(foldWords(text))

export const isKeep = (text: string): boolean => KEEP.has(foldWords(text))

const ORDINALS: Readonly<Record<string, number>> = {
  'dau tien': 1,
  'thu nhat': 1,
  'thu hai': 2,
  'thu ba': 3,
  'thu tu': 4,
  'thu nam': 5,
}

/** A small ordinal: `2`, `2.`, `số 2`, `mục 2`, `sửa 2`, `cái thứ 2`, `cái thứ hai`. */
export function readOrdinal(text: string): number | undefined {
  const match = /^(?:chon |sua |cai |muc |so |cau |thu )*(\d{1,2})$/.exec(foldWords(text))
  if (match) return Number(match[1])
  const spoken = /^(?:chon )?(?:cai|muc|so|cau) (dau tien|thu (?:nhat|hai|ba|tu|nam))$/.exec(foldWords(text))?.[1]
  return spoken === undefined ? undefined : ORDINALS[spoken]
}

/** The one option meant: by number, by its whole label, or by words that stand in no other label. */
export function pick<Option extends { key: string; label: string }>(
  options: readonly Option[],
  text: string,
): Option | undefined {
  const ordinal = readOrdinal(text)
  if (ordinal !== undefined) return options[ordinal - 1]
  const typed = foldWords(text)
  if (typed === '') return undefined
  const exact = options.find(
    (option) => fold(option.label) === typed || option.key === typed || fold(option.key) === typed,
  )
  if (exact) return exact
  if (isYes(text) || isNo(text)) return options.find((option) => option.key === (isYes(text) ? 'co' : 'khong'))
  const within = typed.length < 3 ? [] : options.filter((option) => ` ${fold(option.label)} `.includes(` ${typed} `))
  return within.length === 1 ? within[0] : undefined
}

/**
 * The option that shares the most words with a sentence, "tôi đi khám bệnh": at least two, and more than any other.
 * Not for consents, where "không đồng ý đâu" shares words with the yes.
 */
export function guess<Option extends { label: string }>(options: readonly Option[], text: string): Option | undefined {
  if (text.length > 200) return undefined
  const typed = new Set(fold(text).split(' '))
  const shared = options.map(
    ({ label }) =>
      fold(label)
        .split(/[ /]+/)
        .filter((word) => word.length > 2 && typed.has(word)).length,
  )
  const best = Math.max(...shared)
  const at = shared.indexOf(best)
  return best >= 2 && shared.lastIndexOf(best) === at ? options[at] : undefined
}
