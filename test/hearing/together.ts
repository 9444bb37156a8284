/**
 * Citizens under way act in step: whoever is ready waits until all are, then all act at once and are answered together. So a
 * corpus takes as many rounds as its longest way has turns.
 */
export function createTogether<Deed>(
  carryOut: (deeds: readonly Deed[]) => Promise<readonly PromiseSettledResult<void>[]>,
) {
  let underWay = 0
  let ready: { deed: Deed; done: () => void; failed: (cause: unknown) => void }[] = []

  const round = async (): Promise<void> => {
    if (ready.length === 0 || ready.length < underWay) return
    const now = ready
    ready = []
    const results = await carryOut(now.map(({ deed }) => deed))
    now.forEach(({ done, failed }, i) => {
      const result = results[i]
      if (result?.status === 'rejected') failed(result.reason)
      else done()
    })
  }

  return {
    act: (deed: Deed) =>
      new Promise<void>((done, failed) => {
        ready.push({ deed, done, failed })
        void round()
      }),

    /** Runs the tasks side by side, so many at a time. None may fail. */
    async run<Item>(items: readonly Item[], atOnce: number, task: (item: Item) => Promise<void>): Promise<void> {
      for (let from = 0; from < items.length; from += atOnce) {
        const group = items.slice(from, from + atOnce)
        underWay = group.length
        await Promise.all(
          group.map(async (item) => {
            await task(item)
            underWay--
            void round()
          }),
        )
      }
    },
  }
}
