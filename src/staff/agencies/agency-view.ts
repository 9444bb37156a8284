import { lastPlaceOf } from '../../casework/agency-book.ts'
import type { Agency } from '../../dossiers/agencies.ts'
import { agenciesOn, continuing, isOpenOn, standing } from '../../dossiers/agency-days.ts'
import { hasRole } from '../../dossiers/postings.ts'
import { renderDay, toVietnamDay } from '../../kernel/clock.ts'
import { fold } from '../../kernel/text.ts'
import { calendarNames } from '../../province/work-calendar.ts'
import { toPage } from '../frame/layout.tsx'
import { isProvincial } from '../people/may-administer.ts'
import type { OfficeStaff } from '../people/pages/frame.tsx'
import type { Names } from './agency-words.ts'
import type { Choices } from './pages/agency-fields.tsx'
import { AgencyPage, type AgencyPageProps, type ShownVersion } from './pages/agency-page.tsx'
import type { AgencyRoutesPorts } from './ports.ts'
import { formOf } from './read-agency.ts'

/** Gathers what the pages of agencies show. */
export function createAgencyView({ agencyBook, procedures, now }: Omit<AgencyRoutesPorts, 'staffOf'>) {
  const today = () => toVietnamDay(now())

  /** As it is today, or as it will begin. */
  const find = (code: string): Agency | undefined =>
    agencyBook.today().get(code) ?? standing(agencyBook.known().versions).find((row) => row.code === code)?.entry

  const names: Names = {
    agency: (code) => find(code)?.name ?? code,
    procedure: (flow) => procedures().find((it) => it.flow === flow)?.name ?? flow,
    calendar: (id) => calendarNames().find((it) => it.id === id)?.name ?? id,
  }

  const choices = (): Choices => ({
    agencies: [...agencyBook.today().values()].filter((it) => isOpenOn(it, today())),
    calendars: calendarNames(),
    procedures: procedures(),
  })

  const historyOf = (code: string): ShownVersion[] => {
    const { seeds, versions } = agencyBook.known()
    const holding = new Set(standing(versions).map(({ place }) => place))
    const own = versions.filter((row) => row.code === code)
    return own.toReversed().map((row) => ({
      row,
      before: agenciesOn(
        seeds,
        versions.filter(({ place }) => place < row.place),
        row.since,
      ).get(code),
      part: !holding.has(row.place) ? 'overruled' : row.since > today() ? 'planned' : 'in force',
    }))
  }

  /** What is planned for an agency, for its line in the list. */
  const nextOf = (code: string): string | undefined => {
    const next = standing(agencyBook.known().versions).find((row) => row.code === code && row.since > today())
    return next && `thay đổi từ ${renderDay(next.since)}`
  }

  const render = (staff: OfficeStaff, agency: Agency, shown: Partial<AgencyPageProps> = {}): string => {
    const seen = lastPlaceOf(agencyBook.known().versions, agency.code)
    return toPage(
      AgencyPage({
        ...{ staff, agency, names, choices: choices(), history: historyOf(agency.code), today: today() },
        isOpen: isOpenOn(agency, today()),
        may: isProvincial(staff) ? 'all' : hasRole(staff.postings, 'administrator', agency.code) ? 'own' : 'nothing',
        typed: formOf(agency, today(), seen),
        close: formOf(agency, today(), seen),
        wrong: {},
        ...shown,
      }),
    )
  }

  /** The tree of those that a word fits, and those beside it. */
  const tree = (asked: string) => {
    const fits = ({ name, code }: Agency) => fold(`${name} ${code}`).includes(fold(asked))
    const all = [...agencyBook.today().values()]
    const open = all.filter((it) => isOpenOn(it, today()))
    const codes = new Set(open.map(({ code }) => code))
    const begun = new Set(all.map(({ code }) => code))
    const below = (parent: string | undefined, depth: number): { agency: Agency; depth: number }[] =>
      open
        .filter((it) => (it.parent !== undefined && codes.has(it.parent) ? it.parent : undefined) === parent)
        .toSorted((a, b) => (a.code < b.code ? -1 : 1))
        .flatMap((agency) => [{ agency, depth }, ...below(agency.code, depth + 1)])
    return {
      open: below(undefined, 0)
        .filter(({ agency }) => fits(agency))
        .map((row) => ({ ...row, next: nextOf(row.agency.code) })),
      closed: all
        .filter((it) => !codes.has(it.code) && !isNeverOpen(it) && fits(it))
        .map((agency) => ({
          agency,
          successor: continuing(agencyBook.today(), agency.code, today())?.name ?? 'chưa có cơ quan kế tục',
        })),
      planned: standing(agencyBook.known().versions)
        .filter(
          ({ code, entry }, i, rows) =>
            !begun.has(code) && rows.findIndex((it) => it.code === code) === i && !isNeverOpen(entry),
        )
        .map(({ entry }) => entry)
        .filter(fits),
    }
  }

  return { find, names, choices, render, tree, today }
}

/** What was to begin and was taken back. */
const isNeverOpen = ({ validFrom, validTo }: Agency): boolean => validTo !== undefined && validTo < validFrom
