import { createMetrics } from './health-routes.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { SweptDoorbell } from '../notifications/doorbell.ts'
import { createPermitPapers } from './permit-papers.ts'
import { openAgencies } from './open-agencies.ts'
import { openAttachments } from './open-attachments.ts'
import { openCatalogue, openKinds } from './open-catalogue.ts'
import { openDossiers } from './open-dossiers.ts'
import { openNotifications } from './open-notifications.ts'
import { openPermitDesk } from './open-permit-desk.ts'
import { openPosts } from './open-posts.ts'
import { openProcedures } from './open-procedures.ts'
import { openStaff } from './open-staff.ts'
import { openTurns } from './open-turns.ts'
import { openZalo, type ZaloAccount } from './open-zalo.ts'
import { createGrant, randomPermitId } from '../permits/grant/grant.ts'
import type { KeyRing } from '../permits/keys/keys.ts'
import { startWorkers } from './start-workers.ts'
import { createDecisions } from '../storage/decisions.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createPermitRevivals } from '../storage/permit-revivals.ts'
import { createPermitReminders } from '../storage/permit-reminders.ts'
import { createPermitDeliveries } from '../storage/permit-deliveries.ts'
import { createPermitEndings } from '../storage/permit-endings.ts'
import { createPermits } from '../storage/permits.ts'
import { createDecideDossier } from '../casework/decide-dossier.ts'
import { flowExtending } from '../casework/extend-flow.ts'
import { createEndOrders } from '../casework/end-orders.ts'
import { createResumeOrders } from '../casework/resume-orders.ts'
import { createReturnDelivered } from '../casework/return-delivered.ts'
import { createRemindPermits } from '../casework/remind-permits.ts'

export interface ProgramParts {
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
  const staff = openStaff(engine)
  const { dossiers, messages, ratings } = openDossiers(engine)
  const permits = createPermits(engine)
  const { agencyName, agencyCodes } = await openAgencies(engine)
  const kinds = await openKinds(flowsFolder)
  const catalogue = await openCatalogue(engine, flowsFolder, kinds, now, log)
  const { flows, orders, stopFollowing } = catalogue
  const procedures = openProcedures({ engine, catalogue, kinds, agencyCodes, now, log })
  const papers = createPermitPapers({ permits, dossiers, kinds, agencyName, publicUrl, now })
  const { tokens, connect, channel } = openZalo({ engine, zalo, publicUrl, pictures: papers.pictures, now, log })
  const notifications = openNotifications({ engine, channel, doorbell, metrics, now, log })
  const attachments = openAttachments({ engine, zalo, dataDir, doorbell, metrics, now, log })
  const posts = openPosts(engine, permits, keys, now)

  const kindGranted = (flow: string) => flows.current(flow)?.grants
  const permitName = kinds.nameOf
  const turns = openTurns({
    ...{ engine, dossiers, permits, ratings, stored: attachments, flows, counting: procedures.counting },
    ...{ kindGranted, permitName, doorbell, metrics, now, log },
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
  const returnDelivered = createReturnDelivered({ deliveries: createPermitDeliveries(engine), now })
  const permitEndings = createPermitEndings(engine)
  const endOrders = createEndOrders({ orders, permits: permitEndings, kinds, doorbell, now })
  const permitRevivals = createPermitRevivals(engine)
  const kindOf = (flow: string) => kinds.find(kindGranted(flow) ?? '')
  const grantsPermit = (flow: string) => kindOf(flow) !== undefined
  const granting = createGrant({ keys, permits, orders, makePermitId: randomPermitId })
  const { grantAnew } = granting
  const resumeOrders = createResumeOrders({ orders, permits: permitRevivals, grantAnew, kinds, doorbell, now })
  const { decide, preview } = createDecideDossier({
    dossiers,
    permits,
    decisions: createDecisions(engine),
    grant: granting.grant,
    grantAnew,
    kindOf,
    doorbell,
    procedureName: flows.nameOf,
    rateFlow: () => flows.flowDoing('rate'),
    agencyName,
    now,
  })

  return {
    ...{ metrics, staff, dossiers, messages, ratings, permits, procedures, papers, connect },
    ...{ notifications, attachments, posts, turns },
    decide,
    preview,
    agencyName,
    grantsPermit,
    kinds,
    kindOf,
    orders,
    permitEndings,
    permitRevivals,
    planPermit: granting.plan,
    permitDesk: openPermitDesk(engine, flows, kindOf, now),

    startWorkers: () =>
      startWorkers({
        ...{ doorbell, turns, notifications, attachments, scans: posts.scans, counting: procedures.counting, tokens },
        ...{ remindPermits, endOrders, resumeOrders, returnDelivered },
        ...{ stopFollowing, filesSwept: metrics.filesSwept, now, log },
      }),
  }
}
