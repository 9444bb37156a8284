import { describe, expect, it } from 'vitest'
import { NEW_SESSION, type Query, type Session } from '../../src/conversation/words/session.ts'
import type { Dossier, DossierAction } from '../../src/dossiers/dossier.ts'
import { type Status, statuses } from '../../src/dossiers/status.ts'
import type { CitizenId, DossierId, PermitId } from '../../src/kernel/ids.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { createLookUp } from '../../src/turns/look-up.ts'
import type { CitizenRecords, Rating } from '../../src/turns/ports.ts'
import { NOW, samplePermit, travelDossier } from '../permits/sample.ts'

const DAY = 86_400_000
const citizen = travelDossier().citizen
const stranger = '7000000000000000999' as CitizenId
const numbered = (n: number, changes: Partial<Dossier> = {}): Dossier => ({
  ...travelDossier(),
  id: `d${n}` as DossierId,
  code: `H12.99-300501-${String(n).padStart(4, '0')}`,
  ...changes,
})
const many = (length: number, changes: Partial<Dossier> = {}) =>
  Array.from({ length }, (_, i) => numbered(i + 1, changes))

interface Kept {
  dossiers?: Dossier[]
  actions?: DossierAction[]
  permits?: Permit[]
  ratings?: [DossierId, Rating][]
  summary?: Partial<Awaited<ReturnType<CitizenRecords['summary']>>>
  guessed?: Map<DossierId, number>
}

/** Looks up among what is kept, at half past seven of the model day. */
function lookUp(
  query: Query,
  kept: Kept,
  { by = citizen, session = NEW_SESSION }: { by?: CitizenId; session?: Session } = {},
) {
  const {
    dossiers = [travelDossier()],
    actions = [],
    permits = [],
    ratings = [],
    summary = {},
    guessed = new Map<DossierId, number>(),
  } = kept
  return createLookUp({
    dossiers: {
      find: async (id) => dossiers.find((one) => one.id === id),
      findByCode: async (code) => dossiers.find((one) => one.code === code),
      actions: async () => actions,
      ofCitizen: async (whose, limit) => dossiers.filter((one) => one.citizen === whose).slice(0, limit),
    },
    permits: { ofCitizen: async (_, limit) => permits.slice(0, limit) },
    records: { summary: async () => ({ messages: 0, files: 0, dossiers: 0, consents: [], ...summary }) },
    ratings: { ofDossiers: async (ids) => new Map(ratings.filter(([id]) => ids.includes(id))) },
    guesses: {
      count: async (dossier, at, within) => {
        guessed.set(dossier, (guessed.get(dossier) ?? 0) + 1)
        return { count: guessed.get(dossier)!, until: at + within }
      },
      giveBack: async (dossier) => void guessed.set(dossier, guessed.get(dossier)! - 1),
    },
    kindGranted: (flow) => (flow === 'cap-giay-di-duong' ? 'travel-pass' : undefined),
    permitName: () => 'giấy đi đường',
    prospectOf: () => ({ term: 'Thời hạn: 3 ngày làm việc.', isCounted: true, fee: 'Lệ phí: không thu.' }),
    continuedBy: (unit, day) =>
      unit.startsWith('H04') && day <= '2025-06-30'
        ? { former: 'Các cơ quan của tỉnh Bạc Liêu', now: 'Trung tâm tỉnh, điện thoại 0290 3831 234' }
        : undefined,
    procedureName: (flow) => ({ 'cap-giay-di-duong': 'Cấp giấy đi đường' })[flow] ?? flow,
    now: () => NOW,
  })(by, query, session)
}

const NOTHING = { type: 'FACTS', found: false, facts: {} }
const labels = (answer: Awaited<ReturnType<typeof lookUp>>) => answer.options?.map(({ label }) => label)

