import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** The folders whose code a verdict rests on. */
const FOLDERS = ['.', '../conversation', '../kernel']

let known: string | undefined

/** Differs whenever the program that judges texts is another. Read once in the life of a process. */
export function codeMark(): string {
  return (known ??= FOLDERS.reduce((hash, folder) => {
    const path = fileURLToPath(new URL(folder, import.meta.url))
    for (const file of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(tsx?|js)$/.test(file)) hash.update(file).update(readFileSync(join(path, file)))
    return hash
  }, createHash('sha256')).digest('hex').slice(0, 16)) // prettier-ignore
}
