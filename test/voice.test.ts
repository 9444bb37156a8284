import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readFlowFolders } from '../src/procedures/read-folder.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** One voice speaks to citizens: it calls itself “tôi”, and them “ông/bà”. */
const OTHER_VOICE =
  /(?<!\p{L})(?:chúng (?:tôi|em|mình|ta)|tụi (?:tôi|em|mình)|bọn (?:tôi|em|mình)|(?:em|mình|ad|shop) (?:xin|cứ|sẽ|đã|đang|giúp|hỏi|ghi|nhắn|đọc|chuyển|báo|gửi|tạm|chưa|không)|quý khách|bạn (?:vui lòng|hãy|cần|muốn|có|đã|chưa|gửi|nhắn|bấm|chọn)|các bạn)(?!\p{L})/iu

/** What the program says of a text: not what people say, from which it learns. */
function spokenIn(text: string): string[] {
  let isHeard = false
  return text.split('\n').filter((line) => {
    if (/^says:/.test(line)) isHeard = true
    else if (/^\S/.test(line)) isHeard = false
    return !isHeard && !/^\s*words:/.test(line) && !line.trimStart().startsWith('#')
  })
}

it.each(readFlowFolders(at('../flows/')))('$flow speaks with one voice', ({ text }) =>
  expect(spokenIn(text).filter((line) => OTHER_VOICE.test(line))).toEqual([]),
)

it('the program’s own sentences have the same voice', () => {
  const sources = readdirSync(at('../src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  )
  const said = sources.flatMap((path) =>
    readFileSync(at(`../src/${path}`), 'utf8')
      .split('\n')
      .filter((line) => /ông\/bà/i.test(line) && OTHER_VOICE.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(said).toEqual([])
})

it('hears another voice', () =>
  expect(
    ['Chúng tôi nhắn ông/bà ngay.', 'Em xin ghi lại.', 'Bạn vui lòng chờ.', 'Mình cứ làm tiếp.'].filter(
      (line) => !OTHER_VOICE.test(line),
    ),
  ).toEqual([]))
