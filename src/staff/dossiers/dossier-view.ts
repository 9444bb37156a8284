import type { CompiledFlow } from '../../conversation/flow/compiled-flow.ts'
import { correctable } from './correctable.ts'
import type { Attachments } from '../../attachments/ports.ts'
import { ACTION_LABELS } from '../../dossiers/action-labels.ts'
import type { Other, Standing } from '../../dossiers/acts/act.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Colleagues, Dossiers } from '../../dossiers/ports.ts'
import { isFinished } from '../../dossiers/status.ts'
import { may } from '../../dossiers/may.ts'
import { offeredActs } from '../../dossiers/offered.ts'
import { prepareApology } from '../../dossiers/prepare-apology.ts'
import { clockStart } from '../../dossiers/deadlines/clock-start.ts'
import { lastDecision, TAKE_BACK_WITHIN } from '../../dossiers/take-back.ts'
import type { Notices } from '../../dossiers/notices.ts'
import { type DossierViews, ONE_LOOK, openBeside } from '../../dossiers/views.ts'
import { type Clock, MINUTE, toVietnamDay } from '../../kernel/clock.ts'
import type { DossierMessages } from '../../notifications/dossier-messages.ts'
import type { PermitKinds } from '../../permits/grant/kinds.ts'
import type { Permit } from '../../permits/code/permit.ts'
import type { Permits } from '../../permits/ports.ts'
import type { FindLookAlikes } from '../../casework/look-alikes.ts'
import type { PermitSearch } from '../../casework/permit-search.ts'
import type { DecidedHow } from '../../casework/load-standing.ts'
import type { KindOf, ProspectOf } from '../../casework/names.ts'
import type { Ratings } from '../../turns/ports.ts'
import type { CannedReplies } from '../../dossiers/canned.ts'
import type { Question } from '../../procedures/question-kinds.ts'
import { askableOf } from './ask-form.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import { cannedFor } from './canned-for.ts'
import type { StaffAccount } from '../accounts/accounts.ts'
import { filesOf } from './dossier-files.ts'
import { mayDecideDuplicate } from './may-decide-duplicate.ts'
import { maySeeRating } from './may-see-rating.ts'
import { maySeeViews } from './may-see-views.ts'
import type { Agencies } from './pages/office-card.tsx'
import type { DossierPageProps } from './pages/dossier-page.tsx'

export interface DossierViewPorts {
  dossiers: Dossiers
  permits: Permits
  attachments: Pick<Attachments, 'findMany'>
  ratings: Ratings
  messages: DossierMessages
  views: Pick<DossierViews, 'since'>
  notices: Pick<Notices, 'ofDossier'>
  procedureName: (flow: string) => string
  kindOf: KindOf
  /** The questions of a version that take papers: key of the answer → label. */
  paperQuestions: (flow: string, version: number) => ReadonlyMap<string, string>
  questionsOf: (flow: string, version: number) => ReadonlyMap<string, Question>
  /** The version that a dossier was filed through. */
  pinned: (flow: string, version: number) => CompiledFlow | undefined
  search: Pick<PermitSearch, 'successors'>
  kinds: Pick<PermitKinds, 'nameOf'>
  lookAlikes: FindLookAlikes
  agencyName: (code: string) => string
  agencyNow: (code: string) => Other | undefined
  /** Whether an agency is not competent for a dossier today. */
  isOutside: (code: string, dossier: Pick<Dossier, 'flow' | 'agency'>) => boolean
  agencyCodes: () => readonly string[]
  colleagues: Colleagues
  /** What the version that was filed promises. */
  prospectOf?: ProspectOf
  decidedHow: DecidedHow
  canned: Pick<CannedReplies, 'all'>
  now: Clock
}

/** A message that has waited longer has met some trouble, and the citizen knows nothing yet. */
export const SENDING_TAKES = 5 * MINUTE

