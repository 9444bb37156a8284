import { beginButton } from '../conversation/words/buttons.ts'
import { capitalised } from '../kernel/text.ts'
import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import { isWaiting } from '../dossiers/status.ts'
import { type Clock, renderInstant } from '../kernel/clock.ts'
import type { CitizenId, PermitId } from '../kernel/ids.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import { personKey } from '../permits/grant/buckets.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { Permits } from '../permits/ports.ts'
import { severalAtOnce, TOO_MANY } from './several-at-once.ts'

/** A permit whose time to be reminded has come, and who filed for it. */
interface DueReminder {
  permit: Permit
  citizen: CitizenId
}

export interface PermitReminders {
  /** The longest waiting first. */
  due(now: number, limit: number): Promise<DueReminder[]>
  /**
   * Done with this reminder, and the message on its way, in one commit. `known`: somebody else did it, or the permit was
   * revoked since; nothing is said.
   */
  settle(due: DueReminder, message: OutgoingMessage | undefined, at: number): Promise<'settled' | 'known'>
}

const BATCH = 100
/** Of one round: about what Zalo takes in the minute until the next. */
const MOST = 5_000
/** Permits and filings of one citizen that are looked through. */
const READ = 40

interface RemindPorts {
  reminders: PermitReminders
  permits: Pick<Permits, 'ofCitizen'>
  dossiers: Pick<Dossiers, 'ofCitizen' | 'find'>
  /** The flow by which a permit of this kind is extended, when there is one. */
  extendFlow: (kind: string) => string | undefined
  /** As in running text: `giấy đi đường`. */
  permitName: (kind: string) => string
  doorbell: Doorbell
  now: Clock
}

/**
 * Tells holders that a permit is about to end, unless they have seen to it. One that fails is left to the next round and keeps
 * nobody else waiting. Answers how many were told.
 */
export function createRemindPermits(ports: RemindPorts) {
  const { reminders, permits, dossiers, extendFlow, permitName, doorbell, now } = ports

  /** Another permit of this person goes on where this one ends. */
  const isExtended = async ({ permit, citizen }: DueReminder): Promise<boolean> =>
    (await permits.ofCitizen(citizen, READ)).some(
      (other) =>
        other.revokedAt === undefined &&
        other.kind === permit.kind &&
        personKey(other) === personKey(permit) &&
        other.validFrom <= permit.validUntil &&
        other.validUntil > permit.validUntil,
    )

  /** An extension names the permit that was picked as its answer `permit`; another may have taken its place since. */
  const isAskedFor = async ({ permit, citizen }: DueReminder): Promise<boolean> => {
    for (const { id, status } of await dossiers.ofCitizen(citizen, READ)) {
      const answers = isWaiting(status) ? (await dossiers.find(id))?.answers : undefined
      const picked = answers?.find(({ key }) => key === 'permit')?.value
      if (picked !== undefined && (picked === permit.id || picked === permit.replaces)) return true
    }
    return false
  }

  const messageFor = async (due: DueReminder, at: number): Promise<OutgoingMessage | undefined> => {
    const { permit } = due
    if (permit.revokedAt !== undefined || permit.validUntil <= at) return undefined
    if ((await isExtended(due)) || (await isAskedFor(due))) return undefined
    return reminder(permit, permitName(permit.kind), extendFlow(permit.kind))
  }

  const settle = async (due: DueReminder): Promise<boolean> => {
    const at = now()
    const message = await messageFor(due, at)
    const outcome = await reminders.settle(due, message, at)
    if (outcome === 'known' || !message) return false
    doorbell.ring('delivery', due.citizen)
    return true
  }

  return async (): Promise<number> => {
    let told = 0
    const failed = new Map<PermitId, unknown>()
    for (let looked = 0; looked < MOST && failed.size < TOO_MANY;) {
      // Those that failed stand at the head of what is due.
      const found = await reminders.due(now(), BATCH + failed.size)
      const batch = found.filter(({ permit }) => !failed.has(permit.id))
      const failures = await severalAtOnce(batch, async (due) => {
        if (await settle(due)) told++
      })
      for (const { one, cause } of failures) failed.set(one.permit.id, cause)
      looked += batch.length
      if (batch.length < BATCH) break
    }
    for (const cause of failed.values()) throw cause
    return told
  }
}

function reminder({ number, validUntil }: Permit, name: string, flow: string | undefined): OutgoingMessage {
  const ends = `${capitalised(name)} số ${number} hết hạn lúc ${renderInstant(validUntil)}.`
  if (flow === undefined) return { type: 'text', text: `${ends} Nếu vẫn cần, ông/bà xin giấy mới trước lúc đó.` }
  return {
    type: 'text',
    text: `${ends} Nếu cần đi tiếp, ông/bà xin gia hạn bây giờ.`,
    choices: [beginButton(flow, 'Gia hạn')],
  }
}
