import { cleanText, type Mended } from '../clean-text.ts'
import type { Rule } from './rule.ts'

const SAID: Readonly<Record<Mended, string>> = {
  marks: 'Chữ có dấu gõ ở dạng tổ hợp (NFD) hoặc chữ Đ sai mã. Hãy gõ lại bằng bộ gõ Unicode dựng sẵn.',
  eth: 'Chữ có dấu gõ ở dạng tổ hợp (NFD) hoặc chữ Đ sai mã. Hãy gõ lại bằng bộ gõ Unicode dựng sẵn.',
  spaces:
    'Dòng này có dấu cách lạ (dấu cách không ngắt, thường do chép từ Word hay trang web). Hãy xóa và gõ lại bằng phím cách.',
  unseen: 'Dòng này có ký tự không nhìn thấy, thường do chép từ nơi khác. Hãy xóa cả chỗ đó và gõ lại.',
}

/** Letters that look right and compare wrong, each at its line. */
export const unnormalised: Rule = ({ text, finding }) =>
  cleanText(text).mended.length === 0
    ? []
    : text.split(/\r?\n/).flatMap((line, i) =>
        [...new Set(cleanText(line).mended.map((kind) => SAID[kind]))].map((message) => ({
          ...finding('unnormalised', [], message),
          ...{ line: i + 1, column: columnOf(line) },
        })),
      )

/** Of the first letter that is not as it was meant. */
function columnOf(line: string): number {
  const at = [...line].findIndex((letter, i, all) => cleanText(`${letter}${all[i + 1] ?? ''}`).mended.length > 0)
  return [...line].slice(0, Math.max(0, at)).join('').length + 1
}
