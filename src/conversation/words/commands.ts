import { fold, tidy } from '../../kernel/text.ts'
import { foldWords } from './courtesy.ts'
import { COMMAND_KEYS, tapped, type Command } from './payload.ts'

/** Words by which a citizen steers. Typed without marks they are the same. */
const WORDS: Record<Command, readonly string[]> = {
  menu: ['menu', '0', 'bắt đầu', 'trang chủ', 'về menu', 'về trang chủ', '/start', 'bắt đầu lại'],
  back: ['quay lại', 'lùi lại', 'trở lại', 'câu trước'],
  cancel: [
    'hủy',
    'hủy bỏ',
    'hủy đi',
    'thôi',
    'thôi hủy đi',
    'không muốn làm nữa',
    'tôi không muốn làm nữa',
    'tui không muốn làm nữa',
    'thôi hủy',
    'hủy hồ sơ',
    'không làm nữa',
    'thôi không làm nữa',
    'dừng lại',
  ],
  resume: ['tiếp tục', 'làm tiếp', 'tiếp tục hồ sơ dở', 'tiếp', 'continue', 'resume', 'go on'],
  help: ['trợ giúp', 'giúp', 'giúp đỡ', 'giúp tôi', 'giúp tui', 'hướng dẫn', 'help', '?'],
  why: ['vì sao', 'vì sao hỏi', 'tại sao', 'tại sao hỏi', 'sao hỏi', 'sao lại hỏi', 'hỏi làm gì', 'để làm gì'],
  person: [
    'gặp người',
    'gặp cán bộ',
    'gặp người thật',
    'nói chuyện với người',
    'nói chuyện với người thật',
    'tôi muốn nói chuyện với người thật',
    'tôi muốn gặp người',
    'tôi muốn gặp cán bộ',
    'muốn gặp cán bộ',
    'gặp nhân viên',
    'người thật',
    'cán bộ',
    'tổng đài',
    'tổng đài viên',
  ],
}

const withButton = (Object.keys(WORDS) as Command[]).map(
  (command) => [command, [tapped(COMMAND_KEYS[command]), ...WORDS[command]]] as const,
)
const everyWord = withButton.flatMap(([, words]) => words)
/** As written here, marks and all. */
const exact = new Set(everyWord)

const byWord = new Map(
  withButton.flatMap(([command, words]) => words.map((word) => [/^[#/?]/.test(word) ? word : fold(word), command])),
)

/** Steering words that people type, as they are written. */
export const STEERING_WORDS: readonly string[] = everyWord.filter((word) => !word.startsWith('#'))

/** A steering word with exactly its marks: "tổng đài", not the name Tống Đại. */
export const isExactCommand = (text: string): boolean => exact.has(tidy(text).toLowerCase())

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
