import type { OutgoingMessage, PictureSource } from '../conversation/words/messages.ts'
import { type Clock, DAY } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Authorized, Failed } from './authorized.ts'
import type { ZaloClient } from './client.ts'
import type { Uploads } from './ports.ts'

/** Zalo keeps an upload for seven days, and takes pictures up to 1 MB and documents up to 5 MB (zalo-oa §4). */
const UPLOAD_LIFE = 6 * DAY
const LARGEST = { picture: 1024 * 1024, document: 5 * 1024 * 1024 } as const

type Uploaded = { outcome: 'uploaded'; id: string } | Failed

type WithFile = Exclude<OutgoingMessage, { type: 'text' }>

export interface UploadPorts {
  client: ZaloClient
  uploads: Uploads
  /** Draws a picture; undefined when there is nothing to show. */
  pictures: (of: PictureSource) => Promise<{ png: Buffer; fileName: string } | undefined>
  /** Writes a document: pdf, doc, docx or csv. */
  documents?: (of: PictureSource) => Promise<{ content: Buffer; fileName: string } | undefined>
  now: Clock
}

/** Brings what a message shows to Zalo, once in six days. */
export function createUpload({ client, uploads, pictures, documents, now }: UploadPorts, authorized: Authorized) {
  const write = async ({ type, of }: WithFile) => {
    if (type === 'document') return documents?.(of)
    const picture = await pictures(of)
    return picture && { content: picture.png, fileName: picture.fileName }
  }

  /** Whether Zalo was thought to have it or not. */
  const upload = async (citizen: CitizenId, message: WithFile): Promise<Uploaded> => {
    const { type } = message
    const file = await write(message)
    if (!file) return { outcome: 'broken', reason: `no ${type}` }
    if (file.content.length > LARGEST[type]) return { outcome: 'broken', reason: `${type} too large` }
    const call = type === 'picture' ? client.uploadImage : client.uploadFile
    const called = await authorized(citizen, (accessToken) => call(accessToken, file.content, file.fileName))
    switch (called.outcome) {
      case 'done':
        await uploads.save(refOf(message), called.value, now() + UPLOAD_LIFE)
        return { outcome: 'uploaded', id: called.value }
      case 'expired':
        return called.failed
      case 'again':
        // An upload that may have arrived has reached nobody's phone.
        return { outcome: 'again', reason: called.reason }
      default:
        return called
    }
  }

  const findOrUpload = async (citizen: CitizenId, message: WithFile): Promise<Uploaded> => {
    const id = await uploads.find(refOf(message), now())
    return id === undefined ? upload(citizen, message) : { outcome: 'uploaded', id }
  }

  return { upload, findOrUpload }
}

const refOf = ({ type, of }: WithFile): string => `${type}:${of.permit}`
