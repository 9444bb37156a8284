import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffLogin, startApplication } from '../servers/application.ts'
import { startBrowser } from '../servers/browser.ts'
import { freePort, temporaryFolder } from '../servers/child.ts'
import { driveLoop } from './drive-loop.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

it('files, supplements, approves, scans and revokes a travel pass in demonstration mode', async () => {
  const folder = await temporaryFolder('loop')
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const application = await startApplication({ DATA_DIR: folder.path, PORT: String(port), PUBLIC_URL: publicUrl })
  try {
    const staff = staffLogin(application.output())
    expect(await driveLoop(browser, { chat: `${publicUrl}/simulator`, staff, publicUrl })).toEqual([])
  } finally {
    await application.stop()
    await folder.remove()
  }
})
