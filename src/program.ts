import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createDownload } from './attachments/fetch.ts'
import { createFileStore } from './attachments/file-store.ts'
import { createCardReader } from './attachments/read-card.ts'
import { startFileSweep } from './attachments/sweep-files.ts'
import { createTakeIn } from './attachments/take-in.ts'
import type { ZaloConfig } from './config.ts'
import { agencies as agencyList } from './dossiers/agencies.ts'
import { toLookupSecret } from './dossiers/code.ts'
import { createMetrics } from './health-routes.ts'
import { type Clock, HOUR, MINUTE, SECOND } from './kernel/clock.ts'
import { type AttachmentId, type CitizenId, randomId } from './kernel/ids.ts'
import type { Log } from './kernel/log.ts'
import { createDispatch } from './notifications/dispatch.ts'
import type { Doorbell } from './notifications/doorbell.ts'
import { startSweep } from './notifications/sweep.ts'
import { createPermitPapers } from './permit-papers.ts'
import { openCatalogue, openKinds } from './open-catalogue.ts'
import { openPermitDesk } from './open-permit-desk.ts'
import { createGrant, randomPermitId } from './permits/grant.ts'
import type { KeyRing } from './permits/keys.ts'
import { createRevocationBooks } from './permits/revocation-books.ts'
import { SCANS_KEPT } from './permits/scans.ts'
import { createCounting } from './procedures/counting.ts'
import { createPublishing } from './procedures/publishing.ts'
import { startRounds } from './rounds.ts'
import { createAgencies } from './storage/agencies.ts'
import { createAttachments } from './storage/attachments.ts'
import { createCitizenRecords } from './storage/citizen-records.ts'
import { createConversations } from './storage/conversations.ts'
import { createDecisions } from './storage/decisions.ts'
import { createDossiers } from './storage/dossiers.ts'
import type { Engine } from './storage/engine.ts'
import { createFlowDrafts } from './storage/flow-drafts.ts'
import { createInbox } from './storage/inbox.ts'
import { createOutbox } from './storage/outbox.ts'
import { createPermitReminders } from './storage/permit-reminders.ts'
import { createPermitEndings } from './storage/permit-endings.ts'
import { createPermits } from './storage/permits.ts'
import { createPosts, createPostSessions } from './storage/posts.ts'
import { createRatings } from './storage/ratings.ts'
import { createScans } from './storage/scans.ts'
import { createStaffAccounts, createStaffSessions } from './storage/staff.ts'
import { createStepCounts } from './storage/step-counts.ts'
import { createTimers } from './storage/timers.ts'
import { createTokenStore, createUploads } from './storage/zalo-tokens.ts'
import { agencyOf } from './turns/agency-of.ts'
import { createDecideDossier } from './turns/decide-dossier.ts'
import { flowExtending } from './turns/extend-flow.ts'
import { createEndOrders } from './turns/end-orders.ts'
import { createForgetFiles } from './turns/forget-files.ts'
import { createLookUp } from './turns/look-up.ts'
import { createRemindPermits } from './turns/remind-permits.ts'
import { createShowPermit } from './turns/show-permit.ts'
import { createTakeTurns } from './turns/take-turns.ts'
import { createClient } from './zalo/client.ts'
import { createConnect } from './zalo/connect.ts'
import { createPace } from './zalo/pace.ts'
import { parseEvents } from './zalo/events.ts'
import { createOAuth } from './zalo/oauth.ts'
import { createSend } from './zalo/send.ts'
import { createTokens } from './zalo/tokens.ts'

/** Zalo allows an application 4,000 calls a minute (zalo-oa §9); this leaves room for a second process. */
const ZALO_CALLS_PER_SECOND = 30

/** A Zalo account as the program uses it: a real one, or the simulator's. */
export type ZaloAccount = Omit<ZaloConfig, 'siteVerification'>

export interface ProgramParts {
  engine: Engine
  doorbell: Doorbell
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
  const publishing = createPublishing({
    versions,
    pinned,
    drafts: createFlowDrafts(engine),
    counts: stepCounts,
    catalogue: flows,
    now,
  })

  const papers = createPermitPapers({ permits, dossiers, kinds, agencyName, publicUrl })

