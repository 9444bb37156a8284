import { describe, expect, it } from 'vitest'
import { compile } from '../../../src/conversation/flow/compile.ts'
import type { Flows } from '../../../src/conversation/flow/compiled-flow.ts'
import { moveOn as moveOnIn } from '../../../src/conversation/step/move-on.ts'
import { NEW_SESSION, type Position, type Session } from '../../../src/conversation/words/session.ts'
import { takeTurn } from '../../../src/conversation/take-turn.ts'
import { overlay } from '../../../src/procedures/catalogue.ts'
import { load } from '../../../src/procedures/load.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const moveOn = (position: Position, flows: Flows) => moveOnIn(position, { now: NOW, flows })
const none: Flows = { current: () => undefined, pinned: () => undefined, offered: () => [], elsewhere: () => [] }

const compiled = (text: string) => {
  const loaded = load(text)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings))
  return compile(loaded.source.file)
}

const OLD = `format: 1
flow: thu
version: 1
name: Thử
start: dong_y
steps:
  dong_y:
    { say: Đồng ý chứ?, expect: consent, yes: { next: ten }, no: { next: thoi } }
  ten: { say: Tên gì?, expect: text, check: personName, saveAs: applicant, next: so }
  so: { say: Số điện thoại?, expect: text, check: phone, saveAs: phone, next: thoi }
  thoi: { say: Xong., expect: none, end: true }
`
const NEW = (moves: string, more = '') => `format: 1
flow: thu
version: 3
name: Thử
moves: [${moves}]
start: dong_y
steps:
  dong_y:
    { say: Đồng ý chứ?, expect: consent, yes: { next: ten }, no: { next: thoi } }
  ten: { say: Họ tên?, expect: text, check: personName, saveAs: applicant, next: can_cuoc }
  can_cuoc: { say: Số căn cước?, expect: text, check: citizenNumber, saveAs: citizenNumber, next: so }
  so: { say: Số điện thoại?, expect: text, check: phone, saveAs: phone, next: thoi }
${more}  thoi: { say: Xong., expect: none, end: true }
`
const flowsOf = (moves: string, more = ''): Flows => {
  const [old, fresh] = [compiled(OLD), compiled(NEW(moves, more))]
  return { ...overlay(none, fresh), pinned: (_, version) => (version === 1 ? old : fresh) }
}

const AT_PHONE: Position = {
  flow: 'thu',
  version: 1,
  step: 'so',
  context: {
    answers: {
      dong_y: { value: 'co', shown: 'Tôi đồng ý' },
      applicant: { value: 'Nguyễn Văn An', shown: 'Nguyễn Văn An' },
      gone: { value: 'x', shown: 'x' },
    },
    trail: ['dong_y', 'ten'],
    failures: 2,
    facts: { question: 'gì' },
  },
}
const say = (effects: readonly { type: string; message?: unknown }[]) => JSON.stringify(effects)

