import type { ProgramEvent } from '../conversation/words/events.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Db, Engine } from './engine/engine.ts'

/** Puts news of our own into a citizen's inbox. A known key changes nothing. */
export async function writeProgramEvent(
  { tables }: Engine,
  db: Db,
  citizen: CitizenId,
  key: string,
  event: ProgramEvent,
  at: number,
) {
  await db
    .insert(tables.inbox)
    .values({ key, citizen, source: 'program', state: 'waiting', sentAt: at, receivedAt: at, event })
    .onConflictDoNothing({ target: tables.inbox.key })
}
