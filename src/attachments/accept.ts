import { fileTypeFromBuffer } from 'file-type'
import type { FileKind, FileRefusal } from '../conversation/words/events.ts'

/** Ten megabytes: a good photo of a page, or a short scan. */
export const LARGEST_FILE = 10 * 1024 * 1024

/** What a dossier may contain, and what a browser can show without running anything. */
const ACCEPTED: Record<FileKind, ReadonlySet<string>> = {
  photo: new Set(['image/jpeg', 'image/png', 'image/webp', 'image/heic']),
  document: new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic']),
}

type Accepted = { outcome: 'accepted'; mime: string } | { outcome: 'refused'; because: FileRefusal }

/** Judges a file by its first bytes. The name and the type its sender claims are not asked. */
export async function accept(kind: FileKind, content: Uint8Array): Promise<Accepted> {
  if (content.length === 0) return { outcome: 'refused', because: 'empty' }
  if (content.length > LARGEST_FILE) return { outcome: 'refused', because: 'too large' }
  const type = await fileTypeFromBuffer(content)
  if (!type || !ACCEPTED[kind].has(type.mime)) return { outcome: 'refused', because: 'wrong type' }
  return { outcome: 'accepted', mime: type.mime }
}
