import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { ZALO } from '../zalo/channel.ts'
import { createHostRule } from '../attachments/fetch.ts'
import { createFileStore } from '../attachments/file-store.ts'
import { readConfig } from '../config.ts'
import { runDataKeyCommand } from './sealing-keys.ts'
import { runFileCommand } from './files.ts'
import { runFlowCommand } from './flows.ts'
import { runKeyCommand } from './keys.ts'
import { createProgress, NOT_MADE, readProvinceWords } from './province.ts'
import { runVerifyCommand } from './verify.ts'
import { Fault } from '../kernel/fault.ts'
import { randomId } from '../kernel/ids.ts'
import { openActByProgram } from '../program/open-casework.ts'
import type { Other } from '../dossiers/acts/act.ts'
import { openAgencies } from '../program/open-agencies.ts'
import { openKinds } from '../program/open-catalogue.ts'
import { openStorage, openUnchecked } from '../program/open-storage.ts'
import { makeProvince } from '../program/samples/make-province.ts'
import { randomPermitId } from '../permits/grant/grant.ts'
import { createLiveKeyRing } from '../permits/keys/live-key-ring.ts'
import { parseSecrets } from '../permits/keys/wrap-key.ts'
import { startSimulator } from '../simulator/start.ts'
import { addAccount, readStaffWords } from '../staff/accounts/add-account.ts'
import { createAttachments } from '../storage/attachments.ts'
import { createKeyStore } from '../storage/permit-keys.ts'
import { createPermits } from '../storage/permits.ts'
import { createDossierRecords } from '../storage/dossier-records.ts'
import { createReIssues } from '../storage/re-issue.ts'
import { removeSamples } from '../storage/sample-removal.ts'
import { createStaffAccounts } from '../storage/staff.ts'
import { createReIssue } from '../casework/re-issue.ts'

const USAGE = `Commands:
  migrate       applies pending migrations and ends
  verify        compares every dossier with its acts and names what differs
  permit-keys   rotate, publish, withdraw, re-issue: the keys that permits are sealed with; without a word it explains
  data-keys     status, rewrite: which keys of DATA_KEYS personal data lie under; without a word it explains
  staff-add     <e-mail> <name> [--role reception|specialist|leader|editor|administrator]… [--agency <code>]:
                makes an account, for reception and specialist work in the whole province unless said otherwise, and prints
                its password once
  flows         lint, play, draw, diff, publish: the procedures in flows/; without a word it explains
  move-to-postgres
                copies the SQLite database of DATA_DIR into the empty one of DATABASE_URL; stop the program before
  files         refused: hosts that files of citizens were refused from; retry: fetches those that are allowed by now
  province      --dossiers <number> [--years 3] [--seed 7] [--until <instant>]: fills an empty database with the dossiers of an invented province, to try
                lists and speed on
  samples-remove
                takes all sample dossiers away, of this and of the demonstration
  simulator     the local Zalo as a process of its own; reads the same ZALO_* settings as the program,
                PORT, and PUBLIC_URL as the address of the program under test
`

const flowsFolder = fileURLToPath(new URL('../../flows', import.meta.url))

const isOpenAgency = (agency: Other | undefined): boolean => agency !== undefined && !agency.closed

const say = (text: string) => void process.stdout.write(`${text}\n`)