describe('looking one dossier up', () => {
  const { code, lookupSecret } = travelDossier()
  const asked = (factor: string): Query => ({ name: 'dossier', code, factor })

  it('is closed for a day after ten wrong secrets, from however many chats, also to the right one', async () => {
    const guessed = new Map<DossierId, number>()
    const from = (n: number, factor: string) =>
      lookUp(asked(factor), { guessed }, { by: `70000000000000010${n}` as CitizenId })
    for (let n = 10; n < 20; n++) expect(await from(n, 'SAI9')).toEqual(NOTHING)
    expect(await from(20, 'SAI9')).toEqual({ ...NOTHING, closedUntil: NOW + DAY })
    expect(await from(21, lookupSecret)).toEqual({ ...NOTHING, closedUntil: NOW + DAY })
    expect(await lookUp(asked(''), { guessed })).toMatchObject({ found: true })
    expect(await lookUp(asked('SAI9'), { guessed })).toMatchObject({ found: true })
  })

  it('counts neither the right secret, nor a question without one, nor a dossier that does not exist', async () => {
    const guessed = new Map<DossierId, number>()
    for (let i = 0; i < 30; i++) {
      expect(await lookUp(asked(lookupSecret), { guessed }, { by: stranger })).toMatchObject({ found: true })
      await lookUp(asked(''), { guessed }, { by: stranger })
      await lookUp({ name: 'dossier', code: 'H12.99-300501-9999', factor: 'SAI9' }, { guessed }, { by: stranger })
    }
    expect([...guessed.values()]).toEqual([0])
  })

  it('shows it to the citizen who filed it, without the secret, and lets them act on it', async () => {
    expect(await lookUp(asked(''), {})).toEqual({
      type: 'FACTS',
      found: true,
      facts: {
        ...{ code, procedure: 'Cấp giấy đi đường', status: 'Được tiếp nhận', note: '', dossier: 'd1' },
        ...{ filedAt: '07:30 01/05/2030', updatedAt: '07:30 01/05/2030' },
        next: 'Thời hạn: 3 ngày làm việc. Thời hạn tính từ lúc tiếp nhận đủ giấy tờ.\nLệ phí: không thu.',
      },
    })
  })

  it('shows it to somebody else who knows the secret in either case of letters, and lets them do nothing to it', async () => {
    for (const factor of [lookupSecret, lookupSecret.toLowerCase()]) {
      const answer = await lookUp(asked(factor), {}, { by: stranger })
      expect(answer.found).toBe(true)
      expect(answer.facts).not.toHaveProperty('dossier')
    }
  })

  it.each(['', 'K7M3', ' '])('tells a stranger with the secret %j that there is none', async (factor) =>
    expect(await lookUp(asked(factor), {}, { by: stranger })).toEqual(NOTHING),
  )

  it('says that there is none where there is none', async () =>
    expect(await lookUp({ name: 'dossier', code: 'H12.99-300501-9999', factor: lookupSecret }, {})).toEqual(NOTHING))

  it('says of a code of a former unit who continues its work, with its telephone', async () => {
    const old = await lookUp({ name: 'dossier', code: 'H04.32-240115-0001', factor: '' }, {}, { by: stranger })
    expect(old).toMatchObject(NOTHING)
    expect(old.because).toMatch(/tỉnh Bạc Liêu[^]*nay do Trung tâm.*0290 3831 234/)
  })

  it('shows a dossier that is stored under a code of a former unit', async () => {
    const dossiers = [{ ...travelDossier(), code: 'H04.32-240115-0001' }]
    const query: Query = { name: 'dossier', code: 'H04.32-240115-0001', factor: '' }
    expect(await lookUp(query, { dossiers })).toMatchObject({ found: true })
  })

  it('tells from when the term runs, once an office has taken it in', async () => {
    const by = { type: 'staff', id: 's1', name: 'Cán bộ' } as const
    const actions = [{ type: 'accepted', by, at: NOW, status: 'accepted' }] as DossierAction[]
    expect((await lookUp(asked(''), { actions })).facts['next']).toContain('Tính từ lúc tiếp nhận, 07:30 01/05/2030.')
  })

  it('tells the last note of its history', async () => {
    const by = { type: 'program' } as const
    const actions: DossierAction[] = [
      { type: 'supplement asked', by, at: NOW, status: 'supplement', note: 'Ảnh bị mờ' },
      { type: 'supplemented', by, at: NOW, status: 'processing', note: 'Đây ạ' },
    ]
    expect((await lookUp(asked(''), { actions })).facts['note']).toBe('Ghi chú: Đây ạ')
  })
})

describe('looking up one’s own dossiers', () => {
  it('numbers the ten newest, and offers each', async () => {
    const answer = await lookUp({ name: 'my dossiers' }, { dossiers: many(12) })
    expect(answer.facts['count']).toBe('10')
    expect(answer.facts['list']).toMatch(
      /^1\. H12\.99-300501-0001\nCấp giấy đi đường\nTrạng thái: Được tiếp nhận \(07:30 01\/05\/2030\)\n\n2\. /,
    )
    expect(labels(answer)?.at(-1)).toBe('H12.99-300501-0010: Cấp giấy đi đường')
    expect(answer.options?.[0]).toMatchObject({ key: 'd1', facts: { dossier: 'd1', code: 'H12.99-300501-0001' } })
  })

  it('finds nothing of somebody else’s', async () =>
    expect(await lookUp({ name: 'my dossiers' }, { dossiers: many(2) }, { by: stranger })).toEqual(NOTHING))
})

