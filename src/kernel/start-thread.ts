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
