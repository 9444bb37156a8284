import { and, count, inArray, like, notLike, sql } from 'drizzle-orm'
import type { CaseChange } from '../casework/ports.ts'
import { NEW_SESSION } from '../conversation/words/session.ts'
import type { VietnamDay } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'
import { SAMPLE_PREFIX } from '../kernel/samples.ts'
import { writesBesides } from './case-changes.ts'
import { drawNumber } from './dossier-numbers.ts'
import type { Db, Engine } from './engine/engine.ts'

/** One dossier with everything that happened to it; its number is drawn by the commit. */
interface SampleLife {
  citizen: CitizenId
  unit: string
  day: VietnamDay
  /** Oldest first. Called once more when the commit has to be tried again. */
  changes: (code: string) => readonly CaseChange[]
}

/** Dossiers of invented citizens, written by what writes everybody's. */
export function createSampleDossiers(engine: Engine) {
  const { tables, read } = engine
  const { dossiers, outbox, inbox, conversations } = tables
  const besides = writesBesides(engine)
  const ofSamples = like(dossiers.citizen, `${SAMPLE_PREFIX}%`)

  /** What the acts told them has arrived and what they were asked has been put: nobody is at the other end. */
  const settle = async (db: Db, citizens: CitizenId[]) => {
    await db
      .update(outbox)
      .set({ state: 'sent', attempts: 1, settledAt: sql`${outbox.createdAt}` })
      .where(and(inArray(outbox.citizen, citizens), sql`${outbox.state} = 'waiting'`))
    await db
      .update(inbox)
      .set({ state: 'handled', handledAt: sql`${inbox.receivedAt}` })
      .where(and(inArray(inbox.citizen, citizens), sql`${inbox.state} = 'waiting'`))
  }

  /** When they last wrote, as Zalo knows it: whether a message may reach them depends on it. */
  const note = (db: Db, citizen: CitizenId, at: number) =>
    db
      .insert(conversations)
      .values({ citizen, revision: 1, session: NEW_SESSION, lastInteractionAt: at, updatedAt: at })
      .onConflictDoUpdate({
        target: conversations.citizen,
        set: {
          lastInteractionAt: sql`case when ${conversations.lastInteractionAt} < ${at} then ${at} else ${conversations.lastInteractionAt} end`,
        },
      })

  /** A row that is written once, as the last act leaves it: each of its indexes is as well. */
  const fileAsItEnds = async (db: Db, made: readonly CaseChange[]) => {
    const [filed, row] = [made[0]?.filed, made.at(-1)?.row]
    if (filed) await db.insert(dossiers).values({ ...filed, ...row, revision: made.length })
  }

  return {
    /** All of them in one commit. */
    add: (lives: readonly SampleLife[]): Promise<void> =>
      engine.write(async (db) => {
        for (const { citizen, unit, day, changes } of lives) {
          const made = changes(await drawNumber(engine, db, unit, day))
          await fileAsItEnds(db, made)
          for (const change of made) await besides(db, change)
          const wrote = made.flatMap(({ actions, at }) => (actions.some(({ by }) => by.type === 'citizen') ? at : []))
          await note(db, citizen, Math.max(...wrote))
        }
        await settle(db, [...new Set(lives.map(({ citizen }) => citizen))])
      }),

    /** Whether somebody real has filed something here. */
    hasOthers: async (): Promise<boolean> =>
      (
        await read
          .select({ id: dossiers.id })
          .from(dossiers)
          .where(notLike(dossiers.citizen, `${SAMPLE_PREFIX}%`))
          .limit(1)
      ).length > 0,

    countSamples: async (): Promise<number> => {
      const [row] = await read.select({ n: count() }).from(dossiers).where(ofSamples)
      return Number(row?.n ?? 0)
    },
  }
}
