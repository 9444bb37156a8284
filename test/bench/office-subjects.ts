import { count } from 'drizzle-orm'
import { readSearch } from '../../src/casework/search-words.ts'
import { agencyOfArea } from '../../src/dossiers/agencies.ts'
import type { Scope } from '../../src/dossiers/may.ts'
import { DAY, MINUTE, startOfVietnamDay, toVietnamDay } from '../../src/kernel/clock.ts'
import type { CitizenId, StaffId } from '../../src/kernel/ids.ts'
import { type Reader, WORK_LISTS } from '../../src/staff/lists/work-lists.ts'
import { createAttachments } from '../../src/storage/attachments.ts'
import { createCitizenRecords, writeForgotten, writeUnsaid } from '../../src/storage/citizen-records.ts'
import { createDossierMessages } from '../../src/storage/dossier-messages.ts'
import { createDossierRecords } from '../../src/storage/dossier-records.ts'
import { createDossierViews } from '../../src/storage/dossier-views.ts'
import { createDueDossiers } from '../../src/storage/due-dossiers.ts'
import { createIdleDossiers } from '../../src/storage/idle-dossiers.ts'
import { createWordIndex } from '../../src/storage/dossier-words.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import { createInbox } from '../../src/storage/inbox.ts'
import { createTalk } from '../../src/storage/old-talk.ts'
import { createOutbox } from '../../src/storage/outbox.ts'
import { createPendingDossiers } from '../../src/storage/pending-dossiers.ts'
import { createPermitDeliveries } from '../../src/storage/permit-deliveries.ts'
import { createPermitEndings } from '../../src/storage/permit-endings.ts'
import { createPermitReminders } from '../../src/storage/permit-reminders.ts'
import { createScans } from '../../src/storage/scans.ts'
import { createSetAside } from '../../src/storage/set-aside.ts'
import { createSleepers } from '../../src/storage/sleepers.ts'
import { createNotices } from '../../src/storage/staff-notices.ts'
import { createTimers } from '../../src/storage/timers.ts'
import { createUnheardWords } from '../../src/storage/unheard-words.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'

/** One question that the office or a round asks of the database. */
export interface Subject {
  name: string
  ask: () => Promise<unknown>
}

const PAGE = 51
const ROUND = 500

/** All that is asked, of a database that holds a sample province. */
export async function officeSubjects(engine: Engine): Promise<{ dossiers: number; subjects: Subject[] }> {
  const dossiers = createDossiers(engine)
  const now = Date.now()
  const ward = agencyOfArea(1)
  const everywhere: Scope = { agencies: 'all', reserved: 'all' }
  const scopes: Record<string, Scope> = { ward: { agencies: [ward], reserved: [] }, province: everywhere }
  const id = `mau-${ward.toLowerCase()}.specialist.1` as StaffId
  const reader: Reader = {
    ...{ id, handlers: [id], now, unreachedSince: now - 5 * MINUTE },
    endOfToday: startOfVietnamDay(toVietnamDay(now)) + DAY,
  }
  const lists = Object.entries(scopes).flatMap(([where, scope]) =>
    WORK_LISTS.flatMap(({ slug, make }): Subject[] =>
      make === 'opened'
        ? []
        : [{ name: `list ${slug}, ${where}`, ask: () => dossiers.list({ ...make(reader), scope, limit: PAGE }) }],
    ),
  )
  const counts = Object.entries(scopes).map(([where, scope]): Subject => ({
    name: `counts, ${where}`,
    ask: () => dossiers.counts({ scope, handlers: [id], now, until: reader.endOfToday }),
  }))
  const [newest] = await dossiers.list({ scope: everywhere, order: 'newest', limit: 1 })
  if (!newest) throw new Error('no dossiers here')
  const whole = await dossiers.find(newest.id)
  const code = newest.code
  const phone = whole?.answers.find(({ key }) => key === 'phone')?.value ?? '0912345678'
  const search = (typed: string, where: string, scope: Scope): Subject => ({
    name: `search ${typed === code ? 'code' : typed === phone ? 'phone' : `“${typed}”`}, ${where}`,
    ask: () => dossiers.list({ order: 'newest', scope, words: readSearch(typed), limit: PAGE }),
  })
  const searches = Object.entries(scopes).flatMap(([where, scope]) =>
    ['nguyễn', 'nguyễn văn an', 'danh thạch', phone, code].map((typed) => search(typed, where, scope)),
  )
  const filters = Object.entries(scopes).flatMap(([where, scope]): Subject[] =>
    (['khong-ai-nop', 'dang-ky-khai-sinh', 'cap-giay-di-duong'] as const).flatMap((procedure): Subject[] => [
      {
        name: `only ${procedure}, ${where}`,
        ask: () => dossiers.list({ order: 'newest', scope, flow: procedure, limit: PAGE }),
      },
      {
        name: `only ${procedure} declined, ${where}`,
        ask: () => dossiers.list({ order: 'newest', scope, flow: procedure, statuses: ['declined'], limit: PAGE }),
      },
    ]),
  )
  const deep = Object.entries(scopes).map(([where, scope]): Subject => ({
    name: `a page from years ago, ${where}`,
    ask: () =>
      dossiers.list({
        ...{ order: 'newest', scope, limit: PAGE },
        after: { at: newest.filedAt - 600 * DAY, id: newest.id },
      }),
  }))
  const [row] = await engine.read.select({ n: count() }).from(engine.tables.dossiers)
  const { citizen } = whole ?? { citizen: undefined }
  return {
    dossiers: Number(row?.n),
    subjects: [
      ...lists,
      ...counts,
      ...searches,
      ...filters,
      ...deep,
      {
        name: 'dossier page: row, acts, messages',
        ask: async () => [
          await dossiers.find(newest.id),
          await dossiers.actions(newest.id),
          await createDossierMessages(engine).ofDossier(newest.id),
        ],
      },
      { name: 'look-up by code', ask: () => dossiers.findByCode(code) },
      { name: 'a citizen’s dossiers', ask: async () => citizen && dossiers.ofCitizen(citizen, 20) },
      { name: '“my data”', ask: async () => citizen && createCitizenRecords(engine).summary(citizen) },
      {
        name: '“forget me”, of a stranger',
        ask: () =>
          engine.write(async (db) => {
            await writeUnsaid(engine, db, 'nobody' as CitizenId, now)
            await writeForgotten(engine, db, 'nobody' as CitizenId)
          }),
      },
      { name: 'filed lately by a citizen', ask: async () => citizen && dossiers.filedSince(citizen, now - DAY) },
      { name: 'pending of a procedure', ask: () => createPendingDossiers(engine).count('dang-ky-khai-sinh') },
      { name: 'a page of verify', ask: () => createDossierRecords(engine).page(undefined, 100) },
      ...rounds(engine, now),
    ],
  }
}

