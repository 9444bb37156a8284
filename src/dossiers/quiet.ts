import type { ActionType } from './dossier.ts'

/** What the desk does among itself, and a reminder: no news for a list, and no decision. */
const QUIET: ReadonlySet<ActionType> = new Set([
  ...([
    'noted',
    'resent',
    'answer reminded',
    'taken',
    'assigned',
    'given back',
    'handed over',
    'clock begun',
    'opinion asked',
    'opinion given',
    'put aside',
    'told apart',
    'corrected',
  ] as const),
])

export const isQuiet = (type: ActionType): boolean => QUIET.has(type)
