import cookie from '@fastify/cookie'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DAY, MINUTE, SECOND } from '../kernel/clock.ts'
import type { PermitId } from '../kernel/ids.ts'
import { DEVICE_KNOWN_FOR } from '../kernel/known-devices.ts'
import { hashToken } from '../kernel/secrets.ts'
import type { Log } from '../kernel/log.ts'
import { networkOf } from '../kernel/networks.ts'
import { createThrottle } from '../kernel/throttle.ts'
import { judge } from '../permits/code/judge.ts'
import type { KeyStore, PublishedList } from '../permits/keys/key-store.ts'
import { parseNumber } from '../permits/code/number.ts'
import type { PermitClaims } from '../permits/code/permit.ts'
import type { Permits } from '../permits/ports.ts'
import type { Post } from '../permits/posts/posts.ts'
import type { Scan, Scans } from '../permits/posts/scans.ts'
import { findAlsoNew, type SealKeys } from '../permits/code/seal.ts'
import { deviceOf } from './device.ts'
import { toSent } from './number-answer.ts'
import { createScanAllowance, PHONE_ALLOWANCE, POST_ALLOWANCE } from './scan-allowance.ts'
import { createPostSignIn, POST_SESSION_FOR, type PostSignInPorts } from './post-sign-in.ts'

interface PostRoutesPorts extends PostSignInPorts {
  scans: Scans
  permits: Pick<Permits, 'findByNumber'>
  keys: SealKeys
  keyStore: Pick<KeyStore, 'newestList' | 'roots'>
  /** Confirms the newest list, so that a phone knows it from an old one that somebody keeps showing it. */
  timestamp?: (list: PublishedList) => Promise<Uint8Array | undefined>
  revocations: (since?: number) => Promise<Uint8Array | undefined>
  /** Texts of codes, which a phone keeps: purposes, and the titles of the kinds they belong to. */
  labels: () => { purposes: Record<number, string>; titles: Record<number, string> }
  secureCookies: boolean
  log: Log
}

const signInOrder = z.object({ post: z.string().max(64), code: z.string().max(64) })
const numberOrder = z.object({ number: z.string().max(32) })
const scansOrder = z.object({
  scans: z
    .array(
      z.object({
        id: z.uuid(),
        permit: z
          .string()
          .regex(/^[0-9a-f]{16}$/)
          .optional(),
        verdict: z.enum(['valid', 'early', 'expired', 'revoked', 'forged', 'unknown']),
        colour: z.enum(['green', 'amber', 'red']),
        by: z.enum(['camera', 'number']),
        offline: z.boolean(),
        at: z.number().int(),
      }),
    )
    .max(200),
})

const NOBODY = { because: 'Điện thoại này chưa đăng nhập chốt, hoặc mã của chốt đã đổi. Xin đăng nhập lại.' }
const WRONG = {
  because:
    'Mã chốt hoặc mã đăng nhập không đúng. Mã đăng nhập gồm 12 chữ và số, ví dụ 7KX2-M9PQ-4RTA; hỏi người quản trị.',
}
const tryAfter = (seconds: number) => ({
  because: `Vừa có nhiều mã sai, nên lần thử này phải chờ. Xin đợi ${seconds} giây rồi bấm lại.`,
})
const TOO_FAST = { because: 'Hỏi quá nhanh. Xin chờ một phút rồi thử lại.' }
const TOO_MANY_SCANS = { because: 'Máy này gửi quá nhiều lượt quét. Các lượt còn lại ở trong máy và tự gửi dần.' }
const UNREADABLE = { because: 'Yêu cầu không đọc được. Xin mở lại ứng dụng.' }
const FAILED = { because: 'Hệ thống đang gặp sự cố. Lượt quét vẫn được giữ trong máy, xin thử lại sau ít phút.' }