describe('somebody in the middle of an older version', () => {
  it('finishes on it when the newest says nothing about it, or says keep', () => {
    expect(moveOn(AT_PHONE, flowsOf('{ from: 2, do: move, say: Mới. }'))).toEqual({ outcome: 'stay' })
    expect(moveOn(AT_PHONE, flowsOf('{ from: 1, do: keep }'))).toEqual({ outcome: 'stay' })
    expect(moveOn(AT_PHONE, none)).toEqual({ outcome: 'stay' })
  })

  it('stays once they are on the newest', () => {
    const flows = flowsOf('{ from: [1, 3], do: stop, say: Thôi. }')
    expect(moveOn({ ...AT_PHONE, version: 3 }, flows)).toEqual({ outcome: 'stay' })
  })

  it('is asked only what is new, and keeps consents, answers and facts', () => {
    const moved = moveOn(AT_PHONE, flowsOf('{ from: [1, 2], do: move, say: Mẫu mới. }'))
    if (moved.outcome !== 'moved') throw new Error(moved.outcome)
    const { position, effects } = moved.result
    expect(position).toMatchObject({ version: 3, step: 'can_cuoc' })
    expect(position.context).toMatchObject({ trail: ['dong_y', 'ten'], facts: { question: 'gì' }, failures: 0 })
    expect(Object.keys(position.context.answers)).toEqual(['dong_y', 'applicant'])
    expect(say(effects)).toContain('Số căn cước?')
    expect(moved).toMatchObject({ say: 'Mẫu mới.', isSameQuestion: false })
  })

  it('is asked again what the new version no longer accepts', () => {
    const flows = flowsOf('{ from: 1, do: move, say: Mẫu mới. }')
    const odd = { ...AT_PHONE.context.answers, applicant: { value: '12', shown: '12' } }
    const moved = moveOn({ ...AT_PHONE, context: { ...AT_PHONE.context, answers: odd } }, flows)
    expect(moved).toMatchObject({ result: { position: { step: 'ten' } } })
  })

  it('goes on at the step that the move names, with the trail as it is called now', () => {
    const more = '  dien_thoai: { say: Gọi số nào?, expect: text, check: phone, saveAs: phone, next: thoi }\n'
    const flows = flowsOf('{ from: 1, do: move, say: Mới., steps: { so: dien_thoai, ten: can_cuoc } }', more)
    const moved = moveOn(AT_PHONE, flows)
    if (moved.outcome !== 'moved') throw new Error(moved.outcome)
    expect(moved.result.position).toMatchObject({ step: 'dien_thoai', context: { trail: ['dong_y', 'can_cuoc'] } })
    expect(moved.isSameQuestion).toBe(false)
  })

  it('still has their words taken for an answer where the question and its check are the same', () => {
    const moved = moveOn(AT_PHONE, flowsOf('{ from: 1, do: move, say: Mới., steps: {} }'))
    expect(moved).toMatchObject({ isSameQuestion: true, result: { position: { step: 'so' } } })
  })

  it('begins again where the named step asks nothing', () => {
    const moved = moveOn(AT_PHONE, flowsOf('{ from: 1, do: move, say: Mới., steps: { so: thoi } }'))
    expect(moved).toMatchObject({ result: { position: { step: 'can_cuoc' } } })
  })

  it('is told why it ends', () =>
    expect(moveOn(AT_PHONE, flowsOf('{ from: 1, do: stop, say: Lệnh đã hết. }'))).toEqual({
      outcome: 'stopped',
      say: 'Lệnh đã hết.',
    }))
})

describe('a turn after a publication', () => {
  const told = (text: string, moves: string, session: Session = { ...NEW_SESSION, position: AT_PHONE }) => {
    const turned = takeTurn(session, { type: 'TEXT', text }, { now: NOW, flows: flowsOf(moves) })
    return { session: turned.session, said: say(turned.effects) }
  }

  it('says what changed and asks, and takes nothing typed before for an answer to it', () => {
    const { session, said } = told('079090000011', '{ from: 1, do: move, say: Mẫu mới. }')
    expect(session.position).toMatchObject({ version: 3, step: 'can_cuoc', context: { failures: 0 } })
    expect(said.indexOf('Mẫu mới.')).toBeLessThan(said.indexOf('Số căn cước?'))
    expect(said).toContain('Mẫu mới.')
  })

  it('takes the answer all the same where the question is the one they answered', () => {
    const { session, said } = told('0912345678', '{ from: 1, do: move, say: Mẫu mới., steps: {} }')
    expect(said).toContain('Mẫu mới.')
    expect(session.position).toBeUndefined()
    expect(said).toContain('Xong.')
  })

  it('ends with the reason and the way to the menu, and files nothing', () => {
    const { session, said } = told('0912345678', '{ from: 1, do: stop, say: Lệnh đã hết. }')
    expect(session.position).toBeUndefined()
    expect(said).toContain('Lệnh đã hết.')
    expect(said).toContain('"menu"')
    expect(said).not.toContain('"file"')
  })

  it('moves or ends a draft when it is taken up again', () => {
    const drafted: Session = { ...NEW_SESSION, drafts: [{ ...AT_PHONE, laidAsideAt: NOW }] }
    const moved = told('#tiep-tuc:thu', '{ from: 1, do: move, say: Mẫu mới. }', drafted)
    expect(moved.session).toMatchObject({ drafts: [], position: { version: 3, step: 'can_cuoc' } })
    const stopped = told('#tiep-tuc:thu', '{ from: 1, do: stop, say: Lệnh đã hết. }', drafted)
    expect(stopped.session).toMatchObject({ drafts: [] })
    expect(stopped.session.position).toBeUndefined()
  })
})