  const oauth = createOAuth(zalo.oauthUrl, zalo)
  const seed = zalo.refreshToken !== undefined ? { seed: zalo.refreshToken } : {}
  const tokens = createTokens({ oaId: zalo.oaId, store: createTokenStore(engine), oauth, now, log, ...seed })
  const client = createClient(zalo.apiUrl)
  const redirectUri = `${publicUrl}/oauth/zalo/callback`
  const connect = createConnect({ app: zalo, ...zalo, oauth, client, tokens, redirectUri, now, log })
  const send = createSend({
    client,
    tokens,
    pictures: papers.pictures,
    uploads: createUploads(engine),
    ...(simulatorOrigin(zalo.apiUrl) === undefined && { pace: createPace({ perSecond: ZALO_CALLS_PER_SECOND, now }) }),
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
      kindGranted,
      permitName,
      procedureName: flows.nameOf,
      now,
    }),
    showPermit: createShowPermit({ permits, dossiers, permitName }),
    forgetFiles: createForgetFiles(attachments, files),
    parse: parseEvents,
    agencyOf: (filing) => agencyOf(flows, filing),
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
  const endOrders = createEndOrders({ orders, permits: createPermitEndings(engine), kinds, doorbell, now })
  const dispatch = createDispatch({
    outbox,
    send,
    doorbell,
    now,
    random: Math.random,
    log,
    counted: metrics.messageSettled,
  })
  const takeIn = createTakeIn({
    attachments,
    files,
    download: createDownload(simulatorOrigin(zalo.apiUrl)),
    readCard: cards.read,
    ring: (news) =>
      'citizen' in news ? doorbell.ring('turn', news.citizen) : doorbell.ring('fetch', news.attachment, news.delayFor),
    now,
    log,
  })
  const kindOf = (flow: string) => kinds.find(kindGranted(flow) ?? '')
  const grantsPermit = (flow: string) => kindOf(flow) !== undefined
  const granting = createGrant({ keys, permits, orders, makePermitId: randomPermitId })
  const decide = createDecideDossier({
    dossiers,
    permits,
    decisions: createDecisions(engine),
    grant: granting.grant,
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
    files,
    flows,
    publishing,
    connect,
    papers,
    decide,
    agencyName,
    grantsPermit,
    kinds,
    kindOf,
    orders,
    planPermit: granting.plan,
    permitDesk: openPermitDesk(engine, flows, kindOf, now),

    /** Answers the bells and sweeps the tables until the returned function is called. */
    startWorkers: () => {
      const stopRounds = startRounds(
        [
          // A quiet account would otherwise let its refresh token lapse after three months.
          { what: 'keeping tokens', every: HOUR, work: tokens.current },
          { what: 'writing counts', every: 2 * SECOND, work: counting.flush },
          { what: 'forgetting scans', every: 5 * MINUTE, work: () => scans.forget(now() - SCANS_KEPT, 5_000) },
          { what: 'reminding of ends', every: MINUTE, work: remindPermits },
          { what: 'ending what depends on an order', every: 10 * SECOND, work: endOrders },
        ],
        log,
      )
      doorbell.answer('turn', 16, (key) => takeTurns(key as CitizenId))
      doorbell.answer('delivery', 16, (key) => dispatch(key as CitizenId))
      doorbell.answer('fetch', 4, (key) => takeIn(key as AttachmentId))
      doorbell.answer('timer', 4, async (key) => {
        if (await timers.fire(key as CitizenId, now())) doorbell.ring('turn', key)
      })
      const sweep = startSweep(
        doorbell,
        [
          { bell: 'turn', find: (at, limit) => inbox.citizensWaiting(at, limit) },
          { bell: 'delivery', find: (at, limit) => outbox.due(at, limit) },
          { bell: 'fetch', find: (at, limit) => attachments.due(at, limit) },
          { bell: 'timer', find: (at, limit) => timers.due(at, limit) },
        ],
        now,
        log,
      )
      const swept = metrics.filesSwept
      const fileSweep = startFileSweep({ files, rows: attachments, now, random: Math.random, log, swept })
      return async () => {
        stopFollowing()
        stopRounds()
        await sweep.stop()
        await fileSweep.stop()
        await counting.flush()
        await cards.close()
      }
    },

    /** At the start of the only process: nobody else holds anything. */
    forgetDeadDeliverers: () => outbox.forgetDeadDeliverers(now()),
  }
}

/** Only a simulator is spoken to without TLS; files may then come from it, and from nowhere else besides Zalo. */
const simulatorOrigin = (apiUrl: string): string | undefined => {
  const { protocol, origin } = new URL(apiUrl)
  return protocol === 'http:' ? origin : undefined
}
