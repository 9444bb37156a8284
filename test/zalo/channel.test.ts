import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '../../src')
/** Of the days and hours, those of the windows in which messages are taken and free. */
const FACT = /7 \* DAY - MINUTE|createdAt > 7 \* DAY|48 \* HOUR|['"`](?:zadn\.vn|zdn\.vn|zaloapp\.com|dlfl\.vn)['"`]/

it('what Zalo allows is stated by its adapter alone', () => {
  const found = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    // The simulator plays Zalo, and knows by itself what Zalo does.
    .filter((path) => /\.tsx?$/.test(path) && !/^(?:zalo\/channel\.ts|simulator\/)/.test(path))
    .filter((path) => FACT.test(readFileSync(join(SRC, path), 'utf8')))
  expect(found).toEqual([])
})
