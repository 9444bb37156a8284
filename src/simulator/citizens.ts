import type { Clock } from '../kernel/clock.ts'
import { toUserId } from './identifiers.ts'

export interface Citizen {
  /** The id this OA knows; never a number, it exceeds 2^53. */
  id: string
  /** The other id of the same person, known to the app. */
  idByApp: string
  name: string
  follows: boolean
  /** Has forbidden this OA to write. */
  blocks: boolean
  /** Has ever written or tapped: the chat-now event comes only before that. */
  chatted: boolean
  /** Opens the 48-hour and the 7-day window. A receipt does not count (zalo-oa §3.3). */
  lastInteractionAt?: number
  /** Messages that reached the phone, also those the transcript has dropped. */
  sends: number
}

const NAMES = [
  'Nguyễn Văn An',
  'Trần Thị Bích Ngọc',
  'Lê Hoàng Phúc',
  'Phạm Thị Út',
  'Danh Thạch Sô Phi',
  'Lý Mỹ Duyên',
]

export type Citizens = ReturnType<typeof createCitizens>

/** Everyone with a phone in this small world. A new id is a new citizen. */
export function createCitizens(now: Clock) {
  const known = new Map<string, Citizen>()

  function meet(id: string): Citizen {
    const found = known.get(id)
    if (found) return found
    const name = NAMES[known.size] ?? `Công dân ${known.size + 1}`
    const citizen = { id, idByApp: toUserId(id), name, follows: false, blocks: false, chatted: false, sends: 0 }
    known.set(id, citizen)
    return citizen
  }

  return {
    meet,
    find: (id: string): Citizen | undefined => known.get(id),
    all: (): Citizen[] => [...known.values()],

    interacted(citizen: Citizen): void {
      citizen.lastInteractionAt = now()
      citizen.chatted = true
    },
  }
}
