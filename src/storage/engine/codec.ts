import { createHmac, hkdfSync } from 'node:crypto'
import { StorageFault } from '../../kernel/fault.ts'
import { type SealingKey, seal, unseal } from './sealing.ts'

/** How the values of one place are kept: a column (`table.column`), or a file under its name. */
export interface PlaceCodec {
  encode(text: string): string
  decode(stored: string): string
  encodeBytes(bytes: Buffer): Buffer
  decodeBytes(stored: Buffer): Buffer
  /** The id of the key that a value lies under; undefined when it is plain. The beginning of bytes is enough. */
  keyOf(stored: string | Buffer): string | undefined
  /** What stands in an index instead of a word: the same for the same word, and told by nobody without the key. */
  mark(word: string): string
  /** As that word may stand in the index: under each key that is known, and under none. */
  marks(word: string): string[]
}

/**
 * The one gate between personal data and the disk. The place is bound into what is sealed, so that a value cannot be moved
 * to another column. Rows are not: who may write a table may still exchange two values of one column.
 */
export type Codec = (place: string) => PlaceCodec

/** Begins what is not kept as it was given: `mc1:<key>:<sealed>`. JSON never begins so. */
const MARK = 'mc1:'
const MARK_BYTES = Buffer.from(MARK)
/** Stands before a plain value that begins with the mark by itself. */
const ESCAPE = `${MARK}:`
const SEALED = /^mc1:([a-z0-9-]{1,16}):/
/** In bytes: with so many of a file, the key that it lies under is told. */
export const LONGEST_PREFIX = MARK.length + 17
/** Nonce and tag, in base64url. A shorter text was never sealed. */
const SHORTEST_SEALED = 38

const prefixOf = (key: SealingKey): string => `${MARK}${key.id}:`

/**
 * Seals with the first key, opens with whichever of them a value names, and reads plain values of before as they are.
 * Without a key all is kept plain. A value under a key that is not among them is a fault.
 */
export function createCodec(keys: readonly SealingKey[]): Codec {
  const [sealing] = keys
  const known = new Map(keys.map((key) => [key.id, key]))
  const keyNamed = (id: string): SealingKey => {
    const key = known.get(id)
    // Worth doing again: with the key all is there.
    if (!key) throw new StorageFault(`DATA_KEYS has no key ${id}`, { retry: true })
    return key
  }

  /** What stands behind the name of the key; undefined of what was never sealed. */
  const sealedText = (stored: string): { id: string; sealed: string } | undefined => {
    const [prefix, id = ''] = SEALED.exec(stored) ?? []
    if (prefix === undefined) return undefined
    const sealed = stored.slice(prefix.length)
    // Typed before this program knew of keys: it only looks like the beginning of a sealed value.
    if (!known.has(id) && !(sealed.length >= SHORTEST_SEALED && /^[\w-]+$/.test(sealed))) return undefined
    return { id, sealed }
  }
  const sealedBytes = (stored: Buffer): { id: string; sealed: Buffer } | undefined => {
    const [prefix, id = ''] = SEALED.exec(stored.toString('latin1', 0, LONGEST_PREFIX)) ?? []
    return prefix === undefined ? undefined : { id, sealed: stored.subarray(prefix.length) }
  }
  const keyOf = (stored: string | Buffer) => (typeof stored === 'string' ? sealedText(stored) : sealedBytes(stored))?.id

  return (place) => {
    const bound = Buffer.from(place)
    const marking = [...keys.map(({ secret }) => secret), NO_KEY].map((secret) => markWith(secret, place))
    const marks = (word: string) => marking.map((under) => under(word))
    const mark = (word: string) => marking[0]!(word)

    const decode = (stored: string): string => {
      if (!stored.startsWith(MARK)) return stored
      if (stored.startsWith(ESCAPE + MARK)) return stored.slice(ESCAPE.length)
      const found = sealedText(stored)
      if (!found) return stored
      return unseal(Buffer.from(found.sealed, 'base64url'), keyNamed(found.id), bound, place).toString()
    }

    const decodeBytes = (stored: Buffer): Buffer => {
      if (!beginsWithMark(stored)) return stored
      if (stored.toString('latin1', 0, ESCAPE.length + MARK.length) === ESCAPE + MARK)
        return stored.subarray(ESCAPE.length)
      const found = sealedBytes(stored)
      return found ? unseal(found.sealed, keyNamed(found.id), bound, place) : stored
    }

    if (!sealing) {
      return {
        encode: (text) => (text.startsWith(MARK) ? ESCAPE + text : text),
        decode,
        encodeBytes: (bytes) => (beginsWithMark(bytes) ? Buffer.concat([Buffer.from(ESCAPE), bytes]) : bytes),
        decodeBytes,
        ...{ keyOf, mark, marks },
      }
    }
    const prefix = prefixOf(sealing)
    const prefixBytes = Buffer.from(prefix)
    return {
      encode: (text) => prefix + seal(Buffer.from(text), sealing, bound).toString('base64url'),
      decode,
      encodeBytes: (bytes) => Buffer.concat([prefixBytes, seal(bytes, sealing, bound)]),
      decodeBytes,
      ...{ keyOf, mark, marks },
    }
  }
}

/** Without DATA_KEYS rows are plain, and whoever reads them needs no index: these marks hide nothing. */
const NO_KEY = Buffer.from('một cửa, no key')
/** Of a mark: 96 bits, so that no two words of a province ever share one. */
const MARK_LENGTH = 12

/** A key of its own for each index follows from the sealing key, so that a mark says nothing of what is sealed. */
function markWith(secret: Buffer, place: string): (word: string) => string {
  let key: Buffer | undefined
  return (word) => {
    key ??= Buffer.from(hkdfSync('sha256', secret, '', `mot-cua index ${place}`, 32))
    return createHmac('sha256', key).update(word).digest().subarray(0, MARK_LENGTH).toString('base64url')
  }
}

/** Keeps everything as it is given. */
export const plain = createCodec([])

const beginsWithMark = (bytes: Buffer): boolean => bytes.subarray(0, MARK_BYTES.length).equals(MARK_BYTES)
