/** Rows of one question, and of one round. */
interface Pace {
  atOnce: number
  most: number
}

/**
 * Goes through an order page by page, a bounded part of it each time: the next time goes on from there, and at its end from the
 * beginning. Answers the sum of what the work answered.
 */
export function createInTurns<Row>({ atOnce, most }: Pace) {
  let after: Row | undefined
  return async (
    find: (after: Row | undefined, limit: number) => Promise<readonly Row[]>,
    work: (page: readonly Row[]) => Promise<number>,
  ): Promise<number> => {
    let done = 0
    for (let looked = 0; looked < most; looked += atOnce) {
      const page = await find(after, atOnce)
      done += await work(page)
      after = page.length < atOnce ? undefined : page.at(-1)
      if (!after) break
    }
    return done
  }
}
