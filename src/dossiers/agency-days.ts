import type { VietnamDay } from '../kernel/clock.ts'
import type { Agency } from './agencies.ts'
import type { Dossier } from './dossier.ts'

/** What an agency is from a day on, as somebody recorded it. Rows are appended and never changed. */
export interface AgencyVersion {
  /** Its place among all of them, in the order in which they were recorded. */
  place: number
  code: string
  since: VietnamDay
  entry: Agency
  why: string
  recordedBy: string
  recordedAt: number
}

/** Agencies by their codes. */
export type AgencyMap = ReadonlyMap<string, Agency>

/** Those that hold: of several from the same day the one recorded last. In order of the day. */
export function standing(versions: readonly AgencyVersion[]): AgencyVersion[] {
  const last = new Map(
    versions
      .toSorted((a, b) => a.place - b.place)
      .map((row): [string, AgencyVersion] => [`${row.code} ${row.since}`, row]),
  )
  return [...last.values()].toSorted((a, b) => (a.since === b.since ? a.place - b.place : a.since < b.since ? -1 : 1))
}

/** All agencies that had begun by this day, as they were on it, closed ones too. */
export function agenciesOn(seeds: readonly Agency[], versions: readonly AgencyVersion[], day: VietnamDay): AgencyMap {
  const known = new Map(seeds.filter(({ validFrom }) => validFrom <= day).map((agency) => [agency.code, agency]))
  for (const { code, since, entry } of standing(versions)) if (since <= day) known.set(code, entry)
  for (const [code, { validFrom }] of known) if (validFrom > day) known.delete(code)
  return known
}

export const isOpenOn = ({ validFrom, validTo }: Pick<Agency, 'validFrom' | 'validTo'>, day: VietnamDay): boolean =>
  validFrom <= day && (validTo === undefined || day <= validTo)

/**
 * The agency that does the work of this code on a day: itself while it is open, else who continues it, over as many mergers as
 * there were. A code that nobody knows follows a closed unit above it: `H04.32` goes where `H04` went.
 */
export function continuing(agencies: AgencyMap, code: string, day: VietnamDay): Agency | undefined {
  const seen = new Set<string>()
  for (let at = knownAbove(agencies, code, day); at && !seen.has(at.code);) {
    if (isOpenOn(at, day)) return at
    seen.add(at.code)
    at = at.successor === undefined ? undefined : agencies.get(at.successor)
  }
  return undefined
}

/** Whose a code of a closed unit is, as far as it is known: its own, or that of the nearest closed one above it. */
export function knownAbove(agencies: AgencyMap, code: string, day: VietnamDay): Agency | undefined {
  const own = agencies.get(code)
  if (own) return own
  for (let cut = code.lastIndexOf('.'); cut > 0; cut = code.lastIndexOf('.', cut - 1)) {
    const above = agencies.get(code.slice(0, cut))
    if (above) return isOpenOn(above, day) ? undefined : above
  }
  return undefined
}

/** Whether an agency deals with a procedure. */
const isCompetent = ({ competentFor }: Agency, flow: string): boolean => competentFor?.includes(flow) ?? true

/** Who receives a filing for this agency: who continues its work, or the first above that deals with the procedure. */
export function receiving(agencies: AgencyMap, code: string, flow: string, day: VietnamDay): string | undefined {
  const first = continuing(agencies, code, day)
  const seen = new Set<string>()
  for (let at = first; at && !seen.has(at.code);) {
    if (isCompetent(at, flow)) return at.code
    seen.add(at.code)
    at = at.parent === undefined ? undefined : continuing(agencies, at.parent, day)
  }
  return first?.code
}

/**
 * Whether the agency of this code deals with a dossier. Who receives such a filing does. What belongs to a commune is no other
 * commune's, nor its province's unless that names the procedure (NĐ 309/2026, Điều 17.3: "outside the area").
 */
export function isCompetentOn(
  agencies: AgencyMap,
  code: string,
  { flow, agency }: Pick<Dossier, 'flow' | 'agency'>,
  day: VietnamDay,
): boolean {
  const at = continuing(agencies, code, day)
  const receiver = agencies.get(receiving(agencies, agency, flow, day) ?? agency)
  if (at === undefined || at.code === receiver?.code) return at !== undefined
  if (!isCompetent(at, flow)) return false
  if (receiver?.area === undefined) return true
  return at.area === undefined && (at.competentFor !== undefined || at.level === receiver.level)
}

/** Of each open agency those closed ones whose work it continues. */
export function predecessors(agencies: AgencyMap, day: VietnamDay): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [code, agency] of agencies) {
    if (isOpenOn(agency, day)) continue
    const now = continuing(agencies, code, day)
    if (now) found.set(now.code, [...(found.get(now.code) ?? []), code])
  }
  return found
}
