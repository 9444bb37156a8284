import fastifyStatic from '@fastify/static'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyPluginAsync } from 'fastify'

/** Made by scripts/build-app.js. The same place from src/ and from dist/. */
const FOLDER = fileURLToPath(new URL('../../dist/checkpoint/app', import.meta.url))

const HEADERS = {
  // Asked for again each time and mostly answered with 304: the service worker is what keeps it on the phone.
  'cache-control': 'no-cache',
  'content-security-policy': [
    "default-src 'none'",
    // The decoder is WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'permissions-policy': 'camera=(self)',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  // The worker lies one level below the address that it serves.
  'service-worker-allowed': '/checkpoint',
}

/** `/checkpoint`: the officer's app, the same files for everybody. */
export const appRoutes: FastifyPluginAsync = async (app) => {
  if (!existsSync(FOLDER)) {
    app.get('/checkpoint', async (_request, reply) =>
      reply.code(503).type('text/plain; charset=utf-8').send('Ứng dụng chưa được dựng (npm run build).'),
    )
    return
  }
  await app.register(fastifyStatic, {
    root: FOLDER,
    prefix: '/checkpoint/',
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (reply) => {
      reply.headers(HEADERS)
    },
  })
  for (const address of ['/checkpoint', '/checkpoint/'])
    app.get(address, async (_request, reply) => reply.sendFile('index.html'))
}
