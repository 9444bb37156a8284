import { type Browser, chromium } from 'playwright-core'
import { chromiumBrowser } from './programs.ts'

/** Chromium with a fresh profile that Playwright removes again, and nothing that talks to the Internet on its own. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumBrowser(),
    headless: true,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
