import { createHash } from 'node:crypto'
import { extname } from 'node:path'

/** A picture or a document on the fake's own CDN. */
export interface Media {
  id: string
  bytes: Buffer
  name: string
  kind: 'image' | 'gif' | 'file'
  mime: string
  url: string
  thumbnail: string
}

const MIME_BY_EXTENSION: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
}

/** By content, never by name: what a browser is told to draw must be a picture. */
export function pictureType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (/^GIF8[79]a/.test(start)) return 'image/gif'
  if (start.startsWith('RIFF') && start.slice(8) === 'WEBP') return 'image/webp'
  return undefined
}

export const extensionOf = (name: string): string => extname(name).slice(1).toLowerCase()

export const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex')

export type MediaStore = ReturnType<typeof createMediaStore>

/** Keeps the newest `limit` bytes; the oldest go first, as on a CDN whose addresses die. */
export function createMediaStore(options: { address: () => string; makeId: () => string; limit?: number }) {
  const { address, makeId, limit = 200_000_000 } = options
  const kept = new Map<string, Media>()
  let bytesKept = 0

  return {
    keep(bytes: Buffer, name: string): Media {
      const id = makeId()
      const picture = pictureType(bytes)
      const url = `${address()}/simulator/media/${id}`
      const media: Media = {
        id,
        bytes,
        name,
        kind: picture === 'image/gif' ? 'gif' : picture ? 'image' : 'file',
        mime: picture ?? MIME_BY_EXTENSION[extname(name).toLowerCase()] ?? 'application/octet-stream',
        url,
        thumbnail: `${url}/thumbnail`,
      }
      kept.set(id, media)
      bytesKept += bytes.length
      for (const [oldest, { bytes: old }] of kept) {
        if (bytesKept <= limit || oldest === id) break
        kept.delete(oldest)
        bytesKept -= old.length
      }
      return media
    },

    get: (id: string): Media | undefined => kept.get(id),
  }
}
