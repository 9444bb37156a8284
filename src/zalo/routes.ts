import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { type Clock, MINUTE } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import type { Delivery, Inbox } from '../turns/ports.ts'
import type { Connect } from './connect.ts'
import { timestampsOf, toDelivery } from './delivery.ts'
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
  /** Told of every delivery that was new. */
  kept?: (purpose: Delivery['purpose']) => void
  /** The code of the file `zalo_verifier<CODE>.html` (zalo-oa §1.5). */
  siteVerification?: string
  oauth?: Connect
}

const LARGEST_DELIVERY = 1024 * 1024
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
  const receive = createReceive(ports)

  return async (app) => {
    await app.register(async (scope) => {
      // Inside this scope only: elsewhere bodies are parsed as usual. The signature is over the bytes as they came.
      scope.removeAllContentTypeParsers()
      // Nor does a header that is no media type cost a delivery.
      scope.addHook('onRequest', (request, _reply, done) => {
        delete request.headers['content-type']
        done()
      })
      scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

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

    if (oauth) await app.register(oauthRoutes(oauth))
  }
}

/** Answers with an HTTP status. An inbox that fails throws: Zalo gets a 500 and calls again. */
function createReceive({ key, inbox, ring, now, log, kept }: ZaloRoutesPorts) {
  const unknownNames = new Set<string>()
  const refusals = { count: 0, loggedAt: -Infinity }

  return async (raw: Buffer, header: string | undefined): Promise<200 | 401> => {
    const json = readJson(raw)
    // While an address is being registered, the console posts an unsigned empty object (zalo-oa §1.4).
    const empty = raw.length === 0 || (json !== undefined && Object.keys(json).length === 0)
    if (header === undefined && empty) return 200

    const signed = timestampsOf(raw, json).some((timestamp) => isFromZalo(raw, timestamp, header, key))
    const appId = json && wordOf(json['app_id'])
    if (!signed || (appId !== undefined && appId !== key.appId)) {
      noteRefusal(header === undefined ? 'no signature' : signed ? 'foreign app' : 'wrong signature')
      return 401
    }

    const delivery = toDelivery(raw, json, now())
    const news = await inbox.keep(delivery)
    if (news === 'known') return 200
    kept?.(delivery.purpose)
    if (delivery.purpose === 'broken') log.error({ key: delivery.key, bytes: raw.length }, 'delivery cannot be read')
    else noteName(wordOf(json?.['event_name']) ?? '')
    if (delivery.purpose === 'turn' && delivery.citizen !== undefined) ring(delivery.citizen)
    return 200
  }

  function noteRefusal(because: string): void {
    refusals.count++
    if (now() - refusals.loggedAt < REFUSALS_LOGGED_EVERY) return
    log.error({ because, count: refusals.count }, 'deliveries refused')
    refusals.count = 0
    refusals.loggedAt = now()
  }

  function noteName(name: string): void {
    if (isKnown(name) || unknownNames.has(name) || unknownNames.size >= UNKNOWN_NAMES) return
    unknownNames.add(name)
    log.warn({ event: /^\w{1,60}$/.test(name) ? name : 'unprintable' }, 'unknown event')
  }
}
