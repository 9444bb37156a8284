import type { EngineName, Stage } from './stage.ts'
import type { TableName } from './tables.ts'

/** One thing that goes wrong for a while, under the same load. */
export interface Day {
  name: string
  engines: readonly EngineName[]
  /** How long it lasts, in seconds. */
  lasts: number
  begin(stage: Stage): unknown
  end(stage: Stage): unknown
}

const BOTH = ['sqlite', 'postgres'] as const
const LARGE = ['postgres'] as const

/** More than anybody can send in a day. */
const EVERY = 1_000_000

const without = (table: TableName): Day => ({
  name: `${table}-away`,
  engines: BOTH,
  lasts: 20,
  begin: ({ tables }) => tables.takeAway(table),
  end: ({ tables }) => tables.bringBack(table),
})

export const days: readonly Day[] = [
  { name: 'quiet', engines: BOTH, lasts: 10, begin: () => undefined, end: () => undefined },
  {
    name: 'database-silent',
    engines: LARGE,
    lasts: 10,
    begin: ({ database }) => database?.silence(),
    end: ({ database }) => database?.pass(),
  },
  {
    name: 'database-stranded',
    engines: LARGE,
    lasts: 1,
    begin: ({ database }) => database?.strand(),
    end: () => undefined,
  },
  {
    name: 'database-restarted',
    engines: LARGE,
    lasts: 1,
    begin: ({ database }) => database?.restart(),
    end: () => undefined,
  },
  {
    name: 'redis-silent',
    engines: LARGE,
    lasts: 10,
    begin: ({ redis }) => redis?.silence(),
    end: ({ redis }) => redis?.pass(),
  },
  without('conversations'),
  without('outbox'),
  without('inbox'),
  {
    name: 'answers-cut',
    engines: BOTH,
    lasts: 30,
    begin: ({ zalo }) => zalo.faults.set({ dropAfter: EVERY }),
    end: ({ zalo }) => zalo.faults.set({ dropAfter: 0 }),
  },
  {
    name: 'answers-late',
    engines: BOTH,
    lasts: 30,
    begin: ({ zalo }) => zalo.faults.set({ slowMs: 12_000 }),
    end: ({ zalo }) => zalo.faults.set({ slowMs: 0 }),
  },
]
