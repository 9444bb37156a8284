import { lookup } from 'node:dns/promises'
import { Agent, type AgentOptions } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect, type ConnectionOptions } from 'node:tls'
import { Fault } from '../kernel/fault.ts'
import { isPublic } from './public-address.ts'

interface Address {
  address: string
  family: number
}

export interface Network {
  /** All addresses of a name; throws when it has none. */
  resolve: (hostname: string) => Promise<readonly Address[]>
  dial: (options: ConnectionOptions) => Duplex
}

export const INTERNET: Network = { resolve: (hostname) => lookup(hostname, { all: true }), dial: connect }

export const PRIVATE_ADDRESS = 'private address'

/**
 * Connects to public addresses only. The name is resolved once, here, and the connection is made to exactly the addresses
 * that were judged: a name that answers differently the second time gains nothing. One private address among them refuses
 * the name.
 */
export function createPublicAgent({ resolve, dial }: Network): Agent {
  return new (class extends Agent {
    override createConnection(options: AgentOptions, done?: (cause: Error | null, socket: Duplex) => void): undefined {
      const connecting = async (): Promise<Duplex> => {
        const addresses = await resolve(options.host ?? '')
        if (addresses.length === 0 || !addresses.every(({ address }) => isPublic(address)))
          throw new Fault(PRIVATE_ADDRESS, { retry: false })
        return dial({ servername: options.host, ...options, lookup: answering(addresses) })
      }
      connecting().then(
        (socket) => done?.(null, socket),
        (cause: unknown) => done?.(cause as Error, undefined as unknown as Duplex),
      )
    }
  })({ keepAlive: false })
}

/** Node's look-up function, answered from what is known. */
const answering =
  (addresses: readonly Address[]): LookupFunction =>
  (_hostname, options, done) => {
    if (options.all) done(null, [...addresses])
    else done(null, addresses[0]!.address, addresses[0]!.family)
  }
