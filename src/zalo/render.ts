import { tapped } from '../conversation/words/payload.ts'
import { splitText, wellFormed } from '../conversation/words/fit-message.ts'
import { shorten } from '../kernel/text.ts'
import { type Choice, MESSAGE_LIMITS, type OutgoingMessage } from '../conversation/words/messages.ts'
import type { Piece } from '../notifications/echo.ts'

/** The body of one `message/cs` call (zalo-oa §3.1). */
export interface MessageBody {
  recipient: { user_id: string }
  message: { text?: string; attachment?: Attachment }
}

type Attachment =
  | { type: 'file'; payload: { token: string } }
  | { type: 'template'; payload: { buttons: Button[] } }
  | {
      type: 'template'
      payload: { template_type: 'media'; elements: [{ media_type: 'image'; attachment_id: string }] }
    }

type Button =
  | { title: string; type: 'oa.query.hide'; payload: string }
  | { title: string; type: 'oa.open.url'; payload: { url: string } }

/** Stands over choices that are more than one message may carry, or that came without any words. */
const MORE = 'Mời ông/bà chọn tiếp:'

/**
 * A message in Zalo's spelling: several bodies, to be sent in this order, when one would exceed Zalo's limits.
 * `upload` is the attachment id of a picture or the token of a document. A message of nothing has no bodies.
 */
export function renderMessage(citizen: string, message: OutgoingMessage, upload = ''): MessageBody[] {
  return toMessages(message, upload).map((body) => ({ recipient: { user_id: citizen }, message: body }))
}

/** The same bodies as they come back in Zalo's echoes. */
export const piecesOf = (message: OutgoingMessage): Piece[] =>
  toMessages(message, '').map(({ text = '', attachment }) => ({ kind: kindOf(attachment), text }))

const kindOf = (attachment: Attachment | undefined): Piece['kind'] => {
  if (attachment?.type === 'file') return 'document'
  return attachment && 'template_type' in attachment.payload ? 'picture' : 'text'
}

function toMessages(message: OutgoingMessage, upload: string): MessageBody['message'][] {
  switch (message.type) {
    case 'text':
      return renderText(message.text, message.choices ?? [])
    case 'picture': {
      const [caption, ...rest] = splitText(message.caption)
      const elements: [{ media_type: 'image'; attachment_id: string }] = [
        { media_type: 'image', attachment_id: upload },
      ]
      const attachment: Attachment = { type: 'template', payload: { template_type: 'media', elements } }
      return [{ ...(caption !== undefined && { text: caption }), attachment }, ...rest.map((text) => ({ text }))]
    }
    case 'document':
      return [{ attachment: { type: 'file', payload: { token: upload } } }]
  }
}

function renderText(text: string, choices: readonly Choice[]): MessageBody['message'][] {
  const bodies: MessageBody['message'][] = splitText(text).map((piece) => ({ text: piece }))
  const buttons = choices.map(toButton)
  for (let i = 0; i < buttons.length; i += MESSAGE_LIMITS.choices) {
    const under = i === 0 ? bodies.pop() : undefined
    const attachment: Attachment = {
      type: 'template',
      payload: { buttons: buttons.slice(i, i + MESSAGE_LIMITS.choices) },
    }
    bodies.push({ text: under?.text ?? MORE, attachment })
  }
  return bodies
}

/** The key travels unseen, so that the chat shows no codes. One that is too long travels as the words it stands for. */
function toButton(choice: Choice): Button {
  const title = shorten(wellFormed(choice.label) || '…', MESSAGE_LIMITS.label)
  if ('url' in choice) return { title, type: 'oa.open.url', payload: { url: choice.url } }
  const key = tapped(choice.key)
  return { title, type: 'oa.query.hide', payload: key.length <= MESSAGE_LIMITS.payload ? key : title }
}
