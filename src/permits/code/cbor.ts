/** The part of CBOR (RFC 8949) that a permit needs: no floats, no tags, no booleans, map keys are integers. */
export type Cbor = number | string | Uint8Array | readonly Cbor[] | ReadonlyMap<number, Cbor>

export const isMap = (value: Cbor | undefined): value is ReadonlyMap<number, Cbor> => value instanceof Map

export const isList = (value: Cbor | undefined): value is readonly Cbor[] => Array.isArray(value)

const UNSIGNED = 0
const NEGATIVE = 1
const BYTES = 2
const TEXT = 3
const ARRAY = 4
const MAP = 5

const MAX_DEPTH = 4

/** Deterministic encoding (RFC 8949 §4.2.1). The writer of a map gives its keys in the order of their encodings. */
export function writeCbor(value: Cbor): Uint8Array {
  const out: Uint8Array[] = []
  write(value, out)
  const whole = new Uint8Array(out.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of out) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function write(value: Cbor, out: Uint8Array[]): void {
  if (typeof value === 'number') {
    if (value < 0) writeHead(NEGATIVE, -1 - value, out)
    else writeHead(UNSIGNED, value, out)
  } else if (typeof value === 'string') {
    const bytes = new TextEncoder().encode(value)
    writeHead(TEXT, bytes.length, out)
    out.push(bytes)
  } else if (value instanceof Uint8Array) {
    writeHead(BYTES, value.length, out)
    out.push(value)
  } else if (isMap(value)) {
    writeHead(MAP, value.size, out)
    for (const [key, item] of value) {
      write(key, out)
      write(item, out)
    }
  } else {
    writeHead(ARRAY, value.length, out)
    for (const item of value) write(item, out)
  }
}

function writeHead(type: number, argument: number, out: Uint8Array[]): void {
  const width = argument < 24 ? 0 : argument < 0x100 ? 1 : argument < 0x1_0000 ? 2 : argument < 0x1_0000_0000 ? 4 : 8
  const head = [(type << 5) | (width ? 24 + Math.log2(width) : argument)]
  for (let i = width - 1; i >= 0; i--) head.push(Math.floor(argument / 256 ** i) % 256)
  out.push(Uint8Array.from(head))
}

class NotCbor extends Error {}

/**
 * Reads exactly one item, or undefined. Refuses everything a second writer could have written differently (long
 * integers, keys out of order or twice, indefinite lengths, bytes left over), bad UTF-8, and lengths beyond the buffer.
 */
export function readCbor(bytes: Uint8Array): Cbor | undefined {
  const cursor: Cursor = { bytes, at: 0 }
  try {
    const value = read(cursor, 0)
    return cursor.at === bytes.length ? value : undefined
  } catch (error) {
    // TypeError is how a fatal TextDecoder refuses bad UTF-8.
    if (error instanceof NotCbor || error instanceof TypeError) return undefined
    throw error
  }
}

interface Cursor {
  bytes: Uint8Array
  at: number
}

function read(cursor: Cursor, depth: number): Cbor {
  if (depth > MAX_DEPTH) throw new NotCbor()
  const [type, argument] = readHead(cursor)
  switch (type) {
    case UNSIGNED:
      return argument
    case NEGATIVE:
      return -1 - argument
    case BYTES:
      return take(cursor, argument).slice()
    case TEXT:
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(take(cursor, argument))
    case ARRAY:
      return Array.from({ length: fits(cursor, argument) }, () => read(cursor, depth + 1))
    case MAP:
      return readMap(cursor, fits(cursor, argument * 2) / 2, depth + 1)
    default:
      throw new NotCbor()
  }
}

function readMap(cursor: Cursor, size: number, depth: number): Map<number, Cbor> {
  const map = new Map<number, Cbor>()
  let previous = -1
  for (let i = 0; i < size; i++) {
    const start = cursor.at
    const key = read(cursor, depth)
    if (typeof key !== 'number') throw new NotCbor()
    const order = orderOf(cursor.bytes.subarray(start, cursor.at))
    if (order <= previous) throw new NotCbor()
    previous = order
    map.set(key, read(cursor, depth))
  }
  return map
}

/** Encoded integers compare as fractions: the first byte decides, then the next. At most 5 bytes, exact in a double. */
function orderOf(key: Uint8Array): number {
  if (key.length > 5) throw new NotCbor()
  return key.reduce((sum, byte, i) => sum + byte * 256 ** (4 - i), 0)
}

function readHead(cursor: Cursor): [type: number, argument: number] {
  const first = take(cursor, 1)[0]!
  const short = first & 31
  if (short < 24) return [first >> 5, short]
  if (short > 27) throw new NotCbor()
  const width = 2 ** (short - 24)
  const argument = take(cursor, width).reduce((sum, byte) => sum * 256 + byte, 0)
  const smallest = width === 1 ? 24 : 256 ** (width / 2)
  if (argument < smallest || argument >= Number.MAX_SAFE_INTEGER) throw new NotCbor()
  return [first >> 5, argument]
}

/** Every item takes at least one byte, so a count larger than what is left is a lie; checked before allocating. */
function fits(cursor: Cursor, count: number): number {
  if (count > cursor.bytes.length - cursor.at) throw new NotCbor()
  return count
}

function take(cursor: Cursor, length: number): Uint8Array {
  const end = cursor.at + fits(cursor, length)
  const slice = cursor.bytes.subarray(cursor.at, end)
  cursor.at = end
  return slice
}
