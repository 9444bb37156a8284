import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { PATIENCE } from '../patience.ts'
import { type Child, freePort, startChild, untilReady } from './child.ts'

export interface Application extends Child {
  port: number
  url: string
}

const root = join(import.meta.dirname, '../..')

export const script = (path: string): string => join(root, path)

/** Where a test run is given another clock (`npm run test:hours`), what it starts must live by the same one. */
const CLOCK = ['LD_PRELOAD', 'FAKETIME', 'FAKETIME_SHARED', 'FAKETIME_DONT_FAKE_MONOTONIC']

/**
 * The environment of a started program: what it needs of this machine, and nothing that a developer happens to have set.
 * `undefined` values are left out.
 */
function cleanEnvironment(settings: Record<string, string | undefined>): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', ...CLOCK].map((name) => [name, process.env[name]] as const)
  return Object.fromEntries([...kept, ...Object.entries(settings)].filter(([, value]) => value !== undefined))
}

/**
 * Runs a command of the program to its end and answers with what it printed. `input` is its standard input. Throws when
 * it fails.
 */
export async function runCommand(
  words: readonly string[],
  settings: Record<string, string | undefined>,
  input = '',
): Promise<string> {
  const child = execFile(process.execPath, [script('dist/cli.js'), ...words], {
    cwd: root,
    env: cleanEnvironment(settings),
    timeout: 3 * PATIENCE,
  })
  let printed = ''
  child.stdout?.on('data', (text: string) => (printed += text))
  child.stderr?.on('data', (text: string) => (printed += text))
  child.stdin?.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}:\n${printed}`)
  return printed
}

export const inventPermitSecret = (): string => randomBytes(32).toString('base64url')

/** What an operator does before the first start: a root key, trusted, and a first permit key, published. */
export async function preparePermitKeys(settings: Record<string, string | undefined>, rootFile: string): Promise<void> {
  const passphrase = `${randomBytes(16).toString('base64url')}\n`
  const made = await runCommand(['permit-keys', 'root', rootFile], settings, passphrase)
  const point = made.trim().split('\n').at(-1)!
  await runCommand(['permit-keys', 'trust', point], settings)
  await runCommand(['permit-keys', 'rotate', '--root', rootFile], settings, passphrase)
}

const answersOk = async (url: string): Promise<true | undefined> =>
  (await fetch(url, { signal: AbortSignal.timeout(10_000) })).ok ? true : undefined

/**
 * The built program as its own process, ready to answer. Must be built: `npm test` does that first. `from` is the folder of
 * another checkout that was built too.
 */
export async function startApplication(
  settings: Record<string, string | undefined>,
  nodeOptions: readonly string[] = [],
  from = root,
): Promise<Application> {
  const port = settings['PORT'] ? Number(settings['PORT']) : await freePort()
  const child = startChild(process.execPath, [...nodeOptions, join(from, 'dist/main.js')], {
    cwd: from,
    env: cleanEnvironment({ HOST: '127.0.0.1', LOG_LEVEL: 'warn', SAMPLES: 'none', ...settings, PORT: String(port) }),
  })
  const url = `http://127.0.0.1:${port}`
  await untilReady('The application', child, () => answersOk(`${url}/readyz`), 3 * PATIENCE)
  return { ...child, port, url }
}

/** A process without HTTP of its own: ready when it says `sign`. `file` is a built file and its arguments. */
export async function startQuietly(
  file: readonly [string, ...string[]],
  sign: string,
  settings: Record<string, string | undefined>,
  from = root,
): Promise<Child> {
  const [program, ...args] = file
  const env = cleanEnvironment({ HOST: '127.0.0.1', ...settings })
  const child = startChild(process.execPath, [join(from, program), ...args], { cwd: from, env })
  await untilReady(program, child, async () => (child.output().includes(sign) ? true : undefined), 3 * PATIENCE)
  return child
}

/** Reads the one line in which demonstration mode tells the staff password: `Staff: <url>  <email>  <password>`. */
export function staffLogin(output: string): { url: string; email: string; password: string } {
  const [, url, email, password] = /^Staff: (\S+) {2}(\S+) {2}(\S+)$/m.exec(output) ?? []
  if (!url || !email || !password) throw new Error(`no line "Staff: <url>  <email>  <password>" in:\n${output}`)
  return { url, email, password }
}
