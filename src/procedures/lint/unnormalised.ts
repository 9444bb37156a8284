import type { Rule } from './lint.ts'

/** Text typed in decomposed form, or with the Icelandic Eth that looks like Đ: it looks right and compares wrong. */
export const unnormalised: Rule = ({ text, finding, file }) => {
  const isBad = (part: string): boolean => part !== part.normalize('NFC') || /[Ðð]/.test(part)
  if (!isBad(text)) return []
  const steps = Object.entries(file.steps).filter(([, step]) => isBad(JSON.stringify(step)))
  const message = 'Chữ có dấu gõ ở dạng tổ hợp (NFD) hoặc chữ Đ sai mã. Hãy gõ lại bằng bộ gõ Unicode dựng sẵn.'
  return steps.length > 0
    ? steps.map(([id]) => finding('unnormalised', ['steps', id], message))
    : [finding('unnormalised', [], message)]
}
