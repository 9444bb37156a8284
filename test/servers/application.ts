import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { type Child, freePort, startChild, untilReady } from './child.ts'

export interface Application extends Child {
  port: number
  url: string
}

const root = join(import.meta.dirname, '../..')

export const script = (path: string): string => join(root, path)

/**
 * The environment of a started program: what it needs of this machine, and nothing that a developer happens to have set.
 * `undefined` values are left out.
 */
export function cleanEnvironment(settings: Record<string, string | undefined>): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG'].map((name) => [name, process.env[name]] as const)
  return Object.fromEntries([...kept, ...Object.entries(settings)].filter(([, value]) => value !== undefined))
}

/** A private key for PERMIT_KEYS, good for every day a test may run on. */
export function inventPermitKeys(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url')
  return `a001:2020-01-01:2099-12-31:${pkcs8}`
}

const answersOk = async (url: string): Promise<true | undefined> =>
  (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok ? true : undefined

/** The built program as its own process, ready to answer. Must be built: `npm test` does that first. */
export async function startApplication(
  settings: Record<string, string | undefined>,
  nodeOptions: readonly string[] = [],
): Promise<Application> {
  const port = settings['PORT'] ? Number(settings['PORT']) : await freePort()
  const child = startChild(process.execPath, [...nodeOptions, script('dist/main.js')], {
    cwd: root,
    env: cleanEnvironment({ HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...settings, PORT: String(port) }),
  })
  const url = `http://127.0.0.1:${port}`
  await untilReady('The application', child, () => answersOk(`${url}/readyz`), 60_000)
  return { ...child, port, url }
}

/** A process without HTTP of its own: ready when it says `sign`. `file` is a built file and its arguments. */
export async function startQuietly(
  file: readonly [string, ...string[]],
  sign: string,
  settings: Record<string, string | undefined>,
): Promise<Child> {
  const [program, ...args] = file
  const env = cleanEnvironment({ HOST: '127.0.0.1', ...settings })
  const child = startChild(process.execPath, [script(program), ...args], { cwd: root, env })
  await untilReady(program, child, async () => (child.output().includes(sign) ? true : undefined), 60_000)
  return child
}

/** Reads the one line in which demonstration mode tells the staff password: `Staff: <url>  <email>  <password>`. */
export function staffLogin(output: string): { url: string; email: string; password: string } {
  const [, url, email, password] = /^Staff: (\S+) {2}(\S+) {2}(\S+)$/m.exec(output) ?? []
  if (!url || !email || !password) throw new Error(`no line "Staff: <url>  <email>  <password>" in:\n${output}`)
  return { url, email, password }
}
