import { createHash } from 'node:crypto'
import { fold } from '../../kernel/text.ts'
import type { PermitClaims } from '../code/permit.ts'

/**
 * Two bytes of a hash of the holder and of the plate: enough to look for duplicates without reading every permit, too
 * few to tell from an index who it is. Whoever asks compares the names and plates of what is found.
 */
export function bucketsOf({ name, idLast4, plate }: Pick<PermitClaims, 'name' | 'idLast4' | 'plate'>): {
  personBucket: number
  plateBucket: number | null
} {
  const bare = plateKey(plate)
  return { personBucket: bucket(personKey({ name, idLast4 })), plateBucket: bare ? bucket(bare) : null }
}

/** The same for every way of writing one name. */
export const personKey = ({ name, idLast4 }: Pick<PermitClaims, 'name' | 'idLast4'>): string =>
  `${fold(name)} ${idLast4}`

/** The same for every way of writing one plate; empty when there is none. */
export const plateKey = (plate: string): string => plate.toUpperCase().replace(/[^A-ZĐ0-9]/g, '')

const bucket = (text: string): number => createHash('sha256').update(text).digest().readUInt16BE(0)
