import { describe, expect, it } from 'vitest'
import { condition, renderCondition, type Condition } from '../../../src/conversation/flow/condition.ts'
import { holds, predicates } from '../../../src/conversation/flow/predicates.ts'
import { MODEL_NOW } from '../../../src/conversation/step/walk.ts'
import { lint } from '../../../src/procedures/lint/lint.ts'
import { load } from '../../../src/procedures/load.ts'
import { planPublication } from '../../../src/procedures/publish.ts'

const given = (answers: Record<string, string>) => ({
  now: MODEL_NOW,
  answers: Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, { value, shown: value }])),
})

describe('a condition that compares an answer with a choice', () => {
  it.each<[Condition, Record<string, string>, boolean]>([
    [{ answer: 'relation', is: 'me' }, { relation: 'me' }, true],
    [{ answer: 'relation', is: 'me' }, { relation: 'cha' }, false],
    [{ answer: 'relation', is: 'me' }, {}, false],
    [{ answer: 'relation', isNot: 'ban-than' }, { relation: 'con' }, true],
    [{ answer: 'relation', isNot: 'ban-than' }, { relation: 'ban-than' }, false],
    [{ answer: 'relation', isNot: 'ban-than' }, {}, false],
  ])('%j holds after %j: %s', (when, answers, isHeld) => expect(holds(when, given(answers))).toBe(isHeld))

  it.each<[string, Record<string, string>[], Record<string, string>[]]>([
    ['aboutAnother', [{ relation: 'con' }], [{ relation: 'ban-than' }, {}]],
    ['motherOnly', [{ parents: 'chi-me' }], [{ parents: 'ca-hai' }, {}]],
    ['byMother', [{ relation: 'me' }], [{ relation: 'cha' }, {}]],
    ['byFather', [{ relation: 'cha' }], [{ relation: 'me' }, {}]],
    ['fatherNamed', [{ fatherName: 'Nguyễn Văn An' }], [{ fatherName: 'khong-ro' }, {}]],
  ])('was once called %s, and published texts that say so mean the same', (name, held, others) => {
    expect(predicates.has(name)).toBe(false)
    const when = condition.parse(name)
    for (const answers of held) expect(holds(when, given(answers)), JSON.stringify(answers)).toBe(true)
    for (const answers of others) expect(holds(when, given(answers)), JSON.stringify(answers)).toBe(false)
  })

  it.each([
    { answer: 'relation' },
    { answer: 'relation', is: 'me', isNot: 'cha' },
    { is: 'me' },
    { answer: 'a b', is: 'me' },
    { answer: 'relation', is: 'me', or: 'cha' },
  ])('is none when it reads %j', (read) => expect(condition.safeParse(read).success).toBe(false))

  it('is told in words that a clerk wrote', () => {
    expect(renderCondition(condition.parse('byMother'))).toBe('relation là me')
    expect(renderCondition({ answer: 'relation', isNot: 'me' })).toBe('relation khác me')
    expect(renderCondition('found')).toBe('found')
  })
})

const flow = (when: string): string => `format: 1
flow: thu
version: 1
name: Thử
start: ai
steps:
  ai:
    say: Ông/bà là ai?
    expect: choice
    saveAs: relation
    choices:
      - { key: me, label: Mẹ, next: so }
      - { key: cha, label: Cha, next: so }
  so:
    say: Mấy bản?
    expect: text
    check: copies
    next:
      - { when: ${when}, to: cua_me }
      - { to: het }
  cua_me: { say: Chào mẹ., expect: none, end: true }
  het: { say: Hết., expect: none, end: true }
`
const found = (when: string): string[] => {
  const loaded = load(flow(when))
  return (loaded.ok ? lint(loaded.source) : loaded.findings).map(({ line, message }) => `${line} ${message}`)
}

describe('a text with a comparison', () => {
  it.each(['{ answer: relation, is: me }', '{ answer: relation, isNot: cha }', 'byMother'])('is sound: %s', (when) =>
    expect(found(when)).toEqual([]),
  )

  it.each([
    ['{ answer: relation, is: ba }', '19 Câu hỏi lưu “relation” không có lựa chọn “ba”. Có: me, cha.'],
    ['motherOnly', '19 Điều kiện “parents là chi-me” cần câu trả lời “parents” hỏi trước bước “so”.'],
  ])('is told what is wrong with %s', (when, finding) => expect(found(when)).toEqual([finding]))

  it.each(['{ answer: relation }', '{ answer: relation, is: me, isNot: cha }', '{ answer: relation, iss: me }'])(
    'is refused at its line: %s',
    (when) => expect(found(when).join()).toMatch(/^19 .*[à-ỹ]/),
  )

  it('is no new version of the text that said it by name: drafts and dossiers stay on theirs', () => {
    const first = planPublication(flow('byMother'), [], 'test', 0)
    if (first.outcome !== 'published') throw new Error('not published')
    const again = planPublication(flow('{ answer: relation, is: me }'), [first.row], 'test', 1)
    expect(again).toMatchObject({ outcome: 'published', row: { version: 1, revision: 2, shape: first.row.shape } })
    expect(planPublication(flow('{ answer: relation, is: cha }'), [first.row], 'test', 1).outcome).toBe('refused')
  })
})
