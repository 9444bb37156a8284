import { capitalised } from '../kernel/text.ts'
import type { FactsEvent, Option } from '../conversation/words/session.ts'
import type { Dossier, DossierSummary } from '../dossiers/dossier.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import { isWaiting, STATUSES } from '../dossiers/status.ts'
import { type Clock, DAY, renderInstant } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'
import { personKey } from '../permits/grant/buckets.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { Permits } from '../permits/ports.ts'
import { renderTerms } from '../permits/code/render-terms.ts'
import { firstValid } from '../casework/show-permit.ts'

/** As many as fit one message. */
const MOST = 10
/** Permits looked through for those that are told of. */
const READ = 40
/** What ended longer ago is no news any more. */
const TOLD_FOR = 7 * DAY

export interface LookUpPermitsPorts {
  dossiers: Pick<Dossiers, 'find' | 'ofCitizen'>
  permits: Pick<Permits, 'ofCitizen'>
  /** The kind of permit that approving a dossier of this flow grants. */
  /** What a version grants, the newest where none is named. */
  kindGranted: (flow: string, version?: number) => string | undefined
  /** As in running text: `giấy đi đường`. */
  permitName: (kind: string) => string
  procedureName: (flow: string) => string
  now: Clock
}

/**
 * The permits of one citizen: those in force may be picked, those that wait, ended a short while ago or were revoked
 * are told in `list`. A flow that grants one kind is offered only that kind.
 */
export function createLookUpPermits(ports: LookUpPermitsPorts) {
  const { dossiers, permits, kindGranted, permitName, procedureName, now } = ports

  return async (citizen: CitizenId, flow: string | undefined): Promise<FactsEvent> => {
    const at = now()
    const wanted = flow === undefined ? undefined : kindGranted(flow)
    const all = await permits.ofCitizen(citizen, READ)
    const mine = all.filter(({ kind }) => wanted === undefined || kind === wanted)
    const valid = mine.filter((permit) => isInForce(permit, at)).slice(0, MOST)
    const past = mine.filter((permit) => isNews(permit, at) && !isStoodInFor(permit, all)).slice(0, MOST)
    const waiting = (await dossiers.ofCitizen(citizen, READ))
      .filter((filed) => isWaiting(filed.status) && kindGranted(filed.flow, filed.flowVersion) !== undefined)
      .slice(0, MOST)
    const isForSeveral = new Set(valid.map(personKey)).size > 1
    const holderOf = ({ name }: Permit) => (isForSeveral ? name : undefined)
    const lines = [
      ...valid.map((permit) => inForceLine(permit, permitName(permit.kind), holderOf(permit), at)),
      ...waiting.map((dossier) => waitingLine(dossier, procedureName(dossier.flow))),
      ...past.map((permit) => pastLine(permit, permitName(permit.kind))),
    ]
    const facts = { list: lines.map((line) => `• ${line}`).join('\n'), count: String(valid.length) }
    if (valid.length === 0) return { type: 'FACTS', found: false, facts }
    const options = await Promise.all(
      valid.map(async (permit, i) => {
        const facts = { permitName: permitName(permit.kind), period: periodOf(permit, at) }
        return toOption(permit, `p${i + 1}`, holderOf(permit), facts, await dossiers.find(permit.dossier))
      }),
    )
    return { type: 'FACTS', found: true, facts, options }
  }
}

const isInForce = ({ revokedAt, validUntil }: Permit, at: number): boolean => revokedAt === undefined && validUntil > at

const isNews = (permit: Permit, at: number): boolean =>
  !isInForce(permit, at) && at - Math.min(permit.validUntil, permit.revokedAt ?? Infinity) < TOLD_FOR

/** Revoked only because another took its place: its holder has lost nothing. */
const isStoodInFor = ({ id, revokedAt }: Permit, all: readonly Permit[]): boolean =>
  revokedAt !== undefined && all.some(({ replaces, issuedAt }) => replaces === id && issuedAt === revokedAt)

/** `từ 06:00 01/05/2030 đến 17:00 04/05/2030`; without its begin once that has passed. */
const periodOf = (permit: Permit, at: number): string => {
  const end = `đến ${renderInstant(permit.validUntil)}`
  const begins = firstValid(permit)
  return begins > at ? `từ ${renderInstant(begins)} ${end}` : end
}

/** Whose it is is said where one citizen filed for several people. */
const inForceLine = (permit: Permit, name: string, holder: string | undefined, at: number): string =>
  `${capitalised(name)} số ${permit.number}${holder === undefined ? '' : ` của ${holder}`}: dùng được ${periodOf(permit, at)}${permit.terms ? ` (${renderTerms(permit.terms)})` : ''}`

const waitingLine = ({ code, status }: DossierSummary, procedure: string): string =>
  status === 'supplement'
    ? `${procedure}, hồ sơ ${code}: cán bộ đang chờ ông/bà bổ sung`
    : `${procedure}, hồ sơ ${code}: đang chờ duyệt (${STATUSES[status].label})`

function pastLine({ number, validUntil, revokedAt, revokedBecause }: Permit, name: string): string {
  const title = `${capitalised(name)} số ${number}`
  if (revokedAt === undefined) return `${title}: đã hết hạn lúc ${renderInstant(validUntil)}`
  const because = revokedBecause ? `, lý do: ${revokedBecause}` : ''
  return `${title}: đã được thu hồi lúc ${renderInstant(revokedAt)}${because}`
}

/** Answers of the old filing that a new one takes over; the new permit begins where the old one ends. */
const TAKEN_OVER: ReadonlySet<string> = new Set([
  'applicant',
  'citizenNumber',
  'phone',
  'purpose',
  'from',
  'to',
  'plate',
  'hours',
  'days',
  'companions',
])

function toOption(
  { id, number, validUntil }: Permit,
  key: string,
  holder: string | undefined,
  facts: Record<string, string>,
  dossier: Dossier | undefined,
): Option {
  const end = renderInstant(validUntil)
  const taken = (dossier?.answers ?? []).filter((answer) => TAKEN_OVER.has(answer.key))
  const label = `${number}${holder === undefined ? '' : ` của ${holder}`}, dùng đến ${end}`
  return {
    ...{ key, label },
    facts: { ...facts, permit: id, number, validUntil: end },
    answers: {
      // Where the pick is saved as `permit`, the filing names the permit itself and not its place in a list.
      permit: { value: id, shown: label },
      // A permit without a vehicle: the question of the plate was passed over, and is again.
      plate: { value: '', shown: '' },
      ...Object.fromEntries(taken.map(({ key, value, shown }) => [key, { value, shown }])),
      validFrom: { value: String(validUntil), shown: end },
    },
  }
}
