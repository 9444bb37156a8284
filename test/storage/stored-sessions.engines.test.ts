import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NEW_SESSION } from '../../src/conversation/words/session.ts'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { createConversations } from '../../src/storage/conversations.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { bothEngines } from './engines.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')

describe.each(await bothEngines())('a conversation on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => void (engine = await open()), 120_000)
  afterAll(() => engine.close())

  it('stored in the shape of an earlier version is loaded in the shape of this one', async () => {
    const citizen = '700000000001' as CitizenId
    const session = sql`${JSON.stringify({ ...NEW_SESSION, cancelling: true })}`
    await engine.write(async (db) => {
      const row = { citizen, revision: 7, session, lastInteractionAt: NOW, updatedAt: NOW }
      await db.insert(engine.tables.conversations).values(row)
    })
    const loaded = await createConversations(engine).load(citizen)
    expect(loaded).toMatchObject({ revision: 7, session: { ...NEW_SESSION, asking: { what: 'really cancel' } } })
    expect(loaded.session).not.toHaveProperty('cancelling')
  })
})
