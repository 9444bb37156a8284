import { type Browser, chromium } from 'playwright-core'
import { PATIENCE } from '../patience.ts'
import { chromiumBrowser } from './programs.ts'

/**
 * What Chromium would do besides showing pages. The first two draw what the address bar might suggest, in a process of
 * their own for every page opened, which costs more than most of the pages. This list stands in the place of Playwright's own, which the rest is of.
 */
const NOT_NEEDED = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/** Nothing that talks to the Internet on its own, and nothing that no page shows. */
export const CHROMIUM_ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${NOT_NEEDED.join(',')}`,
]

/** Chromium with a fresh profile that Playwright removes again. */
export async function startBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: chromiumBrowser(), args: CHROMIUM_ARGUMENTS })
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE))
  return browser
}
