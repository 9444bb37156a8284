import type { TokenPair, TokenStore } from '../../src/zalo/ports.ts'

/** What storage promises, in memory, with every pair that was ever stored. */
export function createTokenStore(first?: { pair: TokenPair; savedAt: number }) {
  let stored = first
  let leasedUntil = 0
  const history: TokenPair[] = []
  const store: TokenStore = {
    load: async () => stored,
    lease: async (_oaId, until, now) => {
      if (leasedUntil > now) return false
      leasedUntil = until
      return true
    },
    save: async (_oaId, pair, now) => {
      stored = { pair, savedAt: now }
      history.push(pair)
      leasedUntil = 0
    },
    release: async (_oaId, until) => {
      if (leasedUntil === until) leasedUntil = 0
    },
  }
  return { store, history, isLeased: () => leasedUntil > 0 }
}

/** Remembers what was logged, so that a test can look for what must not be there. */
export function createLogBook() {
  const lines: string[] = []
  const write = (level: string) => (fields: Record<string, unknown>, message: string) =>
    void lines.push(`${level} ${message} ${JSON.stringify(fields)}`)
  return { lines, log: { info: write('info'), warn: write('warn'), error: write('error') } }
}
