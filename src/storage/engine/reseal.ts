import { setTimeout as pause } from 'node:timers/promises'
import { SECOND } from '../../kernel/clock.ts'
import { isStorageUnwell } from '../../kernel/fault.ts'
import { createCodec, type PlaceCodec } from './codec.ts'
import { open } from './count-keys.ts'
import type { Engine } from './engine.ts'
import type { PersonalColumn, PersonalTable } from './personal-columns.ts'
import { type Kept, pageAfter, personalTablesOf, replaceKept, type Replacement } from './personal-pages.ts'
import type { SealingKey } from './sealing.ts'

/** What became of one column, or of the files: values brought under the first key, and values that no key opened. */
export interface Resealed {
  name: string
  resealed: number
  unopened: number
}

/** After each page of a table; the counts are those so far. */
interface Progress {
  table: string
  rows: number
  columns: readonly Resealed[]
  isDone: boolean
}

const TRIES = 5

/** How a value is to be kept so that it lies under the first key. */
export type Judged = { outcome: 'right' } | { outcome: 'unopened' } | { outcome: 'replaced'; instead: Kept }

/** Opens what lies under the first key as well: so a second run looks through all that the first has done. */
export function judgeKept([sealing]: readonly SealingKey[], own: PlaceCodec, kept: Kept): Judged {
  const said = open(own, kept)
  if (said === undefined) return { outcome: 'unopened' }
  if (own.keyOf(kept) === sealing?.id) return { outcome: 'right' }
  return { outcome: 'replaced', instead: typeof said === 'string' ? own.encode(said) : own.encodeBytes(said) }
}

/**
 * Brings every personal column under the first key, page by page. A row that the program changes meanwhile is read again;
 * what is done stays done when this ends in the middle.
 */
export async function* resealColumns(engine: Engine, keys: readonly SealingKey[]): AsyncGenerator<Progress> {
  for (const table of personalTablesOf(engine)) {
    const columns = new Map(table.columns.map(({ name }) => [name, { name, resealed: 0, unopened: 0 }]))
    let rows = 0
    let after: readonly unknown[] | undefined
    do {
      const page = await resealPage(engine, keys, table, after)
      for (const { name } of page.resealed) columns.get(name)!.resealed++
      for (const { name } of page.unopened) columns.get(name)!.unopened++
      rows += page.rows
      after = page.last
      yield { table: table.name, rows, columns: [...columns.values()], isDone: !after }
    } while (after)
  }
}

interface Page {
  rows: number
  /** The key of the last row; undefined behind the end. */
  last: readonly unknown[] | undefined
  /** A column for each of its values. */
  resealed: PersonalColumn[]
  unopened: PersonalColumn[]
}

async function resealPage(
  engine: Engine,
  keys: readonly SealingKey[],
  table: PersonalTable,
  after: readonly unknown[] | undefined,
): Promise<Page> {
  const codec = createCodec(keys)
  const resealed: PersonalColumn[] = []
  for (let tries = 1; ; tries++) {
    const rows = await pageAfter(engine, table, after)
    const unopened: PersonalColumn[] = []
    const replacements = rows.flatMap(({ key, values }): Replacement[] => {
      const replaced = values.flatMap(({ of, kept }) => {
        const judged = judgeKept(keys, codec(of.place), kept)
        if (judged.outcome === 'unopened') unopened.push(of)
        return judged.outcome === 'replaced' ? [{ of, kept, instead: judged.instead }] : []
      })
      return replaced.length === 0 ? [] : [{ key, values: replaced }]
    })
    const made = await insist(() => replaceKept(engine, table, replacements))
    for (const { values } of made) resealed.push(...values.map(({ of }) => of))
    // Whoever was quicker has left the row under a key of its own.
    if (made.length < replacements.length && tries < TRIES) continue
    return { rows: rows.length, last: rows.at(-1)?.key, resealed, unopened }
  }
}

/** The program holds the table or the file for a moment, or the connection broke. Replacing twice does no harm. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (cause) {
      if (tries === TRIES || !isStorageUnwell(cause)) throw cause
      await pause(SECOND)
    }
  }
}
