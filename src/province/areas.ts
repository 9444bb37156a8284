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

export const communes: readonly Area[] = (communesFile as CommunesFile).communes

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
