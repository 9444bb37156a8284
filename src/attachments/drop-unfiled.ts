import { HOUR } from '../kernel/clock.ts'
import type { UnfiledFiles } from './ports.ts'

/** A file is given this long to find its place in the conversation. */
const YOUNGEST = HOUR
/** Citizens of one question to the database, and of one round. */
const BATCH = 200
const ROUND = 20_000

/**
 * Lets go of files that were replaced, or belonged to a filing that was given up: their rows go here, their contents with
 * the next sweep of files. Answers with how many. `at`: epoch milliseconds.
 */
export async function dropUnfiled(rows: UnfiledFiles, at: number): Promise<number> {
  const before = at - YOUNGEST
  let dropped = 0
  let after = ''
  for (let looked = 0; looked < ROUND; looked += BATCH) {
    const citizens = await rows.citizensWithUnfiled(before, after, BATCH)
    for (const citizen of citizens) dropped += await rows.dropUnfiled(citizen, before)
    const last = citizens.at(-1)
    if (last === undefined || citizens.length < BATCH) break
    after = last
  }
  return dropped
}
