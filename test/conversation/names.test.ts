import { describe, expect, it } from 'vitest'
import { emptyContext } from '../../src/conversation/flow/answers.ts'
import { STEERING_WORDS } from '../../src/conversation/words/commands.ts'
import type { CompiledFlow } from '../../src/conversation/flow/compiled-flow.ts'
import { answerNameOf } from '../../src/conversation/flow/flow-format.ts'
import { asksForName } from '../../src/conversation/finding/name-answer.ts'
import { NEW_SESSION, type Session } from '../../src/conversation/words/session.ts'
import { createChat } from './chat.ts'
import { flowsOfFiles } from './flows-of-files.ts'

const flows = await flowsOfFiles()

/** Every question for a name in every flow. */
function nameSteps(): { at: string; flow: CompiledFlow; step: string }[] {
  const all = [
    ...flows.offered(),
    ...['du-lieu-cua-toi', 'dat-lich-hen', 'hoi-can-bo'].flatMap((it) => flows.current(it) ?? []),
  ]
  return [...new Set(all)].flatMap((flow) =>
    [...flow.steps].flatMap(([step, it]) => (asksForName(it) ? { at: `${flow.flow}/${step}`, flow, step } : [])),
  )
}

const sessionAt = (flow: CompiledFlow, step: string): Session => ({
  ...NEW_SESSION,
  position: { flow: flow.flow, version: flow.version, step, context: emptyContext() },
})

/** What came of a name: stored, asked about (and then stored by a yes), or something else. */
function become(flow: CompiledFlow, step: string, name: string): { outcome: string; shown?: string | undefined } {
  const chat = createChat(flows, sessionAt(flow, step))
  const asked = flow.steps.get(step)
  const key = asked ? answerNameOf(step, asked) : ''
  // The answers of a filing that ended are its effect.
  const stored = () =>
    chat.session.position?.context.answers[key]?.shown ??
    chat.wanted('file')[0]?.answers.find((it) => it.key === key)?.shown
  const said = chat.says(name)
  if (stored() !== undefined) return { outcome: 'stored', shown: stored() }
  const { proposal } = chat.session.position?.context ?? {}
  if (!proposal) return { outcome: said }
  // Of two readings the second may be the one that was typed.
  chat.says(`#${step}.${bare(proposal.shown) !== bare(name) && proposal.otherwise ? 'hai' : 'dung'}`)
  return { outcome: stored() === undefined ? said : 'stored', shown: stored() }
}

const FAMILIES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Lý',
  'Danh',
  'Thạch',
  'Mai',
  'Lâm',
  'Tống',
  'Hồ',
  'Đơn',
  'Phí',
  'Cầm',
]
const MIDDLES = ['', 'Thị', 'Văn', 'Khánh']
/** Words that mean something to the program when they stand alone. */
const WORDS = [
  'Phi', 'Phí', 'Giá', 'Gia', 'Giờ', 'Hủy', 'Huy', 'Lệ', 'Thôi', 'Hỏi', 'Xong', 'Menu', 'Lý', 'Hoàn', 'Hạn', 'Mai', 'Xuân', 'Tết', 'Chợ', 'Hôn', 'Tiếp', 'Giúp', 'Đúng',
  'Sai', 'Có', 'Không', 'Vâng', 'Dạ', 'Được', 'Chuẩn', 'Giữ', 'Hết', 'Đủ', 'Nhé', 'Nha', 'Sao', 'Đâu', 'Chưa', 'Mất', 'Tử', 'Cứu', 'Cháy', 'Nạn', 'Ngữ', 'Điên', 'Thẻ', 'Đất',
  'Cưới', 'Trú', 'Phép', 'Bản', 'Rút', 'Sinh', 'Đi', 'Ở', 'Anh', 'Em', 'Út', 'Ba', 'Hai', 'Tư', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Một', 'Do', 'An', 'My', 'To', 'Am', 'Ok', 'Hi', 'A', 'Y',
] // prettier-ignore

