import type { DossierAction } from './dossier.ts'

/**
 * Whether the last `changes` changes of a dossier were all made by the program itself: a permit noted as delivered, ended
 * with its order, or made anew. An officer's page from before them shows all that people did. One change may append
 * several acts, all at one time; of two changes at one time only one is counted, so that in doubt a page is out of date.
 */
export function onlyProgramSince(actions: readonly DossierAction[], changes: number): boolean {
  const last = actions.findLastIndex(({ by }) => by.type !== 'program')
  return changes >= 0 && new Set(actions.slice(last + 1).map(({ at }) => at)).size >= changes
}
