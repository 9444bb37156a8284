import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** What reads a text before our code does. */
const PACKAGES = ['js-yaml', 'yaml', 'zod']
/** The folders whose code and data a verdict rests on. */
const FOLDERS = ['.', '../conversation', '../kernel', '../province', '../../province']

let known: string | undefined

const versionOf = (name: string): unknown =>
  (createRequire(import.meta.url)(`${name}/package.json`) as { version: unknown }).version

/** Differs whenever the program that judges texts is another. Read once in the life of a process. */
export const codeMark = (): string => (known ??= readMark())

function readMark(): string {
  const hash = createHash('sha256')
    .update(process.version)
    .update(JSON.stringify(PACKAGES.map(versionOf)))
  for (const folder of FOLDERS) {
    const path = fileURLToPath(new URL(folder, import.meta.url))
    for (const file of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(tsx?|js|json)$/.test(file)) hash.update(file).update(readFileSync(join(path, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
