import { isDeepStrictEqual } from 'node:util'
import type { ElsewhereVersion, ElsewhereVersions } from '../ports.ts'
import { SEED } from '../publish.ts'
import type { SourcedElsewhere } from './entry.ts'
import { newestEntries } from './told.ts'

interface SeedPlan {
  added: ElsewhereVersion[]
  /** Entries that a clerk changed or ended since, and that the file has otherwise. */
  leftAlone: string[]
}

/**
 * What the entries of the file add to those that are published. What a clerk wrote last stays; what the file brought and has
 * no more is ended.
 */
export function planSeed(
  entries: readonly SourcedElsewhere[],
  rows: readonly ElsewhereVersion[],
  at: number,
): SeedPlan {
  const newest = newestEntries(rows)
  const plan: SeedPlan = { added: [], leftAlone: [] }
  const add = (entry: SourcedElsewhere, state: ElsewhereVersion['state']): void => {
    const revision = (newest.get(entry.id)?.revision ?? 0) + 1
    plan.added.push({ id: entry.id, revision, state, entry, why: '', publishedBy: SEED, publishedAt: at })
  }
  for (const entry of entries) {
    const row = newest.get(entry.id)
    if (row?.state === 'told' && isDeepStrictEqual(row.entry, entry)) continue
    if (row && row.publishedBy !== SEED) plan.leftAlone.push(entry.id)
    else add(entry, 'told')
  }
  const inFile = new Set(entries.map(({ id }) => id))
  for (const { id, state, entry, publishedBy } of newest.values())
    if (!inFile.has(id) && state === 'told' && publishedBy === SEED) add(entry, 'ended')
  return plan
}

/** Brings the entries of the file into the table at start. Answers which of them are not used. */
export async function seedElsewhere(versions: ElsewhereVersions, entries: readonly SourcedElsewhere[], at: number) {
  const { added, leftAlone } = planSeed(entries, await versions.all(), at)
  // Another process may seed the same at the same moment: then nothing is left to do.
  await versions.publish(added)
  return leftAlone
}
