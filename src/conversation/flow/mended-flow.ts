import { freeText } from '../checks/free-text.ts'
import type { CompiledFlow, Flows } from './compiled-flow.ts'
import type { Branch, Step } from './flow-format.ts'
import { machineOf } from './machine.ts'

/** Before the name of a flow: the flow that asks again for single answers of what was filed through it. */
const PREFIX = 'mended:'
/** Of what no question of the flow asks for. */
export const MOST_EXTRAS = 8
/** Where something is asked for that no question asks for, and where the sentence of the officer is answered. */
export const extraStep = (i: number): string => `bosung${i}`
export const REMARK_STEP = 'bosungloi'
const REVIEW = 'bosungxem'
const SEND = 'bosunggui'

export const mendedName = (flow: string): string => `${PREFIX}${flow}`
export const isMended = (flow: string): boolean => flow.startsWith(PREFIX)

/**
 * The same questions, with their checks, buttons and branches, and another end: wherever the flow would file, or lead away, it
 * asks for what no question asks for, shows what was mended, and hands that in. Nothing is said, looked up or agreed to again.
 */
function mend(flow: CompiledFlow): CompiledFlow {
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
  const name = mendedName(flow.flow)
  let machine: CompiledFlow['machine'] | undefined
  return {
    ...{ flow: name, version: flow.version, name: 'Bổ sung hồ sơ', words: [], says: [], moves: [] },
    ...(flow.contact !== undefined && { contact: flow.contact }),
    help: 'Cán bộ cần ông/bà sửa hoặc gửi thêm một số mục. Tôi hỏi lại từng mục. Nhắn “menu” để làm sau, phần đã trả lời vẫn được giữ.',
    ...{ start: flow.start, steps: new Map(Object.entries(steps)), keepsDraft: true },
    ...{ together: new Map(), people: new Map(), remaining: new Map() },
    get machine() {
      return (machine ??= machineOf({ flow: name, version: flow.version, start: flow.start, steps }))
    },
  }
}

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

const mended = new WeakMap<CompiledFlow, CompiledFlow>()
const wrapped = new WeakMap<Flows, Flows>()

/** The same catalogue, which also knows of each version the flow that mends what was filed through it. */
export function withMended(flows: Flows): Flows {
  const known = wrapped.get(flows)
  if (known) return known
  const both: Flows = {
    current: (name) => flows.current(name),
    pinned: (name, version) => {
      const flow = flows.pinned(isMended(name) ? name.slice(PREFIX.length) : name, version)
      if (!flow || !isMended(name)) return flow
      const made = mended.get(flow) ?? mend(flow)
      mended.set(flow, made)
      return made
    },
    offered: () => flows.offered(),
    elsewhere: () => flows.elsewhere(),
  }
  wrapped.set(flows, both)
  wrapped.set(both, both)
  return both
}
