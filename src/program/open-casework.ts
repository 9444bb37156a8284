import type { FileStore } from '../attachments/ports.ts'
import { createActByCitizen } from '../casework/act-by-citizen.ts'
import { createActByOfficer } from '../casework/act-by-officer.ts'
import { type ActByProgram, createActByProgram } from '../casework/act-by-program.ts'
import { createBeginClocks } from '../casework/begin-clocks.ts'
import { createEndOrders } from '../casework/end-orders.ts'
import { createClosedInto } from '../casework/closed-into.ts'
import { createDecidedHow, createProspectOf } from '../casework/filed-version.ts'
import { createKindOf, type NamePorts } from '../casework/names.ts'
import { createLookAlikes } from '../casework/look-alikes.ts'
import { createLetGoIdle } from '../casework/let-go-idle.ts'
import { createReplyWithFiles } from '../casework/reply-with-files.ts'
import { createResumeOrders } from '../casework/resume-orders.ts'
import { createReturnDelivered } from '../casework/return-delivered.ts'
import { createKindsOf, createWordsOf } from '../casework/words-of.ts'
import { createWakeDossiers } from '../casework/wake-dossiers.ts'
import { createWarnDesks } from '../casework/warn-desks.ts'
import { createWriteWords } from '../casework/write-words.ts'
import type { Other } from '../dossiers/acts/act.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import type { Notices } from '../dossiers/notices.ts'
import type { Colleagues, Dossiers } from '../dossiers/ports.ts'
import { type Clock, toVietnamDay } from '../kernel/clock.ts'
import { type AttachmentId, randomId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import { createGrant, randomPermitId } from '../permits/grant/grant.ts'
import type { PermitKinds } from '../permits/grant/kinds.ts'
import type { KeyRing } from '../permits/keys/keys.ts'
import type { EndedOrders, Permits } from '../permits/ports.ts'
import type { Catalogue } from '../procedures/catalogue.ts'
import { workCalendarFor } from '../province/work-calendar.ts'
import { createAgencySteps } from '../storage/agency-steps.ts'
import { createCaseChanges } from '../storage/case-changes.ts'
import { createDossierMessages } from '../storage/dossier-messages.ts'
import { createDossiers } from '../storage/dossiers.ts'
import { createSleepers } from '../storage/sleepers.ts'
import { createDueDossiers } from '../storage/due-dossiers.ts'
import { createIdleDossiers } from '../storage/idle-dossiers.ts'
import { createWordIndex } from '../storage/dossier-words.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createPermitDeliveries } from '../storage/permit-deliveries.ts'
import { createPermitEndings } from '../storage/permit-endings.ts'
import { createPermitRevivals } from '../storage/permit-revivals.ts'
import { createPermits } from '../storage/permits.ts'
import { createRosters } from '../storage/rosters.ts'
import type { OpenAgencies } from './open-agencies.ts'
import { openPermitDesk } from './open-permit-desk.ts'
import { openReIssue } from './open-re-issue.ts'

interface CaseworkParts {
  engine: Engine
  dossiers: Dossiers
  permits: Permits
  orders: EndedOrders
  kinds: PermitKinds
  keys: KeyRing
  flows: Catalogue
  agencyName: (code: string) => string
  agencies: Pick<OpenAgencies, 'telephoneOf' | 'placeOf'>
  agencyNow: (code: string) => Other | undefined
  isOutside: (code: string, dossier: Pick<Dossier, 'flow' | 'agency'>) => boolean
  agencyCodes: () => readonly string[]
  colleagues: Colleagues
  notices: Notices
  files: Pick<FileStore, 'put' | 'has'>
  doorbell: Doorbell
  now: Clock
  log: Log
}

/** Everything that may happen to a dossier: by a citizen, an officer, or the program's own rounds. */
export function openCasework(parts: CaseworkParts) {
  const { engine, dossiers, permits, orders, kinds, flows, notices, agencyCodes, doorbell, now } = parts
  const kindOf = createKindOf({ pinned: flows.pinned, findKind: kinds.find })
  const promised = createProspectOf(flows.pinned)
  const decidedHow = createDecidedHow(flows.pinned)
  const names: NamePorts = {
    procedureName: flows.nameOf,
    agencyName: parts.agencyName,
    telephoneOf: parts.agencies.telephoneOf,
    placeOf: parts.agencies.placeOf,
    kindOf,
    rateFlow: () => flows.flowDoing('rate'),
    prospectOf: promised,
  }
  const wordsOf = createWordsOf(flows.pinned)
  const kindsOf = createKindsOf(flows.pinned)
  const changes = createCaseChanges(engine)
  const granting = createGrant({ keys: parts.keys, permits, orders, makePermitId: randomPermitId })
  const { grant, grantAnew } = granting
  const act = createActByProgram({ dossiers, permits, changes, names, isOutside: parts.isOutside })
  const closedInto = createClosedInto({ dossiers, kindsOf, decidedHow })
  const byOfficer = createActByOfficer({
    ...names,
    ...{ decidedHow, wordsOf },
    isDead: createDossierMessages(engine).isDead,
    ...{ agencyNow: parts.agencyNow, isOutside: parts.isOutside },
    colleagues: (agency) => parts.colleagues.at(agency, toVietnamDay(now())),
    closedInto,
    dossiers,
    permits,
    changes,
    grant,
    grantAnew,
    doorbell,
    now,
  })
  const permitDesk = openPermitDesk(engine, kindOf, now)
  const makeId = () => randomId() as AttachmentId
  const endings = createPermitEndings(engine)
  const revivals = createPermitRevivals(engine)
  const deliveries = createPermitDeliveries(engine)
  return {
    kindOf,
    prospectOf: promised,
    decidedHow,
    planPermit: granting.plan,
    byOfficer: { ...byOfficer, reply: createReplyWithFiles({ act: byOfficer.act, files: parts.files, makeId, now }) },
    byCitizen: createActByCitizen({ dossiers, names, wordsOf }),
    endings,
    revivals,
    rounds: {
      endOrders: createEndOrders({ orders, permits: endings, act, kinds, doorbell, now }),
      resumeOrders: createResumeOrders({ orders, permits: revivals, grantAnew, act, kinds, doorbell, now }),
      returnDelivered: createReturnDelivered({ deliveries, permits, permitName: kinds.nameOf, act, now }),
      wakeDossiers: createWakeDossiers({
        ...{ sleepers: createSleepers(engine), act, notices, calendarOf: workCalendarFor, doorbell, now },
      }),
      beginClocks: createBeginClocks({ steps: createAgencySteps(engine), act, now }),
      warnDesks: createWarnDesks({
        ...{ notices, agencyCodes, now, calendarOf: workCalendarFor },
        ...{ due: createDueDossiers(engine), steps: createAgencySteps(engine), rosters: createRosters(engine) },
      }),
      letGoIdle: createLetGoIdle({
        ...{ act, notices, now, calendarOf: workCalendarFor, agencyCodes },
        ...{ idle: createIdleDossiers(engine), rosters: createRosters(engine) },
      }),
      writeWords: createWriteWords({ index: createWordIndex(engine), wordsOf }),
    },
    desk: {
      ...permitDesk,
      closedInto,
      reIssueLost: openReIssue({ engine, act, keys: parts.keys, permitName: kinds.nameOf, now, log: parts.log }),
      lookAlikes: createLookAlikes({
        ...{ dossiers, kindsOf, decidedHow, now },
        ...{ grants: (it) => kindOf(it) !== undefined, collisions: permitDesk.duplicates },
      }),
    },
  }
}

/** For a command that runs beside the program; its acts name neither procedure nor agency. */
export function openActByProgram(engine: Engine): ActByProgram {
  const names: NamePorts = {
    procedureName: (flow) => flow,
    agencyName: (code) => code,
    kindOf: () => undefined,
    rateFlow: () => undefined,
  }
  const [dossiers, permits] = [createDossiers(engine), createPermits(engine)]
  return createActByProgram({ dossiers, permits, changes: createCaseChanges(engine), names })
}
