import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CitizenEvent } from '../conversation/words/events.ts'
import type { AttachmentId } from '../kernel/ids.ts'
import { beginningOf, tidy } from '../kernel/text.ts'
import { kindOf } from './event-names.ts'
import { readJson } from './json.ts'

/** Five times what Zalo lets anybody type. The conversation refuses, and says so, long before this is reached. */
const LONGEST_TEXT = 10_000
const LONGEST_NAME = 200
const LONGEST_URL = 2_000

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
  title: word,
  size: number,
  description: word,
  coordinates: z.object({ latitude: number, longitude: number }).optional().catch(undefined),
})
const attachment = z.object({ type: word, payload: payload.catch({}) }).catch({ type: undefined, payload: {} })
const attachments = z
  .union([z.array(attachment), z.looseObject({}).transform((one) => [attachment.parse(one)])])
  .catch([])
const envelope = z.object({
  event_name: z.string(),
  message: z.object({ text: word, attachments }).catch({ text: undefined, attachments: [] }),
  info: z.object({ name: word, phone: word }).catch({ name: undefined, phone: undefined }),
})
const card = z.object({ phone: word })

type Envelope = z.infer<typeof envelope>
type Attached = z.infer<typeof attachment>
type Payload = z.infer<typeof payload>

/**
 * What the citizen did, in our words: nothing for events nobody answers, several when one event carries several
 * things. The first file gets the given id, the others ids that follow from it, so that reading twice names them alike.
 */
export function parseEvents(raw: Buffer, attachment: AttachmentId): readonly CitizenEvent[] {
  const json = readJson(raw)
  const parsed = envelope.safeParse(json)
  if (!json || !parsed.success || kindOf(parsed.data.event_name).purpose !== 'turn') return []
  return toEvents(parsed.data, attachment)
}

function toEvents({ event_name, message, info }: Envelope, first: AttachmentId): readonly CitizenEvent[] {
  switch (event_name) {
    case 'user_submit_info':
      return [toContact(info.name, info.phone)]
    case 'follow':
    case 'user_click_chatnow':
      return [{ type: 'ARRIVED' }]
    case 'unfollow':
      return [{ type: 'LEFT' }]
    default:
      return toSent(KINDS_OF_EVENTS[event_name], message, first)
  }
}

type Kind = 'photo' | 'document' | 'location' | 'contact' | Unsupported['what']
type Unsupported = Extract<CitizenEvent, { type: 'UNSUPPORTED' }>

const KINDS_OF_EVENTS: Readonly<Record<string, Kind>> = {
  user_send_image: 'photo',
  user_send_file: 'document',
  user_send_location: 'location',
  user_send_business_card: 'contact',
  user_send_sticker: 'sticker',
  user_send_audio: 'voice',
  user_send_video: 'video',
  user_send_gif: 'gif',
  user_send_link: 'link',
}

/** What is typed under a picture or film may stand beside it (zalo-oa §2.2); a link's description is its page's. */
const CAPTIONED: ReadonlySet<Kind> = new Set(['photo', 'video', 'gif', 'document'])

const KINDS_OF_ATTACHMENTS: Readonly<Record<string, Kind>> = {
  image: 'photo',
  photo: 'photo',
  file: 'document',
  location: 'location',
  sticker: 'sticker',
  audio: 'voice',
  video: 'video',
  gif: 'gif',
  link: 'link',
}

/**
 * What one message carries. An event is named after one thing and may hold others, so each attachment is taken for what
 * it says it is. Words are kept whatever comes with them, with the first thing; the address of a link is words.
 */
