import type { Ticked } from '../../casework/each-alone.ts'
import type { DossierId } from '../../kernel/ids.ts'

/** As many as one page of a list has rows. */
const MOST = 50

/** `<id>_<revision>`: what stands in the box of a row. */
export const renderTick = ({ id, revision }: { id: DossierId; revision: number }): string => `${id}_${revision}`

/** The boxes that were ticked, each dossier once. What cannot be read is left out. */
export function readTicked(boxes: unknown): Ticked[] {
  const read = [boxes ?? []].flat().flatMap((box) => {
    const [, dossier, revision] = /^([\w-]{1,64})_(\d{1,9})$/.exec(typeof box === 'string' ? box : '') ?? []
    return dossier === undefined ? [] : [{ dossier: dossier as DossierId, revision: Number(revision) }]
  })
  return [...new Map(read.map((one) => [one.dossier, one])).values()].slice(0, MOST)
}
