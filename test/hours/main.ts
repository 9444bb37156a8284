import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * The tests at awkward moments of Viet Nam's clock (UTC+7, no summer time): `npm run test:hours`, or with the words of
 * vitest behind it, such as `-- --project unit`. Needs the command `faketime` (Debian's package of that name).
 */
const MOMENTS: readonly (readonly [what: string, at: string])[] = [
  ['just after midnight', '2026-12-01T00:04:00+07:00'],
  ['before nine', '2026-12-02T08:50:00+07:00'],
  ['a Sunday', '2026-11-29T10:00:00+07:00'],
  ['Tết', '2027-02-06T06:30:00+07:00'],
  ['29 February', '2028-02-29T14:00:00+07:00'],
  ['the last evening of a year', '2026-12-31T23:52:00+07:00'],
  ['the end of a month', '2027-04-30T23:30:00+07:00'],
  ['a holiday', '2027-09-02T12:00:00+07:00'],
]

const vitest = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs')
const words = process.argv.slice(2)
const failed = MOMENTS.filter(([what, at]) => {
  console.log(`\n── ${what}: ${at}`)
  const utc = new Date(at).toISOString().slice(0, 19).replace('T', ' ')
  const command = [utc, process.execPath, vitest, 'run', '--config', 'test/vitest.config.ts', ...words]
  const { status, error } = spawnSync('faketime', command, { stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } })
  if (error) throw new Error('faketime cannot be started; on Debian: apt-get install faketime', { cause: error })
  return status !== 0
})
console.log(failed.length === 0 ? '\nGreen at every moment.' : `\nRed: ${failed.map(([what]) => what).join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
