import { Fault, storyOf } from './kernel/fault.ts'
import { provinceProblems } from './province/check-province.ts'

function refuse(text: string): never {
  process.stderr.write(`${text}\n`)
  process.exit(1)
}

const problems = provinceProblems()
if (problems.length > 0) refuse(['The files of province/ cannot be used:', ...problems].join('\n  '))
try {
  // Only now: what is loaded here works with the province from its first line on.
  const { runCommand } = await import('./commands/run.ts')
  if (!(await runCommand(process.argv.slice(2)))) process.exit(1)
} catch (cause) {
  if (!(cause instanceof Fault)) throw cause
  refuse(storyOf(cause))
}
