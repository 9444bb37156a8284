/** What lets us speak as the OA (zalo-oa §6). The access token lives 25 hours; the refresh token works once. */
export interface TokenPair {
  accessToken: string
  refreshToken: string
  /** Of the access token. */
  expiresAt: number
}

/** The token pairs, one per OA, shared by all processes. */
export interface TokenStore {
  load(oaId: string): Promise<{ pair: TokenPair; savedAt: number } | undefined>
  /**
   * True for one caller only until it saves or releases, or until `until`. Needs no stored pair: the first refresh of
   * all is raced for as well.
   */
  lease(oaId: string, until: number, now: number): Promise<boolean>
  /** Durable when it resolves. Keeps the pair before this one, and ends the lease. */
  save(oaId: string, pair: TokenPair, now: number): Promise<void>
  /** Ends the lease that was taken until this instant; a later one is left alone. */
  release(oaId: string, until: number): Promise<void>
}

/** What we have uploaded and Zalo still keeps (zalo-oa §4). `ref` is ours, the attachment id is Zalo's. */
export interface Uploads {
  /** The attachment id, unless it has expired at `now`. */
  find(ref: string, now: number): Promise<string | undefined>
  /** Replaces what was known of this ref. */
  save(ref: string, attachmentId: string, expiresAt: number): Promise<void>
}
