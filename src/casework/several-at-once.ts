/** What they write shares commits, and nobody's turn waits behind more than these. */
const AT_ONCE = 8

/** So many have failed that it is not their fault: the disk is full, or the database goes away. */
export const TOO_MANY = 200

/** All pages, each several at once. `failed`: why some did, added to what has failed already. */
export async function severalOfPages<T>(
  pages: AsyncIterable<readonly T[]>,
  failed: unknown[],
  work: (one: T) => Promise<void>,
): Promise<void> {
  for await (const page of pages) {
    for (const { cause } of await severalAtOnce(page, work)) failed.push(cause)
    if (failed.length >= TOO_MANY) throw failed[0]
  }
}

/** One that fails stops none of the others. Answers which failed, and why. */
export async function severalAtOnce<T>(
  all: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<{ one: T; cause: unknown }[]> {
  const failed: { one: T; cause: unknown }[] = []
  const line = all.values()
  const goThrough = async () => {
    for (const one of line) {
      try {
        await work(one)
      } catch (cause) {
        // Thrown by the round when it is through with the others.
        failed.push({ one, cause })
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, goThrough))
  return failed
}