const spoken = STEERING_WORDS.filter((word) => /^\p{L}+$/u.test(word)).map(
  (word) => word.charAt(0).toUpperCase() + word.slice(1),
)
const ofFlows = [...new Set(flows.offered().flatMap(({ words }) => words.flatMap((it) => it.split(/\s+/))))]
  .filter((word) => /^\p{L}{2,}$/u.test(word))
  .map((word) => word.charAt(0).toUpperCase() + word.slice(1))

const names = [...new Set([...WORDS, ...spoken, ...ofFlows])].map((given, i) =>
  [FAMILIES[i % FAMILIES.length], MIDDLES[(i >> 2) % MIDDLES.length], given].filter((it) => it !== '').join(' '),
)

/** Whose name without its marks, or by two of its words, means something else. */
const WHOLE = [
  'Trần Phi', 'Lê Thị Phi', 'Lê Phi', 'Tran Phi', 'Le Thi Phi', 'tran phi', 'lê thị phí', 'LÊ THỊ PHÍ', 'Nguyễn Khải Tú', 'Nguyễn Bảo Tú', 'Trần Tú Trân', 'Tống Đại', 'Tong Dai',
  'Lâm Tiếp', 'Tống Đại Viên', 'Do An', 'An Do', 'To My', 'Sùng Thị Sao', 'Triệu Thị Nhé', 'Cô Thị Ba', 'Khổng Minh Không', 'Trần Miên Phi', 'Đỗ Thị Đó', 'Huy Bỏ', 'Nguyễn Cấp Cứu',
  'Phi Nhung', 'Phí Thị Hôn', 'Lý Do', 'Mai Xong', 'Hà Giờ', 'Lê Thị Mất', 'Cầm Ơn', "K'Brếp", 'HʼHen Niê', 'A Thớt', 'Nguyễn Lệ Phí', 'Trần Hạn', 'Hồ Giá', 'Võ Thị Hết Hạn',
  'phí văn phí', 'phi văn phi', 'phêrô nguyễn văn phi', 'thôi văn được', 'mẹ thị con', 'a sanh', 'a núi', "k'ho ha",
] // prettier-ignore

/** Without marks and case the name must be the same: nothing is cut off, nothing added. */
const bare = (text = ''): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}|[^\p{L}]|ʼ/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()

describe('at a question for a name', () => {
  it.each(nameSteps())('a name is stored or asked about once, whatever it means elsewhere: $at', ({ flow, step }) => {
    for (const name of [...WHOLE, ...names]) {
      const { outcome, shown } = become(flow, step, name)
      expect(outcome, name).toBe('stored')
      // Of somebody who registers together "mẹ Thị Con" tells who she is, too.
      const told = flow.people?.has(step) === true ? [name, name.replace(/^\S+ /u, '')] : [name]
      expect(told.map(bare), name).toContain(bare(shown))
    }
  })

  const first = nameSteps()[0]
  const says = (text: string): string => {
    const chat = createChat(flows, sessionAt(first?.flow as CompiledFlow, first?.step ?? ''))
    return `${chat.says(text)} → ${Object.keys(chat.session.position?.context.answers ?? {}).join()}`
  }

  it.each([
    ['phí bao nhiêu', /Lệ phí/],
    ['lệ phí bao nhiêu', /Lệ phí/],
    ['le phi bao nhieu vay', /Lệ phí/],
    ['hồ sơ cần gì', /Giấy tờ cần có/],
    ['ho so can gi', /Giấy tờ cần có/],
    ['cao tuổi có được miễn phí không', /Lệ phí/],
    ['cảm ơn', /không có chi/],
    ['quay lại', /câu hỏi đầu tiên|đồng ý/],
    ['tổng đài', /1800 1096/],
    ['hủy', /muốn hủy/],
    ['cháy nhà cứu với', /114/],
    ['chồng đánh tôi', /113/],
  ])('a question, a wish or a cry is none: %s', (text, answer) => {
    expect(says(text)).toMatch(answer)
    expect(says(text)).toMatch(/→ $/)
  })
})
