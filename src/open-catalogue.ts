import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Clock, SECOND } from './kernel/clock.ts'
import { Fault } from './kernel/fault.ts'
import type { Log } from './kernel/log.ts'
import type { PermitKinds } from './permits/kinds.ts'
import { createOrderWatch } from './permits/order-watch.ts'
import { readKinds } from './permits/read-kinds.ts'
import { createLiveCatalogue, type LiveCatalogue } from './procedures/catalogue.ts'
import type { FlowVersions, Pinned } from './procedures/ports.ts'
import { seedFlows } from './procedures/publish.ts'
import { readFlowFolders } from './procedures/read-folder.ts'
import { strandedIn } from './procedures/stranded.ts'
import type { Engine } from './storage/engine.ts'
import { createEndedOrders } from './storage/ended-orders.ts'
import { createFlowVersions } from './storage/flow-versions.ts'
import { createPinnedConversations } from './storage/pinned.ts'

/** The catalogue of flows, seeded from the folder and following what is published until it is told to stop. */
export async function openCatalogue(engine: Engine, folder: string, kinds: PermitKinds, now: Clock, log: Log) {
  const versions = createFlowVersions(engine)
  const pinned = createPinnedConversations(engine)
  await publishFolder(versions, folder, now, log)
  const orders = createEndedOrders(engine)
  const watch = createOrderWatch(orders, kinds)
  const flows = createLiveCatalogue(versions, watch.closedBecause)
  await Promise.all([flows.refresh(), watch.refresh()])
  refuseUnknownKinds(flows, kinds)
  refuseStranded(flows, await pinned.count())
  const following = setInterval(
    () =>
      void Promise.all([flows.refresh(), watch.refresh()]).catch(() =>
        log.warn({}, 'publications could not be looked up'),
      ),
    5 * SECOND,
  )
  following.unref()
  return { versions, pinned, flows, orders, watch, stopFollowing: () => clearInterval(following) }
}

/** Publishes what changed in the flow files. A file with a mistake stops the start, with all mistakes of all files. */
async function publishFolder(versions: FlowVersions, folder: string, now: Clock, log: Log): Promise<void> {
  const { findings, leftAlone } = await seedFlows(versions, await readFlowFolders(folder), now())
  for (const flow of leftAlone) log.info({ flow }, 'published by a clerk: the file in flows/ is not used')
  if (findings.length === 0) return
  const lines = findings.map((finding) => `${finding.line}:${finding.column} ${finding.message}`)
  throw new Fault('flows/ cannot be published', { retry: false, cause: new Error(lines.join('; ')) })
}

/** A flow that grants what nobody described would be filed and never approved. */
function refuseUnknownKinds(flows: LiveCatalogue, kinds: PermitKinds): void {
  const lost = flows.offered().filter(({ grants }) => grants !== undefined && !kinds.find(grants))
  if (lost.length === 0) return
  const lines = lost.map(({ flow, grants }) => `${flow}: ${grants}`)
  throw new Fault('flows grant kinds of permits that flows/permits.yaml does not describe', {
    retry: false,
    cause: new Error(lines.join('; ')),
  })
}

/** `flows/permits.yaml`. A mistake stops the start, with all mistakes. */
export async function openKinds(flowsFolder: string): Promise<PermitKinds> {
  const read = readKinds(await readFile(join(flowsFolder, 'permits.yaml'), 'utf8'))
  if (read.ok) return read.kinds
  throw new Fault('flows/permits.yaml cannot be used', { retry: false, cause: new Error(read.problems.join('; ')) })
}

/** Nobody is left in the middle of something that cannot be gone on with. */
function refuseStranded(flows: LiveCatalogue, pinned: readonly Pinned[]): void {
  const stranded = strandedIn(flows, pinned)
  if (stranded.length === 0) return
  const lines = stranded.map(({ flow, version, citizens }) => `${flow}@${version} (${citizens})`)
  throw new Fault('open conversations name versions that cannot be run', {
    retry: false,
    cause: new Error(lines.join('; ')),
  })
}
