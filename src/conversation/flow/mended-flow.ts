import { freeText } from '../checks/free-text.ts'
import type { CompiledFlow, Flows } from './compiled-flow.ts'
import type { Branch, Step } from './flow-format.ts'
import { machineOf } from './machine.ts'

/** Before the name of a flow: the flow that asks again for single answers of what was filed through it. */
const PREFIX = 'mended:'
/** Before that of the flow which begins with the times that the desk offers for a visit. */
const TIMED = 'timed:'
/** Of what no question of the flow asks for. */
export const MOST_EXTRAS = 8
/** Where something is asked for that no question asks for, and where the sentence of the officer is answered. */
export const extraStep = (i: number): string => `bosung${i}`
export const REMARK_STEP = 'bosungloi'
const REVIEW = 'bosungxem'
const SEND = 'bosunggui'
/** Where one of the offered times is chosen; under this name is kept which. */
export const TIME_STEP = 'giohen'
/** Neither of them, but another; none any more. */
export const OTHER_TIME = 'khac'
export const NO_TIME = 'thoi'
const TAKE = 'giohenghi'
const GIVE_UP = 'giohenbo'
const GONE = 'giohenhuy'
/** Steps that no question of the procedure stands behind. */
export const isAboutTime = (step: string): boolean => step === TIME_STEP || step === GIVE_UP

export const mendedName = (flow: string): string => `${PREFIX}${flow}`
export const timedName = (flow: string): string => `${TIMED}${flow}`
export const isMended = (flow: string): boolean => flow.startsWith(PREFIX) || flow.startsWith(TIMED)

/**
 * The same questions, with their checks, buttons and branches, and another end: wherever the flow would file, or lead away, it
 * asks for what no question asks for, shows what was mended, and hands that in. Nothing is said, looked up or agreed to again.
 */
function mend(flow: CompiledFlow, isTimed: boolean): CompiledFlow {
  const steps: Record<string, Step> = {}
  for (const [id, step] of flow.steps) steps[id] = mendedStep(step)
  for (let i = 0; i < MOST_EXTRAS; i++)
    steps[extraStep(i)] = {
      ...{ expect: 'any', max: 5, saveAs: extraStep(i), label: 'Giấy tờ bổ sung' },
      say: 'Ông/bà gửi ảnh, tệp PDF (nhiều nhất 5 tệp) hoặc nhắn chữ, rồi bấm “Xong”.',
      next: to(i + 1 < MOST_EXTRAS ? extraStep(i + 1) : REMARK_STEP),
    }
  steps[REMARK_STEP] = {
    ...{ expect: 'text', check: freeText.name, optional: true, saveAs: REMARK_STEP, label: 'Nhắn cán bộ' },
    say: 'Cán bộ nhắn thêm:\n\n“{remark}”\n\nÔng/bà nhắn câu trả lời, hoặc bấm “Bỏ qua”.',
    next: to(REVIEW),
  }
  steps[REVIEW] = { expect: 'review', say: 'Ông/bà gửi cho cán bộ:', submit: 'Gửi cho cán bộ', next: SEND }
  steps[SEND] = {
    ...{ expect: 'none', do: 'supplement', end: true },
    say: 'Đã gửi cho cán bộ. Có kết quả, tôi báo ông/bà ngay tại đây.',
  }
  const name = isTimed ? timedName(flow.flow) : mendedName(flow.flow)
  const start = isTimed ? TIME_STEP : flow.start
  if (isTimed) Object.assign(steps, timeSteps(flow.start))
  let machine: CompiledFlow['machine'] | undefined
  return {
    ...{
      flow: name,
      version: flow.version,
      name: isTimed ? 'Giờ hẹn khác' : 'Bổ sung hồ sơ',
      words: [],
      says: [],
      moves: [],
    },
    ...(flow.contact !== undefined && { contact: flow.contact }),
    help: isTimed
      ? TIME_HELP
      : 'Cán bộ cần ông/bà sửa hoặc gửi thêm một số mục. Tôi hỏi lại từng mục. Nhắn “menu” để làm sau, phần đã trả lời vẫn được giữ.',
    ...{ start, steps: new Map(Object.entries(steps)), keepsDraft: true },
    ...{ together: new Map(), people: new Map(), remaining: new Map() },
    get machine() {
      return (machine ??= machineOf({ flow: name, version: flow.version, start, steps }))
    },
  }
}

