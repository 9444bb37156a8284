import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

function find(name: string, override: string, candidates: readonly string[]): string {
  const found = candidates.find((path) => existsSync(path))
  if (!found) throw new Error(`${name} is not installed. Run: node scripts/ready.js --servers, or set ${override}`)
  return found
}

const onPath = (...names: string[]): string[] =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))

/** An override stands alone: when it is wrong the run fails instead of quietly using another program. */
const chosen = (override: string, others: () => string[]): string[] => {
  const path = process.env[override]
  return path ? [path] : others()
}

export const redisServer = (): string =>
  find(
    'Redis',
    'REDIS_SERVER_PATH',
    chosen('REDIS_SERVER_PATH', () => onPath('redis-server')),
  )

export const chromiumBrowser = (): string =>
  find(
    'Chromium',
    'CHROMIUM_PATH',
    chosen('CHROMIUM_PATH', () => onPath('chromium', 'chromium-browser', 'google-chrome')),
  )

/** Debian keeps them per version and off the PATH; the newest version is taken. */
export const postgresProgram = (name: 'initdb' | 'postgres' | 'pg_dump'): string => {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folder = process.env['POSTGRES_BIN']
  return find(
    'PostgreSQL',
    'POSTGRES_BIN',
    folder ? [join(folder, name)] : [...versions.map((version) => join(debian, version, 'bin', name)), ...onPath(name)],
  )
}
