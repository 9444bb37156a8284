import type { CompiledFlow } from '../../src/conversation/flow/compiled-flow.ts'
import { VISIT } from '../dossiers/visited.ts'
import { DESK, EVERYTHING, posted } from '../dossiers/posted.ts'
import { scryptSync } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import { givenStep } from '../../src/dossiers/deadlines/step.ts'
import type { Other } from '../../src/dossiers/acts/act.ts'
import type { Attachment } from '../../src/attachments/attachment.ts'
import type { Attachments, FileStore } from '../../src/attachments/ports.ts'
import type { AttachmentId, CitizenId, DossierId, StaffId } from '../../src/kernel/ids.ts'
import type { KnownDevices } from '../../src/kernel/known-devices.ts'
import type { DossierMessage, DossierMessages } from '../../src/notifications/dossier-messages.ts'
import type { StaffAccount, StaffAccounts, StaffSessions } from '../../src/staff/accounts/accounts.ts'
import type { CannedReplies, CannedReply } from '../../src/dossiers/canned.ts'
import { MOST_SAVED, type SavedList, type SavedLists } from '../../src/dossiers/saved-lists.ts'
import { staffRoutes } from '../../src/staff/routes.ts'
import { createActByOfficer } from '../../src/casework/act-by-officer.ts'
import type { Filed, ProspectOf } from '../../src/casework/names.ts'
import { createClosedInto } from '../../src/casework/closed-into.ts'
import { createLookAlikes } from '../../src/casework/look-alikes.ts'
import type { AnswerKind } from '../../src/dossiers/alike.ts'
import { createReplyWithFiles } from '../../src/casework/reply-with-files.ts'
import type { Question } from '../../src/procedures/question-kinds.ts'
import type { Rating } from '../../src/turns/ports.ts'
import { type DossierView, type DossierViews, ONE_LOOK } from '../../src/dossiers/views.ts'
import { inMemoryDossiers } from '../casework/in-memory.ts'
import { inMemoryPublishing } from '../procedures/in-memory-publishing.ts'
import { inMemoryPermitDesk } from './permits/in-memory.ts'
import { inMemoryNotices } from './notices/in-memory.ts'
import { inMemoryAgencyBook } from './agencies/in-memory.ts'
import { inMemoryOffice } from './people/in-memory.ts'
import { NOW, samplePermit, travelPass } from '../permits/sample.ts'

export const EMAIL = 'can.bo@example.vn'
export const PASSWORD = 'mật khẩu đủ dài'

/** A cheap scrypt: the cost stands in the hash, and these tests are about everything else. */
const cheapHash = (password: string): string => {
  const salt = Buffer.from('salt')
  const key = scryptSync(password.normalize('NFC'), salt, 32, { N: 256, r: 8, p: 1 })
  return ['scrypt', 256, 8, 1, salt.toString('base64url'), key.toString('base64url')].join('$')
}

export const officer: StaffAccount = {
  id: 's1' as StaffId,
  email: EMAIL,
  name: 'Lê Cán Bộ',
  postings: posted(DESK),
  passwordHash: cheapHash(PASSWORD),
}

/** One that is open, its neighbour, and one that is closed. */
/** An agency that is competent for nothing. */
export const OUTSIDE = 'H12.99.002'

const AGENCIES: Record<string, Omit<Other, 'code'>> = {
  'H12.99': { name: 'Trung tâm Phục vụ hành chính công tỉnh Cà Mau' },
  'H12.99.001': { name: 'UBND phường An Xuyên' },
  'H12.99.002': { name: 'UBND xã Biển Bạch' },
  'H12.99.900': { name: 'UBND xã Cũ', closed: { successor: 'UBND phường An Xuyên' } },
}

/** May also edit procedures. */
export const clerk: StaffAccount = {
  ...officer,
  id: 's2' as StaffId,
  email: 'bien.tap@example.vn',
  name: 'Trần Biên Tập',
  postings: posted(['reception', 'specialist', 'editor']),
}

/** May do everything. */
export const administrator: StaffAccount = {
  ...officer,
  id: 's9' as StaffId,
  email: 'quan.ly@example.vn',
  name: 'Phạm Quản Trị',
  postings: EVERYTHING,
}

