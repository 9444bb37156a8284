import { type Clock, DAY } from '../kernel/clock.ts'

/** How long what was said in the chat is kept: its words, and after that that something was said. */
const TALK_KEPT = { words: 30 * DAY, rows: 90 * DAY }

/**
 * One side of all conversations, in the order in which it was said. What waits for somebody is left alone, and so is what
 * belongs to a dossier: it is kept as long as the dossier.
 */
export interface Talk {
  /**
   * Takes the words from what was said before an instant, of the next `limit` after a place. Answers the place it got to;
   * undefined when none of them is that old.
   */
  blank(after: number, before: number, limit: number): Promise<number | undefined>
  /** Deletes likewise. */
  drop(after: number, before: number, limit: number): Promise<number | undefined>
}

/** Few enough that no turn waits behind them. */
const AT_ONCE = 100
/** Of one round; the next goes on from there. */
const STEPS = 50

/**
 * A round that lets go of old talk. Where it got to is known to this process only: after a start it walks once more over what
 * is left, which needs no index, and finds what was settled after it had gone by.
 */
export function createForgetTalk(sides: readonly Talk[], now: Clock): () => Promise<void> {
  const walks = sides.flatMap((side) => [
    { go: side.drop, kept: TALK_KEPT.rows, after: 0 },
    { go: side.blank, kept: TALK_KEPT.words, after: 0 },
  ])
  return async () => {
    const at = now()
    for (const walk of walks)
      for (let step = 0; step < STEPS; step++) {
        const reached = await walk.go(walk.after, at - walk.kept, AT_ONCE)
        if (reached === undefined) break
        walk.after = reached
      }
  }
}
