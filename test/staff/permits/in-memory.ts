import { WHOLE } from '../../dossiers/everything-seen.ts'
import type { Dossier } from '../../../src/dossiers/dossier.ts'
import { toVietnamDay } from '../../../src/kernel/clock.ts'
import type { CitizenId, PermitId, PostId } from '../../../src/kernel/ids.ts'
import { bucketsOf } from '../../../src/permits/grant/buckets.ts'
import type { PermitKind } from '../../../src/permits/grant/kinds.ts'
import { planPermit } from '../../../src/permits/grant/plan-permit.ts'
import type { Phone, Post, Posts } from '../../../src/permits/posts/posts.ts'
import type { ScanCount, Sighting } from '../../../src/permits/posts/scans.ts'
import type { SetAside, SetAsideRow } from '../../../src/turns/set-aside.ts'
import { createDuplicates } from '../../../src/casework/duplicates.ts'
import { createGrantingVersions } from '../../../src/casework/granting.ts'
import type { Filed } from '../../../src/casework/names.ts'
import type { PermitSearch } from '../../../src/casework/permit-search.ts'
import { NOW, sampleKinds, travelPass } from '../../permits/sample.ts'
import type { inMemoryDossiers } from '../../casework/in-memory.ts'

/** What the pages about permits and checkpoints stand on, over the same dossiers as the rest of the desk. */
export function inMemoryPermitDesk({ dossiers, permitRows }: ReturnType<typeof inMemoryDossiers>, now: () => number) {
  const posts = new Map<PostId, Post & { codeHash: string }>()
  const phones = new Map<PostId, readonly Phone[]>()
  const counts: ScanCount[] = []
  const sightings: Sighting[] = []
  const ended = new Map<string, number>()
  const resumed = new Map<string, string>()
  const lost = new Map<string, number>([['0102', 3]])
  const begun: string[] = []
  const isKeyless = { now: false }
  const aside = new Map<number, SetAsideRow>()
  const rungTurns: CitizenId[] = []
  const kindOf = ({ flow }: Filed) => (flow === 'cap-giay-di-duong' ? travelPass : undefined)

  const search: PermitSearch = {
    alike: async (buckets, at) => {
      const wanted = new Set(
        buckets.flatMap(({ personBucket, plateBucket }) => [`p${personBucket}`, `v${plateBucket ?? ''}`]),
      )
      return permitRows.filter((permit) => {
        const { personBucket, plateBucket } = bucketsOf(permit)
        const isAlike = wanted.has(`p${personBucket}`) || (plateBucket !== null && wanted.has(`v${plateBucket}`))
        return isAlike && permit.revokedAt === undefined && permit.validUntil > at
      })
    },
    successors: async (ids) => permitRows.filter(({ replaces }) => replaces !== undefined && ids.includes(replaces)),
    filedThrough: async (statuses) => {
      const found = (await dossiers.list({ scope: WHOLE, order: 'newest', limit: 10_000 })).filter(({ status }) =>
        statuses.includes(status),
      )
      return [...new Map(found.map((one) => [`${one.flow}@${one.flowVersion}`, one])).values()]
    },
    waiting: async ({ scope, filed, statuses, before, limit }) => {
      const found = await dossiers.list({
        ...{ scope: scope ?? WHOLE, where: 'here', order: 'newest', limit: 10_000 },
        ...(before && { after: { at: before.filedAt, id: before.id } }),
      })
      const whole = await Promise.all(found.map(({ id }) => dossiers.find(id)))
      const isOf = (dossier: Dossier) =>
        filed.some((it) => it.flow === dossier.flow && it.flowVersion === dossier.flowVersion)
      return whole
        .flatMap((dossier) => dossier ?? [])
        .filter((dossier) => isOf(dossier) && statuses.includes(dossier.status))
        .slice(0, limit)
    },
    toldApart: async (ids) => {
      const histories = await Promise.all(ids.map(async (id) => [id, await dossiers.actions(id)] as const))
      return histories.flatMap(([id, acts]) =>
        acts.flatMap(({ move }) => (move?.apart ? [[id, move.apart] as const] : [])),
      )
    },
  }
  const granting = createGrantingVersions({ search, kindOf })
  const postBook: Posts = {
    all: async () => [...posts.values()],
    find: async (id) => posts.get(id),
    open: async (post) => (posts.has(post.id) ? 'known' : (posts.set(post.id, post), 'opened')),
    changeCode: async (id, codeHash) => void posts.set(id, { ...posts.get(id)!, codeHash }),
    close: async (id, at) => void posts.set(id, { ...posts.get(id)!, closedAt: at }),
  }
  const setAside: SetAside = {
    list: async (limit) => ({ total: aside.size, rows: [...aside.values()].slice(0, limit) }),
    tryAgain: async (which) => {
      const back = [...aside.values()].filter(({ seq, isBlank }) => !isBlank && (which === 'all' || which === seq))
      for (const { seq } of back) aside.delete(seq)
      return back.map(({ seq }) => `citizen-${seq}` as CitizenId)
    },
  }
  const ports = {
    setAside,
    ringTurn: (citizen: CitizenId) => void rungTurns.push(citizen),
    search,
    kindOf,
    kinds: sampleKinds,
    posts: postBook,
    publicUrl: 'https://giay.example.vn',
    phones: {
      phonesOf: async (post: PostId) => [...(phones.get(post) ?? [])],
      endPhones: async (post: PostId, phone?: string) => {
        const all = phones.get(post) ?? []
        phones.set(post, phone === undefined ? [] : all.filter(({ id }) => id !== phone))
        return all.length
      },
    },
    endings: {
      countOfKinds: async (kinds: readonly string[], at: number) =>
        permitRows.filter((row) => kinds.includes(row.kind) && row.revokedAt === undefined && row.validUntil > at)
          .length,
    },
    revivals: {
      countEndedWith: async (_order: string, at: number) =>
        permitRows.filter((row) => row.revokedAt !== undefined && row.validUntil > at).length,
    },
    reIssueLost: {
      keys: async () =>
        [...lost].map(([keyId, permits]) => ({
          ...{ keyId, permits, withdrawnAt: NOW, because: 'Máy chủ bị lấy mất', isUnderWay: begun.includes(keyId) },
        })),
      hasKey: async () => !isKeyless.now,
      begin: (keyId: string) => void begun.push(keyId),
    },
    granting,
    duplicates: createDuplicates({ search, kindOf, granting, now }),
    scans: {
      countsOfDay: async (day: string) => counts.filter(({ hour }) => toVietnamDay(hour) === day),
      sightings: async (since: number, limit: number) => sightings.filter(({ at }) => at >= since).slice(0, limit),
    },
    orders: {
      endedAt: async (order: string) => ended.get(order),
      all: async () => [...ended].map(([order, endedAt]) => ({ order, endedAt })),
      end: async (order: string, _by: string, at: number) =>
        ended.has(order) ? ('known' as const) : (ended.set(order, at), 'ended' as const),
      unsettled: async () => [],
      settle: async () => undefined,
      resume: async ({ order, endedAt }: { order: string; endedAt: number }, _by: string, because: string) =>
        ended.get(order) === endedAt && ended.delete(order)
          ? (resumed.set(order, because), 'resumed' as const)
          : ('known' as const),
      unrestored: async () => [],
      restore: async () => undefined,
    },
    planPermit: async (dossier: Dossier, kind: PermitKind, at: number) => {
      const orderEndedAt = ended.get(kind.order.id)
      return planPermit({
        dossier,
        kind,
        now: at,
        id: '00112233445566aa' as PermitId,
        ...(orderEndedAt !== undefined && { orderEndedAt }),
      })
    },
  }
  return { ports, posts, phones, counts, sightings, ended, resumed, aside, rungTurns, lost, begun, isKeyless }
}
