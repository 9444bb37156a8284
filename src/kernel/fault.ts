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
