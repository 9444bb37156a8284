import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CitizenEvent, FileKind } from '../conversation/events.ts'
import type { AttachmentId } from '../kernel/ids.ts'
import { tidy } from '../kernel/text.ts'
import { kindOf } from './event-names.ts'
import { readJson } from './json.ts'

/** Nobody types more than this; what is longer was pasted, and the rest of it is dropped. */
const LONGEST_TEXT = 10_000
const LONGEST_NAME = 200

/** Zalo changes a member from string to number and back, or leaves it out: no shape may cost a citizen the answer. */
const word = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)
const number = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .optional()
  .catch(undefined)

const payload = z.object({
  url: word,
  name: word,
  size: number,
  description: word,
  coordinates: z.object({ latitude: number, longitude: number }).optional().catch(undefined),
})
const attachments = z.array(z.object({ payload }).optional().catch(undefined)).catch([])
const envelope = z.object({
  event_name: z.string(),
  message: z.object({ text: word, attachments }).catch({ text: undefined, attachments: [] }),
  info: z.object({ name: word, phone: word }).catch({ name: undefined, phone: undefined }),
})
const card = z.object({ phone: word })

type Envelope = z.infer<typeof envelope>
type Payload = z.infer<typeof payload>

/**
 * What the citizen did, in our words: nothing for events nobody answers, several when one event carries several
 * pictures. The first file gets the given id, the others ids that follow from it, so that reading twice names them alike.
 */
export function parseEvents(raw: Buffer, attachment: AttachmentId): readonly CitizenEvent[] {
  const json = readJson(raw)
  const parsed = envelope.safeParse(json)
  if (!json || !parsed.success || kindOf(parsed.data.event_name).purpose !== 'turn') return []
  return toEvents(parsed.data, attachment)
}

function toEvents({ event_name, message, info }: Envelope, attachment: AttachmentId): readonly CitizenEvent[] {
  const payloads = message.attachments.flatMap((one) => (one ? [one.payload] : []))
  switch (event_name) {
    case 'user_send_text':
      return [toText(message.text)]
    case 'user_send_image':
      return toFiles('photo', payloads, attachment, message.text)
    case 'user_send_file':
      return toFiles('document', payloads, attachment, message.text)
    case 'user_send_location':
      return [toLocation(payloads[0])]
    case 'user_send_business_card':
      return [toContact(message.text, card.safeParse(readJson(payloads[0]?.description ?? '')).data?.phone)]
    case 'user_submit_info':
      return [toContact(info.name, info.phone)]
    case 'follow':
    case 'user_click_chatnow':
      return [{ type: 'ARRIVED' }]
    case 'unfollow':
      return [{ type: 'LEFT' }]
    default:
      return [{ type: 'UNSUPPORTED', what: UNSUPPORTED[event_name] ?? 'other' }]
  }
}

type Unsupported = Extract<CitizenEvent, { type: 'UNSUPPORTED' }>

const UNSUPPORTED: Readonly<Record<string, Unsupported['what']>> = {
  user_send_sticker: 'sticker',
  user_send_audio: 'voice',
  user_send_video: 'video',
  user_send_gif: 'gif',
  user_send_link: 'link',
}

const OTHER: Unsupported = { type: 'UNSUPPORTED', what: 'other' }

function toText(text: string | undefined): CitizenEvent {
  const typed = toTyped(text, LONGEST_TEXT)
  return typed === undefined ? OTHER : { type: 'TEXT', text: typed }
}

function toFiles(kind: FileKind, payloads: readonly Payload[], first: AttachmentId, text?: string): CitizenEvent[] {
  const caption = toTyped(text, LONGEST_TEXT)
  const files = payloads.flatMap(({ url, name: given, size }, i): CitizenEvent[] => {
    if (!url) return []
    const name = toTyped(given, LONGEST_NAME)
    const file = { type: 'FILE' as const, attachment: following(first, i), kind, url }
    return [
      {
        ...file,
        ...(name !== undefined && { name }),
        ...(size !== undefined && { bytes: size }),
        ...(caption !== undefined && i === 0 && { caption }),
      },
    ]
  })
  return files.length > 0 ? files : [OTHER]
}

const following = (first: AttachmentId, i: number): AttachmentId =>
  i === 0 ? first : (createHash('sha256').update(`${first}:${i}`).digest('hex').slice(0, 32) as AttachmentId)

function toLocation(given: Payload | undefined): CitizenEvent {
  const { latitude, longitude } = given?.coordinates ?? {}
  if (latitude === undefined || longitude === undefined) return OTHER
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return OTHER
  return { type: 'LOCATION', latitude, longitude }
}

function toContact(givenName: string | undefined, givenPhone: string | undefined): CitizenEvent {
  const name = toTyped(givenName, LONGEST_NAME)
  const phone = toTyped(givenPhone, LONGEST_NAME)
  return { type: 'CONTACT', ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) }
}

/** Tidied and cut without halving a character, or undefined when nothing is left of it. */
function toTyped(text: string | undefined, longest: number): string | undefined {
  const typed = tidy(text ?? '')
  if (typed === '') return undefined
  return typed.length <= longest ? typed : typed.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')
}
