import { renderDay, type VietnamDay } from '../kernel/clock.ts'
import { type Agency, LEVELS } from './agencies.ts'
import { agenciesOn, type AgencyMap, type AgencyVersion, continuing, isOpenOn } from './agency-days.ts'

/** What stands against a state of the agencies, as a sentence for whoever changes them, at one field of one agency. */
export interface AgencyProblem {
  code: string
  field: keyof Agency
  text: string
}

/** Everything that stands against what the agencies are on a day. */
export function problemsOn(agencies: AgencyMap, day: VietnamDay): AgencyProblem[] {
  const areas = new Map<number, Agency>()
  return [...agencies.values()].flatMap((agency): AgencyProblem[] => {
    const { code, area } = agency
    const at = (field: keyof Agency, text: string | undefined): AgencyProblem[] =>
      text === undefined ? [] : [{ code, field, text }]
    if (!isOpenOn(agency, day)) return at('successor', successorProblem(agencies, agency, day))
    const twin = area === undefined ? undefined : areas.get(area)
    if (area !== undefined) areas.set(area, agency)
    return [
      ...at('parent', parentProblem(agencies, agency, day)),
      ...at(
        'area',
        twin && `${twin.name} đã nhận hồ sơ của địa bàn này. Mỗi xã, phường chỉ một cơ quan đang hoạt động.`,
      ),
    ]
  })
}

function successorProblem(agencies: AgencyMap, agency: Agency, day: VietnamDay): string | undefined {
  const { code, name, successor, validFrom, validTo } = agency
  // What was to begin and was taken back before it did.
  if (validTo !== undefined && validTo < validFrom) return undefined
  if (successor === undefined) return `${name} thôi hoạt động thì cần một cơ quan kế tục, để hồ sơ có nơi đi tiếp.`
  if (successor === code) return 'Cơ quan kế tục phải là một cơ quan khác.'
  if (!agencies.has(successor)) return `Không có cơ quan mang mã ${successor} vào ngày ${renderDay(day)}.`
  if (continuing(agencies, code, day)) return undefined
  const seen = new Set([code])
  for (let at = agencies.get(successor); at; at = at.successor === undefined ? undefined : agencies.get(at.successor)) {
    if (seen.has(at.code))
      return `Các cơ quan kế tục nhau thành vòng tròn (${[...seen, at.code].join(' → ')}), hồ sơ không tới đâu.`
    seen.add(at.code)
  }
  return `Ngày ${renderDay(day)} cơ quan kế tục cũng không hoạt động. Xin chọn cơ quan còn hoạt động.`
}

const depthOf = ({ level }: Agency): number => LEVELS.indexOf(level)

function parentProblem(agencies: AgencyMap, agency: Agency, day: VietnamDay): string | undefined {
  const { code, level, parent } = agency
  if (parent === undefined) return level === 'province' ? undefined : 'Cơ quan này cần một cơ quan cấp trên.'
  const above = agencies.get(parent)
  if (!above) return `Không có cơ quan mang mã ${parent} vào ngày ${renderDay(day)}.`
  if (!isOpenOn(above, day))
    return `${above.name} không hoạt động vào ngày ${renderDay(day)}. Xin chọn cơ quan cấp trên khác.`
  const isBelow = depthOf(above) < depthOf(agency) || (level === 'province' && above.level === 'province')
  if (!isBelow) return `${above.name} không phải là cấp trên của cơ quan này.`
  const seen = new Set([code])
  for (let at: Agency | undefined = above; at; at = at.parent === undefined ? undefined : agencies.get(at.parent)) {
    if (seen.has(at.code)) return 'Các cơ quan trực thuộc nhau thành vòng tròn.'
    seen.add(at.code)
  }
  return undefined
}

/** What rows would break on any of their days or later that stands well without them; each sentence once. */
export function problemsOfRows(
  seeds: readonly Agency[],
  before: readonly AgencyVersion[],
  after: readonly AgencyVersion[],
): AgencyProblem[] {
  const earliest = after
    .slice(before.length)
    .map(({ since }) => since)
    .toSorted()[0]
  if (earliest === undefined) return []
  const days = new Set([...seeds.map(({ validFrom }) => validFrom), ...after.map(({ since }) => since)])
  const found = new Map<string, AgencyProblem>()
  for (const day of [...days].filter((it) => it >= earliest).toSorted()) {
    const known = new Set(problemsOn(agenciesOn(seeds, before, day), day).map(keyOf))
    for (const problem of problemsOn(agenciesOn(seeds, after, day), day))
      if (!known.has(keyOf(problem)) && !found.has(keyOf(problem))) found.set(keyOf(problem), problem)
  }
  return [...found.values()]
}

const keyOf = ({ code, field }: AgencyProblem): string => `${code} ${field}`
