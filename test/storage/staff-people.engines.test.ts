import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, toVietnamDay } from '../../src/kernel/clock.ts'
import type { StaffId } from '../../src/kernel/ids.ts'
import { createColleagues } from '../../src/storage/colleagues.ts'
import { createAbsences } from '../../src/storage/staff-absences.ts'
import { createPasswords } from '../../src/storage/staff-passwords.ts'
import { createPeople } from '../../src/storage/staff-people.ts'
import { createStaffSessions } from '../../src/storage/staff-sessions.ts'
import { createStaffAccounts } from '../../src/storage/staff.ts'
import type { Posting } from '../../src/dossiers/postings.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { posted } from '../dossiers/posted.ts'
import { NOW } from '../permits/sample.ts'
import { bothEngines } from './engines.ts'

const TODAY = toVietnamDay(NOW)
const KEEPER: Posting = { role: 'administrator', since: '2025-07-01' }
const OFFICER = posted(['reception', 'specialist'], 'H12.99.001')

describe.each(await bothEngines())('the people of the office on %s', (_, open) => {
  let engine: Engine
  let other: Engine
  beforeAll(async () => {
    engine = await open()
    other = await open()
  }, 120_000)
  afterAll(async () => {
    await engine.close()
    await other.close()
  })
  beforeEach(() =>
    engine.write(async (db) => {
      const { staffAccounts, staffPostings, staffLinks, staffSessions, staffAbsences } = engine.tables
      for (const table of [staffAccounts, staffPostings, staffLinks, staffSessions, staffAbsences])
        await db.delete(table)
    }),
  )

  const add = async (name: string, postings: readonly Posting[] = OFFICER, seenAt: number | undefined = NOW) => {
    const id = name as StaffId
    const account = { id, email: `${name}@example.vn`, name, postings, passwordHash: 'h' }
    await createStaffAccounts(engine).add({ ...account, ...(seenAt !== undefined && { seenAt }) })
    return id
  }
  it('knows of each day at which agencies somebody works on dossiers', async () => {
    const { staffed } = createColleagues(engine)
    await add('Lan')
    await add('Tâm', posted(['editor'], 'H12.99.002'))
    await add('Sau', [{ role: 'leader', agency: 'H12.99.003', since: toVietnamDay(NOW + DAY) }])
    await add('Tỉnh', posted(['leader']))
    expect([...(await staffed(TODAY))]).toEqual(['H12.99.001'])
    expect([...(await staffed(toVietnamDay(NOW + DAY)))].sort()).toEqual(['H12.99.001', 'H12.99.003'])
    const { staffAccounts } = engine.tables
    await engine.write(async (db) => void (await db.update(staffAccounts).set({ disabledAt: NOW })))
    expect((await staffed(TODAY)).size).toBe(0)
  })

  const session = async (account: StaffId, token: string, openedAt = NOW) => {
    await createStaffSessions(engine).open(token, { account, csrf: 'c', openedAt, expiresAt: openedAt + 12 * HOUR })
  }
  const isIn = async (token: string, at = NOW) => (await createStaffSessions(engine).find(token, at)) !== undefined

  it('somebody is invited once, without a password, and sets one with the link, once', async () => {
    const people = createPeople(engine)
    const passwords = createPasswords(engine)
    const person = { id: 'lan' as StaffId, email: 'lan@example.vn', name: 'Lan', postings: OFFICER }
    const link = { tokenHash: 'link-1', expiresAt: NOW + DAY }
    expect(await people.invite(person, link, NOW)).toBe('invited')
    expect(await people.invite({ ...person, id: 'lan-2' as StaffId }, link, NOW)).toBe('known')
    expect(await people.invite({ ...person, email: 'other@example.vn' }, link, NOW)).toBe('known')
    const invited = { ...person, hasPassword: false, seenAt: NOW, linkUntil: NOW + DAY }
    expect([await people.all(), await people.find(person.id)]).toEqual([[invited], invited])

    expect(await passwords.findLink('link-1', NOW + DAY - 1)).toEqual({ email: person.email, name: 'Lan' })
    expect(await passwords.findLink('link-1', NOW + DAY)).toBeUndefined()
    expect(await passwords.useLink('link-1', 'hash', NOW + DAY)).toBe(false)
    const used = await Promise.all([engine, other].map((it) => createPasswords(it).useLink('link-1', 'hash', NOW + 1)))
    expect(used.toSorted()).toEqual([false, true])
    expect(await createStaffAccounts(engine).findByEmail(person.email)).toMatchObject({ passwordHash: 'hash' })
    expect(await people.find(person.id)).toEqual({ ...person, hasPassword: true, seenAt: NOW + 1 })
  })

  it('a new link ends the one before it, the password and the sessions', async () => {
    const passwords = createPasswords(engine)
    const lan = await add('lan')
    await session(lan, 'token')
    expect(await passwords.makeLink(lan, { tokenHash: 'a', expiresAt: NOW + DAY })).toBe(true)
    expect(await passwords.makeLink(lan, { tokenHash: 'b', expiresAt: NOW + DAY })).toBe(true)
    expect([await passwords.findLink('a', NOW), await isIn('token')]).toEqual([undefined, false])
    expect(await createPeople(engine).find(lan)).toMatchObject({ hasPassword: false, linkUntil: NOW + DAY })
    expect(await passwords.useLink('b', 'new', NOW)).toBe(true)
  })

  it('a password that somebody changes ends their other sessions and every link', async () => {
    const passwords = createPasswords(engine)
    const [lan, minh] = [await add('lan'), await add('minh')]
    await session(lan, 'here-0000000000000')
    await session(lan, 'there-000000000000')
    await session(minh, 'minh-0000000000000')
    await passwords.change(lan, 'new', { id: 'here-0000000000000'.slice(0, 12) })
    const tokens = ['here-0000000000000', 'there-000000000000', 'minh-0000000000000']
    expect(await Promise.all(tokens.map((token) => isIn(token)))).toEqual([true, false, true])
    expect(await createStaffAccounts(engine).findByEmail('lan@example.vn')).toMatchObject({ passwordHash: 'new' })
  })

  it('sessions are listed and ended: one, all but one, all, and only of that account', async () => {
    const sessions = createStaffSessions(engine)
    const [lan, minh] = [await add('lan'), await add('minh')]
    for (const [i, token] of ['a', 'b', 'c'].entries()) await session(lan, token.repeat(20), NOW + i)
    await session(minh, 'm'.repeat(20))
    const shown = async () => (await sessions.ofAccount(lan, NOW)).map(({ id }) => id[0])
    expect(await sessions.ofAccount(lan, NOW)).toMatchObject([{ id: 'c'.repeat(12), openedAt: NOW + 2 }, {}, {}])
    await sessions.end(minh, { only: 'a'.repeat(12) })
    await sessions.end(lan, { only: 'a'.repeat(12) })
    expect(await shown()).toEqual(['c', 'b'])
    await sessions.end(lan, { but: 'b'.repeat(12) })
    expect(await shown()).toEqual(['b'])
    await sessions.end(lan)
    expect([await shown(), (await sessions.ofAccount(minh, NOW)).length]).toEqual([[], 1])
    expect(await sessions.ofAccount(lan, NOW + DAY)).toEqual([])
  })

  it('a disabled account has neither sessions nor links, keeps its first day, and can be opened again', async () => {
    const people = createPeople(engine)
    const lan = await add('lan')
    await session(lan, 'token')
    await createPasswords(engine).makeLink(lan, { tokenHash: 'link', expiresAt: NOW + DAY })
    await session(lan, 'token-2')
    expect([await people.disable(lan, NOW), await people.disable(lan, NOW + 5)]).toEqual(['disabled', 'disabled'])
    expect(await people.find(lan)).toMatchObject({ disabledAt: NOW })
    expect(await createPasswords(engine).findLink('link', NOW)).toBeUndefined()
    expect(await createPasswords(engine).makeLink(lan, { tokenHash: 'b', expiresAt: NOW + DAY })).toBe(false)
    await people.enable(lan, NOW + 9)
    expect([await isIn('token-2'), (await people.find(lan))?.disabledAt]).toEqual([false, undefined])
    expect(await people.find(lan)).toMatchObject({ seenAt: NOW + 9 })
  })

  it('the last who looks after the whole province can be neither disabled nor relieved, however many try at once', async () => {
    const people = createPeople(engine)
    const [an, binh] = [await add('an', [KEEPER]), await add('binh', [KEEPER])]
    const done = await Promise.all([people.disable(an, NOW), createPeople(other).disable(binh, NOW)])
    expect(done.toSorted()).toEqual(['disabled', 'last'])
    const last = done[0] === 'last' ? an : binh
    expect(await people.endPosting(last, KEEPER, TODAY, TODAY)).toBe('last')
    await people.enable(an, NOW)
    await people.enable(binh, NOW)
    const together = await Promise.all([an, binh].map((id) => people.endPosting(id, KEEPER, TODAY, TODAY)))
    expect(together.toSorted()).toEqual(['ended', 'last'])
  })

  it.each<[string, Posting[], { passwordHash?: string; disabledAt?: number }]>([
    ['of one agency', posted(['administrator'], 'H12.99.001'), {}],
    ['whose days are counted', [{ ...KEEPER, until: '2031-01-01' }], {}],
    ['who begins later', [{ ...KEEPER, since: '2031-01-01' }], {}],
    ['who never opened the account', [KEEPER], { passwordHash: '' }],
    ['who is disabled', [KEEPER], { disabledAt: NOW }],
  ])('an administrator %s does not count as another', async (_case, postings, changes) => {
    const people = createPeople(engine)
    const an = await add('an', [KEEPER])
    const binh = { id: 'binh' as StaffId, email: 'binh@example.vn', name: 'Bình', passwordHash: 'h', seenAt: NOW }
    await createStaffAccounts(engine).add({ ...binh, postings, ...changes })
    expect([await people.disable(an, NOW), await people.disable(binh.id, NOW)]).toEqual(['last', 'disabled'])
  })

  it('postings are added once, end on a day, and stay', async () => {
    const people = createPeople(engine)
    const lan = await add('lan')
    const leader: Posting = { role: 'leader', agency: 'H12.99.002', since: TODAY }
    await people.addPostings(lan, [leader])
    await people.addPostings(lan, [leader])
    expect((await people.find(lan))?.postings).toEqual([leader, ...OFFICER])
    expect(await people.endPosting(lan, leader, '2030-12-31', TODAY)).toBe('ended')
    expect(await people.endPosting(lan, leader, '2030-12-31', TODAY)).toBe('ended')
    expect(await people.endPosting(lan, leader, '2030-06-30', TODAY)).toBe('gone')
    expect(await people.endPosting(lan, { ...leader, role: 'editor' }, '2030-06-30', TODAY)).toBe('gone')
    const ended = { ...leader, until: '2030-12-31' }
    expect(await people.endPosting(lan, ended, '2030-06-30', TODAY)).toBe('ended')
    await people.dropPosting(lan, ended)
    expect((await people.find(lan))?.postings).toEqual(OFFICER)
  })

  it('accounts that nobody used are disabled, those from before this was kept begin to count, and the last keeper stays', async () => {
    const people = createPeople(engine)
    const long = NOW - 45 * DAY
    await add('an', [KEEPER], long - 2)
    await add('binh', [KEEPER], long - 1)
    await add('lan', OFFICER, long)
    await add('minh', OFFICER, long + 1)
    await createStaffAccounts(engine).add({
      ...{ id: 'old' as StaffId, email: 'old@example.vn', name: 'Cũ', postings: OFFICER, passwordHash: 'h' },
    })
    expect(await people.disableUnused(long, NOW)).toBe(2)
    const disabled = (await people.all()).filter((it) => it.disabledAt === NOW).map(({ id }) => id)
    expect(disabled.toSorted()).toEqual(['an', 'lan'])
    expect(await people.find('old' as StaffId)).toMatchObject({ seenAt: NOW })
    expect(await people.disableUnused(long, NOW)).toBe(0)
  })

  it('a stand-in has the postings of the absent for these days, but not the care of accounts', async () => {
    const absences = createAbsences(engine)
    const an = await add('an', [...posted(['leader'], 'H12.99.001'), KEEPER])
    const binh = await add('binh', OFFICER)
    const chi = await add('chi', posted(['reception'], 'H12.99.001'))
    await absences.add({ account: an, since: '2030-05-01', until: '2030-05-03', substitute: binh })
    await absences.add({ account: an, since: '2030-05-01', until: '2030-05-03', substitute: chi })
    await absences.add({ account: binh, since: '2030-05-02', until: '2030-05-02', substitute: chi })
    await session(chi, 'chi')
    await session(binh, 'binh')
    const seen = async (token: string, day: number) => {
      const found = await createStaffSessions(engine).find(token, NOW + day * DAY - 8 * HOUR * day)
      return [found?.account.standsInFor, found?.account.postings.map(({ role }) => role)]
    }
    expect(await seen('binh', 0)).toEqual([[an], ['leader', 'reception', 'specialist']])
    expect(await seen('chi', 0)).toEqual([[], ['reception']])
    await session(chi, 'chi-2', NOW + DAY)
    const next = await createStaffSessions(engine).find('chi-2', NOW + DAY)
    expect(next?.account.standsInFor).toEqual([an, binh])
    expect(next?.account.postings.map(({ role }) => role).toSorted()).toEqual([
      ...['leader', 'reception', 'reception', 'specialist'],
    ])
  })

  it('an absence is shortened when somebody is back, taken away before it began, and passes over disabled accounts', async () => {
    const absences = createAbsences(engine)
    const [an, binh] = [await add('an'), await add('binh')]
    const away = { account: an, since: '2030-05-01', until: '2030-05-09', substitute: binh }
    const later = { account: an, since: '2030-06-01', until: '2030-06-01' }
    await absences.add(away)
    await absences.add(later)
    expect(await absences.since('2030-05-09')).toEqual([away, later])
    expect(await absences.on('2030-05-10')).toEqual([])
    await absences.end(an, away.since, '2030-05-04')
    await absences.end(an, later.since, '2030-05-04')
    expect(await absences.since('2030-05-01')).toEqual([{ ...away, until: '2030-05-03' }])
    await createPeople(engine).disable(binh, NOW)
    expect(await absences.on('2030-05-03')).toEqual([{ account: an, since: away.since, until: '2030-05-03' }])
    await createPeople(engine).disable(an, NOW)
    expect(await absences.on('2030-05-03')).toEqual([])
  })
})
