import { Fault } from '../../kernel/fault.ts'
import { type Codec, createCodec, type PlaceCodec } from './codec.ts'
import type { Engine } from './engine.ts'
import { type Kept, pageAfter, personalTablesOf } from './personal-pages.ts'
import type { SealingKey } from './sealing.ts'

/** How many values lie under a key, and how many of them no key that is given opens. */
export interface Under {
  values: number
  unopened: number
}

/** What lies in a column, or in the folder of files; under '' what is plain. */
export interface Place {
  name: string
  under: Map<string, Under>
}

/** Goes through all personal columns by pages; no value leaves this function. */
export async function countColumns(engine: Engine, keys: readonly SealingKey[]): Promise<Place[]> {
  const codec = createCodec(keys)
  const places: Place[] = []
  for (const table of personalTablesOf(engine)) {
    const counted = new Map(table.columns.map((column) => [column, new Map<string, Under>()]))
    let rows = await pageAfter(engine, table, undefined)
    while (rows.length > 0) {
      for (const { values } of rows)
        for (const { of, kept } of values)
          note(counted.get(of)!, codec(of.place), kept, isOpened(codec, of.place, kept))
      rows = await pageAfter(engine, table, rows.at(-1)?.key)
    }
    for (const [{ name }, under] of counted) places.push({ name, under })
  }
  return places
}

/** Counts one value; its beginning is enough where it is not opened. */
export function note(under: Map<string, Under>, { keyOf }: Pick<PlaceCodec, 'keyOf'>, kept: Kept, opened: boolean) {
  const id = keyOf(kept) ?? ''
  const { values, unopened } = under.get(id) ?? { values: 0, unopened: 0 }
  under.set(id, { values: values + 1, unopened: unopened + (opened ? 0 : 1) })
}

const isOpened = (codec: Codec, place: string, kept: Kept): boolean => open(codec(place), kept) !== undefined

/** What a value says; undefined when no key that is given opens it. */
export function open(codec: Pick<PlaceCodec, 'decode' | 'decodeBytes'>, kept: Kept): Kept | undefined {
  try {
    return typeof kept === 'string' ? codec.decode(kept) : codec.decodeBytes(kept)
  } catch (cause) {
    // Counted by whoever asked.
    if (cause instanceof Fault) return undefined
    throw cause
  }
}
