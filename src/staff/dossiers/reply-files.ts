import { acceptToSend } from '../../attachments/accept.ts'
import type { FileToSend } from '../../casework/reply-with-files.ts'
import type { FileRefusal } from '../../conversation/words/events.ts'
import { shorten, tidy } from '../../kernel/text.ts'
import type { UploadedFile } from '../frame/upload-routes.ts'

/** With one reply. */
export const MOST_FILES = 3

/** The files that were chosen, fit to be sent; or what is wrong with them, for whoever chose them. */
export async function judgeFiles(
  files: readonly UploadedFile[],
): Promise<{ files: readonly FileToSend[] } | { because: string }> {
  if (files.length > MOST_FILES) return { because: `Gửi kèm nhiều nhất ${MOST_FILES} tệp một lần. ${AGAIN}` }
  const fit: FileToSend[] = []
  for (const { name, content, isTooLarge } of files) {
    const judged = isTooLarge ? TOO_LARGE : await acceptToSend(content)
    if (judged.outcome === 'refused')
      return { because: `“${shorten(tidy(name), 60)}” ${renderRefusal(judged.because)} ${AGAIN}` }
    fit.push({ name, content, mime: judged.mime, type: judged.type })
  }
  return { files: fit }
}

const TOO_LARGE = { outcome: 'refused', because: 'too large' } as const

/** A browser forgets what was chosen when a form comes back. */
const AGAIN = 'Xin chọn lại các tệp.'

const renderRefusal = (because: FileRefusal): string => {
  if (because === 'too large')
    return 'quá lớn: Zalo nhận ảnh đến 1 MB, PDF đến 5 MB. Xin lưu ảnh nhỏ lại, hoặc lưu thành PDF.'
  if (because === 'empty') return 'là tệp trống.'
  return 'không gửi qua Zalo được. Xin chọn ảnh JPG, PNG hoặc tệp PDF.'
}
