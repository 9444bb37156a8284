import type { PostId } from '../../kernel/ids.ts'

/** A checkpoint on a road. Its officers share one sign-in, so that no scan tells who of them stood there. */
export interface Post {
  id: PostId
  /** E.g. `Chốt cầu Hộ Phòng`. */
  name: string
  /** Degrees; without them no distance to another post can be told. */
  place?: { latitude: number; longitude: number }
  openedAt: number
  /** From then on nobody signs in, and the phones of the post are signed out. */
  closedAt?: number
}

export interface Posts {
  /** By name, closed ones last. */
  all(): Promise<Post[]>
  find(id: PostId): Promise<(Post & { codeHash: string }) | undefined>
  /** `known`: there is a post with this id already. */
  open(post: Post & { codeHash: string }): Promise<'opened' | 'known'>
  /** A new code signs the phones of the post out, as closing it does. */
  changeCode(id: PostId, codeHash: string): Promise<void>
  close(id: PostId, at: number): Promise<void>
}

/** Phones that are signed in at a post. Only a hash of the token is kept. */
export interface PostSessions {
  open(session: {
    tokenHash: string
    post: PostId
    openedAt: number
    expiresAt: number
    device?: string
  }): Promise<void>
  /** The post, while the session lasts and the post is open. */
  find(tokenHash: string, now: number): Promise<Post | undefined>
  end(tokenHash: string): Promise<void>
  /** The phone asked for something. */
  seen(tokenHash: string, at: number): Promise<void>
  /** Phones that are signed in at a post, the one seen last first. */
  phonesOf(post: PostId, now: number): Promise<Phone[]>
  /** Signs out one phone of the post, or all of them. Answers how many. */
  endPhones(post: PostId, phone?: string): Promise<number>
}

/** A phone that is signed in. */
export interface Phone {
  /** Names it on a page; nobody signs in with it. */
  id: string
  /** `Android, SM-A125F`; absent when it never said. */
  device?: string
  openedAt: number
  /** Absent when it has asked for nothing since this was kept. */
  seenAt?: number
}
