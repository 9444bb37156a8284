import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { HOUR } from '../../src/kernel/clock.ts'
import { drawPermit } from '../../src/permits/paper/picture.ts'
import { PATIENCE } from '../patience.ts'
import { startApplication } from '../servers/application.ts'
import { CHROMIUM_ARGUMENTS } from '../servers/browser.ts'
import { makeCameraVideo } from '../servers/camera-video.ts'
import { freePort, temporaryFolder } from '../servers/child.ts'
import { chromiumBrowser } from '../servers/programs.ts'
import { forge, installYesterday, openAgencyBooks } from './agency-books.ts'
import { PHONE, shootPhone } from './shots.ts'

it('an officer scans with no signal: valid, revoked, forged, then stale; the scans arrive when there is one again', async () => {
  const folder = await temporaryFolder('checkpoint')
  const dataDir = join(folder.path, 'data')
  const port = await freePort()
  const publicUrl = `http://localhost:${port}`
  const settings = { DATA_DIR: dataDir, PORT: String(port), PUBLIC_URL: publicUrl }
  await installYesterday(dataDir)
  let application = await startApplication(settings)
  const [, code] = /^Post: .* {2}chot-1 {2}(\S+)$/m.exec(application.output())!

  const books = await openAgencyBooks(dataDir)
  const [valid, revoked] = [await books.grant('a1'), await books.grant('b2', { revokedAt: Date.now() })]
  const forged = await forge(valid)
  const video = join(folder.path, 'camera.y4m')
  const pictures = await Promise.all([valid, revoked, forged].map((permit) => drawPermit(permit, publicUrl)))
  await makeCameraVideo(video, pictures, { shown: 4, empty: 1 })

  const phone = await openPhone(join(folder.path, 'profile'), video)
  phone.setDefaultTimeout(PATIENCE)
  try {
    const page = await phone.newPage()
    await page.goto(`${publicUrl}/checkpoint`)
    await page.getByLabel('Mã chốt').fill('chot-1')
    await page.getByLabel('Mã đăng nhập').fill('AAAA-BBBB-CCCC')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByText('Mã chốt hoặc mã đăng nhập không đúng').waitFor()
    await shootPhone(page, 'checkpoint/sign-in-wrong')
    await page.getByLabel('Mã đăng nhập').fill(code!.toLowerCase())
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByText(/^Danh sách lúc .*, có mạng$/).waitFor()
    expect(await installabilityErrors(page)).toEqual([])
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

    // The network is cut, and the app is opened anew without it. The camera may have seen a code before that.
    await application.stop()
    await phone.setOffline(true)
    const before = await books.scans()
    await page.reload()
    await page.getByText(/mất mạng, vẫn kiểm tra được/).waitFor()
    await shootPhone(page, 'checkpoint/scan')
    expect(await verdictsSeen(page, 3, 'offline')).toEqual(
      new Map([
        ['valid', 'green'],
        ['revoked', 'red'],
        ['forged', 'red'],
      ]),
    )

    // A day and an hour later by the phone's clock, which is right; nothing newer could be fetched.
    await page.addInitScript((ahead) => {
      const real = Date.now.bind(Date)
      Date.now = () => real() + ahead
    }, 25 * HOUR)
    await page.reload()
    await page.getByText(/^Danh sách CŨ lúc/).waitFor()
    const stale = await verdictsSeen(page, 3, 'stale')
    expect(stale.get('valid')).toBe('amber')
    expect(stale.get('revoked')).toBe('red')
    expect(stale.get('forged')).toBe('red')
    expect(await books.scans()).toEqual(before)

    // A number over the radio tells nothing without a signal.
    await page.getByRole('button', { name: 'Nhập số giấy' }).click()
    await page.getByLabel('Số giấy').fill(valid.number)
    await page.getByRole('button', { name: 'Tra số giấy' }).click()
    await page.locator('[data-colour=amber]').getByText('KHÔNG RÕ').waitFor()
    await page.getByRole('button', { name: 'Quét tiếp' }).click()

    application = await startApplication(settings)
    await phone.setOffline(false)
    await expect
      .poll(async () => (await books.scans()).length, { timeout: 90_000, interval: 1_000 })
      .toBeGreaterThan(before.length + 6)
    const arrived = await books.scans()
    expect(new Set(arrived.map(({ verdict }) => verdict))).toEqual(new Set(['valid', 'revoked', 'forged', 'unknown']))
    for (const { verdict, permit, post } of arrived) {
      expect(post).toBe('chot-1')
      expect(permit).toBe(verdict === 'valid' ? valid.id : verdict === 'revoked' ? revoked.id : null)
    }
    const counted = arrived.length
    await page.waitForTimeout(2_000)
    const ids = (await books.scans()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(counted)
  } finally {
    await phone.close()
    await books.close()
    await application.stop()
    await folder.remove()
  }
})

/** Chromium as a phone with a camera that plays the video. Permissions are given, as an officer gives them once. */
const openPhone = (profile: string, video: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: chromiumBrowser(),
    headless: true,
    viewport: PHONE,
    permissions: ['camera'],
    colorScheme: 'light',
    args: [
      ...[...CHROMIUM_ARGUMENTS, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
      `--use-file-for-fake-video-capture=${video}`,
    ],
  })

/** Takes verdicts as the camera meets them until so many different ones were seen. */
async function verdictsSeen(page: Page, wanted: number, occasion: string): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const screen = page.locator('[data-verdict]')
  for (let tries = 0; seen.size < wanted && tries < 12; tries++) {
    await screen.waitFor()
    const verdict = (await screen.getAttribute('data-verdict'))!
    if (!seen.has(verdict)) await shootPhone(page, `checkpoint/${occasion}-${verdict}`)
    seen.set(verdict, (await screen.getAttribute('data-colour'))!)
    await page.getByRole('button', { name: 'Quét tiếp' }).click()
    await screen.waitFor({ state: 'detached' })
  }
  return seen
}

/** Why Chromium would not offer to install the app; empty when it would. */
async function installabilityErrors(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { installabilityErrors: errors } = await session.send('Page.getInstallabilityErrors')
  await session.detach()
  // A profile that Playwright makes counts as incognito, in which nothing is ever installed.
  return errors.map(({ errorId }) => errorId).filter((error) => error !== 'in-incognito')
}
