/**
 * The doorbell says "look at this key", nothing else. Any ring may be lost, repeated or late: the tables hold the work,
 * and a sweep finds what no bell announced. At most one answer per bell and key runs at a time in a process group,
 * and a ring during an answer causes one more answer afterwards.
 */
export type Bell = 'turn' | 'delivery' | 'fetch' | 'card' | 'timer'

export interface Doorbell {
  /** Never throws and never waits: a ring that cannot be delivered is left to the sweep. */
  ring(bell: Bell, key: string, delayFor?: number): void
  /** Starts answering a bell, at most `atOnce` keys at the same time. */
  answer(bell: Bell, atOnce: number, work: (key: string) => Promise<void>): void
  close(): Promise<void>
}

/** What the sweep rings with. */
export interface SweptDoorbell extends Doorbell {
  /**
   * Answers here and now, for work that rings did not bring to anybody. Another process may be at the same key: leases
   * and revisions decide between them.
   */
  insist(bell: Bell, key: string): void
}