describe('somebody in the middle of a flow that opens with a query', () => {
  const text = (version: number, more: string, next: string) => `format: 1
flow: thu
version: ${version}
name: Thử
${version === 1 ? '' : 'moves: [{ from: 1, do: move, say: Mới. }]'}
start: tim
steps:
  tim:
    expect: none
    do: query my dossiers
    next:
      - { when: found, to: ten }
      - { to: thoi }
  ten: { say: Tên gì?, expect: text, check: personName, saveAs: applicant, next: ${next} }
${more}  so: { say: Số điện thoại?, expect: text, check: phone, saveAs: phone, next: thoi }
  thoi: { say: Xong., expect: none, end: true }
`
  const CARD =
    '  can_cuoc: { say: Số căn cước?, expect: text, check: citizenNumber, saveAs: citizenNumber, next: so }\n'

  it('is asked only what is new once the program has answered', () => {
    const [old, fresh] = [compiled(text(1, '', 'so')), compiled(text(2, CARD, 'can_cuoc'))]
    const flows: Flows = { ...overlay(none, fresh), pinned: (_, version) => (version === 1 ? old : fresh) }
    const position: Position = { ...AT_PHONE, context: { ...AT_PHONE.context, trail: ['ten'] } }
    const moved = takeTurn({ ...NEW_SESSION, position }, { type: 'TEXT', text: '0912345678' }, { now: NOW, flows })
    expect(say(moved.effects)).toMatch(/Mới\.[^]*my dossiers/)
    const found = takeTurn(moved.session, { type: 'FACTS', found: true, facts: {} }, { now: NOW, flows })
    expect(found.session.position?.step).toBe('can_cuoc')
    expect(found.session.position?.context.answers['applicant']?.shown).toBe('Nguyễn Văn An')
  })
})

describe('somebody who answers what is new', () => {
  const steps = (more: string, next: string) => `start: ten
steps:
  ten: { say: Tên gì?, expect: text, check: personName, saveAs: applicant, next: ${next} }
${more}  so: { say: Số điện thoại?, expect: text, check: phone, saveAs: phone, next: thu_dien_tu }
  thu_dien_tu: { say: Thư điện tử?, expect: text, check: email, saveAs: email, next: thoi }
  thoi: { say: Xong., expect: none, end: true }
`
  const head = (version: number, moves = '') => `format: 1\nflow: thu\nversion: ${version}\nname: Thử\n${moves}`
  const CARD =
    '  can_cuoc: { say: Số căn cước?, expect: text, check: citizenNumber, saveAs: citizenNumber, next: so }\n'

  it('is not asked again what they answered before it', () => {
    const old = compiled(head(1) + steps('', 'so'))
    const fresh = compiled(head(2, 'moves: [{ from: 1, do: move, say: Mới. }]\n') + steps(CARD, 'can_cuoc'))
    const flows: Flows = { ...overlay(none, fresh), pinned: (_, version) => (version === 1 ? old : fresh) }
    const answers = {
      applicant: { value: 'Nguyễn Văn An', shown: 'Nguyễn Văn An' },
      phone: { value: '0912345678', shown: '0912345678' },
    }
    const position: Position = {
      flow: 'thu',
      version: 1,
      step: 'thu_dien_tu',
      context: { answers, trail: ['ten', 'so'], failures: 0, facts: {} },
    }
    const turn = (session: Session, text: string) => takeTurn(session, { type: 'TEXT', text }, { now: NOW, flows })
    const moved = turn({ ...NEW_SESSION, position }, 'a@b.vn')
    expect(moved.session.position?.step).toBe('can_cuoc')
    const answered = turn(moved.session, '096190012345')
    expect(answered.session.position?.step).toBe('thu_dien_tu')
    expect(turn(answered.session, 'quay lại').session.position?.step).toBe('so')
    expect(turn(turn(answered.session, 'quay lại').session, '0987654321').session.position?.step).toBe('thu_dien_tu')
  })
})