const TIME_HELP =
  'Cơ quan đề nghị đổi giờ hẹn. Ông/bà chọn một giờ, xin giờ khác, hoặc bỏ hẹn. Nhắn “menu” để trả lời sau.'

/** One of the times is taken as it is; for another the questions of the flow ask, from its start. */
const timeSteps = (start: string): Record<string, Step> => ({
  [TIME_STEP]: {
    ...{ expect: 'pick', label: 'Giờ hẹn', say: '{offer}' },
    next: [
      { when: { answer: TIME_STEP, is: OTHER_TIME }, to: start },
      { when: { answer: TIME_STEP, is: NO_TIME }, to: GIVE_UP },
      { to: TAKE },
    ],
  },
  [TAKE]: { expect: 'none', do: 'supplement', end: true, say: 'Cảm ơn ông/bà. Tôi ghi giờ này vào lịch hẹn.' },
  [GIVE_UP]: {
    expect: 'choice',
    say: 'Ông/bà bỏ hẹn này luôn, hay chọn giờ khác? Bỏ rồi, cần thì đặt hẹn mới lúc nào cũng được.',
    choices: [
      { key: 'bo', label: 'Bỏ hẹn', words: ['bỏ', 'bỏ luôn', 'hủy', 'hủy hẹn', 'thôi khỏi'], means: 'yes', next: GONE },
      { key: 'doi', label: 'Chọn giờ khác', words: ['giờ khác', 'bữa khác', 'dời', 'đổi'], means: 'no', next: start },
    ],
  },
  [GONE]: { expect: 'none', do: 'withdraw', end: true, say: 'Vâng, tôi báo cơ quan.' },
})

const to = (id: string): Branch[] => [{ to: id }]
const END = extraStep(0)

function mendedStep(step: Step): Step {
  switch (step.expect) {
    case 'none': {
      // A look-up was made when it was filed, and found what led on.
      const next = step.do?.startsWith('query') ? step.next?.slice(0, 1).map(({ to: id }) => ({ to: id })) : step.next
      return { expect: 'none', next: step.do === 'file' || !next ? to(END) : next }
    }
    case 'review':
      return { expect: 'none', next: to(step.next) }
    case 'pick':
      return { expect: 'none', next: step.next }
    case 'choice': {
      const { together: _, repeat: __, ...rest } = step
      const choices = step.choices.map(({ flow: away, next, ...choice }) => ({
        ...choice,
        next: away === undefined && next !== undefined ? next : END,
      }))
      return { ...rest, choices }
    }
    default:
      return step
  }
}

const mended = new WeakMap<CompiledFlow, Map<string, CompiledFlow>>()
const wrapped = new WeakMap<Flows, Flows>()

/** The same catalogue, which also knows of each version the flow that mends what was filed through it. */
export function withMended(flows: Flows): Flows {
  const known = wrapped.get(flows)
  if (known) return known
  const both: Flows = {
    current: (name) => flows.current(name),
    pinned: (name, version) => {
      const flow = flows.pinned(isMended(name) ? name.slice(name.indexOf(':') + 1) : name, version)
      if (!flow || !isMended(name)) return flow
      const known = mended.get(flow) ?? new Map<string, CompiledFlow>()
      const made = known.get(name) ?? mend(flow, name.startsWith(TIMED))
      mended.set(flow, known.set(name, made))
      return made
    },
    offered: () => flows.offered(),
    elsewhere: () => flows.elsewhere(),
  }
  wrapped.set(flows, both)
  wrapped.set(both, both)
  return both
}
