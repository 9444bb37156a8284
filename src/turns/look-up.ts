import type { ProspectOf } from '../casework/names.ts'
import { CONSENTS_OF_SESSION } from '../conversation/session/named-flows.ts'
import type { FactsEvent, Option, Query, Session } from '../conversation/words/session.ts'
import type { Dossier, DossierSummary } from '../dossiers/dossier.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import { partsOfCode } from '../dossiers/code.ts'
import { clockStart } from '../dossiers/deadlines/clock-start.ts'
import { lastWordIn } from '../dossiers/last-word.ts'
import { outlookOf } from '../dossiers/outlook.ts'
import { isRateable } from '../dossiers/rating.ts'
import { isWaiting, STATUSES } from '../dossiers/status.ts'
import { DAY, renderDay, renderInstant, toVietnamDay, type VietnamDay } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'
import { createLookUpVisits } from './look-up-visits.ts'
import { createLookUpPermits, type LookUpPermitsPorts } from './look-up-permits.ts'
import type { CitizenRecords, LookupGuesses, Ratings } from './ports.ts'

/** Where the clock of a dossier began. */
type Start = ReturnType<typeof clockStart>

/** As many as fit one message. */
const MOST = 10

interface LookUpPorts extends LookUpPermitsPorts {
  dossiers: Pick<Dossiers, 'find' | 'findByCode' | 'actions' | 'ofCitizen'>
  records: CitizenRecords
  ratings: Ratings
  guesses: LookupGuesses
  prospectOf: ProspectOf
  /** An agency by its name, with its telephone. */
  officeOf?: (code: string) => string
  telephoneOf?: (code: string) => string | undefined
  /** Of a unit that worked on that day and is no more: how it was called, and who continues its work, with its telephone. */
  continuedBy?: (unit: string, day: VietnamDay) => { former: string; now: string } | undefined
}

/** The secret has four letters, about twenty bits: at this pace a year of guessing finds one in two hundred. */
const MOST_GUESSES = 10
const GUESSES_WITHIN = DAY

const agreedTo = new Map<string, string>(Object.entries(CONSENTS_OF_SESSION))

const PAUSED = 'Tiếp theo: cơ quan tạm dừng giải quyết vì lý do đã ghi; khi xử lý tiếp, tôi nhắn ông/bà ngay tại đây.'

const GONE_ON = 'Hồ sơ kia đi tiếp, ông/bà không cần nộp lại. Nếu đây là hai việc khác nhau, ông/bà nhắn “gặp cán bộ”.'

const NOTHING: FactsEvent = { type: 'FACTS', found: false, facts: {} }
const found = (facts: Record<string, string>, options?: Option[]): FactsEvent => ({
  ...{ type: 'FACTS', found: true, facts },
  ...(options && { options }),
})

