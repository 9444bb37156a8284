import { StorageFault } from '../../kernel/fault.ts'
import type { Piece, RunGroup } from './group-commit.ts'
import { type Connection, isLost, type Line } from './postgres-line.ts'
import { handleOf } from './postgres-session.ts'

/** Serialization failure and deadlock: PostgreSQL undid the transaction and asks to run it again. */
const RUN_AGAIN = /^storage (40001|40P01)$/
/** What the others of a transaction hear once one of them has failed. */
const UNDONE = /^storage (25P02|26000)$/
const TRIES = 4

type Attempt = { outcome: 'done'; values: unknown[] } | { outcome: 'undone'; causes: readonly unknown[] }

/**
 * Runs groups of work on one connection. All pieces of a group are asked at once and share one transaction without
 * savepoints. When one of them fails the transaction is undone and each runs on its own: so work that throws undoes
 * only itself, and pays for it.
 */
export function createWriter(line: Line): RunGroup {
  let taken: Connection | undefined
  const lost = new StorageFault('connection lost', { retry: true })
  // Statements of a piece never go to another connection than its BEGIN did.
  const db = handleOf({ query: (...asked) => taken?.query(...asked) ?? Promise.reject(lost) })

  /** Throws when the transaction could not begin, or when nobody knows whether it was committed. */
  const attempt = async (pieces: readonly Piece[]): Promise<Attempt> => {
    const connection = await begin(line)
    taken = connection
    try {
      const settled = await Promise.allSettled(pieces.map(({ work }) => work(db)))
      const causes = settled.map((one) => (one.status === 'rejected' ? (one.reason as unknown) : undefined))
      if (settled.every((one) => one.status === 'fulfilled')) {
        const { command } = await connection.query('commit')
        // It answers COMMIT with ROLLBACK when a statement had failed and the work did not say so.
        if (command === 'COMMIT') return { outcome: 'done', values: settled.map(({ value }) => value) }
        return { outcome: 'undone', causes: pieces.map(() => new StorageFault('25P02', { retry: false })) }
      }
      // A connection that cannot even undo is given up with its transaction.
      await connection.query('rollback').catch(line.drop)
      return { outcome: 'undone', causes }
    } finally {
      taken = undefined
    }
  }

  /** Answers with a fault of the connection, for which those behind it need not wait as well. */
  const alone = async (piece: Piece, tries = 1): Promise<unknown> => {
    try {
      const made = await attempt([piece])
      if (made.outcome === 'done') return void piece.resolve(made.values[0])
      const [cause] = made.causes
      if (tries < TRIES && (isCode(cause, RUN_AGAIN) || isLost(cause))) return await alone(piece, tries + 1)
      piece.reject(cause)
      return undefined
    } catch (cause) {
      piece.reject(cause)
      return cause
    }
  }

  const eachAlone = async (pieces: readonly Piece[]) => {
    let fault: unknown
    for (const piece of pieces) {
      if (fault === undefined) fault = await alone(piece)
      else piece.reject(fault)
    }
  }

  return async (group) => {
    const [only] = group
    if (group.length === 1 && only) return void (await alone(only))
    try {
      const made = await attempt(group)
      if (made.outcome === 'done') return group.forEach((piece, i) => piece.resolve(made.values[i]))
      const again = group.filter((piece, i) => {
        if (!isStuck(made.causes[i])) return true
        piece.reject(made.causes[i])
        return false
      })
      await eachAlone(again)
    } catch (cause) {
      // PostgreSQL is away, or the commit has no answer: nobody's work is known to be there.
      for (const piece of group) piece.reject(cause)
    }
  }
}

/** A connection that broke while it was idle says so only now. */
async function begin(line: Line): Promise<Connection> {
  for (let isFirst = true; ; isFirst = false) {
    const connection = await line.open()
    try {
      await connection.query('begin')
      return connection
    } catch (cause) {
      if (!isFirst || !isLost(cause)) throw cause
    }
  }
}

/** It waited as long as it may; on its own it would wait as long again while those behind it wait for it. */
const isStuck = (cause: unknown): boolean =>
  cause instanceof StorageFault && cause.retry && !isLost(cause) && !isCode(cause, RUN_AGAIN) && !isCode(cause, UNDONE)

const isCode = (cause: unknown, codes: RegExp): boolean => cause instanceof StorageFault && codes.test(cause.code)