export function inMemoryAccounts(accounts: StaffAccount[]): StaffAccounts {
  return {
    findByEmail: async (email) => accounts.find((account) => account.email === email),
    add: async (account) =>
      accounts.some(({ email }) => email === account.email) ? 'known' : (accounts.push(account), 'added'),
    count: async () => accounts.length,
  }
}

export function inMemorySessions(accounts: readonly StaffAccount[]) {
  const rows = new Map<string, Parameters<StaffSessions['open']>[1]>()
  const idOf = (tokenHash: string) => tokenHash.slice(0, 12)
  const sessions: StaffSessions = {
    open: async (tokenHash, session) => void rows.set(tokenHash, session),
    find: async (tokenHash, now) => {
      const row = rows.get(tokenHash)
      const account = accounts.find(({ id, disabledAt }) => id === row?.account && disabledAt === undefined)
      if (!row || !account || row.expiresAt <= now) return undefined
      return { id: idOf(tokenHash), account: { ...account, standsInFor: [] }, csrf: row.csrf, expiresAt: row.expiresAt }
    },
    close: async (tokenHash) => void rows.delete(tokenHash),
    ofAccount: async (account, now) =>
      [...rows]
        .filter(([, row]) => row.account === account && row.expiresAt > now)
        .map(([tokenHash, { openedAt }]) => ({ id: idOf(tokenHash), openedAt })),
    end: async (account, which) => {
      for (const [tokenHash, row] of rows) {
        const isMeant = !which || ('only' in which ? idOf(tokenHash) === which.only : idOf(tokenHash) !== which.but)
        if (row.account === account && isMeant) rows.delete(tokenHash)
      }
    },
  }
  return { sessions, rows }
}

/** Only in memory, and beside the accounts of one desk. */
export function inMemoryDevices() {
  const rows = new Map<string, { owner: string; expiresAt: number }>()
  const devices: KnownDevices = {
    isOf: async (tokenHash, owner, now) => {
      const row = rows.get(tokenHash)
      return row?.owner === owner && row.expiresAt > now
    },
    remember: async (tokenHash, owner, { expiresAt }) => void rows.set(tokenHash, { owner, expiresAt }),
  }
  return { devices, rows }
}

export const aFile = (changes: Partial<Attachment> = {}): Attachment => ({
  id: 'a1' as AttachmentId,
  citizen: '7000000000000000011' as CitizenId,
  kind: 'photo',
  url: 'https://photo.zadn.vn/1.jpg',
  state: 'stored',
  attempts: 1,
  receivedAt: NOW,
  sha256: 'aa',
  mime: 'image/jpeg',
  bytes: 1_234_567,
  ...changes,
})

const inMemoryAttachments = (rows: readonly Attachment[]): Attachments => ({
  find: async (id) => rows.find((file) => file.id === id),
  findMany: async (ids) => rows.filter((file) => ids.includes(file.id)),
  due: async () => [],
  dueCards: async () => [],
  sentSince: async () => ({ files: 0, bytes: 0 }),
  settle: async () => 'settled',
})

const inMemoryFiles = (contents: Record<string, Buffer>): FileStore => ({
  put: async (content) => ((contents['aa'] = Buffer.from(content)), 'aa'),
  get: async (sha256) => contents[sha256],
  has: async (sha256) => sha256 in contents,
  remove: async () => true,
})

