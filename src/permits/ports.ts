import type { CitizenId, DossierId, PermitId } from '../kernel/ids.ts'
import type { Permit } from './permit.ts'

/** Reading permits. They are granted and revoked by a staff decision (`turns/ports`). */
export interface Permits {
  find(id: PermitId): Promise<Permit | undefined>
  findByNumber(number: string): Promise<Permit | undefined>
  ofDossier(dossier: DossierId): Promise<Permit[]>
  /** Of all dossiers this citizen filed, revoked ones last, the longest valid first. */
  ofCitizen(citizen: CitizenId, limit: number): Promise<Permit[]>
  /** Of permits that have not ended, those revoked at or after `since`. Epoch milliseconds. */
  revokedSince(since: number, now: number): Promise<PermitId[]>
  /** Numbers of those under this key that have not ended and are not revoked. */
  numbersUnder(keyId: string, now: number): Promise<string[]>
}
