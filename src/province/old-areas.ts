import file from '#province/old-units.json' with { type: 'json' }
import { fold } from '../kernel/text.ts'
import type { OldUnitsFile } from './province-format.ts'

const { districts, communes, provinces, landmarks } = file as OldUnitsFile

const byFolded = <T>(units: readonly { name: string; now: T }[]): ReadonlyMap<string, T> =>
  new Map(units.map(({ name, now }) => [fold(name), now]))

/** A commune, ward or town that ended, folded: its bare name, what it was, and of which district. */
export interface OldUnit {
  bare: string
  kind: string
  of: string
  now: readonly string[]
}

/** Names that ended and are still typed: folded → the present names of `areas.ts`. */
export const OLD_DISTRICTS = byFolded(districts)

/** By their bare names, of which some stood in several districts. One present name is a whole move, several a split. */
export const OLD_UNITS: ReadonlyMap<string, readonly OldUnit[]> = byBareName()

function byBareName(): Map<string, OldUnit[]> {
  const units = new Map<string, OldUnit[]>()
  for (const { name, of, now } of communes) {
    const [, kind = '', bare = ''] = /^(xa|phuong|thi tran) (.+)$/.exec(fold(name)) ?? []
    units.set(bare, [...(units.get(bare) ?? []), { bare, kind, of: fold(of), now }])
  }
  return units
}

/** Merged provinces, and everyday names of cities and hospitals elsewhere. */
export const OLD_PROVINCES = byFolded(provinces)

/** Well-known spots of the province. */
export const LANDMARKS = byFolded(landmarks)
