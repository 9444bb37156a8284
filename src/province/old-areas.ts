import file from '#province/old-units.json' with { type: 'json' }
import { fold } from '../kernel/text.ts'
import type { OldUnitsFile } from './province-format.ts'

const { districts, communes, provinces } = file as OldUnitsFile

const byFolded = <T>(units: readonly { name: string; now: T }[]): ReadonlyMap<string, T> =>
  new Map(units.map(({ name, now }) => [fold(name), now]))

/** Names that ended and are still typed: folded → the present names of `areas.ts`. */
export const OLD_DISTRICTS = byFolded(districts)

/** One present name is a whole move, several a split that only the hamlet decides. */
export const OLD_COMMUNES = byFolded(communes)

/** Merged provinces, and everyday names of cities. */
export const OLD_PROVINCES = byFolded(provinces)
