import { describe, expect, it } from 'vitest'
import { lintFolders, playCases, renderDifference } from '../../src/procedures/folder-report.ts'
import { changed } from './small-flow.ts'

const CASES = `cases:
  - title: chào hỏi
    start: thu-nghiem
    talk:
      - botSays: tên gì
      - citizenSays: Nguyễn Văn An
      - botSays: Gửi chứ
  - title: sai
    start: thu-nghiem
    talk:
      - botSays: không có câu này
`
/** With the words that a folder is asked for. */
const SOUND = changed('label: Có, next: xong', 'label: Có, next: xong, means: yes').replace(
  'label: Không, next: xong',
  'label: Không, next: xong, means: no',
)
const folder = { flow: 'thu-nghiem', text: SOUND, cases: CASES }
const broken = { ...folder, text: SOUND.replace('next: chon', 'next: chonn') }

describe('the mistakes of a folder', () => {
  it('are told with file, line and column, those of examples too', () => {
    expect(lintFolders([folder], [folder])).toEqual({
      lines: [expect.stringMatching(/^flows\/thu-nghiem\/cases\.yaml:8:5 Ví dụ “sai”/), 'Còn 1 chỗ phải sửa.'],
      isGood: false,
    })
    expect(lintFolders([broken], [broken]).lines).toContain(
      'flows/thu-nghiem/flow.yaml:13:5 Không có bước nào tên “chonn”. Có phải “chon”?',
    )
  })

  it('are none in a sound one', () => {
    const sound = { flow: 'thu-nghiem', text: SOUND }
    expect(lintFolders([sound], [sound])).toEqual({ lines: ['1 thủ tục, không có lỗi.'], isGood: true })
  })

  it('include a flow that lies in the folder of another', () => {
    const strayed = { flow: 'khac', text: SOUND }
    expect(lintFolders([strayed], [strayed]).lines[0]).toContain('“khac”')
  })
})

describe('a sentence by which a procedure is asked for', () => {
  const asked = (flow: string, says: string) => ({
    flow,
    text: SOUND.replace('flow: thu-nghiem', `flow: ${flow}`).replace(
      'name: Thử nghiệm',
      `name: Thử ${flow}\nwords: [thử ${flow}]\nsays: ['${says}', 'dạ cho con hỏi ${flow}']`,
    ),
  })
  const mistakes = (...folders: ReturnType<typeof asked>[]) => lintFolders(folders, folders).lines.slice(0, -1)

  it('belongs to one procedure only, with marks or without', () =>
    expect(mistakes(asked('trong-cay', 'xin trồng cây'), asked('chat-cay', 'xin trong cay'))).toEqual([
      'flows/trong-cay/flow.yaml:6:8 Câu “xin trồng cây” dẫn đến “Thử chat-cay”: mỗi câu chỉ dạy một việc.',
      'flows/chat-cay/flow.yaml:6:8 Câu “xin trong cay” dẫn đến “Thử trong-cay”: mỗi câu chỉ dạy một việc.',
    ]))

  it('does not name another procedure', () =>
    expect(mistakes(asked('trong-cay', 'xin trồng cây'), asked('chat-cay', 'thu trong cay'))).toEqual([
      expect.stringContaining('“thu trong cay” dẫn đến “Thử trong-cay”'),
    ]))

  it('may be told apart by its words', () =>
    expect(mistakes(asked('trong-cay', 'xin trồng cây'), asked('chat-cay', 'xin đốn cây'))).toEqual([]))
})

describe('playing examples', () => {
  it('tells how each came out', () => {
    const { lines, isGood } = playCases([folder], folder)
    expect(lines.slice(0, 2)).toEqual(['✓ chào hỏi', '✗ sai'])
    expect(isGood).toBe(false)
  })

  it('prints the whole conversation of the one that is named, or the names there are', () => {
    const one = playCases([folder], folder, 'chào hỏi')
    expect([one.isGood, one.lines.join('\n')]).toEqual([true, expect.stringContaining('│ Gửi chứ, Nguyễn Văn An?')])
    expect(playCases([folder], folder, 'khác')).toEqual({
      lines: ['Không có ví dụ tên đó. Có:', '  chào hỏi', '  sai'],
      isGood: false,
    })
  })

  it('tells why a faulty flow cannot be played', () =>
    expect(playCases([broken], broken).lines[0]).toMatch(/^flows\/thu-nghiem\/flow\.yaml:13:5/))
})

describe('a difference in a terminal', () => {
  it('has a sign before each line', () => {
    expect(renderDifference('a\nb\n', 'a\nc\n')).toEqual(['  a', '- b', '+ c'])
    expect(renderDifference('a\n', 'a\n')).toEqual(['Không có gì khác.'])
  })
})
