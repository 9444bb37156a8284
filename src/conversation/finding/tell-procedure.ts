import { renderDay, toVietnamDay } from '../../kernel/clock.ts'
import { shorten } from '../../kernel/text.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import type { Fee, ProcedureInfo } from '../flow/flow-format.ts'
import { MESSAGE_LIMITS } from '../words/messages.ts'
import type { Topic } from './topics.ts'

const ONLINE = 'khi nộp trực tuyến trên Cổng Dịch vụ công quốc gia hoặc VNeID'
const money = (amount: number): string => `${amount.toString().replace(/\B(?=(\d{3})+$)/g, '.')} đồng`

/** What is in force today: the newest that has begun. */
const infoOn = ({ info = [] }: CompiledFlow, now: number): ProcedureInfo | undefined =>
  info
    .filter(({ from }) => from <= toVietnamDay(now))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
    .at(0)

/** The price with who is exempt beside it. "Set by the council" is never shown as 0; only the online price may be. */
function renderFee(fee: Fee): string {
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

const PARTS: Record<Topic, (info: ProcedureInfo) => string | undefined> = {
  fee: ({ fee }) => renderFee(fee),
  papers: ({ papers }) => ['Giấy tờ cần có:', ...papers.map((paper) => `• ${paper}`)].join('\n'),
  deadline: ({ deadline }) => `Thời hạn: ${deadline}`,
  where: ({ where }) => `Nơi làm: ${where}`,
  basis: ({ basis }) => (basis === undefined ? undefined : `Căn cứ: ${basis}`),
}

/** The answer to questions about a procedure, all of it when none is named; one message long at most. */
export function tellProcedure(flow: CompiledFlow, topics: readonly Topic[], now: number): string {
  const title = flow.code === undefined ? flow.name : `${flow.name} (mã thủ tục ${flow.code})`
  const link = flow.link === undefined ? undefined : `Xem thêm: ${flow.link}`
  const info = infoOn(flow, now)
  if (!info) return [title, flow.about, NOT_KNOWN, link].filter((it) => it !== undefined).join('\n\n')
  const wanted = topics.length === 0 ? (Object.keys(PARTS) as Topic[]) : topics
  const parts = wanted.map((topic) => PARTS[topic](info) ?? (topics.length === 0 ? undefined : NOT_KNOWN))
  // Where no law is named, the day says only since when we tell it so.
  const since = info.basis === undefined ? 'Thông tin này dùng từ' : 'Áp dụng từ'
  const closing = [info.note, `${since} ${renderDay(info.from)}.`, link]
  const text = [title, ...parts].filter((it) => it !== undefined).join('\n\n')
  const end = closing.filter((it) => it !== undefined).join('\n')
  const room = MESSAGE_LIMITS.text - end.length - 2
  return shorten(`${shorten(text, Math.max(room, 1))}\n\n${end}`, MESSAGE_LIMITS.text)
}

const NOT_KNOWN =
  'Phần này tôi chưa có thông tin chắc chắn. Ông/bà hỏi Trung tâm Phục vụ hành chính công của xã, phường, hoặc gọi 1800 1096 (miễn phí).'
