import { MOST_UNSEEN, type Notice, type Notices } from '../../../src/dossiers/notices.ts'
import type { DossierId, StaffId } from '../../../src/kernel/ids.ts'
import type { StaffAccount } from '../../../src/staff/accounts/accounts.ts'
import type { inMemoryDossiers } from '../../casework/in-memory.ts'

type Row = Notice & { place: number; seenAt?: number }

/** What people of the desk were told, in memory. */
export function inMemoryNotices(accounts: readonly StaffAccount[], books: ReturnType<typeof inMemoryDossiers>) {
  const rows: Row[] = []
  const of = (dossier: DossierId) => rows.filter((row) => row.dossier === dossier)
  const isUnseen = (id: StaffId) => (row: Row) => row.account === id && row.seenAt === undefined
  const notices: Notices = {
    told: async (ids) => new Map(ids.map((id) => [id, of(id)])),
    tell: async (given) => {
      const fresh = given.filter(
        ({ account, dossier, kind, about }) =>
          !of(dossier).some((it) => it.account === account && it.kind === kind && it.about === about),
      )
      for (const notice of fresh) rows.push({ ...notice, place: rows.length + 1 })
      return fresh.length
    },
    unseen: async (id) => Math.min(MOST_UNSEEN, rows.filter(isUnseen(id)).length),
    ofAccount: async (id, limit, before = Infinity) => {
      const own = rows.filter(({ account, place }) => account === id && place < before).reverse()
      const found = await Promise.all(
        own.map(async (row) => {
          const dossier = await books.dossiers.find(row.dossier)
          return dossier ? [{ ...row, code: dossier.code, flow: dossier.flow }] : []
        }),
      )
      return found.flat().slice(0, limit)
    },
    ofDossier: async (id) =>
      of(id).map((row) => ({ ...row, name: accounts.find((it) => it.id === row.account)?.name ?? '' })),
    see: async (id, which, at) => {
      const isMeant = (row: Row) =>
        'place' in which
          ? row.place === which.place
          : 'dossier' in which
            ? row.dossier === which.dossier
            : row.place <= which.upTo
      for (const row of rows.filter(isUnseen(id)).filter(isMeant)) row.seenAt = at
    },
    forget: async () => 0,
  }
  return { notices, rows }
}
