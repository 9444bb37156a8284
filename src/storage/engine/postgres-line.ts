import { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { SECOND } from '../../kernel/clock.ts'
import { StorageFault } from '../../kernel/fault.ts'
import { fromPostgres } from './driver-fault.ts'
import { storable } from './storable.ts'

/** PostgreSQL itself gives up a statement after this long, and the connection stays good. */
const STATEMENT = 8 * SECOND
/** When it has not said a word for longer than that, nobody is listening: packets are lost and no reset comes. */
const SILENCE = 10 * SECOND
const CONNECT = 5 * SECOND
/** A row or table that somebody else holds for so long is waited for outside, so that others go on. */
const LOCK = 3 * SECOND
/** A transaction of a process that vanished keeps its locks no longer than this. */
const FORSAKEN = 15 * SECOND
const LEAVE = 1 * SECOND

/** What stays wrong on this connection and may be right on a new one (SQLSTATE, and codes of Node's network). */
const CONDEMNED = /^storage (connection lost|E[A-Z]+|08...|57P..|25006|25P03|0A000|26000|42P05)$/
/** The connection ended while it was used, as it does when PostgreSQL restarts; nothing asked of it was committed. */
const LOST = /^storage (connection lost|ECONNRESET|EPIPE|08...|57P0[12])$/

export const isLost = (cause: unknown): boolean => cause instanceof StorageFault && LOST.test(cause.code)

/** What drizzle asks of a connection. */
export interface Asks {
  query(statement: Statement, values?: unknown[]): Promise<pg.QueryResult>
}
export type Statement = pg.QueryConfig | string

/** One open connection. What is asked is sent at once, without waiting for the answers before it. */
export interface Connection extends Asks {
  isUsable(): boolean
  /** How many answers are outstanding. */
  asked(): number
}

/** A place for one connection, opened when it is first needed and again when it broke. */
export interface Line {
  open(): Promise<Connection>
  /** The open connection, if there is one. */
  now(): Connection | undefined
  /** Gives the connection up: the next `open` makes a new one. */
  drop(): void
  close(): Promise<void>
}

/** `onLost` hears the code with which an open connection broke. */
export function createLine(url: string, onLost: (code: string) => void): Line {
  let opening: Promise<Opened> | undefined
  let opened: Opened | undefined

  const drop = () => {
    opened?.destroy('ECONNABORTED')
    opened = undefined
  }

  return {
    now: () => (opened?.isUsable() ? opened : undefined),
    open: async () => {
      if (opened?.isUsable()) return opened
      opening ??= connect(url, onLost).finally(() => (opening = undefined))
      return (opened = await opening)
    },
    drop,
    close: async () => {
      await Promise.race([opened?.leave(), pause(LEAVE)])
      drop()
    },
  }
}

interface Opened extends Connection {
  destroy(code: string): void
  leave(): Promise<void>
}

async function connect(url: string, onLost: (code: string) => void): Promise<Opened> {
  const socket = new Socket()
  const client = new pg.Client({
    connectionString: url,
    stream: () => socket,
    pipeline: true,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10 * SECOND,
    connectionTimeoutMillis: CONNECT,
    statement_timeout: STATEMENT,
    lock_timeout: LOCK,
    idle_in_transaction_session_timeout: FORSAKEN,
  })
  let isUsable = false
  let isCorked = false
  let asked = 0

  const lose = (code: string) => {
    if (isUsable) onLost(code)
    isUsable = false
  }
  const destroy = (code: string) => {
    isUsable = false
    socket.destroy(Object.assign(new Error(code), { code }))
  }
  const silence = setTimeout(() => {
    if (asked === 0) return
    lose('storage ETIMEDOUT')
    destroy('ETIMEDOUT')
  }, SILENCE).unref()

  // A connection that breaks says so also here; with nobody listening Node would end the process.
  client.on('error', (cause) => lose(fromPostgres(cause).code))
  client.on('end', () => {
    isUsable = false
    clearTimeout(silence)
  })

  try {
    await client.connect()
  } catch (cause) {
    // Not handled here: only told in words that may be logged.
    throw fromPostgres(cause)
  }
  isUsable = true

  /** What is asked in one go leaves in one packet. */
  const cork = () => {
    if (isCorked) return
    isCorked = true
    socket.cork()
    process.nextTick(() => {
      isCorked = false
      socket.uncork()
    })
  }

  return {
    isUsable: () => isUsable,
    asked: () => asked,
    query: async (statement, values) => {
      if (!isUsable) throw new StorageFault('connection lost', { retry: true })
      cork()
      if (asked++ === 0) silence.refresh()
      try {
        return await client.query(statement, values && storable(values))
      } catch (cause) {
        const fault = fromPostgres(cause)
        if (CONDEMNED.test(fault.code)) {
          lose(fault.code)
          destroy('ECONNABORTED')
        }
        throw fault
      } finally {
        asked--
        silence.refresh()
      }
    },
    destroy,
    leave: () => {
      isUsable = false
      return client.end()
    },
  }
}
