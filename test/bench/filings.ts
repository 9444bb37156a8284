import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type * as catalogueFile from '../../src/procedures/catalogue.ts'
import type { FlowVersion } from '../../src/procedures/ports.ts'
import type * as readFolder from '../../src/procedures/read-folder.ts'
import type * as playCasesFile from '../../src/procedures/play-cases.ts'
import type { Side } from './checkout.ts'
import { median } from './report.ts'

/** How many messages a filing of one procedure takes: Zalo's limit of calls is the real ceiling. */
export interface Filing {
  sent: number
  received: number
  examples: number
}

interface Example {
  start?: string
  talk: Record<string, unknown>[]
}

/** An older revision calls it otherwise, and has it elsewhere. */
async function playCasesOf(folder: string): Promise<typeof playCasesFile.playCases> {
  const now = join(folder, 'src/procedures/play-cases.ts')
  if (existsSync(now)) return ((await import(now)) as typeof playCasesFile).playCases
  const then = (await import(join(folder, 'src/procedures/rehearse.ts'))) as {
    rehearse: typeof playCasesFile.playCases
  }
  return then.rehearse
}

/** Counted in the example conversations that end with a filing, played by that checkout's own program. */
export async function countMessages({ folder }: Side): Promise<Map<string, Filing>> {
  const from = (path: string): Promise<unknown> => import(join(folder, 'src/procedures', path))
  const { readFlowFolders } = (await from('read-folder.ts')) as typeof readFolder
  const playCases = await playCasesOf(folder)
  const { createCatalogue } = (await from('catalogue.ts')) as typeof catalogueFile
  // Another revision may answer later.
  const folders = await Promise.resolve(readFlowFolders(join(folder, 'flows')))
  const flows = createCatalogue(folders.map(({ flow, text }) => toRow(flow, text)))
  const filings = new Map<string, Filing>()
  for (const { flow, cases } of folders) {
    if (cases === undefined) continue
    const { cases: written } = parse(cases, { schema: 'failsafe' }) as { cases: Example[] }
    const played = playCases(cases, flows).examples.flatMap(({ hasEnded, transcript }, i) => {
      const { start, talk = [] } = written[i] ?? {}
      const said = talk.filter((line) => 'citizenSays' in line || 'citizenSends' in line).length
      return hasEnded ? [{ sent: transcript.length, received: said + (start === undefined ? 0 : 1) }] : []
    })
    if (played.length === 0) continue
    const [sent, received] = [median(played.map((it) => it.sent)), median(played.map((it) => it.received))]
    filings.set(flow, { sent, received, examples: played.length })
  }
  return filings
}

const toRow = (flow: string, source: string): FlowVersion => ({
  ...{ flow, source, revision: 1, shape: '', publishedBy: 'bench', publishedAt: 0 },
  version: Number(/^version: (\d+)/m.exec(source)?.[1]),
})
