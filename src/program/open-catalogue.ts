import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FlowFile } from '../conversation/flow/flow-format.ts'
import { type Clock, SECOND } from '../kernel/clock.ts'
import { Fault } from '../kernel/fault.ts'
import type { Log } from '../kernel/log.ts'
import type { PermitKinds } from '../permits/grant/kinds.ts'
import { createOrderWatch } from '../permits/grant/order-watch.ts'
import { readKinds } from '../permits/grant/read-kinds.ts'
import { createLiveCatalogue, type LiveCatalogue } from '../procedures/catalogue.ts'
import type { SourcedElsewhere } from '../procedures/elsewhere/entry.ts'
import { seedElsewhere } from '../procedures/elsewhere/seed.ts'
import { learnAhead } from '../procedures/learn-ahead.ts'
import type { FlowVersions, PinnedConversations } from '../procedures/ports.ts'
import { seedFlows } from '../procedures/publish.ts'
import { readAhead } from '../procedures/read-ahead.ts'
import { readElsewhere } from '../procedures/read-elsewhere.ts'
import { readFlowFolders } from '../procedures/read-folder.ts'
import { strandedIn } from '../procedures/stranded.ts'
import { createElsewhereVersions } from '../storage/elsewhere-versions.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createEndedOrders } from '../storage/ended-orders.ts'
import { createFlowReadings } from '../storage/flow-readings.ts'
import { createFlowVersions } from '../storage/flow-versions.ts'
import { createPinnedConversations } from '../storage/pinned.ts'

/** The catalogue of flows, seeded from the folder and following what is published until it is told to stop. */
export async function openCatalogue(engine: Engine, folder: string, kinds: PermitKinds, now: Clock, log: Log) {
  const versions = createFlowVersions(engine)
  const pinned = createPinnedConversations(engine)
  const read = new Map<string, FlowFile>()
  const rows = await publishFolder(versions, folder, kinds, read, now, log)
  const elsewhere = createElsewhereVersions(engine)
  const seeded = await openElsewhere(folder)
  for (const id of await seedElsewhere(elsewhere, seeded, now()))
    log.info({ elsewhere: id }, 'changed by a clerk: the entry of flows/elsewhere.yaml is not used')
  const keepReadings = await readAhead(rows, createFlowReadings(engine), read)
  const orders = createEndedOrders(engine)
  const watch = createOrderWatch(orders, kinds)
  const flows = createLiveCatalogue(
    versions,
    (grants) => (kinds.find(grants) ? watch.closedBecause(grants) : UNDESCRIBED),
    ({ flow, version, revision }) =>
      log.error({ flow, version, revision }, 'a published flow cannot be run: set aside'),
    (text) => read.get(text),
    kinds.all,
    elsewhere,
  )
  await Promise.all([flows.refresh(), watch.refresh()])
  await tellWhatCannotRun(flows, kinds, pinned, log)
  // What is offered is compiled by now.
  read.clear()
  void learnAhead(flows)
  void keepReadings().catch(() => log.warn({}, 'what was read of the flows could not be kept'))
  const following = setInterval(
    () =>
      void Promise.all([flows.refresh(), watch.refresh()]).catch(() =>
        log.warn({}, 'publications could not be looked up'),
      ),
    5 * SECOND,
  )
  following.unref()
  return { versions, pinned, elsewhere, seeded, flows, orders, watch, stopFollowing: () => clearInterval(following) }
}

/** What citizens read where a flow grants a kind of permit that nobody describes: filed, it could never be approved. */
const UNDESCRIBED =
  'Thủ tục này tạm chưa nhận qua Zalo vì cơ quan đang cập nhật loại giấy được cấp. Ông/bà quay lại sau, hoặc hỏi cán bộ giúp.'

/** Publishes what changed in the flow files. A file with a mistake stops the start, with all mistakes of all files. */
async function publishFolder(
  versions: FlowVersions,
  folder: string,
  kinds: PermitKinds,
  read: Map<string, FlowFile>,
  now: Clock,
  log: Log,
) {
  const names = { kinds: kinds.all }
  const folders = readFlowFolders(folder)
  const { findings, leftAlone, rows } = await seedFlows(versions, folders, now(), names, (text, file) =>
    read.set(text, file),
  )
  for (const flow of leftAlone) log.info({ flow }, 'published by a clerk: the file in flows/ is not used')
  if (findings.length === 0) return rows
  const lines = findings.map((finding) => `${finding.line}:${finding.column} ${finding.message}`)
  throw new Fault('flows/ cannot be published', { retry: false, cause: new Error(lines.join('; ')) })
}

/**
 * What pages let in, or an older program left behind, concerns its own procedure only: the service starts without it, and
 * whoever is in the middle is told so at the next message.
 */
async function tellWhatCannotRun(flows: LiveCatalogue, kinds: PermitKinds, pinned: PinnedConversations, log: Log) {
  for (const { flow, grants } of flows.offered())
    if (grants !== undefined && !kinds.find(grants))
      log.error({ flow, grants }, 'grants a kind of permit that flows/permits.yaml does not describe: closed')
  for (const { flow, version, citizens } of strandedIn(flows, await pinned.count()))
    log.error({ flow, version, citizens }, 'open conversations name a version that cannot be run')
}

/** `flows/permits.yaml`. A mistake stops the start, with all mistakes. */
export async function openKinds(flowsFolder: string): Promise<PermitKinds> {
  const read = readKinds(await readFile(join(flowsFolder, 'permits.yaml'), 'utf8'))
  if (read.ok) return read.kinds
  throw new Fault('flows/permits.yaml cannot be used', { retry: false, cause: new Error(read.problems.join('; ')) })
}

/** `flows/elsewhere.yaml`; nothing where there is none. A mistake stops the start, with all mistakes. */
export async function openElsewhere(flowsFolder: string): Promise<SourcedElsewhere[]> {
  const path = join(flowsFolder, 'elsewhere.yaml')
  if (!existsSync(path)) return []
  const flows = readFlowFolders(flowsFolder).map(({ flow }) => flow)
  const read = readElsewhere(await readFile(path, 'utf8'), flows)
  if (read.ok) return read.entries
  const lines = read.findings.map(({ line, column, message }) => `elsewhere.yaml:${line}:${column} ${message}`)
  throw new Fault('flows/elsewhere.yaml cannot be used', { retry: false, cause: new Error(lines.join('; ')) })
}
