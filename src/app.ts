import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { checkpointRoutes } from './checkpoint/routes.ts'
import { SCAN_LIMITS } from './checkpoint/scan-gate.ts'
import { appRoutes } from './checkpoint/app-routes.ts'
import { postRoutes } from './checkpoint/post-routes.ts'
import { CONNECTION_LIMITS, type ConnectionLimits } from './program/connection-limits.ts'
import { healthRoutes } from './program/health-routes.ts'
import type { Clock } from './kernel/clock.ts'
import { randomId } from './kernel/ids.ts'
import type { Log } from './kernel/log.ts'
import { isPrivateAddress } from './kernel/networks.ts'
import type { Doorbell } from './notifications/doorbell.ts'
import type { KeyRing } from './permits/keys/keys.ts'
import type { KeyStore } from './permits/keys/key-store.ts'
import { labelsOf } from './permits/grant/kinds.ts'
import { open } from './permits/code/seal.ts'
import { createTimestamps } from './permits/keys/timestamps.ts'
import type { ZaloAccount } from './program/open-zalo.ts'
import type { Program } from './program/program.ts'
import { createResponseHeaders } from './program/response-headers.ts'
import type { FakeZalo } from './simulator/fake-zalo.ts'
import { simulatorRoutes } from './simulator/routes.ts'
import { staffRoutes } from './staff/routes.ts'
import type { Engine } from './storage/engine/engine.ts'
import { CALLBACK } from './zalo/oauth-routes.ts'
import { zaloRoutes } from './zalo/routes.ts'

export interface AppParts {
  program: Program
  engine: Engine
  doorbell: Doorbell
  keys: KeyRing
  keyStore: KeyStore
  zalo: ZaloAccount
  publicUrl: string
  siteVerification?: string
  /** In demonstration mode: the Zalo that lives in this process. */
  simulator?: FakeZalo
  /** Addresses and CIDRs whose X-Forwarded-For is believed; `loopback` when absent. */
  trustedProxies?: readonly string[]
  /** Shows /metrics and /readyz to whoever asks from elsewhere. */
  opsToken?: string
  limits?: ConnectionLimits
  now: Clock
  log: Log
}

const PLAIN = 'text/plain; charset=utf-8'
const INVALID = 'Yêu cầu không hợp lệ.'
const FAILED = 'Hệ thống đang gặp sự cố. Xin thử lại sau ít phút.'

/** A server without routes: how long it waits, which headers every answer has, and what is said when something fails. */
function createServer({ publicUrl, trustedProxies = ['loopback'], limits = CONNECTION_LIMITS, log }: AppParts) {
  const headersFor = createResponseHeaders({ publicUrl })
  // Fastify's own request log would write every path, and a permit's path is personal.
  const app = Fastify({
    logger: false,
    trustProxy: [...trustedProxies],
    forceCloseConnections: true,
    bodyLimit: 1024 * 1024,
    requestTimeout: limits.requestWithin,
    keepAliveTimeout: limits.idleFor,
    connectionTimeout: limits.silentFor,
    http: { headersTimeout: limits.headersWithin, connectionsCheckingInterval: limits.checkedEvery },
    // A path that cannot be decoded comes past the hooks and the error handler, and Fastify's own answer would repeat it.
    frameworkErrors: (_cause, request, reply) =>
      void (reply as FastifyReply).headers(headersFor(request.url)).code(400).type(PLAIN).send(INVALID),
    // What is no HTTP at all, or came too late. There is no reply yet, so the few lines are written as they are.
    clientErrorHandler: (cause, socket) => {
      if (cause.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
      const status = cause.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request'
      const lines = { ...headersFor('/'), 'content-length': '0', connection: 'close' }
      socket.end(
        `HTTP/1.1 ${status}\r\n${Object.entries(lines)
          .map(([name, value]) => `${name}: ${value}\r\n`)
          .join('')}\r\n`,
      )
    },
  })
  app.server.maxConnections = limits.connections

  const nameProxy = createProxyNaming(log)
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headersFor(request.url))
    nameProxy(request)
    done()
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).type(PLAIN).send('Không tìm thấy trang này.'))
  app.setErrorHandler((cause, request, reply) => {
    const status = cause instanceof Error && 'statusCode' in cause ? Number(cause.statusCode) : 500
    if (status >= 500) {
      const { url: route = 'unknown' } = request.routeOptions
      log.error({ route, code: cause instanceof Error ? cause.name : 'unknown' }, 'request failed')
    }
    return reply
      .code(status)
      .type(PLAIN)
      .send(status >= 500 ? FAILED : INVALID)
  })
  return app
}