describe('looking up what can be rated', () => {
  const toRate = { name: 'dossiers to rate' } as const

  it('finds dossiers that are finished, and no others', async () => {
    const dossiers = statuses.map((status: Status, i) => numbered(i + 1, { status }))
    const answer = await lookUp(toRate, { dossiers })
    expect(answer.options?.map(({ facts }) => facts?.['status'])).toEqual(['Đã xử lý xong', 'Đã trả kết quả'])
  })

  it('finds none that were finished thirty days ago', async () => {
    const finished = (days: number) => ({ dossiers: [numbered(1, { status: 'done', updatedAt: NOW - days * DAY })] })
    expect((await lookUp(toRate, finished(29.9))).found).toBe(true)
    expect(await lookUp(toRate, finished(30))).toEqual(NOTHING)
  })

  it('shows the score that was given before the name, which a phone may cut off', async () => {
    const ratings: [DossierId, Rating][] = [['d2' as DossierId, { score: 4, at: NOW }]]
    expect(labels(await lookUp(toRate, { dossiers: many(2, { status: 'returned' }), ratings }))).toEqual([
      'H12.99-300501-0001: Cấp giấy đi đường',
      'H12.99-300501-0002 (đã chấm 4/5): Cấp giấy đi đường',
    ])
  })

  it('offers no more than ten', async () =>
    expect(labels(await lookUp(toRate, { dossiers: many(12, { status: 'done' }) }))).toHaveLength(10))
})

describe('looking up one’s own permits', () => {
  const mine = { name: 'my permits' } as const
  const over = [{ ...travelDossier(), status: 'done' as const }]

  it('offers those in force, with what a new filing takes over and the end of the old one as its beginning', async () => {
    const permit = await samplePermit()
    const answer = await lookUp(mine, { permits: [permit], dossiers: over })
    expect(answer.facts).toEqual({
      count: '1',
      list: `• Giấy đi đường số ${permit.number}: dùng được đến 17:00 04/05/2030`,
    })
    expect(labels(answer)).toEqual([`${permit.number}, dùng đến 17:00 04/05/2030`])
    expect(answer.options?.[0]?.facts).toEqual({
      ...{ permit: permit.id, number: permit.number, permitName: 'giấy đi đường' },
      ...{ validUntil: '17:00 04/05/2030', period: 'đến 17:00 04/05/2030' },
    })
    expect(answer.options?.[0]?.answers).toMatchObject({
      permit: { value: permit.id },
      applicant: { value: 'Nguyễn Thị Ánh Tuyết' },
      plate: { value: '69C1-123.45' },
      validFrom: { value: String(permit.validUntil), shown: '17:00 04/05/2030' },
    })
    expect(answer.options?.[0]?.answers).not.toHaveProperty('validUntil')
  })

  it('passes over the question of the plate where the old filing had no vehicle', async () => {
    const dossiers = [travelDossier({ plate: undefined })]
    const answer = await lookUp(mine, { dossiers, permits: [await samplePermit()] })
    expect(answer.options?.[0]?.answers?.['plate']).toEqual({ value: '', shown: '' })
  })

  it('tells whose each is where one citizen filed for several people', async () => {
    const permits = [await samplePermit(), await samplePermit({ id: 'aa'.repeat(8) as PermitId, name: 'Lê Văn Tám' })]
    const answer = await lookUp(mine, { permits, dossiers: over })
    expect(answer.facts['list']).toContain(`số ${permits[1]?.number} của Lê Văn Tám: dùng được đến`)
    expect(labels(answer)?.[0]).toBe(`${permits[0]?.number} của Nguyễn Thị Ánh Tuyết, dùng đến 17:00 04/05/2030`)
  })

  it('tells when one begins that has not begun', async () => {
    const permits = [await samplePermit({ validFrom: NOW + DAY })]
    expect((await lookUp(mine, { permits })).facts['list']).toContain('từ 07:30 02/05/2030 đến 17:00 04/05/2030')
  })

  it.each([
    [
      'revoked',
      { revokedAt: NOW - 1, revokedBecause: 'Sai biển số' },
      'đã được thu hồi lúc 07:29 01/05/2030, lý do: Sai biển số',
    ],
    ['run out this very second', { validUntil: NOW }, 'đã hết hạn lúc 07:30 01/05/2030'],
  ])('offers none that is %s, but tells of it', async (_, changes, told) => {
    const permit = { ...(await samplePermit()), ...changes }
    const answer = await lookUp(mine, { permits: [permit], dossiers: over })
    expect(answer.facts).toEqual({ count: '0', list: `• Giấy đi đường số ${permit.number}: ${told}` })
    expect(answer).toMatchObject({ found: false })
    expect(answer).not.toHaveProperty('options')
  })

  it('is silent about what ended, or was revoked, seven days ago', async () => {
    const week = NOW - 7 * DAY
    const permits = [await samplePermit({ validUntil: week }), await samplePermit({ revokedAt: NOW - 7 * DAY })]
    expect((await lookUp(mine, { permits, dossiers: over })).facts).toEqual({ count: '0', list: '' })
  })

  it('is silent about one in whose place another stands, and tells of one that was revoked later', async () => {
    const old = await samplePermit({ id: 'aa'.repeat(8) as PermitId, revokedAt: NOW - 5, revokedBecause: 'Khóa ký cũ' })
    const next = await samplePermit({ id: 'bb'.repeat(8) as PermitId, replaces: old.id, issuedAt: NOW - 5 })
    const list = async (permits: Permit[]) => (await lookUp(mine, { permits, dossiers: over })).facts['list']
    expect(await list([next, old])).not.toContain(old.number)
    expect(await list([next, { ...old, revokedAt: NOW - 1 }])).toContain(`${old.number}: đã được thu hồi`)
  })

  it('tells which filings wait, and which of them wait for the citizen', async () => {
    const dossiers = [
      numbered(1, { status: 'registered' }),
      numbered(2, { status: 'supplement' }),
      ...(['done', 'stopped', 'declined', 'withdrawn', 'returned'] as const).map((status, i) =>
        numbered(i + 3, { status }),
      ),
      numbered(9, { status: 'registered', flow: 'phan-anh' }),
    ]
    expect((await lookUp(mine, { dossiers })).facts['list']?.split('\n')).toEqual([
      '• Cấp giấy đi đường, hồ sơ H12.99-300501-0001: đang chờ duyệt (Mới đăng ký)',
      '• Cấp giấy đi đường, hồ sơ H12.99-300501-0002: cán bộ đang chờ ông/bà bổ sung',
    ])
  })

  it('offers a flow that grants one kind only permits of that kind', async () => {
    const permits = [
      await samplePermit({ id: 'aa'.repeat(8) as PermitId, kind: 'other' }),
      await samplePermit({ id: 'bb'.repeat(8) as PermitId }),
    ]
    const at = (flow: string): Session => ({
      ...NEW_SESSION,
      position: { flow, version: 1, step: 'a', context: { answers: {}, trail: [], failures: 0, facts: {} } },
    })
    expect((await lookUp(mine, { permits }, { session: at('giay-cua-toi') })).options).toHaveLength(2)
    const offered = await lookUp(mine, { permits }, { session: at('cap-giay-di-duong') })
    expect(offered.options?.map(({ facts }) => facts?.['permit'])).toEqual([permits[1]?.id])
  })
})

