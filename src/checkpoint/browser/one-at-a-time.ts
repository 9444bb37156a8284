/** Runs never overlap. Whoever asks during a run waits for it and for one more, which sees what was new to them. */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let isWantedAgain = false
  const runAll = async () => {
    do {
      isWantedAgain = false
      await run()
    } while (isWantedAgain)
  }
  return () => {
    isWantedAgain = true
    return (running ??= runAll().finally(() => (running = undefined)))
  }
}
