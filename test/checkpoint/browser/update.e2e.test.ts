import Fastify from 'fastify'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { appRoutes } from '../../../src/checkpoint/app-routes.ts'
import { startBrowser } from '../../servers/browser.ts'
import { freePort } from '../../servers/child.ts'

const built = join(import.meta.dirname, '../../../dist/checkpoint/app')
const worker = readFileSync(join(built, 'sw.js'), 'utf8')
const page = readFileSync(join(built, 'index.html'), 'utf8')
const nextWorker = worker.replace(/\b[0-9a-f]{12}\b/, 'ffffffffffff')
const nextPage = page.replace(/<title>.*<\/title>/, '<title>Bản sau</title>')

it('the app goes on with the version on the phone until the officer agrees to the next', async () => {
  let isNextOut = false
  const app = Fastify()
  app.addHook('onRequest', async (request, reply) => {
    if (!isNextOut) return undefined
    reply.headers({ 'cache-control': 'no-cache', 'service-worker-allowed': '/checkpoint' })
    if (request.url === '/checkpoint') return reply.type('text/html; charset=utf-8').send(nextPage)
    return request.url === '/checkpoint/sw.js' ? reply.type('text/javascript').send(nextWorker) : undefined
  })
  app.post('/checkpoint/sign-in', async () => ({
    ...{ post: { id: 'chot-1', name: 'Chốt cầu Hộ Phòng' }, roots: [], purposes: {}, titles: {} },
  }))
  await app.register(appRoutes)
  const port = await freePort()
  await app.listen({ port })
  const browser = await startBrowser()
  try {
    const phone = await browser.newPage()
    await phone.goto(`http://localhost:${port}/checkpoint`)
    await phone.getByLabel('Mã chốt').fill('chot-1')
    await phone.getByLabel('Mã đăng nhập').fill('7KX2-M9PQ-4RTA')
    await phone.getByRole('button', { name: 'Đăng nhập' }).click()
    await phone.getByRole('main', { name: 'Quét mã' }).waitFor()
    await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

    isNextOut = true
    await phone.reload()
    const news = phone.getByRole('button', { name: 'Có bản mới' })
    await news.waitFor()
    expect(await phone.title()).not.toBe('Bản sau')
    await news.click()
    await expect.poll(() => phone.title()).toBe('Bản sau')
    await phone.getByText('Chốt cầu Hộ Phòng').waitFor()
    expect(await phone.evaluate(() => caches.keys())).toEqual(['checkpoint-ffffffffffff'])
  } finally {
    await browser.close()
    await app.close()
  }
})
