import { daysAfter, type VietnamDay } from '../kernel/clock.ts'
import type { Agency } from './agencies.ts'
import { agenciesOn, type AgencyVersion, standing } from './agency-days.ts'

/** What is to hold of an agency from a day on. */
export interface AgencyChange {
  code: string
  since: VietnamDay
  entry: Agency
  why: string
}

type Field = keyof Agency

const FIELDS: readonly Field[] = [
  ...(['name', 'level', 'area', 'parent', 'validFrom', 'validTo', 'successor'] as const),
  ...(['telephone', 'place', 'calendar', 'competentFor'] as const),
]

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What differs between two states of an agency. */
export const changedFields = (before: Agency | undefined, after: Agency): Field[] =>
  FIELDS.filter((field) => !isSame(before?.[field], after[field]))

/**
 * The rows of one change: itself, and what is planned for later days with the same fields changed, so that a name that begins next
 * month does not bring back the telephone of before. Nothing where all is so already.
 */
export function rowsOf(
  seeds: readonly Agency[],
  versions: readonly AgencyVersion[],
  { code, since, entry, why }: AgencyChange,
): AgencyChange[] {
  const before = agenciesOn(seeds, versions, since).get(code)
  const changed = changedFields(before, entry)
  if (changed.length === 0) return []
  const later = standing(versions).filter((row) => row.code === code && row.since > since)
  const carried = later.flatMap((row): AgencyChange[] => {
    const own = changed.filter((field) => isSame(row.entry[field], before?.[field]))
    const merged = own.reduce((it, field) => withField(it, field, entry), row.entry)
    return own.length > 0 && before ? [{ code, since: row.since, entry: merged, why }] : []
  })
  return [{ code, since, entry, why }, ...carried]
}

function withField(to: Agency, field: Field, from: Agency): Agency {
  const { [field]: _, ...rest } = to
  return { ...rest, ...(from[field] !== undefined && { [field]: from[field] }) } as Agency
}

/** The change that takes a planned one back: from its day on all is as on the day before; what was to begin never does. */
export function withdrawing(
  seeds: readonly Agency[],
  versions: readonly AgencyVersion[],
  { code, since, entry }: AgencyVersion,
  why: string,
): AgencyChange {
  const dayBefore = daysAfter(since, -1)
  const { validTo: _, successor: __, ...begun } = entry
  const before = agenciesOn(seeds, versions, dayBefore).get(code) ?? { ...begun, validTo: dayBefore }
  return { code, since, entry: before, why }
}

/** The entry of an agency that takes no new dossiers from a day on. */
export const closing = (entry: Agency, since: VietnamDay, successor: string): Agency => ({
  ...entry,
  ...{ validTo: daysAfter(since, -1), successor },
})

/** The versions with rows after them, as if these were recorded already. */
export const withRows = (versions: readonly AgencyVersion[], rows: readonly AgencyChange[]): AgencyVersion[] => [
  ...versions,
  ...rows.map((row, i) => ({ ...row, place: (versions.at(-1)?.place ?? 0) + i + 1, recordedBy: '', recordedAt: 0 })),
]
