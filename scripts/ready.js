// Makes a fresh clone ready: npm packages always, and with `--servers` the programs that the tests start.
// Plain Node without packages, because it runs before there are any.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const marker = join(root, 'node_modules/.ready')

const say = (sentence) => console.log(`[ready] ${sentence}`)

function stop(...sentences) {
  for (const sentence of sentences) console.error(`[ready] ${sentence}`)
  process.exit(1)
}

const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

/** better-sqlite3 is compiled for one ABI of Node. */
const abi = `${process.platform} ${process.arch} ${process.versions.modules}`

/** npm's own list of what it installed has every package of the lock file that is not optional. */
function installed() {
  const list = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(list)) return false
  const { packages } = JSON.parse(readFileSync(list, 'utf8'))
  return Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages).every(
    ([path, entry]) => path === '' || entry.optional || packages[path]?.version === entry.version,
  )
}

const run = (command, args, environment = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } }).status === 0

/** SQLite is compiled on all processors. */
const npmCi = () => run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { JOBS: 'max' })

function readyPackages() {
  const known = existsSync(marker) ? readFileSync(marker, 'utf8') : undefined
  if (installed() && known === abi) return
  // Packages without a mark were installed by hand, with this Node as far as anyone can tell.
  if (!installed() || known !== undefined) {
    say('Installing npm packages (npm ci). Where SQLite has no ready-made build it is compiled, which takes minutes.')
    if (!npmCi()) {
      const compilers = ['g++', 'make', 'python3'].filter((program) => !onPath(program))
      if (compilers.length === 0) stop('npm ci failed; its own message is above.')
      installDebian(compilers, 'to compile SQLite')
      if (!npmCi()) stop('npm ci failed again with a compiler; its own message is above.')
    }
  }
  writeFileSync(marker, abi)
}

/** What the tests start. An override that names a missing file is an error, never a reason to install something. */
const servers = [
  {
    name: 'Redis',
    packages: ['redis-server'],
    override: 'REDIS_SERVER_PATH',
    found: () => onPath('redis-server'),
  },
  {
    name: 'PostgreSQL',
    packages: ['postgresql'],
    override: 'POSTGRES_BIN',
    found: () =>
      onPath('postgres') ||
      (existsSync('/usr/lib/postgresql') &&
        readdirSync('/usr/lib/postgresql').some((version) => existsSync(`/usr/lib/postgresql/${version}/bin/initdb`))),
  },
  {
    name: 'Chromium',
    // Without a font the pages are tested on empty boxes.
    packages: ['chromium', 'fonts-dejavu-core', 'fonts-noto-color-emoji'],
    override: 'CHROMIUM_PATH',
    found: () => onPath('chromium') || onPath('chromium-browser') || onPath('google-chrome'),
  },
]

function readyServers() {
  const missing = servers.filter(({ name, override, found }) => {
    const path = process.env[override]
    if (path && !existsSync(path)) stop(`${override} is set to ${path}, and nothing is there (${name}).`)
    return !path && !found()
  })
  if (missing.length === 0) return
  installDebian(
    missing.flatMap(({ packages }) => packages),
    `for the tests (${missing.map(({ name }) => name).join(', ')})`,
    `or name where they are: ${missing.map(({ override }) => override).join(', ')} (see .env.example).`,
  )
  const lost = missing.find(({ found }) => !found())
  if (lost) stop(`${lost.name} was installed and is still not to be found; set ${lost.override} (see .env.example).`)
}

function installDebian(packages, purpose, otherwise) {
  const command = `apt-get install --yes --no-install-recommends ${packages.join(' ')}`
  if (!onPath('apt-get') || process.getuid?.() !== 0) {
    stop(
      `Missing ${purpose}: ${packages.join(', ')}.`,
      onPath('apt-get') ? `Run: sudo ${command}` : 'Install them with the package manager of this machine,',
      ...(otherwise ? [otherwise] : []),
    )
  }
  say(`Installing Debian packages ${purpose}: ${packages.join(', ')}.`)
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], quiet)
  // The tests start their own servers on their own ports; Debian must not start a second one beside them.
  const policy = '/usr/sbin/policy-rc.d'
  const ours = !existsSync(policy)
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  // A handler, even an empty one, lets an interrupted installation get as far as removing that file.
  process.on('SIGINT', () => {})
  const [program, ...args] = command.split(' ')
  const installedAll = run(program, [...args, '-qq'], quiet)
  if (ours) rmSync(policy, { force: true })
  if (!installedAll) stop(`apt-get could not install ${packages.join(', ')}; its message is above.`)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Node 20.19 or newer is needed; this is ${process.versions.node}. Install it from nodejs.org or with nvm.`)
}
readyPackages()
if (process.argv.includes('--servers')) readyServers()
