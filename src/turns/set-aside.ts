import type { CitizenId } from '../kernel/ids.ts'

/** A delivery that could not be decided in several attempts and lies aside for a person. Nothing personal is in it. */
export interface SetAsideRow {
  seq: number
  /** `user_send_text` and kin for what Zalo sent, `TIME_CAME` and kin for our own news, `unknown` for the rest. */
  what: string
  receivedAt: number
  /** Unset for those from before it was kept. */
  setAsideAt?: number
  /** The code of what went wrong the last time. */
  reason?: string
  /** Its contents are gone, because the citizen asked to be forgotten or because it was read from a card. */
  isBlank: boolean
}

export interface SetAside {
  /** The oldest first, and how many there are in all. */
  list(limit: number): Promise<{ total: number; rows: SetAsideRow[] }>
  /**
   * Puts deliveries back into the lines of their citizens, where they were sent, with all attempts before them: one, or
   * up to `limit` of all. Answers whose lines changed. Those whose contents are gone stay.
   */
  tryAgain(which: number | 'all', limit: number): Promise<CitizenId[]>
}
