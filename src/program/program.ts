import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createDownload } from '../attachments/fetch.ts'
import { createFileStore } from '../attachments/file-store.ts'
import { createRoom } from '../attachments/room.ts'
import { createCardReader } from '../attachments/read-card.ts'
import { createTakeIn } from '../attachments/take-in.ts'
import { agencies as agencyList } from '../dossiers/agencies.ts'
import { toLookupSecret } from '../dossiers/code.ts'
import { createMetrics } from './health-routes.ts'
import type { Clock } from '../kernel/clock.ts'
import { randomId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import { createDispatch } from '../notifications/dispatch.ts'
import type { SweptDoorbell } from '../notifications/doorbell.ts'
import { createPermitPapers } from './permit-papers.ts'
import { openCatalogue, openKinds } from './open-catalogue.ts'
import { openPermitDesk } from './open-permit-desk.ts'
import { openZalo, simulatorOrigin, type ZaloAccount } from './open-zalo.ts'
import { createGrant, randomPermitId } from '../permits/grant/grant.ts'
import type { KeyRing } from '../permits/keys/keys.ts'
import { createRevocationBooks } from '../permits/keys/revocation-books.ts'
import { createCounting } from '../procedures/counting.ts'
import { createExaminer } from '../procedures/examiner.ts'
import { createPublishing } from '../procedures/publishing.ts'
import { startWorkers } from './start-workers.ts'
import { createAgencies } from '../storage/agencies.ts'
import { createAttachments } from '../storage/attachments.ts'
import { createCitizenRecords } from '../storage/citizen-records.ts'
import { createConversations } from '../storage/conversations.ts'
import { createDecisions } from '../storage/decisions.ts'
import { createDossierMessages } from '../storage/dossier-messages.ts'
import { createDossiers } from '../storage/dossiers.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createFlowDrafts } from '../storage/flow-drafts.ts'
import { createInbox } from '../storage/inbox.ts'
import { createKnownDevices } from '../storage/known-devices.ts'
import { createLookupGuesses } from '../storage/lookup-guesses.ts'
import { createOutbox } from '../storage/outbox.ts'
import { createPendingDossiers } from '../storage/pending-dossiers.ts'
import { createPermitRevivals } from '../storage/permit-revivals.ts'
import { createPermitReminders } from '../storage/permit-reminders.ts'
import { createPermitDeliveries } from '../storage/permit-deliveries.ts'
import { createPermitEndings } from '../storage/permit-endings.ts'
import { createPermits } from '../storage/permits.ts'
import { createPosts, createPostSessions } from '../storage/posts.ts'
import { createRatings } from '../storage/ratings.ts'
import { createScans } from '../storage/scans.ts'
import { createSetAside } from '../storage/set-aside.ts'
import { createStaffAccounts, createStaffSessions } from '../storage/staff.ts'
import { createStepCounts } from '../storage/step-counts.ts'
import { createTimers } from '../storage/timers.ts'
import { agencyOf } from '../turns/agency-of.ts'
import { createDecideDossier } from '../casework/decide-dossier.ts'
import { flowExtending } from '../casework/extend-flow.ts'
import { createEndOrders } from '../casework/end-orders.ts'
import { createResumeOrders } from '../casework/resume-orders.ts'
import { createForgetFiles } from '../turns/forget-files.ts'
import { createLimitFilings } from '../turns/limit-filings.ts'
import { createLookUp } from '../turns/look-up.ts'
import { createReturnDelivered } from '../casework/return-delivered.ts'
import { createRemindPermits } from '../casework/remind-permits.ts'
import { createShowPermit } from '../casework/show-permit.ts'
import { createTakeTurns } from '../turns/take-turns.ts'
import { parseEvents } from '../zalo/events.ts'

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

  const inbox = createInbox(engine)
  const conversations = createConversations(engine)
  const outbox = createOutbox(engine)
  const dossiers = createDossiers(engine)
  const permits = createPermits(engine)
  const attachments = createAttachments(engine)
  const accounts = createStaffAccounts(engine)
  const sessions = createStaffSessions(engine)
  const files = createFileStore(join(dataDir, 'files'))

  const cards = createCardReader()
  const timers = createTimers(engine)
  const records = createCitizenRecords(engine)
  const ratings = createRatings(engine)
  const scans = createScans(engine)

  const agencies = createAgencies(engine)
  await agencies.addMissing(agencyList)
  const agencyNames = new Map((await agencies.all()).map((agency) => [agency.code, agency.name]))
  const agencyName = (code: string) => agencyNames.get(code) ?? code
  const kinds = await openKinds(flowsFolder)
  const { versions, pinned, flows, orders, stopFollowing } = await openCatalogue(engine, flowsFolder, kinds, now, log)
  const stepCounts = createStepCounts(engine)
  const counting = createCounting({ counts: stepCounts, now, log })
  const examiner = createExaminer()
  const publishing = createPublishing({
    versions,
    pinned,
    pending: createPendingDossiers(engine),
    drafts: createFlowDrafts(engine),
    counts: stepCounts,
    catalogue: flows,
    examiner,
    names: { kinds: kinds.all, agencies: [...agencyNames.keys()] },
    now,
  })

  const papers = createPermitPapers({ permits, dossiers, kinds, agencyName, publicUrl, now })

  const { tokens, connect, channel } = openZalo({
    engine,
    zalo,
    publicUrl,
    pictures: papers.pictures,
    now,
    log,
  })

  const kindGranted = (flow: string) => flows.current(flow)?.grants
  const permitName = kinds.nameOf
  const takeTurns = createTakeTurns({
    inbox,
    conversations,
    flows,
    catchUp: flows.refresh,
    count: counting.add,
    rated: metrics.rated,
    lookUp: createLookUp({
      dossiers,
      permits,
      records,
      ratings,
      guesses: createLookupGuesses(engine),
      kindGranted,
      permitName,
      procedureName: flows.nameOf,
      now,
    }),
    showPermit: createShowPermit({ permits, dossiers, permitName }),
    forgetFiles: createForgetFiles(attachments, files),
    parse: parseEvents,
    agencyOf: (filing) => agencyOf(flows, filing),
    limitFilings: createLimitFilings(dossiers.filedSince, now),
    doorbell,
    makeId: randomId,
    makeSecret: () => toLookupSecret(randomBytes(4)),
    now,
    log,
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
  const dispatch = createDispatch({
    outbox,
    channel,
    doorbell,
    now,
    random: Math.random,
    log,
    counted: metrics.messageSettled,
  })
  const takeIn = createTakeIn({
    attachments,
    files,
    room: createRoom(dataDir, now),
    download: createDownload({ simulatorOrigin: simulatorOrigin(zalo.apiUrl), hosts: zalo.fileHosts }),
    refused: metrics.fileRefused,
    readCard: cards.read,
    ring: (news) =>
      'citizen' in news
        ? doorbell.ring('turn', news.citizen)
        : doorbell.ring(news.isCard ? 'card' : 'fetch', news.attachment, news.delayFor),
    now,
    log,
  })
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
    metrics,
    inbox,
    conversations,
    dossiers,
    permits,
    attachments,
    ratings,
    posts: createPosts(engine),
    postSessions: createPostSessions(engine),
    scans,
    revocations: createRevocationBooks({ permits, keys, now }),
    accounts,
    sessions,
    devices: createKnownDevices(engine),
    setAside: createSetAside(engine),
    files,
    flows,
    publishing,
    examiner,
    connect,
    papers,
    decide,
    preview,
    messages: createDossierMessages(engine),
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
        doorbell,
        inbox,
        outbox,
        attachments,
        timers,
        scans,
        files,
        cards,
        counting,
        tokens,
        takeTurns,
        dispatch,
        takeIn,
        remindPermits,
        endOrders,
        resumeOrders,
        returnDelivered,
        stopFollowing,
        filesSwept: metrics.filesSwept,
        now,
        log,
      }),

    /** At the start of the only process: nobody else holds anything. */
    forgetDeadDeliverers: () => outbox.forgetDeadDeliverers(now()),
  }
}
