import { type Absence, standInFor } from '../../../src/dossiers/absences.ts'
import type { Agency } from '../../../src/dossiers/agencies.ts'
import type { Posting } from '../../../src/dossiers/postings.ts'
import { daysAfter, toVietnamDay } from '../../../src/kernel/clock.ts'
import type { StaffId } from '../../../src/kernel/ids.ts'
import type { StaffAccount, StaffSessions } from '../../../src/staff/accounts/accounts.ts'
import type { Absences, PasswordLink, Passwords, People, Person } from '../../../src/staff/people/ports.ts'

/** Two communes in force, and one that was merged into the second. */
export const AGENCIES: readonly Agency[] = [
  { code: 'H12.99', name: 'Trung tâm tỉnh', level: 'province', validFrom: '2025-07-01' },
  { code: 'H12.99.001', name: 'UBND phường Một', level: 'commune', validFrom: '2025-07-01' },
  { code: 'H12.99.002', name: 'UBND xã Hai', level: 'commune', validFrom: '2025-07-01' },
  {
    code: 'H12.99.009',
    name: 'UBND xã Cũ',
    level: 'commune',
    validFrom: '2020-01-01',
    validTo: '2030-04-30',
    successor: 'H12.99.002',
  },
]

type SessionRow = Parameters<StaffSessions['open']>[1]

/** The people of an office over the accounts and sessions of a desk. */
export function inMemoryOffice(accounts: StaffAccount[], sessionRows: Map<string, SessionRow>) {
  const links = new Map<StaffId, PasswordLink>()
  const absences: Absence[] = []
  const inHand = new Map<StaffId, number>()

  const change = (id: StaffId, changes: Partial<StaffAccount>) => {
    const i = accounts.findIndex((it) => it.id === id)
    accounts[i] = { ...accounts[i]!, ...changes }
  }
  const find = (id: StaffId) => accounts.find((it) => it.id === id)
  const toPerson = ({ passwordHash, ...account }: StaffAccount): Person => {
    const link = links.get(account.id)
    return { ...account, hasPassword: passwordHash !== '', ...(link && { linkUntil: link.expiresAt }) }
  }
  const endSessions = (id: StaffId) => {
    for (const [key, row] of sessionRows) if (row.account === id) sessionRows.delete(key)
  }
  const keepers = (today: string) =>
    accounts.filter(
      ({ disabledAt, passwordHash, postings }) =>
        disabledAt === undefined &&
        passwordHash !== '' &&
        postings.some((it) => it.role === 'administrator' && !it.agency && it.since <= today && !it.until),
    )
  const isLast = (id: StaffId, today: string) => {
    const ids = keepers(today).map((it) => it.id)
    return ids.length === 1 && ids[0] === id
  }
  const isSame = (a: Posting, b: Posting) => a.role === b.role && a.agency === b.agency && a.since === b.since

  const people: People = {
    all: async () => accounts.map(toPerson),
    find: async (id) => accounts.filter((it) => it.id === id).map(toPerson)[0],
    invite: async (person, link, at) => {
      if (accounts.some(({ id, email }) => id === person.id || email === person.email)) return 'known'
      accounts.push({ ...person, passwordHash: '', seenAt: at })
      links.set(person.id, link)
      return 'invited'
    },
    disable: async (id, at) => {
      if (isLast(id, toVietnamDay(at))) return 'last'
      if (find(id)?.disabledAt === undefined) change(id, { disabledAt: at })
      endSessions(id)
      links.delete(id)
      return 'disabled'
    },
    enable: async (id, at) => {
      const { disabledAt: _, ...account } = find(id)!
      accounts[accounts.findIndex((it) => it.id === id)] = { ...account, seenAt: at }
    },
    addPostings: async (id, postings) => {
      const held = find(id)!.postings
      change(id, { postings: [...held, ...postings.filter((it) => !held.some((one) => isSame(one, it)))] })
    },
    endPosting: async (id, posting, until, today) => {
      const held = find(id)!.postings
      const one = held.find((it) => isSame(it, posting))
      if (one?.until === until) return 'ended'
      if (!one || one.until !== posting.until) return 'gone'
      if (posting.role === 'administrator' && !posting.agency && isLast(id, today)) return 'last'
      change(id, { postings: held.map((it) => (it === one ? { ...it, until } : it)) })
      return 'ended'
    },
    dropPosting: async (id, posting) =>
      change(id, { postings: find(id)!.postings.filter((it) => !isSame(it, posting)) }),
    countInHand: async (id) => inHand.get(id) ?? 0,
    disableUnused: async () => 0,
  }

  const passwords: Passwords = {
    makeLink: async (id, link) => {
      if (find(id)?.disabledAt !== undefined) return false
      change(id, { passwordHash: '' })
      endSessions(id)
      links.set(id, link)
      return true
    },
    findLink: async (tokenHash, now) => {
      const [id] = [...links].find(([, it]) => it.tokenHash === tokenHash && it.expiresAt > now) ?? []
      return id && find(id)
    },
    useLink: async (tokenHash, passwordHash, now) => {
      const [id] = [...links].find(([, it]) => it.tokenHash === tokenHash && it.expiresAt > now) ?? []
      if (!id) return false
      links.delete(id)
      change(id, { passwordHash, seenAt: now })
      endSessions(id)
      return true
    },
    change: async (id, passwordHash, kept) => {
      change(id, { passwordHash })
      for (const [key, row] of sessionRows)
        if (row.account === id && key.slice(0, 12) !== kept.id) sessionRows.delete(key)
      links.delete(id)
    },
  }

  const book: Absences = {
    on: async (day) => absences.filter((it) => it.since <= day && day <= it.until),
    since: async (day) => absences.filter((it) => it.until >= day),
    add: async (absence) => void absences.push(absence),
    end: async (account, since, back) => {
      const i = absences.findIndex((it) => it.account === account && it.since === since)
      const one = absences[i]
      if (!one) return
      if (since >= back) absences.splice(i, 1)
      else absences[i] = { ...one, until: daysAfter(back, -1) }
    },
  }
  const standsInFor = (id: StaffId, today: string) =>
    absences.map(({ account }) => account).filter((it) => it !== id && standInFor(it, today, absences) === id)
  let made = 0
  const makeId = () => String(++made).padStart(32, '0')
  const agencies = { all: async () => [...AGENCIES] }
  return { people, passwords, book, links, absences, inHand, standsInFor, agencies, makeId }
}
