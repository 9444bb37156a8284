import { createMetrics } from './health-routes.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { SweptDoorbell } from '../notifications/doorbell.ts'
import { createPermitPapers } from './permit-papers.ts'
import { openAgencies } from './open-agencies.ts'
import { openCasework } from './open-casework.ts'
import { openAttachments } from './open-attachments.ts'
import { openCatalogue, openKinds } from './open-catalogue.ts'
import { openDossiers } from './open-dossiers.ts'
import { openNotifications } from './open-notifications.ts'
import { openPosts } from './open-posts.ts'
import { openProcedures } from './open-procedures.ts'
import { openSources } from './open-sources.ts'
import { openStaff } from './open-staff.ts'
import { openTurns } from './open-turns.ts'
import { openZalo, type ZaloAccount } from './open-zalo.ts'
import type { KeyRing } from '../permits/keys/keys.ts'
import { UNUSED_FOR } from '../staff/people/account-state.ts'
import { startWorkers } from './start-workers.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createPermitReminders } from '../storage/permit-reminders.ts'
import { createPermits } from '../storage/permits.ts'
import { flowExtending } from '../casework/extend-flow.ts'
import { createRemindPermits } from '../casework/remind-permits.ts'

interface ProgramParts {
  engine: Engine
  doorbell: SweptDoorbell
  keys: KeyRing
  zalo: ZaloAccount
  publicUrl: string
  dataDir: string
  flowsFolder: string
  now: Clock
  log: Log
}

export type Program = Awaited<ReturnType<typeof createProgram>>

/** The whole program apart from its HTTP routes and its process: slices, ports and workers put together. */
export async function createProgram(parts: ProgramParts) {
  const { engine, doorbell, keys, zalo, publicUrl, dataDir, flowsFolder, now, log } = parts
  const metrics = createMetrics()
  const { dossiers, messages, ratings } = openDossiers(engine)
  const permits = createPermits(engine)
  const agencies = await openAgencies(engine, now)
  const { agencyName, agencyCodes, agencyNow, isOutside } = agencies
  const stopAgencies = agencies.follow(log)
  const staff = openStaff(engine, agencies)
  const kinds = await openKinds(flowsFolder)
  const catalogue = await openCatalogue(engine, flowsFolder, kinds, now, log)
  const { flows, orders, stopFollowing } = catalogue
  const procedures = openProcedures({ engine, catalogue, kinds, agencyCodes, now, log })
  const papers = createPermitPapers({ permits, dossiers, kinds, agencyName, publicUrl, now })
  const attachments = openAttachments({ engine, zalo, dataDir, doorbell, metrics, now, log })
  const sources = openSources(papers, attachments)
  const { tokens, connect, channel } = openZalo({ engine, zalo, publicUrl, ...sources, now, log })
  const notifications = openNotifications({ engine, channel, doorbell, metrics, now, log })
  const posts = openPosts(engine, permits, keys, now)

  const kindGranted = (flow: string, version?: number) =>
    (version === undefined ? flows.current(flow) : flows.pinned(flow, version))?.grants
  const permitName = kinds.nameOf
  const casework = openCasework({
    ...{ engine, dossiers, permits, orders, kinds, keys, flows, agencyName, agencyNow, agencyCodes, doorbell, now },
    ...{ log, agencies, isOutside, colleagues: staff.colleagues, notices: staff.notices },
    files: attachments.files,
  })
  const turns = openTurns({
    ...{ engine, dossiers, permits, ratings, stored: attachments, flows, counting: procedures.counting },
    ...{
      kindGranted,
      permitName,
      agencies,
      actByCitizen: casework.byCitizen,
      prospectOf: casework.prospectOf,
      doorbell,
      metrics,
      now,
      log,
    },
  })
  const remindPermits = createRemindPermits({
    reminders: createPermitReminders(engine),
    permits,
    dossiers,
    extendFlow: (kind) => flowExtending(flows, kindGranted, kind),
    permitName,
    doorbell,
    now,
  })

  return {
    ...{ metrics, staff, dossiers, messages, ratings, permits, procedures, papers, connect },
    ...{ notifications, attachments, posts, turns },
    ...{ casework, agencyName, agencyCodes, agencyNow, isOutside, kinds, orders },
    ...{ agencyBook: agencies.book, calendarBook: agencies.calendarBook },

    startWorkers: () =>
      startWorkers({
        ...{ doorbell, turns, notifications, attachments, scans: posts.scans, counting: procedures.counting, tokens },
        unheard: procedures.unheard,
        ...{ remindPermits, views: staff.views, notices: staff.notices, ...casework.rounds },
        disableUnused: () => staff.people.disableUnused(now() - UNUSED_FOR, now()),
        stopFollowing: () => {
          stopFollowing()
          stopAgencies()
        },
        ...{ filesSwept: metrics.filesSwept, now, log },
      }),
  }
}
