import { z } from 'zod'

/** What is made to go wrong right now. A count goes down with each use and ends at 0. */
export interface Faults {
  /** Milliseconds by which each API answer is late; what was asked has happened before that. */
  slowMs: number
  /** The next sends are refused with this code. */
  failCode: number
  failSends: number
  /** The next sends lose their connection before anything happened. */
  dropBefore: number
  /** The next sends reach the citizen, and then the connection is lost without an answer. */
  dropAfter: number
  /** Each event is delivered this many times more. */
  copies: number
  /** Events of one citizen that come close together are delivered last one first. */
  outOfOrder: boolean
  receiptFirst: boolean
  /** Events wait inside Zalo until this is switched off. */
  paused: boolean
}

const NO_FAULTS: Readonly<Faults> = {
  slowMs: 0,
  failCode: -200,
  failSends: 0,
  dropBefore: 0,
  dropAfter: 0,
  copies: 0,
  outOfOrder: false,
  receiptFirst: false,
  paused: false,
}

const count = z.coerce.number().int().min(0)

/** Some of the switches, as JSON from the page or from a test. */
export const faultsSchema = z
  .strictObject({
    slowMs: count.max(600_000),
    failCode: z.coerce.number().int().max(-1),
    failSends: count.max(1_000_000),
    dropBefore: count.max(1_000_000),
    dropAfter: count.max(1_000_000),
    copies: count.max(20),
    outOfOrder: z.boolean(),
    receiptFirst: z.boolean(),
    paused: z.boolean(),
  })
  .partial()

export type FaultSwitches = ReturnType<typeof createFaultSwitches>

export function createFaultSwitches() {
  let faults: Faults = { ...NO_FAULTS }
  const resumed = new Set<() => void>()

  function takeOne(name: 'failSends' | 'dropBefore' | 'dropAfter'): boolean {
    if (faults[name] === 0) return false
    faults[name] -= 1
    return true
  }

  return {
    current: (): Readonly<Faults> => faults,

    set(some: { [Name in keyof Faults]?: Faults[Name] | undefined }): Readonly<Faults> {
      const given = Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined))
      faults = { ...faults, ...given }
      if (!faults.paused) {
        for (const goOn of resumed) goOn()
        resumed.clear()
      }
      return faults
    },

    takeFailure: (): number | undefined => (takeOne('failSends') ? faults.failCode : undefined),

    takeDrop: (): 'before' | 'after' | undefined =>
      takeOne('dropBefore') ? 'before' : takeOne('dropAfter') ? 'after' : undefined,

    /** Resolves at once, or when the pause ends. */
    whileRunning: (): Promise<void> =>
      faults.paused ? new Promise((resolve) => resumed.add(resolve)) : Promise.resolve(),
  }
}
