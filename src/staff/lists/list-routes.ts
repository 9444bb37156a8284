import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Other } from '../../dossiers/acts/act.ts'
import { ACT_ROLES, type Doer, maySee, type Scope, scopeOf } from '../../dossiers/may.ts'
import { stepEnd } from '../../dossiers/deadlines/step.ts'
import type { AgencySteps, Colleagues, Dossiers, ListedDossier } from '../../dossiers/ports.ts'
import { hasRole } from '../../dossiers/postings.ts'
import type { SavedLists } from '../../dossiers/saved-lists.ts'
import type { DossierViews } from '../../dossiers/views.ts'
import { unstaffed } from '../../dossiers/unstaffed.ts'
import { type Clock, toVietnamDay } from '../../kernel/clock.ts'
import type { DossierId, MakeId } from '../../kernel/ids.ts'
import type { DossierMessages } from '../../notifications/dossier-messages.ts'
import { unreviewedYears, workCalendarFor } from '../../province/work-calendar.ts'
import type { StaffSession } from '../accounts/accounts.ts'
import { SENDING_TAKES } from '../dossiers/dossier-view.ts'
import { openSearch } from '../dossiers/search-token.ts'
import { phoneIn } from '../dossiers/pages/with-phones.tsx'
import { LIVE_SCRIPTS } from '../frame/content-policy.ts'
import { toPage } from '../frame/layout.tsx'
import { MessagePage, MESSAGES } from '../frame/message-page.tsx'
import {
  endOfToday,
  type ListQuery,
  parseListQuery,
  readListQuery,
  renderListQuery,
  slugOf,
  toFilter,
} from './list-query.ts'
import { renderCount } from './pages/list-nav.tsx'
import { ListPage } from './pages/list-page.tsx'
import { sharesOf } from './shares-of.ts'
import { listOf, listsFor, type Reader, type WorkList } from './work-lists.ts'

export interface ListRoutesPorts {
  staffOf: (request: FastifyRequest) => StaffSession | undefined
  dossiers: Dossiers
  colleagues: Colleagues
  agencySteps: Pick<AgencySteps, 'of'>
  messages: Pick<DossierMessages, 'unreached'>
  views: Pick<DossierViews, 'recentlyOpened'>
  /** Those a dossier can be filed through, for the filter. */
  procedures: () => readonly { flow: string; name: string }[]
  procedureName: (flow: string) => string
  agencyName: (code: string) => string
  agencyCodes: () => readonly string[]
  agencyNow: (code: string) => Other | undefined
  savedLists: Pick<SavedLists, 'of'>
  makeId: MakeId
  now: Clock
}

const ROWS = 50

const next = z.object({
  from: z.string().max(1_000).catch(''),
  at: z.coerce.number().int().optional().catch(undefined),
  id: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .catch('0'),
})

