import { useEffect, useMemo, useState } from 'preact/hooks'
import { sendScans } from './agency.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { PhoneStore } from './phone-store.ts'
import type { WaitingScan } from './scan-queue.ts'
import { uploadScans, type Waiting } from './upload-scans.ts'

const MINUTE = 60_000

/** The scans that wait on this phone; sent at once, every minute, and whenever a signal comes back. */
export function useWaitingScans(store: PhoneStore) {
  const [state, setState] = useState<Waiting>({ waiting: 0 })
  const upload = useMemo(
    () =>
      oneAtATime(async () => {
        const left = await uploadScans(store, sendScans, Date.now())
        setState(left)
        if (left.waiting > 0) await askForSync()
      }),
    [store],
  )
  useEffect(() => {
    const timer = setInterval(() => void upload(), MINUTE)
    return () => clearInterval(timer)
  }, [upload])
  const add = async (scan: WaitingScan) => {
    await store.addScan(scan)
    await upload()
  }
  return { ...state, upload, add }
}

/** Where the browser can, the service worker sends them when there is a signal again, even with the app closed. */
async function askForSync(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration: ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } } =
    await navigator.serviceWorker.ready
  await registration.sync?.register('scans').catch(() => undefined)
}
