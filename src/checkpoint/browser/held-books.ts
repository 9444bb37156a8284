import { openKeyList, toSealKeys } from '../../permits/key-list.ts'
import type { OfflineBooks } from '../../permits/offline.ts'
import { mergeIds, openRevocationList } from '../../permits/revocation-list.ts'

/** The lists as they lie on the phone: only what was verified, and when the agency last confirmed it. */
export interface HeldBooks {
  roots: readonly string[]
  /** The signed key list as it came. */
  keys: Uint8Array
  serial: number
  /** By the agency's clock. */
  keysAt: number
  revoked: Uint8Array
  revokedAt: number
  /** When the whole list was last fetched. */
  wholeAt: number
}

/** What the phone asks of the agency; undefined when there is no signal or no answer. */
export interface ListSource {
  keys(): Promise<{ bytes: Uint8Array; now: number } | undefined>
  revoked(since?: number): Promise<{ bytes: Uint8Array; now: number } | undefined>
}

/** After a day the list is fetched whole again, so that what has ended leaves it. */
const WHOLE_EVERY = 24 * 3_600_000

const toPoints = (roots: readonly string[]): Uint8Array[] =>
  roots.map((root) => Uint8Array.from(atob(root.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0)))

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
  const list = answer && (await openKeyList(answer.bytes, toPoints(roots)))
  const isNewer = answer && list && list.serial >= (held?.serial ?? 0)
  const keys = isNewer
    ? { keys: answer.bytes, serial: list.serial, keysAt: answer.now }
    : held && { keys: held.keys, serial: held.serial, keysAt: held.keysAt }
  if (!keys) return held
  const found = await renewRevoked(held, { ...keys, roots }, source)
  return found ? { roots, ...keys, ...found } : held && { ...held, ...keys, roots }
}

type Keys = Pick<HeldBooks, 'keys' | 'roots'>
type Revoked = Pick<HeldBooks, 'revoked' | 'revokedAt' | 'wholeAt'>

async function renewRevoked(held: HeldBooks | undefined, keys: Keys, source: ListSource): Promise<Revoked | undefined> {
  const sealKeys = await openKeys(keys)
  if (!sealKeys) return undefined
  const wantsWhole = !held || held.revokedAt - held.wholeAt > WHOLE_EVERY
  const answer = await source.revoked(wantsWhole ? undefined : held.revokedAt)
  const list = answer && (await openRevocationList(answer.bytes, sealKeys))
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
  const list = await openKeyList(keys, toPoints(roots))
  return list && toSealKeys(list.keys)
}

/** Ready to judge with. Verified anew, in case the phone's storage was meddled with. */
export async function openBooks(held: HeldBooks | undefined): Promise<OfflineBooks | undefined> {
  const keys = held && (await openKeys(held))
  return held && keys && { keys, keysAt: held.keysAt, revokedAt: held.revokedAt, revoked: held.revoked }
}
