import { fileTypeFromBuffer } from 'file-type'
import type { FileKind, FileRefusal } from '../conversation/words/events.ts'
import { LARGEST_SENT } from '../conversation/words/messages.ts'
import { SENDABLE } from './sent-files.ts'

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

type Sendable =
  { outcome: 'accepted'; mime: string; type: 'picture' | 'document' } | Extract<Accepted, { outcome: 'refused' }>

/** Judges a file that an officer sends along: as one of a citizen, and whether Zalo takes it from us. */
export async function acceptToSend(content: Uint8Array): Promise<Sendable> {
  const judged = await accept('document', content)
  if (judged.outcome === 'refused') return judged
  const type = SENDABLE[judged.mime]?.type
  if (!type) return { outcome: 'refused', because: 'wrong type' }
  if (content.length > LARGEST_SENT[type]) return { outcome: 'refused', because: 'too large' }
  return { outcome: 'accepted', mime: judged.mime, type }
}
