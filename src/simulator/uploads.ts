import { type Clock, DAY } from '../kernel/clock.ts'
import { type Answer, refusal, success } from './answers.ts'
import { toToken } from './identifiers.ts'
import { extensionOf, type Media, type MediaStore, pictureType } from './media.ts'

export type UploadKind = 'image' | 'gif' | 'file'

const MEGABYTE = 1_048_576
const ASSET_LIVES = 7 * DAY

/** zalo-oa §4. */
const LIMITS: Readonly<Record<UploadKind, { bytes: number; takes: (bytes: Buffer, name: string) => boolean }>> = {
  image: { bytes: MEGABYTE, takes: (bytes) => /jpeg|png/.test(pictureType(bytes) ?? '') },
  gif: { bytes: 5 * MEGABYTE, takes: (bytes) => pictureType(bytes) === 'image/gif' },
  file: { bytes: 5 * MEGABYTE, takes: (_bytes, name) => ['pdf', 'doc', 'docx', 'csv'].includes(extensionOf(name)) },
}

export type Uploads = ReturnType<typeof createUploads>

/** What the OA uploaded to send later: known by an id for pictures and a token for documents, for seven days. */
export function createUploads({ media, now, makeId }: { media: MediaStore; now: Clock; makeId: () => string }) {
  const assets = new Map<string, { media: Media; kind: UploadKind; expiresAt: number }>()

  return {
    add(kind: UploadKind, file: { name: string; bytes: Buffer } | undefined): Answer {
      if (!file || file.bytes.length === 0) return refusal(-201, 'file is invalid')
      const { bytes, takes } = LIMITS[kind]
      if (file.bytes.length > bytes) return refusal(-210, 'file is over the allowed size')
      if (!takes(file.bytes, file.name)) return refusal(-201, 'file type is invalid')
      for (const [id, { expiresAt }] of assets) {
        if (expiresAt > now()) break
        assets.delete(id)
      }
      const id = toToken(kind, makeId())
      assets.set(id, { media: media.keep(file.bytes, file.name), kind, expiresAt: now() + ASSET_LIVES })
      return success(kind === 'file' ? { token: id } : { attachment_id: id })
    },

    find(id: string, kind: UploadKind): Media | undefined {
      const asset = assets.get(id)
      return asset && asset.kind === kind && asset.expiresAt > now() ? asset.media : undefined
    },
  }
}
