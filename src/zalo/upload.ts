import { LARGEST_SENT, type OutgoingMessage, type PictureSource } from '../conversation/words/messages.ts'
import { type Clock, DAY } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Authorized, Failed } from './authorized.ts'
import type { ZaloClient } from './client.ts'
import type { Uploads } from './ports.ts'

/** Zalo keeps an upload for seven days (zalo-oa §4). */
const UPLOAD_LIFE = 6 * DAY

type Uploaded = { outcome: 'uploaded'; id: string } | Failed

type WithFile = Exclude<OutgoingMessage, { type: 'text' }>

type Find = (of: PictureSource) => Promise<{ content: Buffer; fileName: string } | undefined>

export interface UploadPorts {
  client: ZaloClient
  uploads: Uploads
  /** Draws or finds a picture, jpg or png; undefined when there is nothing to show. */
  pictures: Find
  /** Finds a document: pdf, doc, docx or csv. */
  documents?: Find
  now: Clock
}

/** Brings what a message shows to Zalo, once in six days. */
export function createUpload({ client, uploads, pictures, documents, now }: UploadPorts, authorized: Authorized) {
  const write = async ({ type, of }: WithFile) => (type === 'document' ? documents?.(of) : pictures(of))

  /** Whether Zalo was thought to have it or not. */
  const upload = async (citizen: CitizenId, message: WithFile): Promise<Uploaded> => {
    const { type } = message
    const file = await write(message)
    if (!file) return { outcome: 'broken', reason: `no ${type}` }
    if (file.content.length > LARGEST_SENT[type]) return { outcome: 'broken', reason: `${type} too large` }
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

const refOf = ({ type, of }: WithFile): string =>
  'permit' in of ? `${type}:${of.permit}` : `${type}:sent:${of.attachment}`