function toSent(kind: Kind | undefined, message: Envelope['message'], first: AttachmentId): CitizenEvent[] {
  const links: string[] = []
  const captions: string[] = []
  const things = message.attachments.flatMap((attached, i) => {
    const is = kindOfAttached(attached, kind)
    if (message.text === undefined && CAPTIONED.has(is)) captions.push(attached.payload.description ?? '')
    if (is !== 'link') return toThing(is, attached.payload, following(first, i), message.text)
    links.push(
      ...[attached.payload.url, message.text === undefined ? attached.payload.title : undefined].flatMap(
        (it) => it ?? [],
      ),
    )
    return []
  })
  const unlike = things.filter(
    (it, i) =>
      it.type !== 'UNSUPPORTED' || things.findIndex((other) => other.type === it.type && other.what === it.what) === i,
  )
  const said = links.reduce(
    (text, link) => (text.includes(link) ? text : `${text}\n${link}`),
    message.text ?? captions.join('\n'),
  )
  const words = toTyped(said, LONGEST_TEXT)
  const [thing, ...others] = unlike
  if (!thing && kind === 'contact') return [toContact(message.text, undefined)]
  if (thing) return [withWords(thing, words), ...others]
  if (words !== undefined && (kind === undefined || kind === 'link')) return [{ type: 'TEXT', text: words }]
  return [withWords({ type: 'UNSUPPORTED', what: isUnsupported(kind) ? kind : 'other' }, words)]
}

function kindOfAttached({ type, payload }: Attached, kind: Kind | undefined): Kind {
  if (kind === 'contact' || phoneIn(payload) !== undefined) return 'contact'
  return KINDS_OF_ATTACHMENTS[type?.trim().toLowerCase() ?? ''] ?? (type === undefined ? kind : undefined) ?? 'other'
}

const isUnsupported = (kind: Kind | undefined): kind is Unsupported['what'] =>
  kind !== undefined && kind !== 'photo' && kind !== 'document' && kind !== 'location' && kind !== 'contact'

function toThing(
  kind: Exclude<Kind, 'link'>,
  payload: Payload,
  attachment: AttachmentId,
  text?: string,
): CitizenEvent[] {
  if (kind === 'location') return [toLocation(payload)]
  if (kind === 'contact') return [toContact(text, phoneIn(payload))]
  if (kind !== 'photo' && kind !== 'document') return [{ type: 'UNSUPPORTED', what: kind }]
  const url = payload.url ?? ''
  // Zalo's own addresses are plain; whatever else this is, no database or request could take it.
  if (url === '' || url.length > LONGEST_URL || tidy(url) !== url) return [{ type: 'UNSUPPORTED', what: 'other' }]
  const name = toTyped(payload.name, LONGEST_NAME)
  return [
    {
      ...{ type: 'FILE', attachment, kind, url },
      ...(name !== undefined && { name }),
      ...(payload.size !== undefined && { bytes: payload.size }),
    },
  ]
}

function withWords(thing: CitizenEvent, words: string | undefined): CitizenEvent {
  if (words === undefined) return thing
  if (thing.type === 'FILE') return { ...thing, caption: words }
  return thing.type === 'LOCATION' || thing.type === 'UNSUPPORTED' ? { ...thing, text: words } : thing
}

/** A contact card is a link whose description is JSON (zalo-oa §2.2). */
const phoneIn = ({ description }: Payload): string | undefined =>
  description?.startsWith('{') ? card.safeParse(readJson(description)).data?.phone : undefined

const following = (first: AttachmentId, i: number): AttachmentId =>
  i === 0 ? first : (createHash('sha256').update(`${first}:${i}`).digest('hex').slice(0, 32) as AttachmentId)

function toLocation(given: Payload): CitizenEvent {
  const { latitude, longitude } = given.coordinates ?? {}
  const isOnEarth =
    latitude !== undefined && longitude !== undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return isOnEarth ? { type: 'LOCATION', latitude, longitude } : { type: 'UNSUPPORTED', what: 'other' }
}

function toContact(givenName: string | undefined, givenPhone: string | undefined): CitizenEvent {
  const name = toTyped(givenName, LONGEST_NAME)
  const phone = toTyped(givenPhone, LONGEST_NAME)
  return { type: 'CONTACT', ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) }
}

/** Tidied and cut between two letters, or undefined when nothing is left of it. */
function toTyped(text: string | undefined, longest: number): string | undefined {
  const typed = tidy(text ?? '')
  return typed === '' ? undefined : beginningOf(typed, longest)
}
