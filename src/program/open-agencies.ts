import { type AgencyBook, createAgencyBook } from '../casework/agency-book.ts'
import { type Agency, agencies as agencyList, formerAgencies, provincialCentre } from '../dossiers/agencies.ts'
import { continuing, isCompetentOn, isOpenOn, knownAbove, receiving } from '../dossiers/agency-days.ts'
import type { Other } from '../dossiers/acts/act.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import type { Posting } from '../dossiers/postings.ts'
import { type Clock, SECOND, toVietnamDay, type VietnamDay } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { province } from '../province/province.ts'
import { startRounds } from './rounds.ts'
import { createAgencies } from '../storage/agencies.ts'
import { renderTelephone } from '../province/desk-hours.ts'
import { adoptCalendars, seededCalendars } from '../province/work-calendar.ts'
import { createCalendarBook } from '../casework/calendar-book.ts'
import { createCalendarVersions } from '../storage/calendar-versions.ts'
import { createAgencyVersions } from '../storage/agency-versions.ts'
import type { Engine } from '../storage/engine/engine.ts'

export type OpenAgencies = Awaited<ReturnType<typeof openAgencies>>

/** The agencies as the tables have them, after those that they lack were added. */
export async function openAgencies(engine: Engine, now: Clock) {
  const table = createAgencies(engine)
  await table.addMissing([...agencyList, ...formerAgencies])
  const book = createAgencyBook({
    seeds: (await table.all()).map(withParent),
    versions: createAgencyVersions(engine),
    changed: () => adopt(),
    now,
  })
  /** Who keeps which calendar is said by agencies, when each of them works by the calendars: what is new in one concerns both. */
  const adopt = (calendars = calendarBook.calendars()) => adoptCalendars(calendars, (code) => keptFrom(book, code))
  const calendarBook = createCalendarBook({
    ...{ seed: seededCalendars, versions: createCalendarVersions(engine), adopt, now },
  })
  await calendarBook.refresh()
  await book.refresh()
  const today = () => toVietnamDay(now())
  /** An agency, or who continues its work. */
  const atWork = (code: string): Agency | undefined => continuing(book.today(), code, today()) ?? book.today().get(code)
  const agencyName = (code: string) => book.today().get(code)?.name ?? code
  /** As a citizen reads which agency has something, and how to reach it. */
  const officeOf = (code: string): string =>
    `${agencyName(code)}, điện thoại ${renderTelephone(atWork(code)?.telephone)}`
  return {
    book,
    calendarBook,
    agencyName,
    telephoneOf: (code: string): string | undefined => atWork(code)?.telephone,
    placeOf: (code: string): string | undefined => atWork(code)?.place,
    officeOf,
    /** Of a unit that worked on that day and is no more: how it was called, and who continues its work. */
    continuedBy: (unit: string, day: VietnamDay): { former: string; now: string } | undefined => {
      const [former, now] = [knownAbove(book.today(), unit, today()), atWork(unit)]
      const worked = former && (former.validTo === undefined || day <= former.validTo)
      return worked && now && isOpenOn(now, today()) && former.code !== now.code
        ? { former: former.name, now: officeOf(now.code) }
        : undefined
    },
    /** Those of this province as it is; not those whose codes are only still typed. */
    agencyCodes: (): string[] => [...book.today().values()].filter(isOurs).map(({ code }) => code),
    agencyNow: (code: string): Other | undefined => {
      const agency = book.today().get(code)
      if (!agency) return undefined
      const { name, telephone } = agency
      if (isOpenOn(agency, today())) return { code, name, ...(telephone !== undefined && { telephone }) }
      const successor = continuing(book.today(), code, today())
      return { code, name, closed: { ...(successor && { successor: successor.name }) } }
    },
    /** Whether an agency is not competent for a dossier today. */
    isOutside: (code: string, dossier: Pick<Dossier, 'flow' | 'agency'>): boolean =>
      !isCompetentOn(book.today(), code, dossier, today()),
    /** Who receives what is filed for this agency today. */
    receiverOf: (code: string, flow: string): string =>
      receiving(book.today(), code, flow, today()) ?? provincialCentre,
    /** Whoever works at an agency works also on what lies at those that it continues. */
    withContinued: (postings: readonly Posting[]): Posting[] =>
      postings.flatMap((posting) => [
        posting,
        ...(posting.agency === undefined ? [] : book.continuedBy(posting.agency))
          .filter((code) => isOurs(book.today().get(code)))
          .map((agency) => ({ ...posting, agency })),
      ]),
    /** Answers how to stop. */
    follow: (log: Log): (() => void) =>
      startRounds(
        [{ what: 'agencies', every: 5 * SECOND, work: () => Promise.all([book.refresh(), calendarBook.refresh()]) }],
        log,
      ),
  }
}

/** The calendar that an agency keeps from each day on which anything changed; a closed one that of its successor. */
function keptFrom({ known, on }: AgencyBook, code: string) {
  const days = [...new Set(known().versions.map(({ since }) => since))].toSorted()
  return days.map((from) => ({ from, id: (continuing(on(from), code, from) ?? on(from).get(code))?.calendar }))
}

const isOurs = (agency: Agency | undefined): boolean =>
  agency !== undefined && (agency.validTo === undefined || agency.validTo >= province.since)

/** The table knows no tree: what began in it lies beneath the centre. */
const withParent = (agency: Agency): Agency =>
  agency.level === 'province' ? agency : { ...agency, parent: provincialCentre }
