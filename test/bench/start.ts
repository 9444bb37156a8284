import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inventPermitSecret, startApplication } from '../servers/application.ts'
import { temporaryFolder } from '../servers/child.ts'
import type { Side } from './checkout.ts'
import { processorTime } from './processor-time.ts'
import { median } from './report.ts'

/** Seconds until the program is ready, and of processor time until then: with nothing published yet, and the next time. */
export interface Started {
  first: { seconds: number; processor: number }
  again: { seconds: number; processor: number }
}

/** A copy of a built program whose folder of flows holds so many: the real ones, and as many like them as are missing. */
async function copyWithFlows(side: Side, count: number): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await temporaryFolder('start')
  // An earlier revision has no `province`.
  for (const part of ['dist', 'migrations', 'flows', 'province', 'package.json'].filter((it) =>
    existsSync(join(side.folder, it)),
  ))
    cpSync(join(side.folder, part), join(folder.path, part), { recursive: true })
  symlinkSync(join(side.folder, 'node_modules'), join(folder.path, 'node_modules'))
  const flows = join(folder.path, 'flows')
  const real = readdirSync(flows, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const offered = real.filter((name) => /^words:/m.test(readFileSync(join(flows, name, 'flow.yaml'), 'utf8')))
  for (let n = real.length; n < count; n++) {
    const like = offered[n % offered.length] ?? ''
    const text = readFileSync(join(flows, like, 'flow.yaml'), 'utf8')
      .replace(/^flow: .*$/m, `flow: ${like}-${n}`)
      .replace(/^name: (.*)$/m, `name: $1 số ${n}`)
      .replace(/^words: \[(.*)\]$/m, (_, words: string) => `words: [${words}, việc số ${n}]`)
    mkdirSync(join(flows, `${like}-${n}`))
    writeFileSync(join(flows, `${like}-${n}`, 'flow.yaml'), text)
  }
  return folder
}

/** Medians of several starts, with few and with many flows in turns. */
export async function measureStarts(
  sides: readonly Side[],
  { rounds, counts, sinkUrl }: { rounds: number; counts: readonly number[]; sinkUrl: string },
): Promise<Map<string, Started>> {
  const found = new Map<string, Started[]>()
  for (const side of sides) {
    const copies = await Promise.all(counts.map(async (count) => ({ count, ...(await copyWithFlows(side, count)) })))
    for (let round = 0; round < rounds; round++)
      for (const { count, path } of copies) {
        const name = `${side.name}, ${count} flows`
        found.set(name, [...(found.get(name) ?? []), await startTwice({ ...side, folder: path }, sinkUrl)])
      }
    for (const { remove } of copies) await remove()
  }
  const of = (list: readonly Started[], when: keyof Started, what: 'seconds' | 'processor') =>
    median(list.map((one) => one[when][what]))
  return new Map(
    [...found].map(([name, list]) => [
      name,
      {
        first: { seconds: of(list, 'first', 'seconds'), processor: of(list, 'first', 'processor') },
        again: { seconds: of(list, 'again', 'seconds'), processor: of(list, 'again', 'processor') },
      },
    ]),
  )
}

async function startTwice({ folder }: Side, sinkUrl: string): Promise<Started> {
  const data = join(folder, 'data')
  const settings = {
    ...{ DATA_DIR: data, ZALO_APP_ID: '31', ZALO_APP_SECRET: 's', ZALO_OA_ID: '22', ZALO_OA_SECRET_KEY: 'k' },
    ...{ ZALO_REFRESH_TOKEN: 'bench', ZALO_API_URL: sinkUrl, ZALO_OAUTH_URL: sinkUrl },
    ...{ PERMIT_KEYS: inventPermitSecret(), LOG_LEVEL: 'error' },
  }
  const once = async () => {
    const began = performance.now()
    const application = await startApplication(settings, [], folder)
    const seconds = (performance.now() - began) / 1_000
    const processor = processorTime(application.pid) / 1_000
    await application.stop()
    return { seconds, processor }
  }
  const started = { first: await once(), again: await once() }
  rmSync(data, { recursive: true })
  return started
}
