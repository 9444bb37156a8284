import type { CitizenId } from './ids.ts'

/** How ids of invented citizens begin. Zalo's are digits, so that none can be taken for the other. */
export const SAMPLE_PREFIX = 'mau-'

export const isSample = (id: CitizenId | string): boolean => id.startsWith(SAMPLE_PREFIX)
