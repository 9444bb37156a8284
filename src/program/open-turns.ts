import { randomBytes } from 'node:crypto'
import type { FileStore, HeldContents } from '../attachments/ports.ts'
import type { ActByCitizen } from '../casework/act-by-citizen.ts'
import type { ProspectOf } from '../casework/names.ts'
import { createShowPermit } from '../casework/show-permit.ts'
import { createWordsOf } from '../casework/words-of.ts'
import { toLookupSecret } from '../dossiers/code.ts'
import type { Clock } from '../kernel/clock.ts'
import { randomId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import type { PermitKinds } from '../permits/grant/kinds.ts'
import type { LiveCatalogue } from '../procedures/catalogue.ts'
import type { createCounting } from '../procedures/counting.ts'
import { createCitizenRecords } from '../storage/citizen-records.ts'
import { createConversations } from '../storage/conversations.ts'
import type { createDossiers } from '../storage/dossiers.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createInbox } from '../storage/inbox.ts'
import { createLookupGuesses } from '../storage/lookup-guesses.ts'
import type { createPermits } from '../storage/permits.ts'
import type { createRatings } from '../storage/ratings.ts'
import { createTalk } from '../storage/old-talk.ts'
import { createTimers } from '../storage/timers.ts'
import { agencyOf, isReserved } from '../turns/agency-of.ts'
import { createForgetFiles } from '../turns/forget-files.ts'
import { createForgetTalk } from '../turns/forget-talk.ts'
import { createLimitFilings } from '../turns/limit-filings.ts'
import { createLookUp } from '../turns/look-up.ts'
import { createTakeTurns } from '../turns/take-turns.ts'
import { parseEvents } from '../zalo/events.ts'
import type { Metrics } from './health-routes.ts'
import type { OpenAgencies } from './open-agencies.ts'

interface TurnParts {
  engine: Engine
  dossiers: ReturnType<typeof createDossiers>
  permits: ReturnType<typeof createPermits>
  ratings: ReturnType<typeof createRatings>
  stored: { attachments: HeldContents; files: Pick<FileStore, 'remove'> }
  flows: LiveCatalogue
  counting: ReturnType<typeof createCounting>
  kindGranted: (flow: string, version?: number) => string | undefined
  permitName: PermitKinds['nameOf']
  agencies: Pick<OpenAgencies, 'receiverOf' | 'officeOf' | 'telephoneOf' | 'continuedBy'>
  actByCitizen: ActByCitizen
  prospectOf: ProspectOf
  doorbell: Doorbell
  metrics: Metrics
  now: Clock
  log: Log
}

/** What citizens said and where they stand, and what answers them. */
export function openTurns(parts: TurnParts) {
  const { engine, dossiers, permits, ratings, stored, flows, counting, kindGranted, permitName } = parts
  const { agencies, doorbell, metrics, now, log } = parts
  const inbox = createInbox(engine)
  const conversations = createConversations(engine)
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
      records: createCitizenRecords(engine),
      ratings,
      guesses: createLookupGuesses(engine),
      kindGranted,
      permitName,
      procedureName: flows.nameOf,
      prospectOf: parts.prospectOf,
      ...agencies,
      now,
    }),
    showPermit: createShowPermit({ permits, dossiers, permitName }),
    forgetFiles: createForgetFiles(stored.attachments, stored.files),
    parse: parseEvents,
    agencyOf: (filing) => agencies.receiverOf(agencyOf(flows, filing), filing.flow),
    officeOf: agencies.officeOf,
    isReserved: (filing) => isReserved(flows, filing),
    wordsOf: createWordsOf(flows.pinned),
    actByCitizen: parts.actByCitizen,
    limitFilings: createLimitFilings(dossiers.filedSince, now),
    doorbell,
    makeId: randomId,
    makeSecret: () => toLookupSecret(randomBytes(4)),
    now,
    log,
  })
  const { heard, told } = createTalk(engine)
  return {
    ...{ inbox, conversations, timers: createTimers(engine), takeTurns },
    forgetTalk: createForgetTalk([heard, told], now),
  }
}
