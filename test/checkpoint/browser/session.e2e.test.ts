import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { PostId } from '../../../src/kernel/ids.ts'
import { hashPostPin } from '../../../src/permits/posts/post-pin.ts'
import { plain } from '../../../src/storage/engine/codec.ts'
import { createPosts } from '../../../src/storage/posts.ts'
import { openSqlite } from '../../../src/storage/engine/sqlite-engine.ts'
import { startApplication } from '../../servers/application.ts'
import { startBrowser } from '../../servers/browser.ts'
import { freePort, temporaryFolder } from '../../servers/child.ts'

const POST = 'chot-1' as PostId
const NEXT_CODE = 'WXYZ-2345-6789'

async function signIn(page: Page, code: string) {
  await page.getByLabel('Mã chốt').fill(POST)
  await page.getByLabel('Mã đăng nhập').fill(code)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('main', { name: 'Quét mã' }).waitFor()
}

async function lookUp(page: Page, number: string) {
  await page.getByRole('button', { name: 'Nhập số giấy' }).click()
  await page.getByLabel('Số giấy').fill(number)
  await page.getByRole('button', { name: 'Tra số giấy' }).click()
}

/** What Chromium does by itself on a phone whose signal comes back. */
async function dispatchSync(page: Page, origin: string) {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin))
      if (ours) resolve(ours.registrationId)
    }),
  )
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.dispatchSyncEvent', {
    ...{ origin, registrationId: await registered, tag: 'scans', lastChance: false },
  })
}

it('a phone whose code was changed says so, goes on, and loses no scan when it signs in again', async () => {
  const folder = await temporaryFolder('checkpoint-session')
  const port = await freePort()
  const publicUrl = `http://localhost:${port}`
  const settings = { DATA_DIR: join(folder.path, 'data'), PORT: String(port), PUBLIC_URL: publicUrl }
  const application = await startApplication(settings)
  const [, code] = /^Post: .* {2}chot-1 {2}(\S+)$/m.exec(application.output())!
  const engine = openSqlite(join(settings.DATA_DIR, 'mot-cua.db'), plain)
  const scans = async () => engine.read.select().from(engine.tables.scans)
  const browser = await startBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(`${publicUrl}/checkpoint`)
    await signIn(page, code!)

    // Without a camera there is still the number, and a slip of the finger is told before anything is asked.
    await page.getByText('Máy này không có máy ảnh').waitFor()
    await lookUp(page, '7KX2-M9P0')
    await page.getByText('Số giấy có 8 chữ và số').waitFor()
    await page.getByLabel('Số giấy').fill('7kx2 m9pq')
    await page.getByRole('button', { name: 'Tra số giấy' }).click()
    await page.locator('[data-colour=red]').getByText('không có giấy nào mang số này').waitFor()
    await page.getByRole('button', { name: 'Quét tiếp' }).click()
    await expect.poll(async () => (await scans()).length).toBe(1)

    await createPosts(engine).changeCode(POST, hashPostPin(POST, NEXT_CODE))
    await lookUp(page, '7KX2-M9PQ')
    await page.locator('[data-colour=amber]').getByText('Điện thoại này chưa đăng nhập chốt').waitFor()
    await page.getByRole('button', { name: 'Quét tiếp' }).click()
    await page.getByText('1 lượt chờ gửi').waitFor()

    await page.getByRole('button', { name: 'Cần đăng nhập lại' }).click()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Đăng nhập lại' }).click()
    await page.getByText('Đăng xuất cần có sóng').waitFor()
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Đăng nhập lại' }).click()
    await signIn(page, NEXT_CODE)
    await expect.poll(async () => (await scans()).length).toBe(2)
    expect((await scans()).map(({ post, by }) => [post, by])).toEqual([
      [POST, 'number'],
      [POST, 'number'],
    ])
    await page.getByRole('button', { name: 'Thêm' }).click()
    await page.getByText('Mọi lượt quét đã gửi về cơ quan.').waitFor()

    // What waits when the app is closed is sent by its worker, once the browser tells it of a signal.
    await page.getByRole('button', { name: 'Quay lại quét mã' }).click()
    await context.setOffline(true)
    await lookUp(page, '7KX2-M9PQ')
    await page.locator('[data-colour=amber]').waitFor()
    await page.getByRole('button', { name: 'Quét tiếp' }).click()
    await page.getByText('1 lượt chờ gửi').waitFor()
    const elsewhere = await context.newPage()
    await elsewhere.goto('about:blank')
    await page.close()
    await context.setOffline(false)
    await dispatchSync(elsewhere, publicUrl)
    await expect.poll(async () => (await scans()).length).toBe(3)
  } finally {
    await browser.close()
    await engine.close()
    await application.stop()
    await folder.remove()
  }
})
