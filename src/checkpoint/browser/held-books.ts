import { fromBase64Url } from './base64.ts'
import { openKeyList, toSealKeys, type KeyList } from '../../permits/code/key-list.ts'
import type { OfflineBooks } from '../../permits/code/offline.ts'
import { mergeIds, openRevocationList } from '../../permits/code/revocation-list.ts'
import { openTimestamp } from '../../permits/code/timestamp.ts'

/** The lists as they lie on the phone: only what was verified, and when the agency last confirmed it. */
export interface HeldBooks {
  roots: readonly string[]
  /** The signed key list as it came. */
  keys: Uint8Array
  serial: number
  /** When this list was known to be the newest, as the root key or the key that it names for this has signed. */
  keysAt: number
  revoked: Uint8Array
  revokedAt: number
  /** When the whole list was last fetched. */
  wholeAt: number
}

/** What the phone asks of the agency; undefined when there is no signal or no answer. */
export interface ListSource {
  keys(): Promise<{ bytes: Uint8Array; timestamp?: Uint8Array } | undefined>
  revoked(since?: number): Promise<{ bytes: Uint8Array } | undefined>
}

/** After a day the list is fetched whole again, so that what has ended leaves it. */
const WHOLE_EVERY = 24 * 3_600_000

/**
 * Fetches and verifies. What does not verify, or is older than what is held, changes nothing: whoever stands between
 * phone and agency can only keep the lists from getting newer, and the phone says so after a day.
 */
export async function renewBooks(
  known: HeldBooks | undefined,
  roots: readonly string[],
  source: ListSource,
): Promise<HeldBooks | undefined> {
  // Nothing that another root vouched for counts under this one.
  const kept = known?.roots.some((root) => roots.includes(root)) ? known : undefined
  return renewKept(kept, roots, source)
}

async function renewKept(
  held: HeldBooks | undefined,
  roots: readonly string[],
  source: ListSource,
): Promise<HeldBooks | undefined> {
  const answer = await source.keys()
  const list = answer && (await openKeyList(answer.bytes, roots.map(fromBase64Url)))
  const isNewer = answer && list && list.serial >= (held?.serial ?? 0)
  const keys = isNewer
    ? { keys: answer.bytes, serial: list.serial, keysAt: await confirmedAt(list, answer.timestamp, held) }
    : held && { keys: held.keys, serial: held.serial, keysAt: held.keysAt }
  if (!keys) return held
  const found = await renewRevoked(held, { ...keys, roots }, source)
  return found ? { roots, ...keys, ...found } : held && { ...held, ...keys, roots }
}

/** Only what is signed counts: a date beside the list could be anybody's. An older confirmation takes nothing back. */
async function confirmedAt(list: KeyList, timestamp: Uint8Array | undefined, held: HeldBooks | undefined) {
  const confirmed = timestamp && (await openTimestamp(timestamp, list))
  const before = held?.serial === list.serial ? held.keysAt : 0
  return Math.max(list.issuedAt, confirmed?.issuedAt ?? 0, before)
}

type Keys = Pick<HeldBooks, 'keys' | 'roots'>
type Revoked = Pick<HeldBooks, 'revoked' | 'revokedAt' | 'wholeAt'>

async function renewRevoked(held: HeldBooks | undefined, keys: Keys, source: ListSource): Promise<Revoked | undefined> {
  const opened = await openKeys(keys)
  if (!opened) return undefined
  const wantsWhole = !held || held.revokedAt - held.wholeAt > WHOLE_EVERY
  const answer = await source.revoked(wantsWhole ? undefined : held.revokedAt)
  const list = answer && (await openRevocationList(answer.bytes, opened.keys))
  if (!list) return undefined
  if (list.since === 0) {
    const isOlder = held !== undefined && list.issuedAt < held.revokedAt
    return isOlder ? undefined : { revoked: list.ids, revokedAt: list.issuedAt, wholeAt: list.issuedAt }
  }
  // Something between this and what is held would be missing.
  if (!held || list.since > held.revokedAt || list.issuedAt < held.revokedAt) return undefined
  return { revoked: mergeIds(held.revoked, list.ids), revokedAt: list.issuedAt, wholeAt: held.wholeAt }
}

async function openKeys({ keys, roots }: Keys) {
  const list = await openKeyList(keys, roots.map(fromBase64Url))
  return list && { signedAt: list.issuedAt, keys: await toSealKeys(list.keys) }
}

/** Ready to judge with. Verified anew, in case the phone's storage was meddled with. */
export async function openBooks(held: HeldBooks | undefined): Promise<OfflineBooks | undefined> {
  const opened = held && (await openKeys(held))
  return held && opened && { ...opened, keysAt: held.keysAt, revokedAt: held.revokedAt, revoked: held.revoked }
}
