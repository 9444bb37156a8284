import type { ActionType } from './dossier.ts'

/** What the desk does among itself: no word to the citizen, and no decision. */
const QUIET: ReadonlySet<ActionType> = new Set([
  ...([
    'noted',
    'resent',
    'taken',
    'assigned',
    'given back',
    'handed over',
    'opinion asked',
    'opinion given',
    'put aside',
  ] as const),
])

export const isQuiet = (type: ActionType): boolean => QUIET.has(type)
