import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'

/** What must be durable of a turn: the delivery, the decision with its messages, and that each was sent. */
interface FloorStore {
  keep(key: string, citizen: string, body: Buffer, state: string): Promise<void>
  decide(
    key: string,
    citizen: string,
    session: string,
    texts: readonly string[],
  ): Promise<{ seq: number; text: string }[]>
  settle(seq: number, messageId: string): Promise<void>
}

const tables = (blob: string, seq: string) => `
  create table inbox (key text primary key, citizen text, body ${blob}, state text);
  create table conversations (citizen text primary key, session text, revision integer);
  create table outbox (seq ${seq}, citizen text, text text, state text, message_id text)`

const SQL = {
  keep: 'insert into inbox (key, citizen, body, state) values ($1, $2, $3, $4) on conflict do nothing',
  session:
    'insert into conversations values ($1, $2, 1) on conflict (citizen) do update set session = excluded.session, revision = conversations.revision + 1',
  handled: "update inbox set state = 'handled' where key = $1",
  say: "insert into outbox (citizen, text, state) values ($1, $2, 'waiting') returning seq",
  sent: "update outbox set state = 'sent', message_id = $2 where seq = $1",
}

/** Whatever waits when the last group is done shares the next: one commit for all. */
function inGroups(commit: (group: readonly (() => unknown)[]) => unknown) {
  let waiting: { work: () => unknown; done: (value: never) => void; failed: (cause: unknown) => void }[] = []
  let isBusy = false
  const run = async (): Promise<void> => {
    isBusy = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      const results: unknown[] = []
      try {
        await commit(
          group.map(
            ({ work }, i) =>
              () =>
                (results[i] = work()),
          ),
        )
        const settled = await Promise.all(results)
        group.forEach(({ done }, i) => done(settled[i] as never))
      } catch (cause) {
        for (const { failed } of group) failed(cause)
      }
    }
    isBusy = false
  }
  return <T>(work: () => T | Promise<T>): Promise<T> =>
    new Promise((done, failed) => {
      waiting.push({ work, done, failed })
      if (!isBusy) setImmediate(() => (isBusy ? undefined : void run()))
    })
}

export function openFileStore(folder: string): FloorStore {
  const database = new Database(join(folder, 'floor.db'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(tables('blob', 'integer primary key'))
  const prepare = (text: string) => database.prepare<unknown[], { seq: number }>(text.replaceAll(/\$\d/g, '?'))
  const keep = prepare(SQL.keep)
  const session = prepare(SQL.session)
  const handled = prepare(SQL.handled)
  const say = prepare(SQL.say)
  const sent = database.prepare("update outbox set state = 'sent', message_id = ? where seq = ?")
  const [begin, commit] = [database.prepare('begin immediate'), database.prepare('commit')]
  const grouped = inGroups((group) => {
    begin.run()
    for (const work of group) work()
    commit.run()
  })
  return {
    keep: (key, citizen, body, state) => grouped(() => void keep.run(key, citizen, body, state)),
    decide: (key, citizen, decided, texts) =>
      grouped(() => {
        session.run(citizen, decided)
        handled.run(key)
        return texts.map((text) => ({ seq: say.get(citizen, text)?.seq ?? 0, text }))
      }),
    settle: (seq, messageId) => grouped(() => void sent.run(messageId, seq)),
  }
}

export async function openServerStore(url: string): Promise<FloorStore> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(tables('bytea', 'bigserial primary key'))
  const ask = (name: keyof typeof SQL, values: unknown[]) =>
    client.query<{ seq: string }>({ name, text: SQL[name], values })
  const grouped = inGroups(async (group) => {
    // The driver keeps them in this order.
    const all = [client.query('begin'), ...group.map((work) => work()), client.query('commit')]
    await Promise.all(all)
  })
  return {
    keep: (key, citizen, body, state) => grouped(async () => void (await ask('keep', [key, citizen, body, state]))),
    decide: (key, citizen, session, texts) =>
      grouped(async () => {
        const [, , ...said] = await Promise.all([
          ask('session', [citizen, session]),
          ask('handled', [key]),
          ...texts.map((text) => ask('say', [citizen, text])),
        ])
        return texts.map((text, i) => ({ seq: Number(said[i]?.rows[0]?.seq), text }))
      }),
    settle: (seq, messageId) => grouped(async () => void (await ask('sent', [seq, messageId]))),
  }
}
