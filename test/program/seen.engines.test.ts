import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { type Running, runProgram } from './running.ts'

const CITIZEN = '7000000000000000711' as CitizenId

let running: Running
beforeAll(async () => {
  running = await runProgram()
})
afterAll(() => running.close())

it('keeps with each message when it came to the telephone, and when its citizen opened the chat', async () => {
  const { outbox } = running.engine.tables
  const marks = () =>
    running.engine.read
      .select({ receivedAt: outbox.receivedAt, seenAt: outbox.seenAt })
      .from(outbox)
      .where(eq(outbox.citizen, CITIZEN))
      .orderBy(asc(outbox.seq))
  const { flush } = running.program.notifications.receipts

  await running.say(CITIZEN, 'xin chào')
  await expect
    .poll(async () => (await flush(), (await marks()).map(({ receivedAt }) => receivedAt !== null)))
    .toEqual([true])
  expect((await marks()).map(({ seenAt }) => seenAt)).toEqual([null])
  running.phone.sees(CITIZEN)
  await expect.poll(async () => (await flush(), (await marks()).map(({ seenAt }) => seenAt !== null))).toEqual([true])
})
