import Database from 'better-sqlite3'
import pg from 'pg'

export type TableName = 'inbox' | 'conversations' | 'outbox'

/** What stands in the tables, seen and meddled with past the program. */
export interface Tables {
  /** Whoever reads or writes it meets an error until it is back. */
  takeAway(table: TableName): Promise<void>
  bringBack(table: TableName): Promise<void>
  /** Of the given messages of citizens, how many stand in the inbox exactly once and handled. */
  handled(messageIds: readonly string[]): Promise<number>
  /** `inbox waiting 3, outbox dead 1`: everything that is not settled well. */
  left(): Promise<string>
  close(): Promise<void>
}

type Ask = (statement: string) => Promise<Record<string, unknown>[]>

export async function openTables(where: { file: string } | { url: string }): Promise<Tables> {
  const { ask, close } = 'file' in where ? openFile(where.file) : openServer(where.url)
  return {
    takeAway: async (table) => void (await ask(`alter table ${table} rename to ${table}_away`)),
    bringBack: async (table) => void (await ask(`alter table ${table}_away rename to ${table}`)),
    handled: async (messageIds) => {
      const rows = await ask("select key, state from inbox where key like 'user_send_text:%'")
      const states = new Map<unknown, unknown[]>()
      for (const { key, state } of rows) states.set(key, [...(states.get(key) ?? []), state])
      return messageIds.filter((id) => states.get(`user_send_text:${id}`)?.join() === 'handled').length
    },
    left: async () => {
      const inbox = await ask(
        "select state, count(*) as n from inbox where state not in ('handled', 'echo', 'kept') group by state",
      )
      const outbox = await ask("select state, count(*) as n from outbox where state <> 'sent' group by state")
      const say = (table: string) => (row: Record<string, unknown>) =>
        `${table} ${String(row['state'])} ${String(row['n'])}`
      return [...inbox.map(say('inbox')), ...outbox.map(say('outbox'))].join(', ')
    },
    close,
  }
}

function openFile(path: string): { ask: Ask; close(): Promise<void> } {
  const database = new Database(path)
  return {
    ask: async (statement) => {
      const prepared = database.prepare<[], Record<string, unknown>>(statement)
      if (prepared.reader) return prepared.all()
      prepared.run()
      return []
    },
    close: async () => void database.close(),
  }
}

/** A connection for each statement: on some days the server goes away. */
const openServer = (url: string): { ask: Ask; close(): Promise<void> } => ({
  ask: async (statement) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows
    } finally {
      await client.end()
    }
  },
  close: async () => undefined,
})
