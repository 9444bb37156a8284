import { describe, expect, it } from 'vitest'
import type { Duplicate } from '../../src/casework/duplicates.ts'
import { createLookAlikes } from '../../src/casework/look-alikes.ts'
import type { AnswerKind } from '../../src/dossiers/alike.ts'
import type { Dossier, DossierAction } from '../../src/dossiers/dossier.ts'
import type { Doer } from '../../src/dossiers/may.ts'
import { DAY } from '../../src/kernel/clock.ts'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { DESK, posted } from '../dossiers/posted.ts'
import { officer } from '../dossiers/standing.ts'
import { NOW } from '../permits/sample.ts'
import { inMemoryDossiers } from './in-memory.ts'

const KINDS: ReadonlyMap<string, AnswerKind> = new Map([
  ...(['applicant', 'childName', 'motherName'] as const).map((key) => [key, 'name'] as const),
  ...[['citizenNumber', 'citizen number'] as const, ['phone', 'phone'] as const, ['scope', 'choice'] as const],
])
const answers = (values: Record<string, string>) => ({
  answers: Object.entries(values).map(([key, value]) => ({ key, label: key, value, shown: value })),
})
const FATHER = { applicant: 'Trần Văn Bình', citizenNumber: '096088011111', phone: '0912345678' }
const BIRTH = {
  ...FATHER,
  childName: 'Trần Gia Bảo',
  motherName: 'Nguyễn Thị Hoa',
  scope: 'khai-sinh',
  place: 'Cà Mau',
  copies: '2',
}
const own = 'H12.99'
const local: Doer = { ...officer, postings: posted(DESK, own) }
const elsewhere = { agency: 'H12.99.001', holder: 'H12.99.001' }

const SAME_TIME = { same: ['person'], validFrom: NOW, validUntil: NOW + DAY } as const
const collisionWith = ({ id, code }: Dossier): Duplicate => ({
  ...SAME_TIME,
  dossier: id,
  of: { type: 'dossier', code },
})

function prepare(grants: (filed: Pick<Dossier, 'flow'>) => boolean = () => false) {
  const colliding: Dossier[] = []
  const books = inMemoryDossiers()
  const asked: object[] = []
  const find = createLookAlikes({
    dossiers: {
      ...books.dossiers,
      list: async (filter) => {
        asked.push(filter)
        return books.dossiers.list(filter)
      },
    },
    ...{ kindsOf: () => KINDS, decidedHow: () => ({}), grants, now: () => NOW },
    collisions: async (of) => new Map(of.map(({ id }) => [id, colliding.map(collisionWith)])),
  })
  const add = (values: Record<string, string>, more: Partial<Dossier> = {}, actions: DossierAction[] = []) =>
    books.add({ flow: 'khai-sinh', code: `H12.99-300501-000${++added}`, ...answers(values), ...more }, actions)
  let added = 0
  const found = async ({ id }: Dossier, doer: Doer = officer) => {
    const standing = { dossier: (await books.dossiers.find(id))!, history: await books.dossiers.actions(id) }
    return find(standing, doer)
  }
  const codes = async (dossier: Dossier, doer?: Doer) =>
    (await found(dossier, doer)).found.map((one) => (one.seen ? one.dossier.code : `in ${one.holder}`))
  return { books, add, found, codes, asked, colliding }
}

const by = { type: 'staff', id: officer.id, name: officer.name } as const
const act = (type: DossierAction['type'], more: Partial<DossierAction> = {}): DossierAction => ({
  ...{ type, by, at: NOW, status: 'registered' },
  ...more,
})

