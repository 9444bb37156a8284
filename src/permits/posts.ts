import type { PostId } from '../kernel/ids.ts'

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
  open(session: { tokenHash: string; post: PostId; openedAt: number; expiresAt: number }): Promise<void>
  /** The post, while the session lasts and the post is open. */
  find(tokenHash: string, now: number): Promise<Post | undefined>
  end(tokenHash: string): Promise<void>
}
