import { SECOND } from '../kernel/clock.ts'
import { createApi } from './api.ts'
import { createCitizens } from './citizens.ts'
import { noCounts } from './counters.ts'
import { createEvents } from './events.ts'
import { createFaultSwitches } from './faults.ts'
import { createMessageIds, toUserId } from './identifiers.ts'
import { createMediaStore } from './media.ts'
import { createOauth } from './oauth.ts'
import type { FakeZaloOptions } from './options.ts'
import { createPhone } from './phone.ts'
import { createPoster } from './post.ts'
import { signDelivery } from '../zalo/signature.ts'
import { createTranscripts } from './transcript.ts'
import { createUploads } from './uploads.ts'
import { createWebhook } from './webhook.ts'
import { province } from '../province/province.ts'

export type FakeZalo = ReturnType<typeof createFakeZalo>

/**
 * A Zalo in memory, the one fake for development and tests: citizens with phones on one side, the API on the other,
 * signed events to the webhook between them. It behaves as zalo-oa says, also where that is inconvenient.
 */
export function createFakeZalo(options: FakeZaloOptions) {
  const { appId, oaId, oaSecretKey, oaName = `Một Cửa ${province.name}`, now, makeId } = options
  const { timeScale = 1, answerWithin = 2 * SECOND, retryAfter = 'any failure', transcriptLimit = 2_000 } = options
  const { echoes = true, receipts = true, callsPerMinute = Number.POSITIVE_INFINITY } = options
  const addresses = { webhookUrl: options.webhookUrl, publicUrl: options.publicUrl }
  const publicUrl = () => addresses.publicUrl

  const counters = noCounts()
  const faults = createFaultSwitches()
  const messageId = createMessageIds(makeId)
  const citizens = createCitizens(now)
  const transcripts = createTranscripts(transcriptLimit)
  const media = createMediaStore({ address: publicUrl, makeId: messageId })
  const uploads = createUploads({ media, now, makeId })
  const events = createEvents({ appId, oaId, now })
  const oauth = createOauth(options)
  const webhook = createWebhook({
    url: () => addresses.webhookUrl,
    sign: (raw, timestamp) => signDelivery(raw, timestamp, { appId, oaSecretKey }),
    poster: createPoster(answerWithin),
    ...{ faults, counters, timeScale, retryAfter },
  })
  const phone = createPhone({ now, messageId, publicUrl, citizens, media, transcripts, events, webhook })
  const api = createApi({
    ...{ oaId, oaName, now, messageId, oauth, citizens, uploads, transcripts, events, webhook, faults, counters },
    ...{ echoes, receipts, callsPerMinute },
  })

  return {
    ...phone,
    api,
    oauth,
    media,
    citizens,
    faults,
    oa: { id: oaId, name: oaName },

    transcript: transcripts.of,
    changesSince: transcripts.since,
    watch: transcripts.watch,
    waitFor: transcripts.waitFor,

    /** Makes a citizen known who wrote at that time: for windows, and for a fake that starts beside an old database. */
    introduce(id: string, at: number): void {
      const citizen = citizens.meet(id)
      citizen.lastInteractionAt = at
      citizen.chatted = true
    },

    /** A person nobody has met, with an id of Zalo's kind. */
    newCitizen: (): string => citizens.meet(toUserId(makeId())).id,

    /** The program under test moved, or this fake learned its own port. */
    moveTo(to: { webhookUrl?: string; publicUrl?: string }): void {
      Object.assign(addresses, to)
    },

    isSubscribed: webhook.isSubscribed,
    subscribe: webhook.subscribe,

    /** Counts since the start, and each citizen's received texts in order. */
    stats: () => ({
      counters: { ...counters },
      subscribed: webhook.isSubscribed(),
      citizens: Object.fromEntries(
        citizens.all().map(({ id, sends }) => [id, { sends, texts: transcripts.of(id).flatMap(textFromOa) }]),
      ),
    }),

    /** Stops timers and cuts what is under way. */
    close: webhook.close,

    counters,
  }
}

const textFromOa = ({ from, content }: ReturnType<ReturnType<typeof createTranscripts>['of']>[number]): string[] => {
  if (from !== 'oa') return []
  if (content.type === 'text') return [content.text]
  return content.type === 'picture' ? [content.caption ?? ''] : ['']
}
