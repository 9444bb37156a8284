import communesFile from '#province/communes.json' with { type: 'json' }
import otherProvincesFile from '#province/other-provinces.json' with { type: 'json' }
import type { CommunesFile, OtherProvincesFile } from './province-format.ts'

/**
 * Where a journey starts or ends, as small numbers that fit a signed code: below 1000 the province's own communes,
 * 1000 + statistics code another province.
 */
export interface Area {
  code: number
  name: string
  kind: 'ward' | 'commune' | 'province'
}

/** One of the province's own, with a point in its midst (degrees). */
interface Commune extends Area {
  latitude: number
  longitude: number
}

export const communes: readonly Commune[] = (communesFile as CommunesFile).communes

export const areas: readonly Area[] = [
  ...communes,
  ...(otherProvincesFile as OtherProvincesFile).provinces.map(({ code, name }): Area => ({
    code: 1000 + code,
    name,
    kind: 'province',
  })),
]

const byCode = new Map(areas.map((area) => [area.code, area]))

export const findArea = (code: number): Area | undefined => byCode.get(code)

/** `Phường An Xuyên`, `Xã Đất Mũi`, `Cần Thơ`; a code this version does not know is shown as it is. */
export function renderArea(code: number): string {
  const area = byCode.get(code)
  if (!area) return `Khu vực ${code}`
  return area.kind === 'province' ? area.name : `${area.kind === 'ward' ? 'Phường' : 'Xã'} ${area.name}`
}

const KM = 111.2
/** Farther from the midst of a commune nobody is still within the province. */
const FARTHEST_KM = 25

/** The communes whose midst is nearest to a point, at most two. A midst is not a border: which one it is can only be asked. */
export function nearestCommunes(latitude: number, longitude: number): Area[] {
  const east = Math.cos((latitude * Math.PI) / 180)
  return communes
    .map((area) => ({
      area,
      km: KM * Math.hypot(area.latitude - latitude, (area.longitude - longitude) * east),
    }))
    .filter(({ km }) => km < FARTHEST_KM)
    .sort((a, b) => a.km - b.km)
    .slice(0, 2)
    .map(({ area }) => area)
}
