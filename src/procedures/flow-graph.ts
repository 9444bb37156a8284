import { renderCondition } from '../conversation/flow/condition.ts'
import { choicesOf, type FlowFile, type Step } from '../conversation/flow/flow-format.ts'
import { shorten } from '../kernel/text.ts'

export interface GraphNode {
  id: string
  /** `end`, `missing` and `other` (another flow) are no steps of the file. */
  kind: 'step' | 'end' | 'missing' | 'other'
  /** What the step is, in a clerk's words. */
  word: string
  /** Lines of what is said, cut. */
  lines: string[]
}

export interface GraphEdge {
  from: string
  to: string
  label: string
}

export interface FlowGraph {
  nodes: GraphNode[]
  edges: GraphEdge[]
}

const WORDS: Record<Step['expect'], string> = {
  text: 'câu hỏi',
  choice: 'chọn một',
  files: 'gửi tệp',
  any: 'nhắn và gửi tệp',
  consent: 'xin đồng ý',
  review: 'xem lại',
  pick: 'chọn mục tìm thấy',
  card: 'thẻ căn cước',
  none: 'thông báo',
}

const LINE = 31
const LINES = 2
const LABEL = 26

/** Steps as boxes and every way between them, as far as the file goes: also one with mistakes. */
export function flowGraph(file: FlowFile): FlowGraph {
  const nodes = new Map<string, GraphNode>()
  const edges: GraphEdge[] = []
  const named = (id: string): string => {
    if (!Object.hasOwn(file.steps, id)) nodes.set(id, { id, kind: 'missing', word: 'không có bước này', lines: [] })
    return id
  }
  const beyond = (flow: string): string => {
    nodes.set(`→${flow}`, { id: `→${flow}`, kind: 'other', word: `sang ${flow}`, lines: [] })
    return `→${flow}`
  }
  for (const [id, step] of Object.entries(file.steps)) {
    nodes.set(id, { id, kind: 'step', word: wordOf(step), lines: linesOf(step.say) })
    const ways = new Map<string, string[]>()
    const lead = (to: string, label: string) => void ways.set(to, [...(ways.get(to) ?? []), label])
    if (step.expect === 'choice' || step.expect === 'consent')
      for (const choice of choicesOf(step))
        lead(choice.flow === undefined ? named(choice.next ?? '') : beyond(choice.flow), choice.label)
    else if (step.expect === 'review' || step.expect === 'card') lead(named(step.next), '')
    else {
      const branches = step.next ?? []
      for (const { when, to } of branches)
        lead(named(to), when !== undefined ? `nếu ${renderCondition(when)}` : branches.length > 1 ? 'còn lại' : '')
      if (step.expect === 'none' && step.flow !== undefined) lead(beyond(step.flow), '')
      if (step.expect === 'none' && step.end === true) {
        // One for each: a single end would draw every way across the whole picture.
        nodes.set(`${id} ■`, { id: `${id} ■`, kind: 'end', word: 'kết thúc', lines: [] })
        lead(`${id} ■`, '')
      }
    }
    for (const [to, labels] of ways) edges.push({ from: id, to, label: joined(labels) })
  }
  named(file.start)
  return { nodes: [...nodes.values()], edges }
}

const wordOf = (step: Step): string => {
  if (step.expect === 'none' && step.do !== undefined)
    return step.do.startsWith('query') ? 'tìm dữ liệu' : (DEEDS[step.do] ?? '')
  return 'optional' in step && step.optional === true ? `${WORDS[step.expect]}, bỏ qua được` : WORDS[step.expect]
}

const DEEDS: Record<string, string> = {
  file: 'nộp hồ sơ',
  supplement: 'gửi bổ sung',
  rate: 'ghi đánh giá',
  withdraw: 'rút hồ sơ',
  forget: 'xóa dữ liệu',
}

const joined = (labels: readonly string[]): string => {
  const said = labels.filter((label) => label !== '')
  return said.length > 2 ? `${said.length} lựa chọn` : shorten(said.join(' / '), LABEL)
}

/** The last paragraph that asks, since a question often stands below its explanation. */
function linesOf(say: string | undefined): string[] {
  const paragraphs = (say ?? '').split('\n').filter((line) => line.trim() !== '')
  const text = paragraphs.findLast((line) => line.trim().endsWith('?')) ?? paragraphs[0] ?? ''
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((it) => it !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= LINE) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const shown = lines.slice(0, LINES).map((line) => shorten(line, LINE))
  return lines.length > LINES ? [...shown.slice(0, -1), shorten(`${shown.at(-1)} …`, LINE)] : shown
}