/** Says once in the log that a proxy of the house is not believed: its visitors then share one allowance. */
function createProxyNaming(log: Log) {
  let isProxyNamed = false
  return (request: FastifyRequest): void => {
    if (isProxyNamed || !('x-forwarded-for' in request.headers)) return
    const { remoteAddress: peer = '' } = request.socket
    // Whoever is believed is followed by those it speaks for.
    const isBelieved = (request.ips?.length ?? 0) > 1
    if (isBelieved || !isPrivateAddress(peer)) return
    isProxyNamed = true
    log.warn({ proxy: peer }, 'a proxy that is not in TRUSTED_PROXIES passes visitors on: all of them count as one')
  }
}

/** The HTTP side as one Fastify instance, not yet listening: what `main.ts` starts and what tests inject into. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { program, engine, doorbell, keys, keyStore, zalo, publicUrl, siteVerification, simulator, now, log } = parts
  const { opsToken } = parts
  const { procedures, posts, papers } = program
  const isSecure = publicUrl.startsWith('https://')
  const consentCookie = isSecure ? '__Secure-mot_cua_consent' : 'mot_cua_consent'
  const app = createServer(parts)

  await app.register(
    healthRoutes({
      ping: engine.ping,
      registry: program.metrics.registry,
      ...(opsToken !== undefined && { token: opsToken }),
    }),
  )
  await app.register(
    zaloRoutes({
      key: zalo,
      inbox: program.turns.inbox,
      ring: (citizen) => doorbell.ring('turn', citizen),
      now,
      log,
      kept: program.metrics.deliveryKept,
      receipt: program.notifications.receipts.note,
      oauth: { connect: program.connect, cookieName: consentCookie },
      ...(siteVerification !== undefined && { siteVerification }),
    }),
  )
  await app.register(
    checkpointRoutes({
      open: (digits) => open(digits, keys),
      permits: program.permits,
      limits: SCAN_LIMITS,
      kinds: program.kinds,
      publicUrl,
      print: papers.print,
      now,
      log,
    }),
  )
  await app.register(appRoutes)
  await app.register(
    postRoutes({
      ...{ posts: posts.posts, sessions: posts.phones, scans: posts.scans, revocations: posts.revocations },
      devices: program.staff.devices,
      permits: program.permits,
      keys,
      keyStore,
      timestamp: createTimestamps({ keys, now }),
      labels: () => labelsOf(program.kinds),
      secureCookies: isSecure,
      now,
      log,
    }),
  )
  await app.register(
    staffRoutes({
      ...program.staff,
      ...{ attachments: program.attachments.attachments, files: program.attachments.files },
      ...{ pictures: papers.pictures, prints: papers.prints },
      ...procedures,
      ...posts,
      dossiers: program.dossiers,
      permits: program.permits,
      ratings: program.ratings,
      ...program.casework.byOfficer,
      messages: program.messages,
      kinds: program.kinds,
      kindOf: program.casework.kindOf,
      decidedHow: program.casework.decidedHow,
      makeId: randomId,
      planPermit: program.casework.planPermit,
      orders: program.orders,
      ...program.casework.desk,
      consent: {
        ...{ begin: program.connect.begin, origin: new URL(zalo.oauthUrl).origin },
        ...{ cookieName: consentCookie, callback: CALLBACK },
      },
      ringTurn: (citizen) => doorbell.ring('turn', citizen),
      endings: program.casework.endings,
      revivals: program.casework.revivals,
      publicUrl,
      ...{
        agencyName: program.agencyName,
        agencyCodes: program.agencyCodes,
        agencyNow: program.agencyNow,
        isOutside: program.isOutside,
      },
      ...{ agencyBook: program.agencyBook, calendarBook: program.calendarBook },
      prospectOf: program.casework.prospectOf,
      now,
      secureCookies: isSecure,
      log,
    }),
  )
  app.addHook('onClose', () => procedures.examiner.close())
  app.addHook('onClose', () => program.notifications.receipts.flush())
  if (simulator) await app.register(simulatorRoutes({ zalo: simulator }))
  app.get('/', async (_request, reply) => reply.redirect(simulator ? '/simulator' : '/staff'))
  return app
}
