import { beforeEach, describe, expect, it } from 'vitest'
import { NEW_SESSION, type Session } from '../../src/conversation/words/session.ts'
import { takeTurn } from '../../src/conversation/take-turn.ts'
import { inMemoryPublishing } from './in-memory-publishing.ts'
import { SMALL_FLOW, changed } from './small-flow.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const MOVES = 'moves: [{ from: 1, do: keep }]'
const asVersion2 = (text: string, moves = MOVES) => text.replace('version: 1', `version: 2\n${moves}`)
const reworded = changed('Ông/bà tên gì?', 'Xin cho biết họ tên.')
const restructured = changed('key: khong', 'key: chua')
const EXAMPLE = `cases:
  - title: hỏi tên
    start: thu-nghiem
    talk:
      - botSays: Ông/bà tên gì?
`

let here: ReturnType<typeof inMemoryPublishing>
const publish = (source: string, cases = '') => here.publishing.publish({ source, cases, by: 'An' })
beforeEach(async () => {
  here = inMemoryPublishing(() => NOW)
  await publish(SMALL_FLOW)
})

const talk = (session: Session, ...texts: string[]) =>
  texts.reduce(
    ({ session: before, said }, text) => {
      const turned = takeTurn(before, { type: 'TEXT', text }, { now: NOW, flows: here.catalogue })
      const more = turned.effects.flatMap((it) =>
        it.type === 'say' && it.message.type === 'text' ? it.message.text : [],
      )
      return { session: turned.session, said: [...said, ...more] }
    },
    { session, said: [] as string[] },
  )

describe('publishing', () => {
  it('puts a text in force at once and keeps the row before it', async () => {
    expect(await publish(reworded)).toMatchObject({ outcome: 'published', row: { revision: 2, publishedBy: 'An' } })
    expect(here.catalogue.current('thu-nghiem')?.steps.get('hoi')?.say).toBe('Xin cho biết họ tên.')
    expect(here.rows).toHaveLength(2)
  })

  it('drops the draft that was published, and neither one saved since nor one of somebody else', async () => {
    const draft = { flow: 'thu-nghiem', source: reworded, cases: '', savedBy: 'An' }
    await here.publishing.saveDraft({ ...draft, revision: 0 })
    await publish(changed('Ông/bà tên gì?', 'Tên gì?'))
    expect(here.saved.get('thu-nghiem')).toBeDefined()
    await here.publishing.saveDraft({ ...draft, revision: 1 })
    await here.publishing.publish({ source: reworded, cases: '', by: 'An', flow: 'thu-nghiem', draft: 1 })
    expect(here.saved.get('thu-nghiem')).toMatchObject({ revision: 2 })
    const again = changed('Ông/bà tên gì?', 'Họ tên của ông/bà?')
    await here.publishing.publish({ source: again, cases: '', by: 'An', flow: 'thu-nghiem', draft: 2 })
    expect(here.saved.get('thu-nghiem')).toBeUndefined()
  })

  it('refuses a text that names another procedure than the one it is for', async () => {
    const strayed = changed('flow: thu-nghiem', 'flow: khac')
    const answer = await here.publishing.publish({ source: strayed, cases: '', by: 'An', flow: 'thu-nghiem' })
    expect(answer).toMatchObject({
      outcome: 'refused',
      examined: { would: 'refused', findings: [{ rule: 'flow name', line: 2, column: 1 }] },
    })
    expect((await here.publishing.examine(strayed, '')).would).toBe('first')
  })

  it('lists every procedure with its draft, the mistakes in it and the people in the middle', async () => {
    here.pinned.push({ flow: 'thu-nghiem', version: 1, step: 'chon', citizens: 3 })
    const source = changed('next: chon', 'next: chonn')
    await here.publishing.saveDraft({ flow: 'thu-nghiem', source, cases: '', revision: 0, savedBy: 'An' })
    expect(await here.publishing.overview()).toMatchObject([
      { flow: 'thu-nghiem', name: 'Thử nghiệm', newest: { revision: 1 }, draft: { savedBy: 'An' }, inTheMiddle: 3 },
    ])
    expect((await here.publishing.overview())[0]?.findings).toBeGreaterThan(0)
  })

  it('shows what an earlier text would be before it is put in force again', async () => {
    await publish(asVersion2(restructured))
    const restored = await here.publishing.restored('thu-nghiem', { version: 1, revision: 1 })
    expect(restored?.source).toMatch(/^version: 3$/m)
    expect(restored?.examined.would).toBe('new version')
    expect(await here.publishing.restored('thu-nghiem', { version: 9, revision: 1 })).toBeUndefined()
  })

  it('adds nothing for the text that is in force', async () =>
    expect(await publish(SMALL_FLOW)).toEqual({ outcome: 'unchanged' }))

  it('tells a broken next with its place, and leaves what is published in force', async () => {
    const answer = await publish(changed('next: chon', 'next: chonn'))
    if (answer.outcome !== 'refused') throw new Error(answer.outcome)
    const { findings } = answer.examined
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'unknown target', line: 13, column: 5 }))
    expect(here.rows).toHaveLength(1)
  })

  it('refuses a text whose example comes out otherwise, naming the example', async () => {
    const answer = await publish(reworded, EXAMPLE)
    expect(answer).toMatchObject({
      outcome: 'refused',
      examined: { caseFindings: [{ line: 2, message: expect.stringContaining('hỏi tên') as unknown }] },
    })
  })

  it('reads examples before it believes them', async () => {
    const examined = await here.publishing.examine(reworded, 'cases:\n  - title: x\n    talk: nói\n')
    expect(examined).toMatchObject({ would: 'refused', caseFindings: [{ rule: 'examples', line: 3 }] })
    const broken = await here.publishing.examine(reworded, 'cases: [')
    expect(broken.caseFindings[0]?.rule).toBe('examples')
  })

  it('counts the people in the middle of a version that a new one says nothing about', async () => {
    here.pinned.push({ flow: 'thu-nghiem', version: 1, step: 'chon', citizens: 3 })
    const examined = await here.publishing.examine(asVersion2(restructured, 'about: mới'), '')
    expect(examined.findings).toMatchObject([
      { rule: 'open conversations', line: 3, message: expect.stringContaining('Có 3 người') as unknown },
    ])
    expect((await here.publishing.examine(asVersion2(restructured), '')).would).toBe('new version')
  })

  it('asks where those go on whose step is gone', async () => {
    here.pinned.push({ flow: 'thu-nghiem', version: 1, step: 'cu', citizens: 2 })
    const moves = 'moves: [{ from: 1, do: move, say: Mẫu đã đổi., steps: { hoi: hoi } }]'
    const { findings } = await here.publishing.examine(asVersion2(restructured, moves), '')
    expect(findings).toMatchObject([{ rule: 'open conversations', line: 4 }])
  })

  it('does not publish over something its author has not seen', async () => {
    await publish(reworded)
    const order = { source: changed('Thử nghiệm', 'Thử'), cases: '', by: 'Bình', after: { version: 1, revision: 1 } }
    expect(await here.publishing.publish(order)).toEqual({ outcome: 'overtaken' })
  })

  it('tells who published first when two press at the same moment', async () => {
    const both = await Promise.all([publish(reworded), publish(changed('Thử nghiệm', 'Thử'))])
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['overtaken', 'published'])
  })

  it('lets who is in the middle finish on the old version while others begin the new one', async () => {
    const inTheMiddle = talk(NEW_SESSION, '#lam:thu-nghiem', 'Nguyễn Văn An').session
    await publish(asVersion2(restructured.replace('Gửi chứ, {applicant}?', 'Gửi bây giờ chứ?')))
    const old = talk(inTheMiddle, '#chon.khong')
    expect(old.session.position).toBeUndefined()
    expect(old.said.join()).toContain('Cảm ơn')
    const fresh = talk(NEW_SESSION, '#lam:thu-nghiem', 'Trần Thị Bình')
    expect(fresh.said.join()).toContain('Gửi bây giờ chứ?')
    expect(talk(fresh.session, '#chon.chua').session.position).toBeUndefined()
  })
})