describe('dossiers that look like one', () => {
  it('are those of the same citizen, and say what is the same', async () => {
    const { add, found } = prepare()
    const first = add(BIRTH)
    const second = add({ ...BIRTH, copies: '3', citizenNumber: '096088011112', phone: '0999999999' })
    add({ ...BIRTH, childName: 'Trần Gia Hân' })
    expect(await found(first)).toMatchObject({
      found: [
        {
          ...{ seen: true, goesOn: true, dossier: { id: second.id } },
          alikeness: { isSameCitizen: true, same: ['applicant', 'childName', 'motherName'], differs: ['copies'] },
        },
      ],
      closed: [],
    })
  })

  it.each([
    ['number', { phone: '0999999999', childName: 'tran gia bao' }],
    ['telephone', { citizenNumber: '096088011112', motherName: 'nguyen thi hoa' }],
    ['people', { citizenNumber: '096088011112', phone: '0999999999' }],
  ])('are found by their %s when another citizen files', async (_what, more) => {
    const { add, codes } = prepare()
    const first = add(BIRTH)
    const second = add({ ...BIRTH, ...more }, { citizen: 'another' as CitizenId })
    expect(await codes(first)).toEqual([second.code])
    expect(await codes(second)).toEqual([first.code])
  })

  it('are looked for by whole numbers alone, each list bounded', async () => {
    const { add, found, asked } = prepare()
    await found(add(BIRTH))
    expect(asked).toMatchObject([
      { words: [['id:096088011111', 'phone:0912345678']], flow: 'khai-sinh', limit: 30 },
      { words: [['name:tran'], ['name:gia'], ['name:bao'], ['name:nguyen'], ['name:thi'], ['name:hoa']], limit: 30 },
    ])
  })

  it.each([
    ['was withdrawn', { status: 'withdrawn' }],
    ['was not taken in, so that it is filed anew', { status: 'declined' }],
    ['has its result for long', { status: 'returned', updatedAt: NOW - 31 * DAY }],
    ['was filed long before', { filedAt: NOW - 40 * DAY }],
  ] as const)('are none that %s', async (_what, more) => {
    const { add, codes } = prepare()
    const first = add(BIRTH)
    add(BIRTH, more)
    expect(await codes(first)).toEqual([])
  })

  it('are also those whose result is fresh, which go on no more than they have', async () => {
    const { add, codes } = prepare()
    const first = add(BIRTH)
    const second = add(BIRTH, { status: 'returned', updatedAt: NOW - DAY })
    expect(await codes(first)).toEqual([second.code])
  })

  it('are not shown again once they were told apart, from either side; a third one is', async () => {
    const { add, codes, books } = prepare()
    const [first, second] = [add(BIRTH), add(BIRTH)]
    books.change(first.id, {}, act('told apart', { move: { apart: second.id } }))
    expect([await codes(first), await codes(second)]).toEqual([[], []])
    const third = add(BIRTH)
    expect(await codes(first)).toEqual([third.code])
    expect((await codes(third)).toSorted()).toEqual([first.code, second.code])
  })

  it('are named beside the one that goes on once they are closed, and shown again when that is taken back', async () => {
    const { add, found, codes, books } = prepare()
    const [first, second] = [add(BIRTH), add(BIRTH)]
    const move = { sameAs: first.id }
    books.change(second.id, { status: 'declined' }, act('found duplicate', { status: 'declined', move }))
    expect(await found(first)).toEqual({ found: [], closed: [{ id: second.id, code: second.code }] })
    books.change(second.id, { status: 'registered' }, act('taken back'))
    expect(await codes(first)).toEqual([second.code])
  })

  it('are only said to be somewhere where they may not be seen, and not even that of what is reserved', async () => {
    const { add, codes } = prepare()
    const first = add(BIRTH, { agency: own, holder: own })
    add(BIRTH, elsewhere)
    add(BIRTH, { ...elsewhere, isReserved: 1 })
    expect(await codes(first, local)).toEqual(['in H12.99.001'])
  })

  it('are those that collide in time where a permit is granted, however much alike others are', async () => {
    const { add, found, codes, colliding } = prepare(() => true)
    const [first, second] = [add(BIRTH), add(BIRTH)]
    expect(await codes(first)).toEqual([])
    colliding.push(second, add(BIRTH, elsewhere), add(BIRTH, { ...elsewhere, isReserved: 1 }))
    expect(await found(first, local)).toMatchObject({
      found: [
        { ...{ seen: true, goesOn: true }, dossier: { id: second.id }, collision: SAME_TIME },
        { seen: false, holder: 'H12.99.001' },
      ],
    })
  })

  it('are not looked for any more where a permit was granted', async () => {
    const { add, codes, colliding } = prepare(() => true)
    colliding.push(add(BIRTH))
    expect(await codes(add(BIRTH, { status: 'done' }))).toEqual([])
  })
})
