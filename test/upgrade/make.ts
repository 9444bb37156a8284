import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkOut } from '../bench/checkout.ts'
import { type Application, startApplication } from '../servers/application.ts'
import { temporaryFolder } from '../servers/child.ts'
import { createDatabase, startPostgres } from '../servers/postgres.ts'
import { FIXTURES, type Plain, postgresDatabase, sqliteFile } from './databases.ts'
import { signIn } from './desk.ts'
import { CLERK, DRAFT_MARK, filing, FLOW, PEOPLE, QUESTION } from './story.ts'

/** `npm run upgrade-fixture -- <revision>`: runs that revision as it was, leaves people in the middle of it, and keeps its database. */
const [revision] = process.argv.slice(2)
if (!revision) throw new Error('Usage: npm run upgrade-fixture -- <revision>')

const side = await checkOut(revision)
const postgres = await startPostgres()
try {
  await mkdir(FIXTURES, { recursive: true })
  await make('sqlite')
  await make('postgres', await createDatabase(postgres.url))
} finally {
  await postgres.stop()
  await side.remove()
}
process.exit(0)

async function make(engine: 'sqlite' | 'postgres', url?: string) {
  const folder = await temporaryFolder('upgrade')
  const database = url === undefined ? sqliteFile(join(folder.path, 'mot-cua.db')) : postgresDatabase(url)
  const admin = { STAFF_ADMIN_EMAIL: CLERK.email, STAFF_ADMIN_PASSWORD: CLERK.password }
  const program = await startApplication({ DATA_DIR: folder.path, DATABASE_URL: url, ...admin }, [], side.folder)
  await live(program, database)
  await program.stop()
  await leaveOut(database)
  await writeFile(join(FIXTURES, `${side.name}.${engine}.sql`), await database.dump())
  await folder.remove()
}

/** What each of them did, through the simulator and the pages. */
async function live({ url }: Application, database: Plain) {
  const control = async (deed: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${url}/simulator/control/${deed}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${deed} was answered ${answer.status}`)
  }
  const settled = () =>
    until(async () => {
      // One after the other: what is handled has by then written what is to be sent.
      for (const table of ['inbox', 'outbox'])
        if ((await database.ask(`select 1 as one from ${table} where state = 'waiting'`)).length > 0) return false
      return true
    })
  const say = async (citizen: string, ...texts: string[]) => {
    for (const text of texts) {
      await control('say', { citizen, text, wait: true })
      await settled()
    }
  }
  const desk = await signIn(url, CLERK)
  const dossierOf = async (citizen: string) =>
    `/staff/dossiers/${String((await database.ask(`select id from dossiers where citizen = '${citizen}'`))[0]?.['id'])}`
  const decide = async (citizen: string, decision: string, words = '') => {
    const dossier = await dossierOf(citizen)
    await desk.send(dossier, `${dossier}/${decision}`, { words, step: 'do' })
    await settled()
  }

  await say(PEOPLE.middle, ...filing('Trần Thị Mẫu', '096190000017').slice(0, 8), 'hủy')

  await say(PEOPLE.asked, ...filing('Lê Văn Mẫu', '096090000025'))
  await decide(PEOPLE.asked, 'accept')
  await decide(PEOPLE.asked, 'ask', QUESTION)

  await say(PEOPLE.holder, ...filing('Phạm Thị Mẫu', '096190000033'))
  await decide(PEOPLE.holder, 'accept')
  await decide(PEOPLE.holder, 'approve')

  const folder = join(side.folder, 'flows', FLOW)
  const [source, cases] = await Promise.all(
    ['flow.yaml', 'cases.yaml'].map((name) => readFile(join(folder, name), 'utf8')),
  )
  const editor = `/staff/procedures/${FLOW}`
  await desk.send(editor, `${editor}/draft`, { source: `${source}${DRAFT_MARK}\n`, cases: cases ?? '', revision: '0' })

  await say(PEOPLE.away, ...filing('Võ Văn Mẫu', '096090000041'))
  await control('faults', { failCode: -230, failSends: 1_000 })
  await decide(PEOPLE.away, 'accept')
  const held = await database.ask("select citizen from outbox where state = 'held'")
  if (held.length === 0 || held.some(({ citizen }) => citizen !== PEOPLE.away)) throw new Error('nothing is held')
}

/** What the next start puts there by itself, and what is only for speed: so the fixture stays small. */
async function leaveOut(database: Plain) {
  const columns = await database.ask('select * from flow_versions limit 1')
  if (columns.length === 0) throw new Error('no procedure was published')
  await database.ask(`delete from flow_versions where flow <> '${FLOW}'`)
  await database.ask("delete from inbox where state in ('kept', 'echo')")
  // Not every revision has it.
  await database.ask('delete from flow_readings').catch(() => undefined)
}

async function until(condition: () => Promise<boolean>) {
  const deadline = Date.now() + 60_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
