import type { Clock } from '../kernel/clock.ts'
import { Fault } from '../kernel/fault.ts'
import { toFileAttachment } from './care-message.ts'
import type { Citizen, Citizens } from './citizens.ts'
import type { Attachment, Events, ZaloEvent } from './events.ts'
import type { Media, MediaStore } from './media.ts'
import type { Button, Content, PhoneMessage, Transcripts } from './transcript.ts'
import type { Fate, Webhook } from './webhook.ts'

/** `fate` resolves when the webhook took the event, or when Zalo gave up; it never rejects. */
export interface Posted {
  messageId: string
  fate: Promise<Fate>
}

interface PhoneParts {
  now: Clock
  messageId: () => string
  publicUrl: () => string
  citizens: Citizens
  media: MediaStore
  transcripts: Transcripts
  events: Events
  webhook: Webhook
}

const ALBUM_KINDS = { image: 'user_send_image', gif: 'user_send_gif', file: 'user_send_file' } as const

/** What a citizen can do with Zalo on a phone. Each deed is shown in the transcript and becomes one event. */
export function createPhone(parts: PhoneParts) {
  const { now, messageId, citizens, media, transcripts, events, webhook } = parts

  function post(
    citizen: Citizen,
    shown: { content: Content; hidden?: true },
    event: (id: string) => ZaloEvent,
  ): Posted {
    const id = messageId()
    const message = transcripts.add(citizen.id, { id, at: now(), from: 'citizen', state: 'sending', ...shown })
    const mark = (state: PhoneMessage['state']) => transcripts.mark(citizen.id, message.seq, state)
    const sending = webhook.send(citizen.id, { event: event(id), onRetry: () => mark('retrying') })
    const fate = sending.then((fate) => {
      mark(fate)
      return fate
    })
    return { messageId: id, fate }
  }

  function writes(
    id: string,
    shown: { content: Content; hidden?: true },
    name: string,
    rest: { text?: string; attachments?: Attachment[] },
  ) {
    const citizen = citizens.meet(id)
    citizens.interacted(citizen)
    return post(citizen, shown, (msg_id) => events.fromCitizen(citizen, name, { msg_id, ...rest }))
  }

  const says = (citizen: string, text: string): Posted =>
    writes(citizen, { content: { type: 'text', text } }, 'user_send_text', { text })

  function sendsPhoto(citizen: string, bytes: Buffer, caption?: string): Posted {
    const photo = media.keep(bytes, 'photo')
    const { url, thumbnail, kind } = photo
    const said = caption ? { text: caption } : {}
    const content: Content = { type: 'picture', url, thumbnail, ...(caption && { caption }) }
    const attachments = [{ payload: { thumbnail, url }, type: kind === 'gif' ? 'gif' : 'image' }]
    return writes(citizen, { content }, kind === 'gif' ? ALBUM_KINDS.gif : ALBUM_KINDS.image, { ...said, attachments })
  }

  function sendsOther(citizen: string, what: 'voice' | 'video' | 'link', url: string): Posted {
    const name = { voice: 'user_send_audio', video: 'user_send_video', link: 'user_send_link' }[what]
    const type = { voice: 'audio', video: 'video', link: 'link' }[what]
    const payload = what === 'voice' ? { url } : { url, thumbnail: url, description: '' }
    const text = what === 'link' ? { text: url } : {}
    return writes(citizen, { content: { type: 'other', what, url } }, name, {
      ...text,
      attachments: [{ type, payload }],
    })
  }

  const buttonsOf = ({ content }: PhoneMessage): readonly Button[] =>
    content.type === 'text' ? (content.buttons ?? []) : []

  /** The newest button of that title or payload, among those that send something. */
  function findButton(citizen: string, wanted: string) {
    for (const message of [...transcripts.of(citizen)].reverse()) {
      for (const button of buttonsOf(message)) {
        const sends = button.type === 'oa.query.show' || button.type === 'oa.query.hide'
        if (sends && (button.title === wanted || button.payload === wanted)) return button
      }
    }
    throw new Fault('simulator: no such button', { retry: false })
  }

  function notice(
    id: string,
    what: Extract<Content, { type: 'notice' }>['what'],
    event: (citizen: Citizen) => ZaloEvent,
  ) {
    const citizen = citizens.meet(id)
    return post(citizen, { content: { type: 'notice', what } }, () => event(citizen))
  }

  return {
    says,
    sendsPhoto,
    sendsOther,

    /** A tapped button comes back as text: its payload (zalo-oa §3.1). `button` is a title or a payload. */
    taps(citizen: string, button: string): Posted {
      const { type, payload } = findButton(citizen, button)
      const hidden = type === 'oa.query.hide' ? ({ hidden: true } as const) : {}
      return writes(citizen, { content: { type: 'text', text: payload }, ...hidden }, 'user_send_text', {
        text: payload,
      })
    },

    /** An album arrives as one event per photo; the caption stands with the first. */
    sendsPhotos: (citizen: string, photos: readonly Buffer[], caption?: string): Posted[] =>
      photos.map((bytes, i) => sendsPhoto(citizen, bytes, i === 0 ? caption : undefined)),

    sendsFile(citizen: string, name: string, bytes: Buffer): Posted {
      const file: Media = media.keep(bytes, name)
      const content: Content = { type: 'document', name, bytes: bytes.length, url: file.url }
      return writes(citizen, { content }, ALBUM_KINDS.file, { attachments: [toFileAttachment(file)] })
    },

    sendsLocation(citizen: string, place: { latitude: number; longitude: number }): Posted {
      const coordinates = { latitude: String(place.latitude), longitude: String(place.longitude) }
      return writes(citizen, { content: { type: 'location', ...coordinates } }, 'user_send_location', {
        attachments: [{ type: 'location', payload: { coordinates } }],
      })
    },

    sendsSticker(citizen: string): Posted {
      const url = `${parts.publicUrl()}/simulator/assets/sticker.svg`
      return writes(citizen, { content: { type: 'sticker', url } }, 'user_send_sticker', {
        attachments: [{ type: 'sticker', payload: { id: '1f2e3d4c5b6a', url } }],
      })
    },

    sendsContact(citizen: string, contact: { name: string; phone: string }): Posted {
      const url = `${parts.publicUrl()}/simulator/assets/sticker.svg`
      const description = JSON.stringify({ phone: contact.phone, qrCodeUrl: url })
      return writes(citizen, { content: { type: 'contact', ...contact } }, 'user_send_business_card', {
        text: contact.name,
        attachments: [{ type: 'link', payload: { thumbnail: url, url, description } }],
      })
    },

    /** The answer to a request for contact details. */
    sharesContact(id: string, contact: { name: string; phone: string }): Posted {
      const citizen = citizens.meet(id)
      citizens.interacted(citizen)
      const shown = { content: { type: 'contact', ...contact } } as const
      return post(citizen, shown, () => events.contactShared(citizen, contact))
    },

    follows(id: string): Posted {
      const citizen = citizens.meet(id)
      citizen.follows = true
      citizens.interacted(citizen)
      return notice(id, 'followed', (of) => events.following(of, 'follow'))
    },

    unfollows(id: string): Posted {
      citizens.meet(id).follows = false
      return notice(id, 'unfollowed', (of) => events.following(of, 'unfollow'))
    },

    /** Opens the chat from the OA's page. Zalo tells it once, and only before the first message. */
    opensChat(id: string): Posted | undefined {
      const citizen = citizens.meet(id)
      if (citizen.chatted) return undefined
      citizens.interacted(citizen)
      return notice(id, 'opened the chat', events.chatNow)
    },

    /** Forbids the OA to write, or allows it again. Zalo tells nobody. */
    blocks(id: string, blocks = true): void {
      citizens.meet(id).blocks = blocks
      const what = blocks ? 'blocked' : 'unblocked'
      transcripts.add(id, {
        id: messageId(),
        at: now(),
        from: 'citizen',
        state: 'accepted',
        content: { type: 'notice', what },
      })
    },

    /** Looks at the chat: everything of the OA's becomes seen. */
    sees(id: string): void {
      const citizen = citizens.meet(id)
      const unseen = transcripts.of(id).filter(({ from, state }) => from === 'oa' && state === 'received')
      if (unseen.length === 0) return
      for (const { seq } of unseen) transcripts.mark(id, seq, 'seen')
      void webhook.send(id, {
        event: events.seen(
          citizen,
          unseen.map((message) => message.id),
        ),
      })
    },

    /** Somebody who is not Zalo posts an event in the citizen's name. Answers the HTTP status. */
    forges(id: string, text: string): Promise<number> {
      const event = events.fromCitizen(citizens.meet(id), 'user_send_text', { msg_id: messageId(), text })
      return webhook.forge(event)
    },
  }
}