/** What was opened, in memory. */
function inMemoryViews(accounts: readonly StaffAccount[], books: ReturnType<typeof inMemoryDossiers>) {
  const rows: (Omit<DossierView, 'name'> & { dossier: DossierId })[] = []
  const named = <Row extends { account: StaffId }>(row: Row) => ({
    ...row,
    name: accounts.find(({ id }) => id === row.account)?.name ?? '',
  })
  const newest = (holds: (row: (typeof rows)[number]) => boolean) => rows.filter(holds).reverse().map(named)
  const views: DossierViews = {
    note: async (dossier, account, what, at) => {
      const isKnown = rows.some(
        (it) => it.dossier === dossier && it.account === account && it.what === what && it.at > at - ONE_LOOK,
      )
      if (!isKnown) rows.push({ place: rows.length + 1, dossier, account, what, at })
    },
    ofDossier: async (id, limit, before = Infinity) =>
      newest(({ dossier, place }) => dossier === id && place < before).slice(0, limit),
    since: async (id, since) => newest(({ dossier, what, at }) => dossier === id && what === 'page' && at > since),
    recentlyOpened: async (id, limit) => {
      const opened = newest(({ account }) => account === id).slice(0, limit)
      const found = await Promise.all(
        opened.map(async ({ dossier, at }) => ({ dossier: await books.dossiers.find(dossier), at })),
      )
      return found.flatMap(({ dossier, at }) => (dossier ? [{ dossier, at }] : []))
    },
    forget: async () => 0,
  }
  return { views, rows }
}

function inMemoryCanned() {
  const rows = new Map<string, CannedReply>()
  const replies: CannedReplies = {
    all: async () => [...rows.values()],
    save: async (reply) => {
      if ((rows.get(reply.id)?.revision ?? 0) !== reply.revision) return 'stale'
      rows.set(reply.id, { ...reply, revision: reply.revision + 1 })
      return 'saved'
    },
    remove: async (id, revision) => {
      if (rows.get(id)?.revision !== revision) return 'stale'
      rows.delete(id)
      return 'removed'
    },
  }
  return { replies, rows }
}

function inMemorySavedLists() {
  const rows = new Map<string, SavedList>()
  const lists: SavedLists = {
    of: async (account, agencies) =>
      [...rows.values()]
        .filter((it) =>
          it.agency === null ? it.account === account : agencies === 'all' || agencies.includes(it.agency),
        )
        .sort((a, b) => a.name.localeCompare(b.name)),
    find: async (id) => rows.get(id),
    add: async (list) => {
      const beside = [...rows.values()].filter(
        ({ account, agency }) => agency === list.agency && (agency !== null || account === list.account),
      )
      if (!rows.has(list.id) && beside.length >= MOST_SAVED) return 'full'
      if (!rows.has(list.id)) rows.set(list.id, list)
      return 'saved'
    },
    rename: async (id, name) => {
      const row = rows.get(id)
      if (row) rows.set(id, { ...row, name })
    },
    remove: async (id) => void rows.delete(id),
  }
  return { lists, rows }
}

/** What became of messages, as a test says. */
function inMemoryMessages() {
  const rows = new Map<DossierId, DossierMessage[]>()
  const messages: DossierMessages = {
    ofDossier: async (id) => rows.get(id) ?? [],
    isDead: async (id, seq) => rows.get(id)?.some((it) => it.seq === seq && it.state === 'dead') ?? false,
    unreached: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const last = rows.get(id)?.at(-1)
          return last && last.state !== 'sent' ? [[id, { state: last.state, saidAt: last.saidAt }] as const] : []
        }),
      ),
  }
  return { messages, rows }
}

/** What answers of the procedures of these tests are. */
const KINDS: ReadonlyMap<string, AnswerKind> = new Map([
  ...(['applicant', 'childName'] as const).map((key) => [key, 'name'] as const),
  ...[['citizenNumber', 'citizen number'] as const, ['phone', 'phone'] as const, ['purpose', 'choice'] as const],
])

