import { toVietnamDay } from '../../kernel/clock.ts'
import { checkOf } from './check-of.ts'
import type { CompiledFlow } from './compiled-flow.ts'
import { answerNameOf, type Step } from './flow-format.ts'
import type { Fee, ProcedureInfo } from './procedure-format.ts'
import type { Term } from './term-format.ts'
import { isTimetable, spanOf } from '../words/read-slot.ts'

const ONLINE = 'khi nộp trực tuyến trên Cổng Dịch vụ công quốc gia hoặc VNeID'
const money = (amount: number): string => `${amount.toString().replace(/\B(?=(\d{3})+$)/g, '.')} đồng`

/** What is in force today: the newest that has begun. */
export const infoOn = ({ info = [] }: Pick<CompiledFlow, 'info'>, now: number): ProcedureInfo | undefined =>
  info
    .filter(({ from }) => from <= toVietnamDay(now))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
    .at(0)

/** The price with who is exempt beside it. "Set by the council" is never shown as 0; only the online price may be. */
export function renderFee(fee: Fee): string {
  if (fee.kind === 'free') return sentences(['Lệ phí: không thu', fee.note])
  const price =
    fee.kind === 'fixed'
      ? `Lệ phí: ${money(fee.amount)}${fee.per === undefined ? '' : ` mỗi ${fee.per.replace(/^mỗi /, '')}`}`
      : 'Lệ phí: theo mức Hội đồng nhân dân tỉnh quy định, cán bộ cho biết số tiền khi tiếp nhận'
  return sentences([
    price,
    fee.online === undefined ? undefined : `Riêng ${ONLINE}: ${money(fee.online)}`,
    fee.exempt === undefined ? undefined : `Được miễn: ${fee.exempt.join('; ')}`,
    fee.note,
  ])
}

const sentences = (parts: readonly (string | undefined)[]): string =>
  parts.flatMap((part) => (part === undefined ? [] : /[.!?]$/.test(part) ? part : `${part}.`)).join(' ')

/** "3 ngày làm việc", "trong ngày": a term that the law counts. */
const COUNTED = /\d (?:ngày|giờ)|^trong ngày/i

/** What whoever filed it may expect, a line each; absent where it goes without saying. */
export interface Prospect {
  /** How long it takes, without from when. */
  term?: string
  /** The same for programs, where a dossier has a day it is due. */
  limit?: Term
  /** Whether the law counts the term: from when an office has taken all papers in (domain §3.1), not from the sending. */
  isCounted: boolean
  /** It books a visit, which may be moved. */
  isVisit?: true
  fee?: string
  /** Where it is done; absent where it is done in the chat. */
  where?: string
  /** What comes next, and what to bring. */
  afterwards?: string
}

/** Which answers say when a visit is, and the sessions of a day (minutes since midnight). */
export interface Visit {
  day: { key: string; label: string }
  slot: { key: string; label: string }
  sessions: readonly { key: string; said: string; from: number; to: number }[]
}

type Promising = Pick<CompiledFlow, 'info' | 'mode' | 'afterwards' | 'steps'>

const isVisit = ({ steps }: Promising): boolean => [...steps.values()].some((step) => checkOf(step)?.isVisit === true)

/** When a visit that is booked through it can be; undefined where it books none. */
export function timesOf({ steps }: Promising): Visit | undefined {
  const named = (id: string, step: Step) => ({
    key: answerNameOf(id, step),
    label: ('label' in step && step.label) || id,
  })
  const [day] = [...steps].flatMap(([id, step]) => (checkOf(step)?.isVisit ? named(id, step) : []))
  const [times] = [...steps].flatMap(([id, step]) =>
    step.expect === 'choice' && isTimetable(step.choices) ? { slot: named(id, step), choices: step.choices } : [],
  )
  if (!day || !times) return undefined
  const sessions = times.choices.flatMap(({ key, label }) => {
    const span = spanOf(label)
    return span ? { key, said: label, from: span.from, to: span.to } : []
  })
  return { day, slot: times.slot, sessions }
}

/** As the flow promises it today. What is filed here is told without a place, and without a fee where there is none. */
export function prospectOf(flow: Promising, now: number): Prospect {
  const info = infoOn(flow, now)
  const { mode, afterwards } = flow
  const visit = isVisit(flow) && { isVisit: true as const }
  if (!info) return { isCounted: false, ...visit, ...(afterwards !== undefined && { afterwards }) }
  const { deadline, term, fee, where } = info
  const isElsewhere = mode !== 'accept'
  return {
    term: `Thời hạn: ${deadline}`,
    isCounted: term !== undefined || COUNTED.test(deadline),
    ...(term && { limit: term }),
    ...visit,
    ...((isElsewhere || fee.kind !== 'free') && { fee: renderFee(fee) }),
    ...(isElsewhere && { where: `Nơi làm: ${where}` }),
    ...(afterwards !== undefined && { afterwards }),
  }
}
