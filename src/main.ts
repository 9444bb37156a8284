import pino from 'pino'
import { readConfig } from './config.ts'
import { storyOf } from './kernel/fault.ts'
import { provinceProblems } from './province/check-province.ts'

function refuse(why: string, problems: readonly string[]): never {
  process.stderr.write(`${why}\n${problems.map((line) => `  ${line}`).join('\n')}\n`)
  process.exit(1)
}

const read = readConfig()
if (read.outcome === 'problems') refuse('The configuration is not complete:', read.problems)
const problems = provinceProblems()
if (problems.length > 0) refuse('The files of province/ cannot be used:', problems)

const log = pino({ level: read.config.logLevel, base: null })
try {
  // Only now: what is loaded here works with the province from its first line on.
  const { start } = await import('./program/start.ts')
  const stop = await start(read.config, log)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      void stop().then(() => process.exit(0))
    })
  }
} catch (cause) {
  // The last of the four boundaries. No citizen has spoken yet, so the whole story may be told.
  log.fatal({ problem: storyOf(cause) }, 'could not start')
  process.exit(1)
}
