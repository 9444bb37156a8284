import type { Attachment } from '../../attachments/attachment.ts'
import { beginningOf, fold, tidy } from '../../kernel/text.ts'

/** The types that `attachments/accept` lets in. The extension follows the bytes, not what the sender called the file. */
const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
}

/** Browsers show these themselves, and nothing in them can run. */
const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp'])

export const isPicture = ({ mime }: Attachment): boolean => mime !== undefined && PICTURES.has(mime)

export function renderFileName({ name = '', mime = '' }: Attachment): string {
  const readable = tidy(name.replace(/\.\w{1,8}$/, '')).replace(/[\\/:*?"<>|\s]+/g, ' ')
  const stem = beginningOf(readable, 80).replace(/^[. ]+|[. ]+$/g, '')
  return `${stem || 'tep-dinh-kem'}.${EXTENSIONS[mime] ?? 'bin'}`
}

/** Pictures are shown, documents saved. The plain name is for old browsers, the second spelling is RFC 8187. */
export function renderDisposition(file: Attachment): string {
  const name = renderFileName(file)
  const plain = fold(name.replace(/\.[^.]*$/, '')).replace(/[^\w -]/g, '') || 'tep-dinh-kem'
  const exact = encodeURIComponent(name).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const extension = name.slice(name.lastIndexOf('.'))
  return `${isPicture(file) ? 'inline' : 'attachment'}; filename="${plain}${extension}"; filename*=UTF-8''${exact}`
}
