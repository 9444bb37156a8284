import type { Clock } from '../kernel/clock.ts'
import type { KeyRing } from '../permits/keys/keys.ts'
import { createRevocationBooks } from '../permits/keys/revocation-books.ts'
import type { Engine } from '../storage/engine/engine.ts'
import type { createPermits } from '../storage/permits.ts'
import { createPosts, createPostSessions } from '../storage/posts.ts'
import { createScans } from '../storage/scans.ts'

/** The checkpoints: their phones, what these scanned, and the lists of revoked permits that they carry. */
export const openPosts = (engine: Engine, permits: ReturnType<typeof createPermits>, keys: KeyRing, now: Clock) => ({
  posts: createPosts(engine),
  phones: createPostSessions(engine),
  scans: createScans(engine),
  revocations: createRevocationBooks({ permits, keys, now }),
})
