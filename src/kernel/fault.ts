/**
 * Something broke that is nobody's answer: a disk, a network, a bug. Domain answers are unions, never faults.
 * `code` is stable and may be logged and counted; `retry` says whether the same work may succeed later.
 */
export class Fault extends Error {
  readonly code: string
  readonly retry: boolean

  constructor(code: string, options: { retry: boolean; cause?: unknown }) {
    super(code, { cause: options.cause })
    this.name = 'Fault'
    this.code = code
    this.retry = options.retry
  }
}

/**
 * What a database or its disk did instead of what it was asked. The code is `storage` and the driver's own innermost
 * code (`storage 57P01`, `storage SQLITE_FULL`, `storage ECONNREFUSED`). Carries no cause: a driver's error holds the
 * statement and what a citizen wrote.
 */
export class StorageFault extends Fault {
  constructor(driverCode: string, options: { retry: boolean }) {
    super(`storage ${driverCode}`, options)
    this.name = 'StorageFault'
  }
}

/**
 * Whether the database is away, full, locked, silent or otherwise unwell: the same work is right and may be done later.
 * False for what it refused because of what it was asked (a key that exists, a value that does not fit).
 */
export const isStorageUnwell = (cause: unknown): boolean => cause instanceof StorageFault && cause.retry

/** What went wrong, and why that went wrong, down to the first cause. */
export const storyOf = (cause: unknown): string =>
  cause instanceof Error
    ? cause.message + (cause.cause === undefined ? '' : `: ${storyOf(cause.cause)}`)
    : String(cause)