/** Fetches the facts a conversation asked for. What a stranger may not see is answered as not found. */
export function createLookUp(ports: LookUpPorts) {
  const { dossiers, records, ratings, guesses, procedureName, prospectOf, officeOf, telephoneOf, continuedBy, now } =
    ports
  const myPermits = createLookUpPermits(ports)
  const myVisits = createLookUpVisits(ports)
  /** Its code, of a visit that stands. */
  const visitOf = (dossier: DossierSummary): Record<string, string> =>
    isWaiting(dossier.status) && prospectOf(dossier, now())?.isVisit ? { visit: dossier.code } : {}
  /** What comes next, as far as what was filed promises it, and who has it. */
  const nextOf = (dossier: DossierSummary, start?: Start): string =>
    [promiseOf(dossier, start), ...(officeOf ? [`Nơi giữ hồ sơ: ${officeOf(dossier.holder)}.`] : [])]
      .filter((line) => line !== '')
      .join('\n')
  const promiseOf = (dossier: DossierSummary, start?: Start): string => {
    const prospect = prospectOf(dossier, now())
    const clock = dossier.dueAt === null ? undefined : { dueAt: dossier.dueAt, now: now() }
    if (dossier.lastAction === 'paused') return PAUSED
    if (dossier.lastAction === 'found duplicate') return GONE_ON
    return prospect
      ? outlookOf(
          dossier.status,
          prospect,
          typeof start === 'object' ? start.at : start,
          clock,
          telephoneOf?.(dossier.holder),
        ).join('\n')
      : ''
  }
  /** A score may be given anew, so it is shown; before the name, because phones cut long labels off. */
  const toOption = (dossier: DossierSummary, i: number, score?: number): Option => {
    const facts = {
      dossier: dossier.id,
      note: '',
      next: nextOf(dossier),
      ...visitOf(dossier),
      ...toFacts(dossier, procedureName),
    }
    const rated = score === undefined ? '' : ` (đã chấm ${score}/5)`
    return { key: `d${i + 1}`, label: `${facts.code}${rated}: ${facts.procedure}`, facts }
  }

  /** A code from before a merger: who continues that unit's work knows the dossier. */
  const ofFormerUnit = (code: string): FactsEvent => {
    const { unit: filedWith, day } = partsOfCode(code)
    const unit = continuedBy?.(filedWith, day)
    if (!unit) return NOTHING
    const because = `Mã ${code} là của đơn vị cũ: ${unit.former}. Hồ sơ này không có trên Zalo này.\n\nViệc của đơn vị cũ nay do ${unit.now} làm tiếp. Ông/bà gọi số đó và đọc mã này, hoặc mang căn cước và giấy tiếp nhận đến, cán bộ tìm giúp.`
    return { ...NOTHING, because }
  }

  const oneDossier = async (citizen: CitizenId, code: string, factor: string): Promise<FactsEvent> => {
    const dossier = await dossiers.findByCode(code)
    if (!dossier) return ofFormerUnit(code)
    if (dossier.citizen !== citizen) {
      if (factor === '') return NOTHING
      const { count, until } = await guesses.count(dossier.id, now(), GUESSES_WITHIN)
      if (count > MOST_GUESSES) return { ...NOTHING, closedUntil: until }
      if (!isSecretOf(dossier, factor)) return NOTHING
      await guesses.giveBack(dossier.id)
    }
    const history = await dossiers.actions(dossier.id)
    const next = nextOf(dossier, clockStart(history))
    const last = lastWordIn(history)
    const note = last ? `Ghi chú: ${last}` : ''
    // Only who filed it may do anything to it.
    const own: Record<string, string> = dossier.citizen === citizen ? { dossier: dossier.id, ...visitOf(dossier) } : {}
    return found({ ...toFacts(dossier, procedureName), note, next, ...own })
  }

  const myDossiers = async (citizen: CitizenId): Promise<FactsEvent> => {
    const mine = await dossiers.ofCitizen(citizen, MOST)
    if (mine.length === 0) return NOTHING
    const list = mine.map((dossier, i) => `${i + 1}. ${toLines(toFacts(dossier, procedureName))}`).join('\n\n')
    return found(
      { list, count: String(mine.length) },
      mine.map((dossier, i) => toOption(dossier, i)),
    )
  }

  const toRate = async (citizen: CitizenId): Promise<FactsEvent> => {
    const finished = (await dossiers.ofCitizen(citizen, 50)).filter((dossier) => isRateable(dossier, now()))
    if (finished.length === 0) return NOTHING
    const shown = finished.slice(0, MOST)
    const given = await ratings.ofDossiers(shown.map(({ id }) => id))
    return found(
      {},
      shown.map((dossier, i) => toOption(dossier, i, given.get(dossier.id)?.score)),
    )
  }

  const myData = async (citizen: CitizenId, session: Session): Promise<FactsEvent> => {
    const { messages, files, dossiers: filed, consents } = await records.summary(citizen)
    const drafts = [...(session.position ? [session.position] : []), ...session.drafts]
      .filter(({ context }) => Object.keys(context.answers).length > 0)
      .map(({ flow }) => procedureName(flow))
    const agreed = consents.filter(({ given }) => given).slice(-5)
    const lines = [
      `${messages} tin nhắn của ông/bà`,
      filed > 0 ? `${filed} hồ sơ đã nộp (nhắn “tra cứu” để xem)` : 'Chưa có hồ sơ nào đã nộp',
      ...(drafts.length > 0 ? [`Hồ sơ đang làm dở: ${[...new Set(drafts)].join(', ')}`] : []),
      ...(files > 0 ? [`${files} ảnh hoặc tệp chưa nộp`] : []),
      session.known
        ? `Thông tin được nhớ cho lần sau: ${Object.keys(session.known.answers).length} mục`
        : 'Không nhớ thông tin nào cho lần sau',
      ...(session.missed ? [`${session.missed.length} câu tôi chưa hiểu, chưa ai xem`] : []),
      ...agreed.map(
        ({ flow, at }) => `Đã đồng ý ngày ${renderDay(toVietnamDay(at))}: ${agreedTo.get(flow) ?? procedureName(flow)}`,
      ),
    ]
    return found({ list: lines.map((line) => `• ${line}`).join('\n') })
  }

  return async (citizen: CitizenId, query: Query, session: Session): Promise<FactsEvent> => {
    switch (query.name) {
      case 'dossier':
        return oneDossier(citizen, query.code, query.factor)
      case 'my dossiers':
        return myDossiers(citizen)
      case 'my permits':
        return myPermits(citizen, session.position?.flow)
      case 'my visits':
        return myVisits(citizen)
      case 'dossiers to rate':
        return toRate(citizen)
      case 'my data':
        return myData(citizen, session)
    }
  }
}

/** Codes are sequential and can be guessed: whoever did not file the dossier must know the secret of its receipt. */
const isSecretOf = (dossier: Dossier, factor: string): boolean => dossier.lookupSecret === factor.toUpperCase()

type Named = Pick<DossierSummary, 'code' | 'flow' | 'status' | 'filedAt' | 'updatedAt'>

const toFacts = (dossier: Named, procedureName: (flow: string) => string) => ({
  code: dossier.code,
  procedure: procedureName(dossier.flow),
  status: STATUSES[dossier.status].label,
  filedAt: renderInstant(dossier.filedAt),
  updatedAt: renderInstant(dossier.updatedAt),
})

const toLines = (facts: ReturnType<typeof toFacts>): string =>
  `${facts.code}\n${facts.procedure}\nTrạng thái: ${facts.status} (${facts.updatedAt})`
