import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Starts `./name.ts` beside the file at `from` in a thread of its own, built or from source. */
export function startThread(from: string, name: string): Worker {
  if (!from.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, from))
  // From source, in tests and `npm run dev`, a thread must be given the loader that its parent has.
  const source = new URL(`./${name}.ts`, from).href
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/cjs$/, 'mjs'),
  ).href
  return new Worker(`import('${loader}').then(({ register }) => (register(), import('${source}')))`, { eval: true })
}

/** One thread at hand, started when it is first asked for and whenever the last one ended. */
export function keepThread(start: () => Worker): { started(): Worker; end(): Promise<void> } {
  let worker: Worker | undefined
  return {
    started: () => {
      if (worker) return worker
      const thread = start()
      // It may also end between two tasks, and an error of it that nobody hears would end the whole program.
      thread
        .on('error', () => undefined)
        .on('exit', () => {
          if (worker === thread) worker = undefined
        })
      thread.unref()
      return (worker = thread)
    },
    end: async () => {
      const old = worker
      worker = undefined
      await old?.terminate()
    },
  }
}
