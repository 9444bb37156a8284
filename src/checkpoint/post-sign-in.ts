import { timingSafeEqual } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, DAY, MINUTE } from '../kernel/clock.ts'
import { createGuessLimit } from '../kernel/guess-limit.ts'
import type { PostId } from '../kernel/ids.ts'
import { DEVICE_KNOWN_FOR, type KnownDevices } from '../kernel/known-devices.ts'
import { networkOf } from '../kernel/networks.ts'
import { hashToken, randomToken } from '../kernel/secrets.ts'
import { hashPostPin } from '../permits/posts/post-pin.ts'
import type { Post, Posts, PostSessions } from '../permits/posts/posts.ts'

/** A phone stays signed in while the post stands; whoever loses one has the code of the post changed. */
export const POST_SESSION_FOR = 30 * DAY

/** `token` is the session's, `device` what the phone is known by from now on. `for` is in milliseconds. */
type PostSignedIn =
  | { outcome: 'signed in'; token: string; device: string; post: Post }
  | { outcome: 'wrong' }
  | { outcome: 'wait'; for: number }

/** How exactly administrators see when a phone was last there; noting each request would be a write for each. */
const SEEN_EVERY = 10 * MINUTE
const REMEMBERED = 10_000

export interface PostSignInPorts {
  posts: Posts
  sessions: PostSessions
  devices: KnownDevices
  now: Clock
  pause?: (milliseconds: number) => Promise<unknown>
}

export function createPostSignIn({ posts, sessions, devices, now, pause = sleep }: PostSignInPorts) {
  const limit = createGuessLimit({ now, pause })
  const seen = new Map<string, number>()

  return {
    /**
     * The right code is let in at once, whoever else tries from the same network: it is random and 59 bits long, so that no
     * pace of guessing finds it. Wrong ones wait, and those of a phone that was signed in here before for nobody else's.
     */
    signIn: async (
      id: string,
      code: string,
      from: { address: string; device?: string; label?: string },
    ): Promise<PostSignedIn> => {
      const post = id.trim().toLowerCase() as PostId
      const owner = `post ${post}`
      const hash = hashToken(from.device ?? '')
      const device = (await devices.isOf(hash, owner, now())) ? hash : undefined
      const known = await posts.find(post)
      const given = Buffer.from(hashPostPin(post, code))
      const expected = Buffer.from(known?.codeHash ?? hashPostPin(post, ''))
      if (!known || known.closedAt !== undefined || !timingSafeEqual(given, expected)) {
        const guesser = { subject: post, network: networkOf(from.address), ...(device !== undefined && { device }) }
        const admission = await limit.admit(guesser)
        return admission.outcome === 'wait' ? admission : { outcome: 'wrong' }
      }
      const token = randomToken()
      const at = now()
      await sessions.open({
        ...{ tokenHash: hashToken(token), post, openedAt: at, expiresAt: at + POST_SESSION_FOR },
        ...(from.label !== undefined && { device: from.label }),
      })
      const kept = device !== undefined && from.device !== undefined ? from.device : randomToken()
      await devices.remember(hashToken(kept), owner, { seenAt: at, expiresAt: at + DEVICE_KNOWN_FOR })
      return { outcome: 'signed in', token, device: kept, post: known }
    },
    find: async (token: string | undefined): Promise<Post | undefined> => {
      const hash = token ? hashToken(token) : undefined
      const post = hash === undefined ? undefined : await sessions.find(hash, now())
      if (hash !== undefined && post && now() - (seen.get(hash) ?? 0) > SEEN_EVERY) {
        if (seen.size >= REMEMBERED) seen.clear()
        seen.set(hash, now())
        await sessions.seen(hash, now())
      }
      return post
    },
    signOut: (token: string) => sessions.end(hashToken(token)),
  }
}
