import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Clock, DAY, MINUTE } from '../kernel/clock.ts'
import type { PostId } from '../kernel/ids.ts'
import { createThrottle } from '../kernel/throttle.ts'
import { hashPostCode } from '../permits/post-code.ts'
import type { Post, Posts, PostSessions } from '../permits/posts.ts'

/** A phone stays signed in while the post stands; whoever loses one has the code of the post changed. */
export const POST_SESSION_FOR = 30 * DAY

const WITHIN = 15 * MINUTE
const TRIES_PER_POST = 20
/** More than for a post: several posts may sit behind one address of a mobile network. */
const TRIES_PER_ADDRESS = 60

export type PostSignedIn =
  { outcome: 'signed in'; token: string; post: Post } | { outcome: 'wrong' } | { outcome: 'too many' }

/** Only this goes to the database: whoever reads it there cannot sign in with it. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

interface PostSignInPorts {
  posts: Posts
  sessions: PostSessions
  now: Clock
}

export function createPostSignIn({ posts, sessions, now }: PostSignInPorts) {
  const ofPost = createThrottle({ tries: TRIES_PER_POST, within: WITHIN, now })
  const ofAddress = createThrottle({ tries: TRIES_PER_ADDRESS, within: WITHIN, now })

  return {
    signIn: async (id: string, code: string, address: string): Promise<PostSignedIn> => {
      const post = id.trim().toLowerCase() as PostId
      if (!ofAddress.take(address) || !ofPost.take(post)) return { outcome: 'too many' }
      const known = await posts.find(post)
      const given = Buffer.from(hashPostCode(post, code))
      const expected = Buffer.from(known?.codeHash ?? hashPostCode(post, ''))
      if (!known || known.closedAt !== undefined || !timingSafeEqual(given, expected)) return { outcome: 'wrong' }
      ofAddress.giveBack(address)
      ofPost.giveBack(post)
      const token = randomBytes(32).toString('base64url')
      await sessions.open({
        ...{ tokenHash: hashOf(token), post, openedAt: now(), expiresAt: now() + POST_SESSION_FOR },
      })
      return { outcome: 'signed in', token, post: known }
    },
    find: async (token: string | undefined): Promise<Post | undefined> =>
      token ? sessions.find(hashOf(token), now()) : undefined,
    signOut: (token: string) => sessions.end(hashOf(token)),
  }
}
