import { fold } from '../kernel/text.ts'

export type Command = 'menu' | 'back' | 'cancel' | 'resume' | 'help' | 'why' | 'person'

/** Words by which a citizen steers, folded; payloads of our own buttons carry a `#`. */
const WORDS: Record<Command, readonly string[]> = {
  menu: ['#menu', 'menu', '0', 'bat dau', 'trang chu', 've menu', 've trang chu', '/start', 'bat dau lai'],
  back: ['#quay-lai', 'quay lai', 'lui lai', 'tro lai', 'cau truoc'],
  cancel: [
    '#huy',
    'huy',
    'huy bo',
    'huy di',
    'thoi',
    'thoi huy di',
    'khong muon lam nua',
    'toi khong muon lam nua',
    'tui khong muon lam nua',
    'thoi huy',
    'huy ho so',
    'khong lam nua',
    'thoi khong lam nua',
    'dung lai',
  ],
  resume: ['#tiep-tuc', 'tiep tuc', 'lam tiep', 'tiep tuc ho so do', 'tiep'],
  help: ['#tro-giup', 'tro giup', 'giup', 'giup do', 'giup toi', 'giup tui', 'huong dan', 'help', '?'],
  why: [
    '#vi-sao',
    'vi sao',
    'vi sao hoi',
    'tai sao',
    'tai sao hoi',
    'sao hoi',
    'sao lai hoi',
    'hoi lam gi',
    'de lam gi',
  ],
  person: [
    '#gap-nguoi',
    'gap nguoi',
    'gap can bo',
    'gap nguoi that',
    'noi chuyen voi nguoi',
    'noi chuyen voi nguoi that',
    'toi muon noi chuyen voi nguoi that',
    'toi muon gap nguoi',
    'toi muon gap can bo',
    'muon gap can bo',
    'gap nhan vien',
    'nguoi that',
    'can bo',
    'tong dai',
    'tong dai vien',
  ],
}

const byWord = new Map(
  Object.entries(WORDS).flatMap(([command, words]) => words.map((word) => [word, command as Command])),
)

const POLITE_ENDING = /(?: (?:a|nha|nhe|nghe|voi|dum|giup|em oi|em|oi|ad))+$/

/** Folded with polite endings dropped: "hủy đi nha" is "huy di". Long texts are never a word of ours. */
export const foldWords = (text: string): string => (text.length > 60 ? '' : fold(text).replace(POLITE_ENDING, ''))

export function readCommand(text: string): Command | undefined {
  if (text.length > 60) return undefined
  return byWord.get(text.trim().toLowerCase()) ?? byWord.get(fold(text)) ?? byWord.get(foldWords(text))
}

export const GREETINGS = new Set([
  'xin chao',
  'chao',
  'chao em',
  'hi',
  'hello',
  'alo',
  'a lo',
  'hey',
  'chao ban',
  'chao ad',
  'da chao',
  'chao anh chi',
  'da chao anh chi',
  'xin chao anh chi',
  'chao can bo',
])

/** A payload of a tapped button without its `#`; ordinary text that happens to begin with `#` is not one. */
export function readPayload(text: string): string | undefined {
  const payload = /^#([a-z0-9][a-zA-Z0-9_.:-]{0,200})$/.exec(text.trim())
  return payload?.[1]
}