describe('looking up one’s own data', () => {
  const data = { name: 'my data' } as const
  const position = (flow: string, answers: Record<string, { value: string; shown: string }>) => ({
    ...{ flow, version: 1, step: 'a' },
    context: { answers, trail: [], failures: 0, facts: {} },
  })

  it('tells how little there is of somebody new', async () =>
    expect((await lookUp(data, {})).facts['list']).toBe(
      '• 0 tin nhắn của ông/bà\n• Chưa có hồ sơ nào đã nộp\n• Không nhớ thông tin nào cho lần sau',
    ))

  it('tells counts, drafts by name, what is remembered and the last consents, and no content of any', async () => {
    const answer = { value: '096190012345', shown: '096190012345' }
    const session: Session = {
      ...NEW_SESSION,
      position: position('cap-giay-di-duong', { citizenNumber: answer }),
      drafts: [position('cap-giay-di-duong', { citizenNumber: answer }), position('phan-anh', {})],
      known: { answers: { citizenNumber: answer, phone: answer }, at: NOW },
      missed: [{ flow: 'menu', step: 'chon', words: 'quắn quéo', at: NOW }],
    }
    const consents = Array.from({ length: 7 }, (_, i) => ({
      flow: i === 5 ? 'hoc-cau-chua-hieu' : `f${i}`,
      given: i !== 6,
      at: NOW,
    }))
    const { facts } = await lookUp(data, { summary: { messages: 12, files: 2, dossiers: 1, consents } }, { session })
    expect(facts['list']?.split('\n')).toEqual([
      '• 12 tin nhắn của ông/bà',
      '• 1 hồ sơ đã nộp (nhắn “tra cứu” để xem)',
      '• Hồ sơ đang làm dở: Cấp giấy đi đường',
      '• 2 ảnh hoặc tệp chưa nộp',
      '• Thông tin được nhớ cho lần sau: 2 mục',
      '• 1 câu tôi chưa hiểu, chưa ai xem',
      ...['f1', 'f2', 'f3', 'f4', 'cho cán bộ xem câu tôi chưa hiểu'].map(
        (flow) => `• Đã đồng ý ngày 01/05/2030: ${flow}`,
      ),
    ])
  })
})