/** Gathers what the page of one dossier shows to this account. */
export function createDossierView(ports: DossierViewPorts) {
  const { permits, attachments, ratings, now } = ports

  /** Permits of this or another dossier that these go on from, and that go on from these. */
  const linkedTo = async (granted: readonly Permit[]): Promise<Permit[]> => {
    if (granted.length === 0) return []
    const before = granted.flatMap(({ replaces }) => replaces ?? [])
    const [found, after] = await Promise.all([
      Promise.all(before.map((id) => permits.find(id))),
      ports.search.successors(granted.map(({ id }) => id)),
    ])
    return [...found.flatMap((permit) => permit ?? []), ...after]
  }

  const offersTo = (
    account: StaffAccount,
    standing: Standing,
  ): Pick<DossierPageProps, 'offered' | 'mayRevoke' | 'mayResend' | 'takeBack' | 'prepared'> => {
    const offered = offeredActs(account, standing, now())
    const made = offered.includes('take-back') ? lastDecision(standing.history)?.action : undefined
    const prepared = offered.includes('apologise')
      ? prepareApology(standing, now(), workCalendarFor, ports.agencyName)
      : undefined
    return {
      offered,
      ...(prepared && { prepared }),
      mayRevoke: may(account, 'revoke', standing).may,
      mayResend: may(account, 'resend', standing).may,
      ...(made && { takeBack: { label: ACTION_LABELS[made.type], until: made.at + TAKE_BACK_WITHIN } }),
    }
  }

  /** Cases for which the law gives more time, as the procedure named them when the dossier was accepted. */
  const longerOf = (dossier: Dossier, history: Standing['history']): string[] => {
    const start = clockStart(history)
    const term = typeof start === 'object' ? ports.prospectOf?.(dossier, start.at)?.limit : undefined
    return (term?.longer ?? []).map(
      ({ case: name, days, counts }) => `${name}: ${days} ngày${counts === 'working' ? ' làm việc' : ''}`,
    )
  }

  const correctableOf = (account: StaffAccount, standing: Standing) => {
    const flow = ports.pinned(standing.dossier.flow, standing.dossier.flowVersion)
    return flow ? [...correctable(account, standing, flow, now()).keys()] : []
  }

  const agencies: Omit<Agencies, 'isOutside'> = {
    get open() {
      return ports.agencyCodes().flatMap((code) => {
        const agency = ports.agencyNow(code)
        return agency && !agency.closed ? [{ code, name: agency.name }] : []
      })
    },
    nameOf: ports.agencyName,
  }

  return async ({ dossier, history: actions }: Standing, account: StaffAccount) => {
    const { id } = dossier
    const granted = await permits.ofDossier(id)
    const files = await filesOf(attachments, dossier, actions)
    const [messages, unreached, looked, notices] = await Promise.all([
      ports.messages.ofDossier(id),
      ports.messages.unreached([id], now() - SENDING_TAKES),
      ports.views.since(id, now() - ONE_LOOK),
      ports.notices.ofDossier(id),
    ])
    const notReached = unreached.get(id)
    const rating = maySeeRating(account, actions) ? (await ratings.ofDossiers([id])).get(id) : undefined
    const standing: Standing = { dossier, history: actions, ...ports.decidedHow(dossier) }
    const alike = isFinished(dossier.status) ? undefined : await ports.lookAlikes(standing, account)
    return {
      ...{ dossier, actions, files, messages, notices, permits: granted, now: now() },
      ...{ openBeside: openBeside(looked, actions, account.id), maySeeViews: maySeeViews(account, dossier) },
      linked: await linkedTo(granted),
      permitName: ports.kinds.nameOf,
      procedureName: ports.procedureName(dossier.flow),
      agencyName: ports.agencyName(dossier.agency),
      canned: cannedFor(await ports.canned.all(), dossier, {
        ...{ officer: account.name, procedureName: ports.procedureName(dossier.flow) },
        agencyName: ports.agencyName(dossier.agency),
      }),
      grants: ports.kindOf(dossier) !== undefined,
      longer: longerOf(dossier, actions),
      ...(standing.visit && { visit: standing.visit }),
      correctable: new Set(correctableOf(account, standing)),
      askable: askableOf(dossier, ports.questionsOf(dossier.flow, dossier.flowVersion)),
      papers: [...ports.paperQuestions(dossier.flow, dossier.flowVersion).values()],
      ...offersTo(account, standing),
      ...(alike && { lookAlikes: { ...alike, ...mayDecideDuplicate(account, standing, now()) } }),
      isLed: standing.approval === 'leader',
      agencies: { ...agencies, isOutside: (code) => ports.isOutside(code, dossier) },
      ...{ account: account.id, colleagues: await ports.colleagues.at(dossier.holder, toVietnamDay(now())) },
      ...(notReached && { unreached: notReached }),
      ...(rating && { rating }),
    } satisfies Partial<DossierPageProps>
  }
}
