import type { Clock } from '../kernel/clock.ts'
import { isSample } from '../kernel/samples.ts'
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
    const many = [...known.keys()].filter((it) => !isSample(it)).length
    const name = NAMES[many] ?? `Công dân ${many + 1}`
    const citizen = { id, idByApp: toUserId(id), name, follows: false, blocks: false, chatted: false, sends: 0 }
    known.set(id, citizen)
    return citizen
  }

  return {
    meet,
    find: (id: string): Citizen | undefined => known.get(id),
    all: (): Citizen[] => [...known.values()],
    /** Those that somebody can play: not whom sample dossiers were invented for. */
    played: (): Citizen[] => [...known.values()].filter(({ id }) => !isSample(id)),

    interacted(citizen: Citizen): void {
      citizen.lastInteractionAt = now()
      citizen.chatted = true
    },
  }
}
