import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { inventPermitSecret, script, startApplication } from '../servers/application.ts'
import { type Child, freePort, startChild, temporaryFolder, untilReady } from '../servers/child.ts'
import { type Citizen, countReplies, listenTo, load, type News, openLine, type Round } from './load.ts'
import { processorTime } from './processor-time.ts'
import { describeRounds, type Measured } from './report.ts'
import { ACCOUNT, citizenId, webhookRequest } from './wire.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '6' },
    citizens: { type: 'string', default: '16' },
    'floor-only': { type: 'boolean', default: false },
    /** A folder for a V8 processor profile of the program. */
    profile: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
const seconds = Number(values.seconds)
const ids = Array.from({ length: Number(values.citizens) }, (_, n) => citizenId(n))

/** To the main menu with an unfinished dossier laid aside: from there each line of the script has two replies. */
const LEAD_IN = ['menu', '#lam:cap-giay-di-duong', '#co', '#tu-nhap', 'Nguyễn Văn An', 'menu']
/** Round and round, as long as a round lasts. Each turn changes where the citizen stands. */
const SCRIPT = ['#thu-tuc', 'menu']

interface Subject {
  name: string
  port: number
  child: Child
  citizens: readonly Citizen[]
}

const tsx = (file: string, ...args: (string | number)[]) =>
  startChild(process.execPath, ['--import', 'tsx', script(file), ...args.map(String)], { cwd: script('.') })

async function measure({ port, child, citizens }: Subject, news: News, forSeconds: number): Promise<Measured> {
  const before = processorTime(child.pid)
  const round: Round = await load(port, news, citizens, forSeconds)
  return { ...round, processor: processorTime(child.pid) - before }
}

/** Nobody waits for these replies; they come before those that are counted, for order per citizen is promised. */
async function lead(port: number, citizen: string): Promise<void> {
  const line = await openLine(port)
  for (const text of LEAD_IN) await line.say(webhookRequest(port, citizen, text))
  line.close()
  await pause(2_000)
}

const folder = await temporaryFolder('bench')
const started: Child[] = []
try {
  const [apiPort, newsPort, floorPort] = await Promise.all([freePort(), freePort(), freePort()])
  const sinkUrl = `http://127.0.0.1:${apiPort}`
  const sink = tsx('test/bench/sink.ts', apiPort, newsPort)
  started.push(sink)
  const news = await untilReady('The sink', sink, () => listenTo(newsPort))

  const floor = tsx('test/bench/floor.ts', floorPort, folder.path, sinkUrl)
  started.push(floor)
  await untilReady('The floor', floor, async () => (await fetch(`http://127.0.0.1:${floorPort}/`)).status)
  const subjects: Subject[] = [
    {
      name: 'floor',
      port: floorPort,
      child: floor,
      citizens: ids.map((id) => ({ id, script: [{ text: 'menu', replies: 2 }] })),
    },
  ]

  if (!values['floor-only']) {
    const profiling = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(values.profile)}`] : []
    const settings = {
      DATA_DIR: folder.path,
      ZALO_APP_ID: ACCOUNT.appId,
      ZALO_APP_SECRET: ACCOUNT.appSecret,
      ZALO_OA_ID: ACCOUNT.oaId,
      ZALO_OA_SECRET_KEY: ACCOUNT.oaSecretKey,
      ZALO_REFRESH_TOKEN: 'bench-refresh',
      ZALO_API_URL: sinkUrl,
      ZALO_OAUTH_URL: sinkUrl,
      PERMIT_KEYS: inventPermitSecret(),
      LOG_LEVEL: 'error',
      DATABASE_URL: process.env['DATABASE_URL'],
      REDIS_URL: process.env['REDIS_URL'],
    }
    const application = await startApplication(settings, profiling)
    started.push(application)
    await Promise.all(ids.map((id) => lead(application.port, id)))
    const counts = await countReplies(application.port, news, ids[0] ?? '', SCRIPT)
    const spoken = SCRIPT.map((text, i) => ({ text, replies: counts[i] ?? 0 }))
    console.log(`Messages out per turn of the program: ${counts.join(', ')}; of the floor: 2`)
    subjects.unshift({
      name: 'program',
      port: application.port,
      child: application,
      citizens: ids.map((id) => ({ id, script: spoken })),
    })
  }

  for (const subject of subjects) await measure(subject, news, 3)
  const measured = new Map<string, Measured[]>(subjects.map(({ name }) => [name, []]))
  for (let round = 1; round <= rounds; round++) {
    for (const subject of subjects) {
      const one = await measure(subject, news, seconds)
      measured.get(subject.name)?.push(one)
      console.log(`round ${round}, ${subject.name}: ${Math.round(one.turns / one.seconds)} turns/s`)
      await pause(200)
    }
  }
  console.log(`\n${describeRounds(measured)}`)
  news.close()
} finally {
  for (const child of started) await child.stop()
  await folder.remove()
}
