import type { CitizenId, DossierId, PermitId, StaffId } from '../kernel/ids.ts'
import type { Permit } from './code/permit.ts'

/** Reading permits. They are granted and revoked by a staff decision (`turns/ports`). */
export interface Permits {
  find(id: PermitId): Promise<Permit | undefined>
  findByNumber(number: string): Promise<Permit | undefined>
  ofDossier(dossier: DossierId): Promise<Permit[]>
  /** Of all dossiers this citizen filed, revoked ones last, the longest valid first. */
  ofCitizen(citizen: CitizenId, limit: number): Promise<Permit[]>
  /** Of permits that have not ended, those revoked at or after `since`, in pages. Epoch milliseconds. */
  revokedSince(since: number, now: number): AsyncIterable<readonly PermitId[]>
  /** Numbers of those under this key that have not ended and are not revoked. */
  numbersUnder(keyId: string, now: number): Promise<string[]>
  /** Whether the dossier of this permit was filed by this citizen. */
  isOf(id: PermitId, citizen: CitizenId): Promise<boolean>
}

/** An order that was ended and is applied again. */
export interface ResumedOrder {
  order: string
  resumedAt: number
  /** As its holders are told. */
  because: string
}

/** Orders on which kinds of permits depend, as far as they have ended and are not applied again. */
export interface EndedOrders {
  endedAt(order: string): Promise<number | undefined>
  all(): Promise<{ order: string; endedAt: number }[]>
  /** `known`: it has ended already. One that was applied again ends anew. */
  end(order: string, by: StaffId, at: number): Promise<'ended' | 'known'>
  /** Those whose permits have not all been ended yet. */
  unsettled(): Promise<{ order: string; endedAt: number }[]>
  settle(order: string, at: number): Promise<void>
  /** Applies it again, if it still stands ended since then. `known`: somebody else did so first. */
  resume(
    ended: { order: string; endedAt: number },
    by: StaffId,
    because: string,
    at: number,
  ): Promise<'resumed' | 'known'>
  /** Those applied again whose permits have not all been made anew yet. */
  unrestored(): Promise<ResumedOrder[]>
  /** All of them were, of what was applied again at that moment. */
  restore(resumed: ResumedOrder, at: number): Promise<void>
}
