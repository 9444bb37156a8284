import { fileURLToPath } from 'node:url'
import { createApp } from '../app.ts'
import type { Config } from '../config.ts'
import { CONNECTION_LIMITS } from './connection-limits.ts'
import { DEMONSTRATION_POST, demonstrate, demonstrateKeys, demonstratePost } from './demonstration.ts'
import { type Clock, SECOND } from '../kernel/clock.ts'
import { Fault } from '../kernel/fault.ts'
import { randomId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import { codeOf, createSeldom } from '../kernel/seldom.ts'
import { createInProcessDoorbell } from '../notifications/in-process-doorbell.ts'
import { createLiveKeyRing } from '../permits/keys/live-key-ring.ts'
import type { KeyRing } from '../permits/keys/keys.ts'
import { parseSecrets } from '../permits/keys/wrap-key.ts'
import { openStorage } from './open-storage.ts'
import type { ZaloAccount } from './open-zalo.ts'
import { demonstrateDesks } from './samples/demonstrate-desks.ts'
import { createProgram } from './program.ts'
import { unreviewedYears } from '../province/work-calendar.ts'
import { ZALO } from '../zalo/channel.ts'
import { createFakeZalo } from '../simulator/fake-zalo.ts'
import { addFirstAdministrator } from '../staff/accounts/add-account.ts'
import { createKeyStore } from '../storage/permit-keys.ts'

const now: Clock = Date.now
const seldom = createSeldom(now)

/** Opens what the configuration asks for and answers how to stop it. */
export async function start(config: Config, log: Log) {
  const { redisUrl, dataDir, publicUrl, role } = config
  const setting = config.zalo ? undefined : await demonstrate(config, now)
  const zalo: ZaloAccount = config.zalo ?? setting!.zalo
  const wrapping = parseSecrets(config.permitKeys ?? setting!.secrets.permitSecret)
  if (!wrapping.ok) throw new Fault('PERMIT_KEYS cannot be read', { retry: false, cause: new Error(wrapping.problem) })

  const engine = await openStorage(config, log)
  const doorbell = redisUrl
    ? (await import('../notifications/bullmq-doorbell.ts')).createBullmqDoorbell(redisUrl, log)
    : createInProcessDoorbell((bell, cause) => {
        const code = codeOf(cause)
        seldom(`${bell} ${code}`, (times) => log.error({ bell, code, times }, 'an answer to the doorbell failed'))
      })

  const keyStore = createKeyStore(engine)
  if (setting) await demonstrateKeys(keyStore, wrapping.secrets, setting.secrets, now)
  const keys = createLiveKeyRing(keyStore, wrapping.secrets)
  await keys.refresh()
  warnOfGaps(keys, log)
  const followKeys = setInterval(
    () => void keys.refresh().catch(() => log.warn({}, 'permit keys could not be looked up')),
    15 * SECOND,
  )
  followKeys.unref()

  const flowsFolder = fileURLToPath(new URL('../../flows', import.meta.url))
  const program = await createProgram({ engine, doorbell, keys, zalo, publicUrl, dataDir, flowsFolder, now, log })
  if (engine.name === 'sqlite') await program.notifications.forgetDeadDeliverers()

  if (setting) await demonstratePost(program.posts.posts, setting.secrets.postCode, now)
  const admin = config.admin ?? setting?.admin
  const added = admin && (await addFirstAdministrator(program.staff.accounts, admin, randomId))

  const { flows } = program.procedures
  const desks =
    added && setting && config.samples
      ? await demonstrateDesks({ ...{ engine, flows, flowsFolder, now }, ...program, ...program.staff })
      : []

  const simulator = setting && createFakeZalo(setting.simulator)
  // Zalo remembers who wrote; a simulator in memory must be told.
  const known = simulator ? await program.turns.conversations.heardSince(now() - ZALO.openFor, 10_000) : []
  for (const { citizen, lastInteractionAt } of known) simulator?.introduce(citizen, lastInteractionAt)
  const app =
    role === 'worker'
      ? undefined
      : await createApp({
          program,
          engine,
          doorbell,
          keys,
          keyStore,
          zalo,
          publicUrl,
          now,
          log,
          trustedProxies: config.trustedProxies,
          ...(config.opsToken !== undefined && { opsToken: config.opsToken }),
          ...(config.maxConnections !== undefined && {
            limits: { ...CONNECTION_LIMITS, connections: config.maxConnections },
          }),
          ...(simulator && { simulator }),
          ...(config.zalo?.siteVerification !== undefined && { siteVerification: config.zalo.siteVerification }),
        })
  await app?.listen({ port: config.port, host: config.host })
  const stopWorkers = role === 'web' ? undefined : program.startWorkers()

  if (setting) announce(publicUrl, added ? setting.admin : undefined, setting.secrets.postCode, desks)
  log.info({ role, engine: engine.name, doorbell: redisUrl ? 'redis' : 'in-process' }, 'started')

  return async () => {
    clearInterval(followKeys)
    await app?.close()
    await stopWorkers?.()
    await doorbell.close()
    await engine.close()
  }
}

/** What an operator should know of before somebody meets it. */
function warnOfGaps(keys: KeyRing, log: Log) {
  const today = now()
  if (keys.keyFor({ now: today, validFrom: today, validUntil: today }) === undefined)
    log.warn({}, 'no published permit key is in force: no permit can be granted (see docs/permit-keys.md)')
  if (keys.timestampKey?.() === undefined)
    log.warn({}, 'the published key list names no key to confirm it: phones soon call it old (see docs/permit-keys.md)')
  const unreviewed = unreviewedYears(today)
  if (unreviewed.length > 0)
    log.warn({ years: unreviewed }, 'holidays nobody has reviewed: deadlines may be wrong (see province/README.md)')
}

/** For the person at the terminal; the password only when the account was just made. */
function announce(
  publicUrl: string,
  admin: { email: string; password: string } | undefined,
  postCode: string,
  desks: readonly string[],
) {
  const lines = [
    '',
    'Một Cửa: demonstration mode. No real Zalo account is involved.',
    `Chat:  ${publicUrl}/simulator`,
    admin
      ? `Staff: ${publicUrl}/staff  ${admin.email}  ${admin.password}`
      : `Staff: ${publicUrl}/staff  (the password was printed at the first start)`,
    `Post:  ${publicUrl}/checkpoint  ${DEMONSTRATION_POST.id}  ${postCode}`,
    ...desks,
    '',
  ]
  process.stdout.write(lines.join('\n') + '\n')
}
