import { createHash } from 'node:crypto'
import type { MakeId } from '../kernel/ids.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A message id as captured from Zalo: 20 lower-case hex digits. */
const toMessageId = (id: string): string => digest(`message ${id}`).toString('hex').slice(0, 20)

/** An opaque token of 43 characters. As unguessable as the ids it is made from. */
export const toToken = (kind: string, id: string): string => digest(`${kind} ${id}`).toString('base64url')

/** 19 digits, always beyond 2^53, so that whoever makes a number of it loses the last ones. */
export const toUserId = (seed: string): string =>
  (5_000_000_000_000_000_000n + (digest(`user ${seed}`).readBigUInt64BE() % 4_000_000_000_000_000_000n)).toString()

export const createMessageIds = (makeId: MakeId) => (): string => toMessageId(makeId())