export const listRoutes =
  (ports: ListRoutesPorts): FastifyPluginAsync =>
  async (app) => {
    const { staffOf, dossiers, messages } = ports

    const scopeIn = async ({ unstaffed: isOfNobody }: WorkList, account: Doer): Promise<Scope> => {
      const { agencies, reserved } = scopeOf(account)
      if (!isOfNobody || agencies !== 'all') return { agencies, reserved }
      const staffed = await ports.colleagues.staffed(toVietnamDay(ports.now()))
      return { agencies: unstaffed(ports.agencyCodes(), staffed, ports.agencyNow), reserved }
    }

    /** Who looks, what they may see, and what they look for. */
    const lookOf = async ({ account, csrf }: StaffSession, { search, ...query }: Partial<ListQuery>) => ({
      ...{ scope: await scopeIn(listOf(slugOf(query)), account), reader: readerOf(account, ports.now()) },
      typed: search === undefined ? '' : (openSearch(search, csrf) ?? ''),
    })

    /** What this person opened last, as far as they may still see it. */
    const openedBy = async (account: Doer): Promise<ListedDossier[]> => {
      const opened = await ports.views.recentlyOpened(account.id, ROWS)
      const seen = await Promise.all(
        opened.map(
          async ({ dossier }) =>
            maySee(account, dossier) || maySee(account, dossier, await dossiers.actions(dossier.id)),
        ),
      )
      return opened.flatMap(({ dossier, at }, i) => (seen[i] ? [{ ...dossier, at }] : []))
    }

    /** When the agency that has a row should be done with its own step, where it was given time for it. */
    const stepsOf = async (rows: readonly ListedDossier[]): Promise<ReadonlyMap<DossierId, number>> => {
      const given = await ports.agencySteps.of(rows.map(({ id }) => id))
      return new Map(
        rows.flatMap(({ id, holder }): [DossierId, number][] => {
          const step = given.get(id)
          const until = step && stepEnd(step, workCalendarFor(holder))
          return until === undefined ? [] : [[id, until]]
        }),
      )
    }

    /** The next row of the list that somebody works through: whatever was decided meanwhile has left it. */
    app.get<{ Querystring: Record<string, unknown> }>('/staff/next', async (request, reply) => {
      const staff = staffOf(request)
      const { from, at, id } = next.parse(request.query)
      const query = readListQuery(from)
      if (!staff || at === undefined) return reply.redirect(renderListQuery(query), 303)
      const [row] = await dossiers.list(toFilter({ ...query, after: `${at}_${id}` }, await lookOf(staff, query), 1))
      if (!row) return reply.redirect(renderListQuery({ ...query, after: undefined }), 303)
      const way = new URLSearchParams({ from, at: String(row.at) }).toString()
      return reply.redirect(`/staff/dossiers/${row.id}?${way}`, 303)
    })

    /** By the slug of its list, as a page shows it; asked for again and again while a list is looked at. */
    app.get('/staff/counts', async (request, reply) => {
      const staff = staffOf(request)
      if (!staff) return reply.code(404).send({})
      const { scope, reader } = await lookOf(staff, {})
      const { handlers, now, endOfToday: until } = reader
      const counts = await dossiers.counts({ scope, handlers, now, until })
      return Object.fromEntries(
        listsFor(staff.account.postings).flatMap(({ slug, counted }) =>
          counted ? [[slug, renderCount(counts[counted])]] : [],
        ),
      )
    })

    app.get('/staff', async (request, reply) => {
      const staff = staffOf(request)
      if (!staff) return reply.code(404).send(toPage(MessagePage(MESSAGES.unknown)))
      const query = parseListQuery(request.query)
      const { account } = staff
      const { reader, scope, typed } = await lookOf(staff, query)
      const filter = toFilter(query, { reader, scope, typed }, ROWS + 1)
      const { now, endOfToday: until, handlers, unreachedSince } = reader
      const lists = listsFor(account.postings)
      const list = listOf(slugOf(query))
      if (lists.length > 0 && !lists.includes(list))
        return reply
          .code(403)
          .type('text/html; charset=utf-8')
          .send(toPage(MessagePage(NOT_FOR_THEM)))
      const [found, counts, saved] = await Promise.all([
        list.make === 'opened' ? openedBy(account) : dossiers.list(filter),
        dossiers.counts({ scope: scopeOf(account), handlers, now, until }),
        ports.savedLists.of(account.id, scopeOf(account).agencies),
      ])
      const rows = found.slice(0, ROWS)
      const unreached = await messages.unreached(
        rows.map(({ id }) => id),
        unreachedSince,
      )
      const phones = new Map<DossierId, string>()
      for (const id of unreached.keys()) {
        const phone = phoneIn((await dossiers.find(id))?.answers ?? [])
        if (phone) phones.set(id, phone)
      }
      const last = found.length > ROWS ? rows.at(-1) : undefined
      const own = scopeOf(account).agencies
      const codes = own === 'all' ? ports.agencyCodes() : own
      const acts = manyFor(list, account)
      const isAdministrator = hasRole(account.postings, 'administrator')
      const isTicked = (request.query as { tick?: unknown }).tick === 'all'
      const page = ListPage({
        signedIn: { name: account.name, csrf: staff.csrf },
        ...{ saved, newId: ports.makeId(), shares: sharesOf(account, ports) },
        ...{
          rows,
          steps: await stepsOf(rows),
          counts,
          lists,
          query,
          typed,
          unreached,
          phones,
          now,
          account: account.id,
        },
        isByUrgency: filter.order === 'queue',
        handlers: await ports.colleagues.names([...new Set(rows.flatMap(({ handler }) => handler ?? []))]),
        ...{ procedures: ports.procedures(), procedureName: ports.procedureName, agencyName: ports.agencyName },
        agencies: codes.length > 1 ? codes : [],
        ...(codes.length === 1 && { ownAgency: codes[0]! }),
        ...{ isNobody: codes.length === 0, isAdministrator },
        unreviewed: isAdministrator ? unreviewedYears(now) : [],
        ...(acts.length > 0 && {
          ticks: { all: isTicked },
          many: {
            acts,
            back: renderListQuery(query).split('?')[1] ?? '',
            all: { isTicked, other: withTicks(query, !isTicked) },
          },
        }),
        ...(last && { next: renderListQuery({ ...query, after: `${last.at}_${last.id}` }) }),
      })
      reply.header('content-security-policy', LIVE_SCRIPTS)
      return reply.type('text/html; charset=utf-8').send(toPage(page))
    })
  }

const NOT_FOR_THEM = {
  title: 'Danh sách này không dành cho vai trò của ông/bà',
  text: 'Ông/bà chọn một danh sách khác. Cần danh sách này, xin báo quản trị viên thêm vai trò.',
}

/** What this person can do to several rows of the list at once, in some agency of theirs. */
const manyFor = ({ many = [] }: WorkList, { postings }: Doer) =>
  many.filter((act) => ACT_ROLES[act].some((role) => hasRole(postings, role)))

/** The address of the list with every row ticked, or none. */
const withTicks = (query: ListQuery, all: boolean): string => {
  const address = renderListQuery(query)
  return all ? `${address}${address.includes('?') ? '&' : '?'}tick=all` : address
}

const readerOf = ({ id, standsInFor = [] }: StaffSession['account'], now: number): Reader => ({
  ...{ id, handlers: [id, ...standsInFor], now },
  ...{ endOfToday: endOfToday(now), unreachedSince: now - SENDING_TAKES },
})
