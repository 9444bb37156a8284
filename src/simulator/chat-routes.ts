import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import type { FastifyPluginAsync } from 'fastify'
import { SECOND } from '../kernel/clock.ts'
import { tidy } from '../kernel/text.ts'
import { addDeedRoutes } from './deed-routes.ts'
import { deeds } from './deeds.ts'
import type { FakeZalo } from './fake-zalo.ts'
import { renderChatPage } from './pages/chat-page.tsx'
import { renderMessage } from './pages/message.tsx'
import type { PhoneMessage } from './transcript.ts'

const ASSETS: Readonly<Record<string, string>> = {
  'chat.js': 'text/javascript; charset=utf-8',
  'chat.css': 'text/css; charset=utf-8',
  'the-mau.jpg': 'image/jpeg',
  'sticker.svg': 'image/svg+xml',
  'avatar.svg': 'image/svg+xml',
}

/** No script, style or picture from anywhere else, and none inside the page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** People to try things with before anybody has written; ids of Zalo's length. */
const FIRST_CITIZENS = ['7000000000000000011', '7000000000000000022', '7000000000000000033']

type Query = { citizen?: string; since?: string }

/** The page in the browser that stands for a phone, and what it lives on. */
export const chatRoutes =
  ({ zalo }: { zalo: FakeZalo }): FastifyPluginAsync =>
  async (app) => {
    const streams = new Set<ServerResponse>()
    // Open streams would keep the server from closing.
    app.addHook('preClose', async () => {
      for (const stream of streams) stream.end()
    })

    const citizenOf = ({ citizen = '' }: Query): string =>
      /^\d{1,20}$/.test(citizen) ? citizen : (FIRST_CITIZENS[0] ?? '')

    const toPiece = (message: PhoneMessage) => ({ seq: message.seq, rev: message.rev, html: renderMessage(message) })

    app.get<{ Querystring: Query }>('/', async ({ query }, reply) => {
      if (query.citizen === 'new') return reply.redirect(`/simulator?citizen=${zalo.newCitizen()}`)
      for (const id of FIRST_CITIZENS) zalo.citizens.meet(id)
      const id = citizenOf(query)
      const page = renderChatPage({
        oaName: zalo.oa.name,
        citizen: zalo.citizens.meet(id),
        citizens: zalo.citizens.played().slice(0, 50),
        messages: zalo.transcript(id),
        status: statusOf(zalo),
      })
      return reply
        .type('text/html; charset=utf-8')
        .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
        .send(page)
    })

    app.get<{ Querystring: Query }>('/chat/messages', async ({ query }) => ({
      messages: zalo.changesSince(citizenOf(query), Number(query.since ?? 0)).map(toPiece),
    }))

    app.get('/chat/status', async () => statusOf(zalo))

    // A stream has no end that HEAD could be answered at.
    app.get<{ Querystring: Query }>('/chat/events', { exposeHeadRoute: false }, (request, reply) => {
      const citizen = citizenOf(request.query)
      const stream = reply.raw
      reply.hijack()
      stream.writeHead(200, {
        // What hooks have said of the answer is lost with the reply otherwise.
        ...(reply.getHeaders() as Record<string, string>),
        ...{ 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
      })
      const write = (message: PhoneMessage) =>
        stream.write(`id: ${message.rev}\nevent: message\ndata: ${JSON.stringify(toPiece(message))}\n\n`)
      const seen = Number(request.headers['last-event-id'] ?? request.query.since ?? 0)
      stream.write('retry: 1000\n\n')
      for (const message of zalo.changesSince(citizen, seen)) write(message)
      const stop = zalo.watch(citizen, write)
      const beat = setInterval(() => stream.write(':\n\n'), 15 * SECOND)
      streams.add(stream)
      stream.on('close', () => {
        stop()
        clearInterval(beat)
        streams.delete(stream)
      })
    })

    await app.register(async (scope) => addDeedRoutes(scope, zalo, deeds), { prefix: '/chat' })

    const assets = new Map<string, Buffer>()
    for (const name of Object.keys(ASSETS)) {
      assets.set(name, await readFile(new URL(`./browser/${name}`, import.meta.url)))
    }
    app.get<{ Params: { name: string } }>('/assets/:name', async ({ params }, reply) => {
      const content = assets.get(params.name)
      if (!content) return reply.code(404).send()
      return reply
        .type(ASSETS[params.name] ?? '')
        .header('cache-control', 'no-cache')
        .send(content)
    })

    app.get<{ Params: { id: string; size?: string } }>('/media/:id/:size?', async ({ params }, reply) => {
      const media = zalo.media.get(params.id)
      if (!media) return reply.code(404).send()
      const shown = media.kind === 'file' && media.mime !== 'application/pdf' ? 'attachment' : 'inline'
      return reply
        .type(media.mime)
        .headers({
          'content-disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(tidy(media.name))}`,
          // A sandbox would also shut out the browser's own PDF viewer.
          'content-security-policy':
            media.mime === 'application/pdf' ? "default-src 'self'" : "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, max-age=3600',
        })
        .send(media.bytes)
    })
  }

const statusOf = (zalo: FakeZalo) => ({
  faults: zalo.faults.current(),
  subscribed: zalo.isSubscribed(),
  counters: zalo.counters,
})
