import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { FastifyPluginAsync } from 'fastify'

const ASSETS = {
  'staff.css': './frame/staff.css',
  'print.css': './frame/print.css',
  'permits.css': './permits/permits.css',
  'viewer.css': './dossiers/browser/viewer.css',
  'procedures.css': './procedures/browser/procedures.css',
  'keys.js': './frame/browser/keys.js',
  'editor.js': './procedures/browser/editor.js',
  'link.js': './people/browser/link.js',
  'viewer.js': './dossiers/browser/viewer.js',
  'counts.js': './lists/browser/counts.js',
  'reply.js': './dossiers/browser/reply.js',
} as const

/** Style sheets and scripts of the staff pages. They say nothing about anybody, so whoever asks may have them. */
export const assetRoutes: FastifyPluginAsync = async (app) => {
  for (const [name, path] of Object.entries(ASSETS)) {
    const content = await readFile(new URL(path, import.meta.url), 'utf8')
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`
    const type = name.endsWith('.css') ? 'text/css' : 'text/javascript'
    app.get(`/staff/${name}`, async (request, reply) => {
      reply.header('cache-control', 'public, max-age=300').header('etag', etag)
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.type(`${type}; charset=utf-8`).send(content)
    })
  }
}
