import { type Clock, SECOND } from './kernel/clock.ts'
import { Fault } from './kernel/fault.ts'
import type { Log } from './kernel/log.ts'
import { createLiveCatalogue, type LiveCatalogue } from './procedures/catalogue.ts'
import type { FlowVersions, Pinned } from './procedures/ports.ts'
import { seedFlows } from './procedures/publish.ts'
import { readFlowFolders } from './procedures/read-folder.ts'
import { strandedIn } from './procedures/stranded.ts'
import type { Engine } from './storage/engine.ts'
import { createFlowVersions } from './storage/flow-versions.ts'
import { createPinnedConversations } from './storage/pinned.ts'

/** The catalogue of flows, seeded from the folder and following what is published until it is told to stop. */
export async function openCatalogue(engine: Engine, folder: string, now: Clock, log: Log) {
  const versions = createFlowVersions(engine)
  const pinned = createPinnedConversations(engine)
  await publishFolder(versions, folder, now, log)
  const flows = createLiveCatalogue(versions)
  await flows.refresh()
  refuseStranded(flows, await pinned.count())
  const following = setInterval(
    () => void flows.refresh().catch(() => log.warn({}, 'publications could not be looked up')),
    5 * SECOND,
  )
  following.unref()
  return { versions, pinned, flows, stopFollowing: () => clearInterval(following) }
}

/** Publishes what changed in the flow files. A file with a mistake stops the start, with all mistakes of all files. */
async function publishFolder(versions: FlowVersions, folder: string, now: Clock, log: Log): Promise<void> {
  const { findings, leftAlone } = await seedFlows(versions, await readFlowFolders(folder), now())
  for (const flow of leftAlone) log.info({ flow }, 'published by a clerk: the file in flows/ is not used')
  if (findings.length === 0) return
  const lines = findings.map((finding) => `${finding.line}:${finding.column} ${finding.message}`)
  throw new Fault('flows/ cannot be published', { retry: false, cause: new Error(lines.join('; ')) })
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
