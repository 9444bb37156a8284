import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import {
  inventPermitSecret,
  preparePermitKeys,
  staffLogin,
  startApplication,
  startQuietly,
} from '../servers/application.ts'
import { startBrowser } from '../servers/browser.ts'
import { freePort, temporaryFolder } from '../servers/child.ts'
import { createDatabase } from '../servers/postgres.ts'
import { startRoundRobin } from '../servers/round-robin.ts'
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

it('does the same with two web and two worker processes on PostgreSQL and Redis, beside a simulator of its own', async () => {
  const folder = await temporaryFolder('loop')
  const [first, second, front, simulatorPort] = await Promise.all([freePort(), freePort(), freePort(), freePort()])
  const publicUrl = `http://127.0.0.1:${front}`
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}/simulator`
  const account = { email: 'can.bo@example.test', password: 'mot mat khau dai' }
  const settings = {
    PUBLIC_URL: publicUrl,
    DATA_DIR: folder.path,
    DATABASE_URL: await createDatabase(inject('postgresUrl')),
    REDIS_URL: inject('redisUrl'),
    PERMIT_KEYS: inventPermitSecret(),
    ZALO_APP_ID: '3100000000000000007',
    ZALO_APP_SECRET: 'loop-app-secret',
    ZALO_OA_ID: '2200000000000000022',
    ZALO_OA_SECRET_KEY: 'loop-oa-secret',
    ZALO_REFRESH_TOKEN: 'loop-refresh',
    ZALO_API_URL: `${simulatorUrl}/zalo`,
    ZALO_OAUTH_URL: `${simulatorUrl}/zalo`,
    STAFF_ADMIN_EMAIL: account.email,
    STAFF_ADMIN_PASSWORD: account.password,
  }
  await preparePermitKeys(settings, join(folder.path, 'root.pem'))
  const worker = { ...settings, ROLE: 'worker', LOG_LEVEL: 'info' }
  const proxy = await startRoundRobin([first, second], front)
  const started = await Promise.allSettled([
    startQuietly(['dist/cli.js', 'simulator'], 'Simulator:', { ...settings, PORT: String(simulatorPort) }),
    startApplication({ ...settings, ROLE: 'web', PORT: String(first) }),
    startApplication({ ...settings, ROLE: 'web', PORT: String(second) }),
    startQuietly(['dist/main.js'], 'started', worker),
    startQuietly(['dist/main.js'], 'started', worker),
  ])
  try {
    expect(started.filter(({ status }) => status === 'rejected')).toEqual([])
    const staff = { url: `${publicUrl}/staff`, ...account }
    expect(await driveLoop(browser, { chat: simulatorUrl, staff, publicUrl })).toEqual([])
  } finally {
    for (const one of started) if (one.status === 'fulfilled') await one.value.stop()
    proxy.close()
    await folder.remove()
  }
})
