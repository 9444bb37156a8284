// Types, lint and form of everything, side by side, since each works on one processor. Says what one found when it ends.
import { execFile } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

const checks = {
  lint: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  types: ['typescript/bin/tsc', '-p', 'tsconfig.json'],
  'types of the checkpoint app': ['typescript/bin/tsc', '-p', 'src/checkpoint/browser'],
  'types of its worker': ['typescript/bin/tsc', '-p', 'src/checkpoint/worker'],
  form: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
}

const left = Object.entries(checks)

async function runInTurn() {
  for (let next = left.shift(); next; next = left.shift()) {
    const [what, [program, ...args]] = next
    const command = [join(root, 'node_modules', program), ...args]
    await new Promise((resolve) =>
      execFile(process.execPath, command, { cwd: root, maxBuffer: 2 ** 26 }, (fault, out, complaints) => {
        if (fault) console.error(`[check] ${what}\n${out}${complaints || (out ? '' : fault.message)}`)
        if (fault) process.exitCode = 1
        resolve()
      }),
    )
  }
}

await Promise.all([runInTurn(), runInTurn()])
