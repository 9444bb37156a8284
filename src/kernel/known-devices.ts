import { DAY } from './clock.ts'

/** How long a browser or phone is known after the last sign-in on it. */
export const DEVICE_KNOWN_FOR = 180 * DAY

/** Browsers and phones on which somebody has signed in. They open nothing; strangers' guesses do not make them wait. */
export interface KnownDevices {
  isOf(tokenHash: string, owner: string, now: number): Promise<boolean>
  remember(tokenHash: string, owner: string, until: { seenAt: number; expiresAt: number }): Promise<void>
}
