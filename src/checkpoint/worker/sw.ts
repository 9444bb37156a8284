import { sendScans } from '../browser/agency.ts'
import { openPhoneStore } from '../browser/phone-store.ts'
import { uploadScans } from '../browser/upload-scans.ts'

declare const self: ServiceWorkerGlobalScope
/** Put in when the app is built: its files, and a name that changes with any of them. */
declare const FILES: readonly string[]
declare const VERSION: string

const CACHE = `checkpoint-${VERSION}`
const SHELL = '/checkpoint'

// Everything the phone needs without a signal is fetched before this version takes over.
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([SHELL, ...FILES])))
})

self.addEventListener('activate', (event) => {
  const dropOld = async () => {
    const names = await caches.keys()
    await Promise.all(
      names.filter((name) => name.startsWith('checkpoint-') && name !== CACHE).map((name) => caches.delete(name)),
    )
    await self.clients.claim()
  }
  event.waitUntil(dropOld())
})

// The page asks for the change when the officer agreed to it.
self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting()
})

/** Chromium's own event, in no type library: there is a signal again. It comes back later when the promise fails. */
interface SyncEvent extends ExtendableEvent {
  tag: string
}

self.addEventListener('sync', (event) => {
  const sync = event as SyncEvent
  const send = async () => {
    const { waiting, because } = await uploadScans(await openPhoneStore(), sendScans, Date.now())
    if (waiting > 0 && because === undefined) throw new Error('no signal yet')
  }
  if (sync.tag === 'scans') sync.waitUntil(send())
})

/** Files of the app come from the phone; lists, scans and permit pages always from the agency, and are never kept here. */
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { pathname, origin } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  const isShell = mode === 'navigate' && (pathname === SHELL || pathname === `${SHELL}/`)
  if (!isShell && !FILES.includes(pathname)) return
  const answer = async () => {
    const cache = await caches.open(CACHE)
    return (await cache.match(isShell ? SHELL : pathname)) ?? fetch(event.request)
  }
  event.respondWith(answer())
})
