import { NEW_SESSION } from '../../src/conversation/words/session.ts'
import type { Filing } from '../../src/dossiers/acts/file.ts'
import type { CitizenId, DossierId } from '../../src/kernel/ids.ts'
import { createConversations } from '../../src/storage/conversations.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createInbox } from '../../src/storage/inbox.ts'
import type { Delivery, Turn, TurnRows } from '../../src/turns/ports.ts'
import { filing } from './changes.ts'

export const NOW = Date.parse('2030-05-01T01:00:00Z')
export const NOTHING: TurnRows = { messages: [], attachments: [], consents: [], changes: [] }

let counter = 0
export const fresh = (what: string) => `${what}-${++counter}`
export const aCitizen = () => fresh('7000000000000000') as CitizenId

export const delivery = (citizen: CitizenId, more: Partial<Delivery> = {}): Delivery => ({
  key: fresh('key'),
  citizen,
  sentAt: NOW,
  receivedAt: NOW,
  body: Buffer.from('{"text":"xin chào \u0000"}'),
  purpose: 'turn',
  ...more,
})

/** Turns of citizens in a database. */
export function turnsOn(engine: Engine) {
  const [inbox, conversations] = [createInbox(engine), createConversations(engine)]

  /** One delivery kept and answered. */
  const turn = async (citizen: CitizenId, rows: Partial<TurnRows>, more: Partial<Turn> = {}) => {
    await inbox.keep(delivery(citizen))
    const [row] = await conversations.waiting(citizen, 1)
    const before = await conversations.load(citizen)
    return conversations.commit({
      before,
      session: NEW_SESSION,
      handled: row?.seq ?? -1,
      at: NOW,
      interaction: true,
      rows: () => ({ ...NOTHING, ...rows }),
      ...more,
    })
  }

  /** A dossier handed in. */
  const file = async (citizen: CitizenId, unit = 'H12.99', more: Partial<Filing> = {}, at = NOW) => {
    const id = fresh('dossier') as DossierId
    await turn(
      citizen,
      {},
      {
        filing: { unit, day: '2030-05-01' },
        rows: (code = '') => ({ ...NOTHING, changes: [filing({ id, code, citizen, agency: unit, ...more }, at)] }),
      },
    )
    return id
  }

  return { turn, file }
}
