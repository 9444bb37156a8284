import { randomId } from '../../src/kernel/ids.ts'
import { startSimulator } from '../../src/simulator/start.ts'
import { inventPermitSecret } from '../servers/application.ts'

const ACCOUNT = {
  appId: '3100000000000000007',
  appSecret: 'crash-app-secret',
  oaId: '2200000000000000022',
  oaSecretKey: 'crash-oa-secret',
  refreshToken: 'crash-refresh',
}

/**
 * The Zalo outside of the program: it lives on whatever becomes of the program, and repeats what was not answered 200.
 * `timeScale` is a factor on its pauses between repetitions. With the settings under which a program speaks to it.
 */
export async function startOutside(options: { webhookPort: number; timeScale: number }) {
  const simulator = await startSimulator({
    ...ACCOUNT,
    port: 0,
    webhookUrl: `http://127.0.0.1:${options.webhookPort}/webhooks/zalo`,
    now: Date.now,
    makeId: randomId,
    timeScale: options.timeScale,
    transcriptLimit: 1_000_000,
  })
  const settings = {
    PERMIT_KEYS: inventPermitSecret(),
    ZALO_APP_ID: ACCOUNT.appId,
    ZALO_APP_SECRET: ACCOUNT.appSecret,
    ZALO_OA_ID: ACCOUNT.oaId,
    ZALO_OA_SECRET_KEY: ACCOUNT.oaSecretKey,
    ZALO_REFRESH_TOKEN: ACCOUNT.refreshToken,
    ZALO_API_URL: `${simulator.url}/simulator/zalo`,
    ZALO_OAUTH_URL: `${simulator.url}/simulator/zalo`,
  }
  return { zalo: simulator.zalo, settings, close: simulator.close }
}