/** Each answers `false` when it has said itself what is wrong. */
const commands: Record<string, (words: string[]) => Promise<boolean | void>> = {
  migrate: async () => {
    const engine = await openDatabase()
    await engine.close()
    say(`The ${engine.name} database is up to date.`)
  },

  verify: async () => {
    const engine = await openDatabase()
    const isSound = await runVerifyCommand(createDossierRecords(engine), say)
    await engine.close()
    return isSound
  },

  'staff-add': async (words) => {
    const account = readStaffWords(words)
    if (!account)
      return fail('Usage: npm run staff-add -- officer@example.vn "Lê Thị Mẫu" [--role leader] [--agency H12.99.001]')
    const engine = await openDatabase()
    // As administrators have recorded them by now, not only those that the program came with.
    const { agencyNow } = await openAgencies(engine, Date.now)
    const isOpen = account.postings.every(({ agency }) => agency === undefined || isOpenAgency(agencyNow(agency)))
    const password = randomBytes(12).toString('base64url')
    const added = isOpen && (await addAccount(createStaffAccounts(engine), { ...account, password }, randomId))
    await engine.close()
    if (added === false)
      return fail('No agency with this code takes dossiers today. The codes are on the page “Cơ quan”.')
    if (added === 'known') return fail('There is an account with this address already.')
    say(`${account.email}  ${password}`)
  },

  flows: async (words) => {
    return runFlowCommand(words, { flowsFolder, openDatabase, hasDatabase, say })
  },

  province: async (words) => {
    const order = readProvinceWords(words)
    if (!order) return fail('Usage: npm run province -- --dossiers 1000000 [--years 3] [--seed 7]')
    const engine = await openDatabase()
    const progress = createProgress(order.dossiers, say, Date.now)
    const until = order.until ?? Date.now()
    const goesOn = order.until !== undefined
    if (!goesOn) say(`If this is stopped, it goes on with --until ${new Date(until).toISOString()}`)
    const became = await makeProvince(
      { ...order, until, goesOn },
      { engine, flowsFolder, now: Date.now, log: QUIET, made: progress },
    )
    await engine.close()
    if (became !== 'made') return fail(NOT_MADE[became])
  },

  'samples-remove': async () => {
    const engine = await openDatabase()
    const removed = await removeSamples(engine)
    await engine.close()
    say(`${removed} sample dossiers were taken away.`)
  },

  'move-to-postgres': async () => {
    const { dataDir, databaseUrl } = configured()
    const file = join(dataDir, 'mot-cua.db')
    if (databaseUrl === undefined || !existsSync(file))
      return fail('Set DATABASE_URL to the empty database, and DATA_DIR to the folder with mot-cua.db.')
    // Loaded by who needs it: the other commands start faster without.
    const { moveToPostgres } = await import('../storage/engine/move-to-postgres.ts')
    const moved = (table: string, rows: number) => void (rows > 0 && say(`${table}: ${rows}`))
    const became = await moveToPostgres(file, databaseUrl, { log: QUIET, moved })
    if (became !== 'moved') return fail('The database of DATABASE_URL is not empty. Nothing was copied.')
    say('Everything was copied. Start the program with DATABASE_URL, and with the same DATA_KEYS and files.')
  },

  files: async (words) => {
    const engine = await openDatabase()
    const judge = createHostRule({ hosts: [...ZALO.fileHosts, ...(configured().zalo?.fileHosts ?? [])] })
    const isAllowed = (url: string) => URL.canParse(url) && judge(new URL(url)) === undefined
    const lines = await runFileCommand(words, {
      rows: createAttachments(engine),
      isAllowed,
      now: Date.now,
    })
    await engine.close()
    if (!lines) return fail('Usage: npm run files -- refused | retry')
    for (const line of lines) say(line)
  },

  'permit-keys': async (words) => {
    const openRing = async () => {
      const parsed = parseSecrets(configured().permitKeys ?? '')
      if (!parsed.ok) return fail(parsed.problem)
      const engine = await openDatabase()
      const store = createKeyStore(engine)
      return {
        store,
        secrets: parsed.secrets,
        affected: createPermits(engine).numbersUnder,
        reIssue: async (keyId: string) => {
          const keys = createLiveKeyRing(store, parsed.secrets)
          await keys.refresh()
          const { nameOf: permitName } = await openKinds(flowsFolder)
          const act = openActByProgram(engine)
          const parts = { permits: createReIssues(engine), act, keys, makePermitId: randomPermitId, permitName }
          return createReIssue({ ...parts, now: Date.now }).run(keyId)
        },
        close: engine.close,
      }
    }
    return runKeyCommand(words, { openRing, now: Date.now, say })
  },

  'data-keys': async (words) => {
    const config = configured()
    const engine = await openUnchecked(config, QUIET)
    const folder = createFileStore(join(config.dataDir, 'files'), engine.codec)
    try {
      return await runDataKeyCommand(words, { engine, folder, keys: config.dataKeys, say })
    } finally {
      await engine.close()
    }
  },

  simulator: async () => {
    const { port, host, publicUrl, zalo } = configured()
    if (!zalo) return fail('The simulator needs ZALO_APP_ID and the other ZALO_* settings of the program under test.')
    const { url } = await startSimulator({
      ...{ port, host, appId: zalo.appId, appSecret: zalo.appSecret, oaId: zalo.oaId, oaSecretKey: zalo.oaSecretKey },
      webhookUrl: `${publicUrl}/webhooks/zalo`,
      callbackUrl: `${publicUrl}/oauth/zalo/callback`,
      acceptUnknownRefreshToken: true,
      now: Date.now,
      makeId: randomId,
      ...(zalo.refreshToken !== undefined && { refreshToken: zalo.refreshToken }),
    })
    say(`Simulator: ${url}/simulator`)
  },
}

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined }
const openDatabase = () => openStorage(configured(), QUIET)

/** Where the configuration is not complete there is none to ask. */
function hasDatabase(): boolean {
  const read = readConfig()
  if (read.outcome !== 'ok') return false
  const { databaseUrl, dataDir } = read.config
  return databaseUrl !== undefined || existsSync(join(dataDir, 'mot-cua.db'))
}

function configured() {
  const read = readConfig()
  if (read.outcome === 'ok') return read.config
  return fail(`The configuration is not complete:\n${read.problems.map((line) => `  ${line}`).join('\n')}`)
}

/** What a person can set right is one message, without where in the program it was noticed. */
function fail(text: string): never {
  throw new Fault(text, { retry: false })
}

/** Runs `words[0]` with the rest; `false` when it failed and has said so. */
export async function runCommand([name = '', ...words]: string[]): Promise<boolean> {
  const run = commands[name]
  return run ? (await run(words)) !== false : fail(USAGE)
}
