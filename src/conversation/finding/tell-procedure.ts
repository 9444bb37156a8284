import { renderDay } from '../../kernel/clock.ts'
import { shorten } from '../../kernel/text.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import type { ProcedureInfo } from '../flow/procedure-format.ts'
import { infoOn, renderFee } from '../flow/prospect.ts'
import { MESSAGE_LIMITS } from '../words/messages.ts'
import type { Topic } from './topics.ts'

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
