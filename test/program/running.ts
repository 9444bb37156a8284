import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { type AppParts, createApp } from '../../src/app.ts'
import { randomId } from '../../src/kernel/ids.ts'
import { createInProcessDoorbell } from '../../src/notifications/in-process-doorbell.ts'
import { parsePermitKeys } from '../../src/permits/keys/keys.ts'
import { createKeyRing, inventKey } from '../permits/plain-ring.ts'
import { createProgram } from '../../src/program/program.ts'
import { createFakeZalo } from '../../src/simulator/fake-zalo.ts'
import { type Codec, plain } from '../../src/storage/engine/codec.ts'
import { createKeyStore } from '../../src/storage/permit-keys.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'
import { signDelivery } from '../../src/zalo/signature.ts'
import { PATIENCE } from '../patience.ts'
import { freePort } from '../servers/child.ts'

export const KEYS = {
  appId: '3100000000000000007',
  appSecret: 'program-test-app-secret',
  oaId: '2200000000000000022',
  oaSecretKey: 'program-test-oa-secret',
  refreshToken: 'program-test-refresh-token',
}

export type Running = Awaited<ReturnType<typeof runProgram>>

/**
 * The whole program in this process: SQLite in a folder of its own unless it is opened otherwise, the simulator as Zalo, every log line kept. `now` lets a
 * test move its time, `left` what is left of an earlier run in its folder.
 */
export async function runProgram({
  now = Date.now,
  left,
  codec = plain,
  open = async (dataDir) => openSqlite(join(dataDir, 'mot-cua.db'), codec),
  parts = {},
}: {
  now?: () => number
  left?: (dataDir: string) => Promise<void>
  codec?: Codec
  open?: (dataDir: string) => Promise<Engine>
  parts?: Partial<AppParts>
} = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'program-'))
  await left?.(dataDir)
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const lines: string[] = []
  const keep = (fields: object, message: string) => void lines.push(JSON.stringify({ ...fields, message }))
  const log = { info: keep, warn: keep, error: keep }

  const engine = await open(dataDir)
  const doorbell = createInProcessDoorbell(() => undefined)
  const parsed = parsePermitKeys(inventKey('a001', '2020-01-01', '2099-12-31'))
  if (!parsed.ok) throw new Error('no key')
  const keys = createKeyRing(parsed.keys)
  const zaloUrl = `${publicUrl}/simulator/zalo`
  const zalo = { ...KEYS, apiUrl: zaloUrl, oauthUrl: zaloUrl }
  const flowsFolder = join(import.meta.dirname, '../../flows')
  const program = await createProgram({ engine, doorbell, keys, zalo, publicUrl, dataDir, flowsFolder, now, log })
  const webhookUrl = `${publicUrl}/webhooks/zalo`
  const phone = createFakeZalo({ ...KEYS, webhookUrl, publicUrl, now, makeId: randomId, timeScale: 0.01 })
  const app = await createApp({
    program,
    engine,
    doorbell,
    keys,
    keyStore: createKeyStore(engine),
    zalo,
    publicUrl,
    simulator: phone,
    now,
    log,
    ...parts,
  })
  await app.listen({ port, host: '127.0.0.1' })
  const stopWorkers = program.startWorkers()

  const { inbox, outbox, attachments } = engine.tables
  const isWaiting = (table: typeof inbox | typeof outbox | typeof attachments) =>
    engine.read.select({ state: table.state }).from(table).where(eq(table.state, 'waiting')).limit(1)
  /** Nothing is left to fetch, to decide or to send: asked in the order in which one leads to the next. */
  const settled = () =>
    until(async () => {
      for (const table of [attachments, inbox, outbox]) if ((await isWaiting(table)).length > 0) return false
      return true
    })

  return {
    app,
    dataDir,
    publicUrl,
    engine,
    settled,

    /** Types one message after another, each when the last one is wholly answered. */
    say: async (citizen: string, ...texts: string[]) => {
      for (const text of texts) {
        await phone.says(citizen, text).fate
        await settled()
      }
    },

    phone,
    program,
    lines,

    /** Posts bytes as Zalo would, signed over them; another header forges the signature. */
    deliver: (raw: Buffer | string, header?: string) => {
      const bytes = Buffer.from(raw)
      const timestamp = /"timestamp":"(\d+)"/.exec(bytes.toString('latin1'))?.[1] ?? ''
      const signature = header ?? signDelivery(bytes, timestamp, KEYS)
      const headers = { 'content-type': 'application/json', 'x-zevent-signature': signature }
      return fetch(webhookUrl, { method: 'POST', headers, body: new Uint8Array(bytes) }).then((answer) => answer.status)
    },

    /** What this citizen's phone has received, oldest first. */
    heard: (citizen: string): string[] =>
      phone
        .transcript(citizen)
        .filter((message) => message.from === 'oa')
        .map(({ content }) => (content.type === 'text' ? content.text : `[${content.type}]`)),

    close: async () => {
      await app.close()
      await stopWorkers()
      await doorbell.close()
      await engine.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** One `user_send_text` as Zalo spells it. */
export const textEvent = (citizen: string, text: string, messageId: string): string =>
  JSON.stringify({
    app_id: KEYS.appId,
    event_name: 'user_send_text',
    timestamp: String(Date.now()),
    sender: { id: citizen },
    recipient: { id: KEYS.oaId },
    message: { msg_id: messageId, text },
  })

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}
