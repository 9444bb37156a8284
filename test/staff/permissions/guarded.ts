import { ROLES } from '../../../src/dossiers/postings.ts'
import { posted } from '../../dossiers/posted.ts'
import { describe, expect, it } from 'vitest'
import type { Dossier, DossierAction } from '../../../src/dossiers/dossier.ts'
import { NOW, samplePermit } from '../../permits/sample.ts'
import { type Desk, get, officer, openDesk, post, signIn, SLOW_FLOW } from '../fakes.ts'

/** A page of staff: nobody else sees it, and signing in leads back to it. */
export function describeGuardedPage(
  name: string,
  pathOf: (desk: Desk) => Promise<string> | string,
  secret: string,
  { ofDossier = false, desk: open = openDesk }: { ofDossier?: boolean; desk?: () => Promise<Desk> } = {},
) {
  describe(`${name}, who may see it`, () => {
    if (ofDossier)
      it('is nothing to whoever has nothing to do with the dossier it belongs to', async () => {
        const desk = await open()
        const path = await pathOf(desk)
        const { cookie } = await signIn(desk.app)
        for (const postings of [posted(ROLES, 'H12.99.001'), posted(['editor']), []]) {
          desk.accounts[0] = { ...desk.accounts[0]!, postings }
          const answer = await get(desk.app, path, cookie)
          expect([403, 404]).toContain(answer.statusCode)
          expect(answer.body).not.toContain(secret)
        }
      })

    it('leads whoever is not signed in to the door, and shows nothing', async () => {
      const desk = await open()
      const path = await pathOf(desk)
      for (const cookie of [undefined, 'mot_cua_staff=invented', '__Secure-mot_cua_staff=invented']) {
        const answer = await get(desk.app, path, cookie)
        expect(answer.statusCode).toBe(303)
        expect(answer.headers.location).toMatch(/^\/staff\/login\?next=/)
        expect(answer.body).not.toContain(secret)
      }
    })

    it('closes when the session is over, or its account disabled', async () => {
      const desk = await open()
      const path = await pathOf(desk)
      const { cookie } = await signIn(desk.app)
      expect((await get(desk.app, path, cookie)).statusCode).toBe(200)
      desk.clock.now += 12 * 3_600_000
      expect((await get(desk.app, path, cookie)).statusCode).toBe(303)
      desk.clock.now -= 3_600_000
      expect((await get(desk.app, path, cookie)).statusCode).toBe(200)
      desk.accounts[0] = { ...desk.accounts[0]!, disabledAt: desk.clock.now }
      expect((await get(desk.app, path, cookie)).statusCode).toBe(303)
    })
  })
}

const REASON = 'Biển số xe không đúng với giấy tờ.'
const by = { type: 'staff', id: officer.id, name: officer.name } as const
/** What there is to take back. */
const APPROVED = [
  { type: 'accepted', by, at: NOW, status: 'accepted' },
  { type: 'approved', by, at: NOW, status: 'done' },
] as const

/** Another dossier that an act may be about. */
const OTHER = 'H12.99-300501-0099'

/** Whom or where it leads to. */
const LEADS_TO: Record<string, Record<string, string | number>> = {
  assign: { to: officer.id },
  'hand-over': { to: 'H12.99.001', days: 2 },
  consult: { to: 'H12.99.001' },
  apologise: { until: '2030-05-09' },
  'put-aside': { until: '2030-05-09' },
  longer: { which: 0 },
  resend: { which: 1 },
  propose: { 'day-0': '2030-05-08', 'slot-0': 'sang-tre' },
  duplicate: { to: OTHER },
  'tell-apart': { to: OTHER },
}

/** Some want a dossier that is due, one of a procedure that knows longer terms, or one that the officer works on. */
const OF: Record<string, Partial<Dossier>> = {
  apologise: { dueAt: NOW + 86_400_000 },
  longer: { dueAt: NOW + 86_400_000, flow: SLOW_FLOW },
  'give-back': { handler: officer.id },
  propose: { flow: 'dat-lich-hen' },
  'put-aside': { handler: officer.id },
}
/** What is recorded with it. */
const BESIDE: Readonly<Record<string, readonly object[]>> = { approve: [{}], answer: [{}, {}], propose: [{}] }

const DEAD = {
  seq: 1,
  message: { type: 'text', text: 'Hồ sơ đã được tiếp nhận.' },
  state: 'dead',
  attempts: 3,
} as const

/** What was done before. */
const BEFORE: Record<string, readonly DossierAction[]> = {
  'take-back': APPROVED,
  longer: [APPROVED[0]],
  advise: [{ type: 'opinion asked', by, at: NOW, status: 'processing', note: REASON, move: { asked: 'H12.99' } }],
}

/** A decision: it wants a session, the token of that session, and a form of our own. */
export function describeGuardedDecision(type: string, from: Dossier['status'], to: Dossier['status']) {
  const prepare = async () => {
    const desk = await openDesk()
    const dossier = desk.books.add({ status: from, ...OF[type], ...(type === 'answer' && { flow: 'hoi-can-bo' }) }, [
      ...(BEFORE[type] ?? []),
    ])
    const permit = await samplePermit({ dossier: dossier.id })
    desk.books.add({ code: OTHER })
    if (type === 'resend') desk.told.set(dossier.id, [{ ...DEAD, saidAt: NOW }])
    if (type === 'revoke') desk.books.permitRows.push(permit)
    const path = `/staff/dossiers/${dossier.id}/${type}`
    return {
      desk,
      path,
      fields: { revision: 1, words: REASON, permit: permit.id, step: 'do', ...(LEADS_TO[type] ?? {}) },
    }
  }

  describe(`the decision "${type}", who may make it`, () => {
    it('leads whoever is not signed in to the door, and changes nothing', async () => {
      const { desk, path, fields } = await prepare()
      const answer = await post(desk.app, path, { ...fields, csrf: 'x' })
      expect([answer.statusCode, answer.body.includes('action="/staff/login"')]).toEqual([401, true])
      expect(desk.books.decided).toEqual([])
    })

    it('refuses a form without the token of its session', async () => {
      const { desk, path, fields } = await prepare()
      const { cookie } = await signIn(desk.app)
      const other = await signIn(desk.app)
      for (const csrf of [undefined, '', 'x', other.csrf]) {
        const answer = await post(desk.app, path, csrf === undefined ? fields : { ...fields, csrf }, { cookie })
        expect(answer.statusCode).toBe(403)
      }
      expect(desk.books.decided).toEqual([])
    })

    it.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' }])(
      'refuses a form sent from elsewhere even with the right token: %j',
      async (headers) => {
        const { desk, path, fields } = await prepare()
        const { cookie, csrf } = await signIn(desk.app)
        expect((await post(desk.app, path, { ...fields, csrf }, { cookie, ...headers })).statusCode).toBe(403)
        expect(desk.books.decided).toEqual([])
      },
    )

    it('is made by an officer who is signed in, under their name', async () => {
      const { desk, path, fields } = await prepare()
      const { cookie, csrf } = await signIn(desk.app)
      const answer = await post(desk.app, path, { ...fields, csrf }, { cookie })
      expect([answer.statusCode, answer.headers.location]).toEqual([
        303,
        `${path.replace(/\/[\w-]+$/, '')}?done=${type}`,
      ])
      expect(desk.books.decided).toMatchObject([
        {
          row: { status: to },
          actions: [{ by: { name: 'Lê Cán Bộ', id: 's1' } }, ...(BESIDE[type] ?? [])],
        },
      ])
    })
  })
}
