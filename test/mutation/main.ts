import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Room, roomNamed, ROOMS } from './rooms.ts'

/**
 * Which changes of the rules the tests notice: `npm run test:mutation`, or with the names of rooms behind it (`-- settle
 * code`), or with options of StrykerJS (`-- dossiers --ignoreStatic false`).
 */
const root = join(import.meta.dirname, '../..')
const words = process.argv.slice(2)
const firstOption = words.findIndex((word) => word.startsWith('--'))
const names = firstOption < 0 ? words : words.slice(0, firstOption)
const options = firstOption < 0 ? [] : words.slice(firstOption)

interface Report {
  files: Record<string, { mutants: { status: string }[] }>
}

function run({ name, mutated }: Room): string {
  const stryker = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js')
  const kept = `data/mutation/${name}.json`
  const command = ['run', 'test/mutation/stryker.json', '--mutate', mutated, '--incremental', '--incrementalFile', kept]
  const { status } = spawnSync(process.execPath, [stryker, ...command, ...options], {
    ...{ cwd: root, stdio: 'inherit' },
    env: { ...process.env, MUTATED_ROOM: name },
  })
  if (status !== 0) process.exitCode = 1
  const { files } = JSON.parse(readFileSync(join(root, kept), 'utf8')) as Report
  const found = Object.values(files).flatMap(({ mutants }) => mutants.map((mutant) => mutant.status))
  const count = (...statuses: string[]) => found.filter((one) => statuses.includes(one)).length
  const [noticed, missed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')]
  return `${name}: ${((100 * noticed) / (noticed + missed)).toFixed(1)} % of ${noticed + missed} noticed`
}

const rooms = names.length > 0 ? names.map(roomNamed) : ROOMS
const scores = rooms.map(run)
console.log(`\n${scores.join('\n')}`)
