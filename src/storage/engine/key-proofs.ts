import { and, ne, notInArray } from 'drizzle-orm'
import { createCodec } from './codec.ts'
import { countColumns, open } from './count-keys.ts'
import type { Engine } from './engine.ts'
import type { SealingKey } from './sealing.ts'

/** Ids of keys: that something lies under and that are not given, or that are given with another secret. */
export interface KeyTrouble {
  missing: readonly string[]
  wrong: readonly string[]
}

const PLACE = 'data_keys.proof'
const PROVED = 'một cửa'
/** The row that says that the data was looked into when there were no rows yet. */
const LOOKED = { id: '', proof: '' }

/**
 * Compares the keys that are given with those the data was ever sealed with, and notes the first of them as one of these. When
 * this was never done, because the data is of an earlier version, all of it is looked at once.
 */
export async function checkKeys(engine: Engine, keys: readonly SealingKey[]): Promise<KeyTrouble> {
  const noted = await proofs(engine)
  const trouble = noted.length > 0 ? compare(noted, keys) : await lookInto(engine, keys)
  const [sealing] = keys
  if (trouble.missing.length + trouble.wrong.length > 0 || !sealing) return trouble
  if (noted.some(({ id }) => id === sealing.id)) return trouble
  await write(engine, [proofOf(sealing)])
  // Another process may have noted the same id with another secret at this moment.
  return compare(await proofs(engine), keys)
}

/** Forgets the keys under which nothing lies any more. */
export async function forgetKeys({ tables: { dataKeys }, write }: Engine, inUse: readonly string[]): Promise<string[]> {
  const isUnused = and(ne(dataKeys.id, LOOKED.id), notInArray(dataKeys.id, [...inUse]))
  const gone = await write((db) => Promise.resolve(db.delete(dataKeys).where(isUnused).returning({ id: dataKeys.id })))
  return gone.map(({ id }) => id)
}

type Proof = typeof LOOKED

const proofs = async ({ tables: { dataKeys }, read }: Engine): Promise<Proof[]> => read.select().from(dataKeys)

const proofOf = (key: SealingKey): Proof => ({ id: key.id, proof: createCodec([key])(PLACE).encode(PROVED) })

async function write({ tables: { dataKeys }, write: within }: Engine, rows: Proof[]): Promise<void> {
  await within(async (db) => void (await db.insert(dataKeys).values(rows).onConflictDoNothing()))
}

function compare(noted: readonly Proof[], keys: readonly SealingKey[]): KeyTrouble {
  const codec = createCodec(keys)(PLACE)
  const given = new Set(keys.map(({ id }) => id))
  const used = noted.filter(({ id }) => id !== LOOKED.id)
  return {
    missing: used.filter(({ id }) => !given.has(id)).map(({ id }) => id),
    wrong: used.filter(({ id, proof }) => given.has(id) && open(codec, proof) !== PROVED).map(({ id }) => id),
  }
}

/** A key of which not a single value opens has another secret; a value that does not was damaged. */
async function lookInto(engine: Engine, keys: readonly SealingKey[]): Promise<KeyTrouble> {
  const opened = new Map<string, boolean>()
  for (const { under } of await countColumns(engine, keys))
    for (const [id, { values, unopened }] of under)
      if (id !== '') opened.set(id, opened.get(id) === true || unopened < values)
  const ids = [...opened.keys()]
  const known = keys.filter(({ id }) => opened.has(id))
  const trouble = {
    missing: ids.filter((id) => !known.some((key) => key.id === id)),
    wrong: known.filter(({ id }) => !opened.get(id)).map(({ id }) => id),
  }
  if (trouble.missing.length + trouble.wrong.length === 0) await write(engine, [LOOKED, ...known.map(proofOf)])
  return trouble
}
