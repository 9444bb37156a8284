import type { z } from 'zod'
import { type Answer, refusal } from './answers.ts'
import { buttonsMessage, envelope, fileMessage, mediaMessage, requestMessage, textMessage } from './care-limits.ts'
import type { Attachment } from './events.ts'
import { extensionOf, md5, type Media } from './media.ts'
import type { Content } from './transcript.ts'
import type { Uploads } from './uploads.ts'

/** A customer-care message that Zalo would take: what the phone shows, and what comes back as the echo. */
interface CareMessage {
  userId: string
  content: Content
  echo: { name: string; text?: string; attachments?: Attachment[] }
}

type Parsed = { taken: CareMessage } | { refused: Answer }

/** Over a limit is -210, any other slip -201; the field is named as Zalo does (zalo-oa §8). */
function refuse({ issues }: z.ZodError): { refused: Answer } {
  const issue = issues[0]
  const field = issue?.path.join('.') || 'message'
  if (issue?.code === 'too_big') return { refused: refusal(-210, `${field} is over the allowed limit`) }
  return { refused: refusal(-201, `${field} is invalid`) }
}

/** Reads the body of `POST /v3.0/oa/message/cs` against the limits of zalo-oa §3.1. */
export function parseCareMessage(body: unknown, uploads: Uploads): Parsed {
  const outer = envelope.safeParse(body)
  if (!outer.success) return refuse(outer.error)
  const { recipient, message } = outer.data
  const { attachment } = message
  const part = attachment ? parseAttachment(message, attachment, uploads) : parseText(message)
  return 'refused' in part ? part : { taken: { userId: recipient.user_id, ...part.taken } }
}

type Part = { taken: Omit<CareMessage, 'userId'> } | { refused: Answer }

function parseText(message: unknown): Part {
  const parsed = textMessage.safeParse(message)
  if (!parsed.success) return refuse(parsed.error)
  const said = parsed.data.text
  return { taken: { content: { type: 'text', text: said }, echo: { name: 'oa_send_text', text: said } } }
}

function parseAttachment(
  message: unknown,
  { type, payload }: { type: string; payload: Record<string, unknown> },
  uploads: Uploads,
): Part {
  if (type === 'file') return parseFile(message, uploads)
  if (type !== 'template') return { refused: refusal(-233) }
  switch (payload['template_type']) {
    case undefined:
      return parseButtons(message)
    case 'media':
      return parseMedia(message, uploads)
    case 'request_user_info':
      return parseRequest(message)
    default:
      return { refused: refusal(-233) }
  }
}

function parseButtons(message: unknown): Part {
  const parsed = buttonsMessage.safeParse(message)
  if (!parsed.success) return refuse(parsed.error)
  const { text: said, attachment } = parsed.data
  return {
    taken: {
      content: { type: 'text', text: said, buttons: attachment.payload.buttons },
      echo: { name: 'oa_send_text', text: said },
    },
  }
}

function parseMedia(message: unknown, uploads: Uploads): Part {
  const parsed = mediaMessage.safeParse(message)
  if (!parsed.success) return refuse(parsed.error)
  const { text: caption, attachment } = parsed.data
  const element = attachment.payload.elements[0]
  const id = element?.attachment_id
  if (!element || (id === undefined) === (element.url === undefined)) {
    return { refused: refusal(-201, 'attachment_id or url is invalid') }
  }
  const kind = element.media_type
  if (kind === 'sticker') return parseSticker(id)
  if (kind === 'gif' && !(element.width && element.height)) return { refused: refusal(-201, 'width is invalid') }
  const picture = id === undefined ? external(element.url ?? '') : uploads.find(id, kind)
  if (!picture) return { refused: refusal(-100) }
  const { url, thumbnail } = picture
  return {
    taken: {
      content: { type: 'picture', url, thumbnail, ...(caption && { caption }) },
      echo: {
        name: `oa_send_${kind}`,
        ...(caption && { text: caption }),
        attachments: [{ type: kind, payload: { thumbnail, url } }],
      },
    },
  }
}

const external = (url: string): Pick<Media, 'url' | 'thumbnail'> => ({ url, thumbnail: url })

function parseSticker(id: string | undefined): Part {
  if (id === undefined) return { refused: refusal(-201, 'attachment_id is invalid') }
  const url = '/simulator/assets/sticker.svg'
  return {
    taken: {
      content: { type: 'sticker', url },
      echo: { name: 'oa_send_sticker', attachments: [{ type: 'sticker', payload: { id, url } }] },
    },
  }
}

function parseFile(message: unknown, uploads: Uploads): Part {
  const parsed = fileMessage.safeParse(message)
  if (!parsed.success) return refuse(parsed.error)
  const file = uploads.find(parsed.data.attachment.payload.token, 'file')
  if (!file) return { refused: refusal(-100) }
  return {
    taken: {
      content: { type: 'document', name: file.name, bytes: file.bytes.length, url: file.url },
      echo: { name: 'oa_send_file', attachments: [toFileAttachment(file)] },
    },
  }
}

function parseRequest(message: unknown): Part {
  const parsed = requestMessage.safeParse(message)
  if (!parsed.success) return refuse(parsed.error)
  const element = parsed.data.attachment.payload.elements[0]
  const content = {
    type: 'request for contact',
    title: element?.title ?? '',
    subtitle: element?.subtitle ?? '',
  } as const
  return { taken: { content, echo: { name: 'oa_send_template', text: content.title } } }
}

export const toFileAttachment = ({ name, bytes, url }: Media): Attachment => ({
  type: 'file',
  payload: { name, size: String(bytes.length), type: extensionOf(name), checksum: md5(bytes), url },
})
