import type { KeyStore, PublishedList, StoredKey } from '../../src/permits/keys/key-store.ts'

/** A key store without a database. */
export function memoryStore(): KeyStore {
  const keys: StoredKey[] = []
  const lists: PublishedList[] = []
  const roots: string[] = []
  return {
    keys: async () => keys.map((key) => ({ ...key })),
    add: async (key) => void keys.push(key),
    withdraw: async (keyId, withdrawnAt, withdrawnBecause) => {
      const key = keys.find((each) => each.keyId === keyId)
      if (key) Object.assign(key, { withdrawnAt, withdrawnBecause })
      return key ? 'withdrawn' : 'unknown'
    },
    newestList: async () => lists.at(-1),
    publish: async (list) => {
      if ((lists.at(-1)?.serial ?? 0) >= list.serial) return 'stale'
      lists.push(list)
      return 'published'
    },
    roots: async () => roots,
    trust: async (root) => void roots.push(root),
    distrust: async (root) => void roots.splice(roots.indexOf(root), 1),
  }
}
