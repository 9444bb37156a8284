import { type DBSchema, openDB } from 'idb'
import type { PhoneClock } from '../../permits/code/phone-clock.ts'
import type { Welcome } from './agency.ts'
import type { HeldBooks } from './held-books.ts'
import type { WaitingScan } from './scan-queue.ts'

interface PhoneSchema extends DBSchema {
  /** One of each: the lists, who is signed in, the clock, what the officer prefers. */
  single: { key: string; value: HeldBooks | Welcome | Preferences | PhoneClock }
  scans: { key: string; value: WaitingScan }
}

export interface Preferences {
  sound: boolean
  night?: boolean
}

/** What the phone keeps between two openings. Nothing about anybody whose permit was scanned but the permit's id. */
export async function openPhoneStore() {
  const db = await openDB<PhoneSchema>('mot-cua-checkpoint', 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('single')
      fresh.createObjectStore('scans', { keyPath: 'id' })
    },
  })
  const single = <T extends PhoneSchema['single']['value']>(key: string) => ({
    get: async () => (await db.get('single', key)) as T | undefined,
    put: async (value: T) => void (await db.put('single', value, key)),
    clear: () => db.delete('single', key),
  })
  return {
    books: single<HeldBooks>('books'),
    welcome: single<Welcome>('welcome'),
    clock: single<PhoneClock>('clock'),
    preferences: single<Preferences>('preferences'),
    addScan: async (scan: WaitingScan) => void (await db.put('scans', scan)),
    scans: () => db.getAll('scans'),
    dropScans: async (ids: readonly string[]) => {
      const change = db.transaction('scans', 'readwrite')
      for (const id of ids) void change.store.delete(id)
      await change.done
    },
  }
}

export type PhoneStore = Awaited<ReturnType<typeof openPhoneStore>>
