import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { environmentWithOwnClock, freePort, startChild, temporaryFolder, untilReady } from './child.ts'
import { postgresProgram } from './programs.ts'

interface PostgresServer {
  url: string
  /** Of the process that now runs. */
  pid(): number
  /** Everybody is thrown out, and soon it answers again with what it knew. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** PostgreSQL refuses to run as root, so root lends it the first of these users that exists. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('PostgreSQL needs a user that is not root: neither postgres nor nobody exists')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** A throw-away PostgreSQL: own folder, own port, no password, reachable from this machine only. */
export async function startPostgres(): Promise<PostgresServer> {
  const user = await unprivileged()
  const folder = await temporaryFolder('postgres')
  if (user) await chown(folder.path, user.uid, user.gid)
  const files = join(folder.path, 'files')
  // A working folder the other user may enter: the checkout itself may lie under /root.
  const options = { cwd: folder.path, env: environmentWithOwnClock(), ...user }
  await promisify(execFile)(
    postgresProgram('initdb'),
    ['--pgdata', files, '--username', 'mot_cua', '--auth', 'trust', '--encoding', 'UTF8', '--no-locale', '--no-sync'],
    options,
  )
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    shared_buffers: '32MB',
    max_connections: '120',
    max_wal_size: '256MB',
    log_min_messages: 'fatal',
  }
  const start = () =>
    startChild(
      postgresProgram('postgres'),
      ['-D', files, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      options,
    )
  const url = `postgres://mot_cua@127.0.0.1:${port}/postgres`
  const ready = () => untilReady('PostgreSQL', server, () => ask(url, 'select 1').then(() => true))
  let server = start()
  // SIGINT is PostgreSQL's "fast shutdown": it does not wait for clients to leave.
  const stop = async () => {
    await server.stop('SIGINT')
    await folder.remove()
  }
  try {
    await ready()
  } catch (cause) {
    await stop()
    throw cause
  }
  const restart = async () => {
    await server.stop('SIGINT')
    server = start()
    await ready()
  }
  return { url, pid: () => server.pid, restart, stop }
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** An empty database of its own on a running server. Returns its URL. */
export async function createDatabase(serverUrl: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await ask(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
