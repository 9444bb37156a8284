import { useEffect, useState } from 'preact/hooks'

const HOUR = 3_600_000

/** Chromium's offer to put the app on the home screen, kept until somebody wants it. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

export function useInstallation() {
  const [offer, setOffer] = useState<InstallOffer>()
  const [waiting, setWaiting] = useState<ServiceWorker>()
  useEffect(() => {
    const take = (event: Event) => {
      event.preventDefault()
      setOffer(event as InstallOffer)
    }
    addEventListener('beforeinstallprompt', take)
    void registerWorker(setWaiting)
    return () => removeEventListener('beforeinstallprompt', take)
  }, [])
  // iPhones say it in a way of their own.
  const isOnHomeScreen = (navigator as { standalone?: boolean }).standalone === true
  const isInstalled = isOnHomeScreen || matchMedia('(display-mode: standalone)').matches
  return {
    isInstalled,
    ...(offer && { install: () => void offer.prompt().then(() => setOffer(undefined)) }),
    ...(waiting && { update: () => waiting.postMessage('take over') }),
  }
}

/** `found` gets a newer version that waits for the officer's word. */
async function registerWorker(found: (worker: ServiceWorker) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  let hadOne = serviceWorker.controller !== null
  serviceWorker.addEventListener('controllerchange', () => {
    if (hadOne) location.reload()
    hadOne = true
  })
  const registration = await serviceWorker
    .register('/checkpoint/sw.js', { scope: '/checkpoint' })
    .catch(() => undefined)
  if (!registration) return
  const offer = () => {
    if (registration.waiting && registration.active) found(registration.waiting)
  }
  offer()
  // An installed app may stay open for days without loading anything.
  setInterval(() => void registration.update().catch(() => undefined), HOUR)
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer))
}
