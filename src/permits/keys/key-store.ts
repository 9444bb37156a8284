/** A key of the ring as it lies in the database: the private half wrapped, the public half plain. */
export interface StoredKey {
  keyId: string
  /** Epoch milliseconds. */
  notBefore: number
  notAfter: number
  /** The uncompressed point on P-256 in base64url. */
  publicKey: string
  wrappedKey: string
  createdAt: number
  /** Lost or stolen: seals nothing more, and everything under it is forged. */
  withdrawnAt?: number
  withdrawnBecause?: string
}

/** A key list that the root key signed, as COSE in base64url. */
export interface PublishedList {
  serial: number
  signed: string
  publishedAt: number
}

export interface KeyStore {
  keys(): Promise<StoredKey[]>
  /** Throws when the id is taken. */
  add(key: StoredKey): Promise<void>
  withdraw(keyId: string, at: number, because: string): Promise<'withdrawn' | 'unknown'>
  newestList(): Promise<PublishedList | undefined>
  /** `stale`: there is a list with this serial or a later one. */
  publish(list: PublishedList): Promise<'published' | 'stale'>
  /** Root keys that phones trust, uncompressed points in base64url. */
  roots(): Promise<string[]>
  trust(root: string, at: number): Promise<void>
  distrust(root: string): Promise<void>
}
