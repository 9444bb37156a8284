import { join } from 'node:path'
import { and, eq, ne } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { plain } from '../../src/storage/engine/codec.ts'
import { createInbox } from '../../src/storage/inbox.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'
import { READING } from '../../src/turns/flood.ts'
import { runProgram, textEvent, until } from './running.ts'

const CROWD = Array.from({ length: 60 }, (_, n) => `7000000000000001${String(n).padStart(3, '0')}` as CitizenId)
const HONEST = '7999999999999999999' as CitizenId

it('answers an honest citizen before sixty others who each sent sixty messages at once, and handles all of them', async () => {
  const running = await runProgram({
    left: async (dataDir) => {
      const engine = openSqlite(join(dataDir, 'mot-cua.db'), plain)
      const inbox = createInbox(engine)
      const now = Date.now()
      const keep = (citizen: CitizenId, n: number) =>
        inbox.keep({
          ...{ key: `user_send_text:${citizen}-${n}`, citizen, sentAt: now + n, receivedAt: now, purpose: 'turn' },
          body: Buffer.from(textEvent(citizen, 'menu', `${citizen}-${n}`)),
        })
      await Promise.all(CROWD.flatMap((citizen) => Array.from({ length: 60 }, (_, n) => keep(citizen, n))))
      await keep(HONEST, 60)
      await engine.close()
    },
  })
  for (const citizen of [...CROWD, HONEST]) running.phone.introduce(citizen, Date.now())
  await until(() => running.heard(HONEST).length > 0)
  // One word to each of the crowd, and what was on its way beside it; answering all of them takes thousands.
  expect(running.phone.counters.sends).toBeLessThan(300)

  await until(() => CROWD.every((citizen) => running.heard(citizen).length > 1))
  await running.settled()
  const { inbox } = running.engine.tables
  const left = await running.engine.read
    .select({ seq: inbox.seq })
    .from(inbox)
    .where(and(eq(inbox.source, 'zalo'), ne(inbox.state, 'handled'), ne(inbox.state, 'echo'), ne(inbox.state, 'kept')))
  expect(left).toEqual([])
  for (const citizen of CROWD) {
    const heard = running.heard(citizen)
    expect(heard.filter((text) => text === READING.text)).toHaveLength(1)
    expect(heard.length).toBeLessThan(60)
    expect(heard.at(-1)).toBe(running.heard(HONEST).at(-1))
  }
  await running.close()
}, 60_000)