/** Longest a phone keeps a scan that it could not send. */
const OLDEST_SCAN = 8 * DAY
/** Of one phone: more than an officer can type, and no business of the other phones of the post. */
const NUMBERS_PER_MINUTE = 60
/** Strangers and phones whose session ended; hundreds may sit behind one address of a mobile network, and each asks once an hour. */
const LISTS_PER_MINUTE = 600
/** Of one phone that is signed in: nobody beside it on its network keeps the lists from it. */
const LISTS_OF_PHONE = 60

/**
 * What the checkpoint app asks of the agency. The session is a cookie that scripts cannot read; a request that changes
 * something carries a header of ours, which no other site can send along.
 */
export const postRoutes =
  (ports: PostRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { scans, permits, keys, keyStore, revocations, labels, secureCookies, now, log } = ports
    const signIn = createPostSignIn(ports)
    const numbers = createThrottle({ tries: NUMBERS_PER_MINUTE, within: MINUTE, now })
    const lists = createThrottle({ tries: LISTS_PER_MINUTE, within: MINUTE, now })
    const cookieName = secureCookies ? '__Secure-post' : 'post'
    const deviceCookie = secureCookies ? '__Secure-post_device' : 'post_device'
    const cookiePlace = { path: '/checkpoint', httpOnly: true, sameSite: 'strict', secure: secureCookies } as const
    const ofPhone = createScanAllowance(PHONE_ALLOWANCE, now)
    const ofPost = createScanAllowance(POST_ALLOWANCE, now)
    const listsOfPhone = createThrottle({ tries: LISTS_OF_PHONE, within: MINUTE, now })
    const signedIn = new WeakMap<FastifyRequest, Post>()
    const phoneOf = (request: FastifyRequest): string => hashToken(request.cookies[cookieName] ?? '')
    const mayHaveLists = async (request: FastifyRequest): Promise<boolean> => {
      const isSignedIn = (await signIn.find(request.cookies[cookieName])) !== undefined
      return isSignedIn ? listsOfPhone.take(phoneOf(request)) : lists.take(networkOf(request.ip))
    }

    await app.register(cookie)
    app.addHook('onRequest', async (request, reply) => {
      reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-now': String(now()) })
      if (request.method === 'POST' && request.headers['x-checkpoint'] === undefined)
        return reply.code(403).send(UNREADABLE)
      return undefined
    })
    app.setErrorHandler((cause, request, reply) => {
      const status = cause instanceof Error && 'statusCode' in cause ? Number(cause.statusCode) : 500
      if (status < 500) return reply.code(status).send(UNREADABLE)
      const { url: route = 'unknown' } = request.routeOptions
      log.error({ route, code: cause instanceof Error ? cause.name : 'unknown' }, 'request failed')
      return reply.code(503).send(FAILED)
    })

    const welcome = async ({ id, name }: Post) => ({
      post: { id, name },
      roots: await keyStore.roots(),
      now: now(),
      ...labels(),
    })

    app.post('/checkpoint/sign-in', async (request, reply) => {
      const order = signInOrder.safeParse(request.body)
      if (!order.success) return reply.code(400).send(UNREADABLE)
      const device = request.cookies[deviceCookie]
      const label = deviceOf(request.headers['user-agent'])
      const from = { address: request.ip, label, ...(device !== undefined && { device }) }
      const answer = await signIn.signIn(order.data.post, order.data.code, from)
      if (answer.outcome === 'wait') {
        const seconds = Math.ceil(answer.for / SECOND)
        return reply.code(429).header('retry-after', seconds).send(tryAfter(seconds))
      }
      if (answer.outcome === 'wrong') return reply.code(401).send(WRONG)
      return reply
        .setCookie(cookieName, answer.token, { ...cookiePlace, maxAge: POST_SESSION_FOR / SECOND })
        .setCookie(deviceCookie, answer.device, {
          ...{ ...cookiePlace, path: '/checkpoint/sign-in', maxAge: DEVICE_KNOWN_FOR / SECOND },
        })
        .send(await welcome(answer.post))
    })

    app.post('/checkpoint/sign-out', async (request, reply) => {
      const token = request.cookies[cookieName]
      if (token) await signIn.signOut(token)
      // Neither cookies, which a browser clears for the whole domain, nor storage, which holds scans that nobody has yet.
      return reply.clearCookie(cookieName, cookiePlace).header('clear-site-data', '"cache"').code(204).send()
    })

    // Public halves and random ids: nothing to hide, and a phone whose session ended still needs them.
    app.get('/checkpoint/keys', async (request, reply) => {
      if (!(await mayHaveLists(request))) return reply.code(429).send(TOO_FAST)
      const list = await keyStore.newestList()
      if (!list) return reply.code(503).send(FAILED)
      const timestamp = await ports.timestamp?.(list)
      if (timestamp) reply.header('x-timestamp', Buffer.from(timestamp).toString('base64url'))
      return sendCose(reply, Buffer.from(list.signed, 'base64url'))
    })

    app.get<{ Querystring: { since?: unknown } }>('/checkpoint/revoked', async (request, reply) => {
      if (!(await mayHaveLists(request))) return reply.code(429).send(TOO_FAST)
      const { since } = request.query
      const list = await revocations(
        typeof since === 'string' && /^[0-9]{1,15}$/.test(since) ? Number(since) : undefined,
      )
      return list ? sendCose(reply, Buffer.from(list)) : reply.code(503).send(FAILED)
    })

    await app.register(async (guarded) => {
      // Before the body is read.
      guarded.addHook('onRequest', async (request, reply) => {
        const post = await signIn.find(request.cookies[cookieName])
        if (!post) return reply.code(401).send(NOBODY)
        signedIn.set(request, post)
        return undefined
      })

      guarded.get('/checkpoint/session', async (request) => welcome(signedIn.get(request)!))

      guarded.post('/checkpoint/scans', async (request, reply) => {
        const order = scansOrder.safeParse(request.body)
        if (!order.success) return reply.code(400).send(UNREADABLE)
        const at = now()
        const { id: post } = signedIn.get(request)!
        const count = order.data.scans.length
        const phone = phoneOf(request)
        // A phone that is refused takes nothing from the others of its post.
        if (!ofPhone.take(phone, count) || !ofPost.take(post, count)) return reply.code(429).send(TOO_MANY_SCANS)
        const kept = await scans.keep(
          order.data.scans.map(({ permit, ...scan }): Scan => {
            const isPlausible = scan.at <= at + MINUTE && scan.at > at - OLDEST_SCAN
            return {
              ...{ ...scan, post, receivedAt: at, at: isPlausible ? scan.at : at },
              ...(permit !== undefined && { permit: permit as PermitId }),
            }
          }),
        )
        return { kept }
      })

      guarded.post('/checkpoint/number', async (request, reply) => {
        const order = numberOrder.safeParse(request.body)
        const number = order.success ? parseNumber(order.data.number) : undefined
        if (number === undefined) return reply.code(400).send(UNREADABLE)
        if (!numbers.take(phoneOf(request))) return reply.code(429).send(TOO_FAST)
        const kept = await permits.findByNumber(number)
        const at = now()
        if (!kept) return { verdict: { verdict: 'unknown', why: 'unrecorded' }, now: at }
        if (!(await findAlsoNew(keys, kept.keyId))) return { verdict: { verdict: 'forged' }, now: at }
        const genuine = { outcome: 'genuine', claims: toClaims(kept), keyId: kept.keyId } as const
        return { verdict: toSent(judge(genuine, kept, at)), now: at }
      })
    })
  }

const sendCose = (reply: FastifyReply, bytes: Buffer) => reply.type('application/cose').send(bytes)

/** Only what the code itself would have said. */
function toClaims(permit: PermitClaims): PermitClaims {
  const { id, name, idLast4, plate, from, to, purpose, validFrom, validUntil, terms } = permit
  return { ...{ id, name, idLast4, plate, from, to, purpose, validFrom, validUntil }, ...(terms && { terms }) }
}