const firstPage = <T>(pages: AsyncIterable<T>) => pages[Symbol.asyncIterator]().next()

const rounds = (engine: Engine, now: number): Subject[] => [
  { name: 'round: messages due', ask: () => createOutbox(engine).due(now, ROUND) },
  { name: 'round: citizens waiting', ask: () => createInbox(engine).citizensWaiting(now, ROUND) },
  { name: 'round: timers', ask: () => createTimers(engine).due(now, ROUND) },
  { name: 'round: files due', ask: () => createAttachments(engine).due(now, ROUND) },
  { name: 'round: permits to remind of', ask: () => createPermitReminders(engine).due(now, ROUND) },
  { name: 'round: delivered permits', ask: () => createPermitDeliveries(engine).arrived(now - 7 * DAY, ROUND) },
  { name: 'round: words, first page', ask: () => createWordIndex(engine).page(undefined, 200) },
  {
    name: 'round: desks to warn',
    ask: () => createDueDossiers(engine).between(now - 7 * DAY, now + 2 * DAY, undefined, 200),
  },
  { name: 'round: citizens to remind', ask: () => createSleepers(engine).due(now, undefined, 200) },
  { name: 'round: idle work', ask: () => createIdleDossiers(engine).before(now - 2 * DAY, now, undefined, 200) },
  {
    name: 'round: permits of an order',
    ask: () => firstPage(createPermitEndings(engine).ofKinds(['the-di-cho'], () => now)),
  },
  {
    name: 'round: files that nobody filed',
    ask: () => createAttachments(engine).citizensWithUnfiled(now - DAY, '', 200),
  },
  { name: 'round: old talk, heard', ask: () => createTalk(engine).heard.blank(0, now - 3650 * DAY, ROUND) },
  { name: 'round: old talk, told', ask: () => createTalk(engine).told.blank(0, now - 3650 * DAY, ROUND) },
  { name: 'round: scans to forget', ask: () => createScans(engine).forget(now - 3650 * DAY, ROUND) },
  { name: 'round: words nobody understood', ask: () => createUnheardWords(engine).forget('2000-01-01') },
  { name: 'round: notices to forget', ask: () => createNotices(engine).forget(now - 3650 * DAY, ROUND) },
  { name: 'page: set aside', ask: () => createSetAside(engine).list(50) },
  { name: 'page: clones', ask: () => createScans(engine).sightings(now - 3 * DAY, 500) },
  { name: 'round: views to forget', ask: () => createDossierViews(engine).forget(now - 3650 * DAY, ROUND) },
]