/** A procedure that takes three working days, and more where something has to be verified. */
export const SLOW_FLOW = 'xac-minh-noi-o'
const slowly: ProspectOf = ({ flow }) =>
  flow === SLOW_FLOW
    ? {
        isCounted: true,
        limit: {
          ...{ days: 3, counts: 'working', pause: 'resume' },
          longer: [{ case: 'cần xác minh', days: 8, counts: 'working' }],
        },
      }
    : undefined

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** The staff pages over fakes, with one officer. Time stands at 07:30 on 1 May 2030 until a test moves it. */
export async function openDesk({
  secureCookies = false,
  pinned = () => undefined,
}: { secureCookies?: boolean; pinned?: (flow: string, version: number) => CompiledFlow | undefined } = {}) {
  const clock = { now: NOW, stands: false }
  const books = inMemoryDossiers()
  const accounts = [officer, clerk, administrator]
  const { sessions, rows: sessionRows } = inMemorySessions(accounts)
  const { devices, rows: deviceRows } = inMemoryDevices()
  const waits: number[] = []
  const consents: string[] = []
  const pause = async (milliseconds: number) => {
    waits.push(milliseconds)
    if (!clock.stands) clock.now += milliseconds
  }
  const attachments: Attachment[] = []
  const contents: Record<string, Buffer> = {}
  const ratings = new Map<DossierId, Rating>()
  const rings: string[] = []
  const errors: Record<string, unknown>[] = []
  const procedures = [
    { flow: 'cap-giay-di-duong', name: 'Cấp giấy đi đường' },
    { flow: 'trich-luc-ho-tich', name: 'Cấp bản sao trích lục hộ tịch' },
    { flow: 'hoi-can-bo', name: 'Hỏi cán bộ' },
  ]
  const procedureName = (flow: string) => procedures.find((one) => one.flow === flow)?.name ?? flow
  const grantsPermit = (flow: string) => flow === 'cap-giay-di-duong'
  const kindOf = ({ flow }: Filed) => (grantsPermit(flow) ? travelPass : undefined)
  const agencyName = (code: string) => AGENCIES[code]?.name ?? code
  const agencyNow = (code: string) => (AGENCIES[code] === undefined ? undefined : { code, ...AGENCIES[code] })
  // As for something of An Xuyên: the other commune there is deals with nothing.
  const isOutside = (code: string) => code === OUTSIDE
  const decidedHow = ({ flow }: Filed) =>
    flow === 'hoi-can-bo' ? { asking: 'content' } : flow === 'dat-lich-hen' ? { asking: 'kind', visit: VISIT } : {}
  const now = () => clock.now
  const shelf = inMemoryPublishing(now)
  const permitDesk = inMemoryPermitDesk(books, now)
  const told = inMemoryMessages()
  const looks = inMemoryViews(accounts, books)
  const notices = inMemoryNotices(accounts, books)
  const office = inMemoryOffice(accounts, sessionRows)
  const agencyDesk = inMemoryAgencyBook(now)
  let files = 0
  const canned = inMemoryCanned()
  const saved = inMemorySavedLists()
  const { act, preview } = createActByOfficer({
    ...{
      dossiers: books.dossiers,
      permits: books.permits,
      changes: books.changes,
      wordsOf: ({ answers }: { answers: readonly { shown: string }[] }) => answers.map(({ shown }) => shown),
      procedureName,
      agencyName,
      kindOf,
      now,
    },
    rateFlow: () => 'danh-gia',
    prospectOf: slowly,
    ...{ agencyNow, isOutside, colleagues: async () => accounts.map(({ id, name }) => ({ id, name })) },
    decidedHow,
    isDead: told.messages.isDead,
    closedInto: createClosedInto({ dossiers: books.dossiers, kindsOf: () => KINDS, decidedHow }),
    grant: async (dossier) => ({ outcome: 'granted', permit: await samplePermit({ dossier: dossier.id }) }),
    grantAnew: async (revoked) => ({
      outcome: 'granted',
      permit: {
        ...(await samplePermit({ dossier: revoked.dossier })),
        id: 'anew' as never,
        number: 'ANEW-0001',
        replaces: revoked.id,
      },
    }),
    doorbell: {
      ring: (bell, key) => void rings.push(`${bell} ${key}`),
      answer: () => undefined,
      close: async () => undefined,
    },
  })

  const app = Fastify()
  await app.register(
    staffRoutes({
      ...permitDesk.ports,
      ...{
        dossiers: books.dossiers,
        permits: books.permits,
        sessions,
        devices,
        pause,
        act,
        preview,
        reply: createReplyWithFiles({
          act,
          files: inMemoryFiles(contents),
          makeId: () => `f${++files}` as AttachmentId,
          now,
        }),
        decidedHow,
        closedInto: createClosedInto({ dossiers: books.dossiers, decidedHow, kindsOf: () => KINDS }),
        lookAlikes: createLookAlikes({
          ...{ dossiers: books.dossiers, decidedHow, now, grants: ({ flow }) => grantsPermit(flow) },
          kindsOf: () => KINDS,
          collisions: permitDesk.ports.duplicates,
        }),
        canned: canned.replies,
        savedLists: saved.lists,
        messages: told.messages,
        agencySteps: {
          of: async (ids: readonly DossierId[]) => {
            const given = await Promise.all(ids.map(async (id) => givenStep(await books.dossiers.actions(id))))
            return new Map(ids.flatMap((id, i) => (given[i] ? [[id, given[i]] as const] : [])))
          },
        },
        prospectOf: slowly,
        views: looks.views,
        questionsOf: (flow: string): ReadonlyMap<string, Question> =>
          new Map(grantsPermit(flow) ? [['papers', { label: 'Giấy tờ kèm theo', kind: 'paper' }]] : []),
        paperQuestions: (flow: string) => new Map(grantsPermit(flow) ? [['papers', 'Giấy tờ kèm theo']] : []),
        pinned,
        notices: notices.notices,
        procedureName,
        ...{ agencyName, agencyNow, isOutside, agencyCodes: () => Object.keys(AGENCIES) },
        colleagues: {
          at: async () => accounts,
          staffed: async () =>
            new Set(accounts.flatMap(({ postings }) => postings.flatMap(({ agency }) => agency ?? []))),
          names: async () => new Map(accounts.map(({ id, name }) => [id, name])),
        },
        now,
        secureCookies,
        ...{ people: office.people, passwords: office.passwords, absences: office.book, agencies: office.agencies },
        ...{ agencyBook: agencyDesk.book, calendarBook: agencyDesk.calendarBook },
        makeId: office.makeId,
      },
      accounts: inMemoryAccounts(accounts),
      attachments: inMemoryAttachments(attachments),
      files: inMemoryFiles(contents),
      ratings: { ofDossiers: async (ids) => new Map([...ratings].filter(([id]) => ids.includes(id))) },
      pictures: async ({ permit }) => (await books.permits.find(permit as never)) && { png: Buffer.from('png') },
      prints: async (permit) => (await books.permits.find(permit)) && Buffer.from('%PDF'),
      procedures: () => procedures,
      publishing: shelf.publishing,
      elsewhere: shelf.desk,
      unheard: shelf.unheard,
      flows: shelf.catalogue,
      consent: {
        ...{ origin: 'https://oauth.example.test', cookieName: 'mot_cua_consent', callback: '/oauth/zalo/callback' },
        begin: () => {
          consents.push('begun')
          return { url: 'https://oauth.example.test/v4/oa/permission?state=s', browser: 'half-of-the-browser' }
        },
      },
      log: { info: () => undefined, warn: () => undefined, error: (fields) => void errors.push(fields) },
    }),
  )
  return {
    app,
    clock,
    told: told.rows,
    canned: canned.rows,
    saved: saved.rows,
    looks,
    notices,
    books,
    permitDesk,
    agencyDesk,
    office,
    shelf,
    accounts,
    attachments,
    contents,
    ratings,
    rings,
    errors,
    sessionRows,
    deviceRows,
    waits,
    consents,
  }
}

/** Signs the officer, or somebody else, in and hands back the cookie header and the token of the forms. */
export async function signIn(app: FastifyInstance, email = EMAIL): Promise<{ cookie: string; csrf: string }> {
  const answer = await post(app, '/staff/login', { email, password: PASSWORD })
  const [given] = answer.cookies
  if (!given) throw new Error(`not signed in: ${answer.statusCode}`)
  const cookie = `${given.name}=${given.value}`
  const page = await app.inject({ url: '/staff', headers: { cookie } })
  return { cookie, csrf: /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '' }
}

export const get = (app: FastifyInstance, url: string, cookie?: string) =>
  app.inject({ url, headers: { ...(cookie && { cookie }) } })

/** A form as a browser sends it from our own page. */
export const post = (
  app: FastifyInstance,
  url: string,
  fields: Record<string, string | number>,
  headers: Record<string, string> = {},
) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    payload: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString(),
  })