describe('rolling back', () => {
  const rollBack = (version: number, revision: number) =>
    here.publishing.rollBack({ flow: 'thu-nghiem', to: { version, revision }, by: 'Bình' })

  it('brings an earlier wording back as a further revision', async () => {
    await publish(reworded)
    expect(await rollBack(1, 1)).toMatchObject({ outcome: 'published', row: { revision: 3, source: SMALL_FLOW } })
  })

  it('brings earlier steps back as the next version, and moves those on who began the one between', async () => {
    await publish(asVersion2(restructured))
    here.pinned.push({ flow: 'thu-nghiem', version: 2, step: 'chon', citizens: 1 })
    expect(await rollBack(1, 1)).toMatchObject({ outcome: 'published', row: { version: 3, revision: 1 } })
    expect(here.catalogue.current('thu-nghiem')?.moves).toMatchObject([{ from: [2], do: 'move' }])
    expect(here.rows).toHaveLength(3)
  })

  it.each([
    ['in one line', MOVES],
    ['on lines of their own', 'moves:\n  # xong\n  - from: 1\n    do: keep'],
  ])('keeps the moves that the text already has, %s', async (_, moves) => {
    await publish(asVersion2(restructured, moves))
    await publish(SMALL_FLOW.replace('version: 1', `version: 3\nmoves: [{ from: [1, 2], do: keep }]`))
    expect(await rollBack(2, 1)).toMatchObject({ outcome: 'published', row: { version: 4 } })
    expect(here.catalogue.current('thu-nghiem')?.moves.map(({ from }) => from)).toEqual([[3], [1]])
  })

  it('knows nothing of what was never published', async () => expect(await rollBack(7, 1)).toBe('unknown'))

  it('tells the history, newest first', async () => {
    await publish(reworded)
    await publish(asVersion2(restructured))
    const told = (await here.publishing.history('thu-nghiem')).map((row) => [row.version, row.revision])
    expect(told).toEqual([
      [2, 1],
      [1, 2],
      [1, 1],
    ])
  })
})
