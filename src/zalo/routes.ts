import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { type Clock, MINUTE } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import type { Receipt } from '../notifications/receipts.ts'
import type { Delivery, Inbox } from '../turns/ports.ts'
import type { Connect } from './connect.ts'
import { isStale, timestampsOf, toDelivery } from './delivery.ts'
import { isKnown } from './event-names.ts'
import { readJson, wordOf } from './json.ts'
import { oauthRoutes } from './oauth-routes.ts'
import { isFromZalo, type ZaloKey } from './signature.ts'

interface ZaloRoutesPorts {
  key: ZaloKey
  inbox: Pick<Inbox, 'keep'>
  /** A citizen did something: a turn is due. */
  ring: (citizen: CitizenId) => void
  now: Clock
  log: Log
  /** Told what became of messages, and when Zalo says it did. */
  receipt?: (receipt: Receipt, at: number) => void
  /** Told of every delivery that was new; `stale`: too old to be acted on. */
  kept?: (purpose: Delivery['purpose'] | 'stale') => void
  /** The code of the file `zalo_verifier<CODE>.html` (zalo-oa §1.5). */
  siteVerification?: string
  oauth?: { connect: Connect; cookieName: string }
}

/** Ten times the longest message a citizen can write (zalo-oa §3), when each letter of it takes six bytes in JSON. */
const LARGEST_DELIVERY = 256 * 1024
/** The console's `{}` with whatever spaces. */
const LARGEST_EMPTY = 64
/** Strangers may knock as often as they like; the log hears of it once a minute. */
const REFUSALS_LOGGED_EVERY = MINUTE
/** As many names as are remembered, so as to log each once. */
const UNKNOWN_NAMES = 100

/**
 * The door for Zalo: hash the raw bytes, keep the delivery durably, ring, answer 200. Nothing is decided here, because
 * Zalo wants its answer within two seconds and stops calling whoever is late for long (zalo-oa §1.3).
 */
export const zaloRoutes = (ports: ZaloRoutesPorts): FastifyPluginAsync => {
  const { siteVerification, oauth } = ports
  const { receive, noteRefusal } = createReceive(ports)

  return async (app) => {
    await app.register(async (scope) => {
      // Inside this scope only: elsewhere bodies are parsed as usual. The signature is over the bytes as they came.
      scope.removeAllContentTypeParsers()
      // Nor does a header that is no media type cost a delivery. Set, because a header that is deleted slows all others.
      scope.addHook('onRequest', (request, _reply, done) => {
        request.headers['content-type'] = 'application/octet-stream'
        done()
      })
      scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

      scope.setErrorHandler((cause: Error & { statusCode?: number }) => {
        if (cause.statusCode === 413) noteRefusal('too large')
        throw cause
      })

      scope.post('/webhooks/zalo', { bodyLimit: LARGEST_DELIVERY }, async (request, reply: FastifyReply) => {
        const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const header = request.headers['x-zevent-signature']
        return reply.code(await receive(raw, typeof header === 'string' ? header : undefined)).send()
      })
    })

    // The console looks whether anybody is at home.
    app.get('/webhooks/zalo', async (_request, reply) => reply.code(200).send())

    if (siteVerification !== undefined) {
      const page = `<!DOCTYPE html><html><head><meta property="zalo-platform-site-verification" content="${siteVerification}" /></head><body></body></html>`
      app.get(`/zalo_verifier${siteVerification}.html`, async (_request, reply) =>
        reply.type('text/html; charset=utf-8').send(page),
      )
    }

    if (oauth) await app.register(oauthRoutes(oauth.connect, oauth.cookieName))
  }
}

/** Answers with an HTTP status. An inbox that fails throws: Zalo gets a 500 and calls again. */
function createReceive({ key, inbox, ring, now, log, kept, receipt }: ZaloRoutesPorts) {
  const unknownNames = new Set<string>()
  const noteRefusal = createTally(now, (because: string, count) => log.error({ because, count }, 'deliveries refused'))
  const noteStale = createTally(now, (because: string, count) =>
    log.warn({ because, count }, 'deliveries were kept and not acted on'),
  )

  const receive = async (raw: Buffer, header: string | undefined): Promise<200 | 401> => {
    // While an address is being registered, the console posts an unsigned empty object (zalo-oa §1.4).
    if (header === undefined && isEmptyObject(raw)) return 200
    if (!isFromZalo(raw, timestampsOf(raw), header, key)) {
      noteRefusal(header === undefined ? 'no signature' : 'wrong signature')
      return 401
    }
    const json = readJson(raw)
    const appId = json && wordOf(json['app_id'])
    if (appId !== undefined && appId !== key.appId) {
      noteRefusal('foreign app')
      return 401
    }

    const delivery = toDelivery(raw, json, now())
    const news = await inbox.keep(delivery)
    if (news === 'known') return 200
    const isTooOld = json !== undefined && isStale(json, delivery.receivedAt)
    if (isTooOld) noteStale('too old')
    kept?.(isTooOld ? 'stale' : delivery.purpose)
    if (delivery.receipt) receipt?.(delivery.receipt, Math.round(delivery.sentAt))
    if (delivery.purpose === 'broken') log.error({ key: delivery.key, bytes: raw.length }, 'delivery cannot be read')
    else noteName(wordOf(json?.['event_name']) ?? '')
    if (delivery.purpose === 'turn' && delivery.citizen !== undefined) ring(delivery.citizen)
    return 200
  }

  function noteName(name: string): void {
    if (isKnown(name) || unknownNames.has(name) || unknownNames.size >= UNKNOWN_NAMES) return
    unknownNames.add(name)
    log.warn({ event: /^\w{1,60}$/.test(name) ? name : 'unprintable' }, 'unknown event')
  }

  return { receive, noteRefusal }
}

const isEmptyObject = (raw: Buffer): boolean =>
  raw.length <= LARGEST_EMPTY && /^\uFEFF?\s*(\{\s*\})?\s*$/.test(raw.toString())

/** Says the first of its kind at once, and then once a minute how many there were. */
function createTally(now: Clock, say: (because: string, count: number) => void) {
  const tally = { count: 0, saidAt: -Infinity }
  return (because: string): void => {
    tally.count++
    if (now() - tally.saidAt < REFUSALS_LOGGED_EVERY) return
    say(because, tally.count)
    tally.count = 0
    tally.saidAt = now()
  }
}
