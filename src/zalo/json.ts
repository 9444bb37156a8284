/** A JSON object from outside: nothing about its members is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>

const LONG_NUMBER = /[:[,]\s*-?\d{16}/
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/**
 * Reads a JSON object, or answers undefined. Whole numbers of sixteen digits and more become strings of the same
 * digits: Zalo's ids exceed 2^53, and some old shapes give them bare (zalo-oa §1.1).
 */
export function readJson(raw: Buffer | string): JsonObject | undefined {
  const text = raw.toString().replace(/^\uFEFF/, '')
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value)) return undefined
    // Only now, because the pattern below must not walk through text that is not JSON.
    return LONG_NUMBER.test(text) ? (JSON.parse(quoteLongNumbers(text)) as JsonObject) : value
  } catch {
    // Expected: not JSON.
    return undefined
  }
}

const quoteLongNumbers = (text: string): string =>
  text.replace(STRING_OR_NUMBER, (token) => (/^-?\d{16,}$/.test(token) ? `"${token}"` : token))

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function childOf(object: JsonObject, name: string): JsonObject | undefined {
  const child = object[name]
  return isObject(child) ? child : undefined
}

/** A string that is not empty, or a whole number as its digits. */
export function wordOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value
  return Number.isSafeInteger(value) ? String(value) : undefined
}
