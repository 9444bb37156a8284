import { composed } from '../../kernel/text.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { filedFlow } from '../session/filed.ts'
import { isBusy, startFlow } from '../session/start.ts'
import type { Turned } from '../session/turned.ts'
import { say } from '../step/ask.ts'
import { beginButton, menuButton } from '../words/buttons.ts'
import type { Choice } from '../words/messages.ts'
import { phrases } from '../words/phrases.ts'
import { MOVE_FLOW } from '../words/visit-buttons.ts'
import type { Session } from '../words/session.ts'
import { asksSomething } from './asking-words.ts'
import { loosely } from './loosely.ts'
import { startFromWords } from './start-from-words.ts'
import { suggest } from './suggest.ts'
import { LOOKUP_FLOW } from './start-with-code.ts'
import { tellProcedure } from './tell-procedure.ts'
import { readTopics, type Topic } from './topics.ts'

const WITHDRAW_FLOW = 'rut-ho-so'
const ASK_FLOW = 'hoi-can-bo'
const PERMITS_FLOW = 'giay-cua-toi'
/** What is filed with these is an appointment, and may be moved. */
const VISIT_FLOWS: ReadonlySet<string> = new Set(['dat-lich-hen', MOVE_FLOW])

const CHANGE = loosely(
  '(?:ghi|nhập|khai|nói|viết|điền|chọn|nộp|gửi|bấm|đặt|gõ) (?:bị )?(?:sai|lộn|nhầm|lầm|thiếu|dư|trật|lộn rồi)',
  '(?:sửa|đổi|chỉnh|dời|hoãn|thay|bổ sung|thêm)(?! (?:gì|hộ khẩu)(?!\\p{L}))(?: .{0,40})?',
  'quên (?:gửi|ghi|kèm|thêm|nói|khai|bấm)',
  '(?:hủy|rút|bỏ|xóa|thu hồi|không cần|khỏi)(?: .{0,30})? ?(?:hồ sơ|giấy|đơn|hẹn|lịch|cái|hồi nãy|lúc nãy|vừa rồi|nữa|đó)',
  '(?:sai|lộn|nhầm)(?: .{0,24})? (?:sửa|làm|tính) sao',
)
/** "Dời qua thứ 6 được hông". */
const MOVES = loosely(
  '(?:dời|đổi|chuyển|hoãn|lùi|lui|sửa|hẹn)(?: (?:lại|giùm|giúp|cho|tôi|tui|em|cái|lịch|ngày|giờ|hẹn|bữa|hôm))* (?:qua|sang|lại|tới|ngày|giờ|bữa|hôm|lịch|hẹn|sớm|trễ)|(?:qua|sang|cho) (?:ngày|bữa|hôm|giờ) khác',
)
/** Which procedure makes longer what another granted. */
const EXTENDED_BY: Readonly<Record<string, string>> = {
  'cap-giay-di-duong': 'gia-han-giay-di-duong',
  'gia-han-giay-di-duong': 'gia-han-giay-di-duong',
  'dang-ky-tam-tru': 'gia-han-tam-tru',
}
const LONGER = loosely(
  '(?:xin|cho|muốn|cần)?(?: (?:đi|ở lại|ở|nghỉ))? ?thêm (?:\\d+|mấy|vài|một|hai|ba|bốn|năm|ít) (?:ngày|bữa|hôm|tuần|tháng)|gia hạn',
)
const HURRY = loosely(
  '(?:duyệt|xét|làm|giải quyết|cấp|ký|xử lý|trả)(?: (?:cho|giùm|dùm|giúp|nhanh|lẹ|sớm|gấp|liền|tôi|tui|em|con))+',
  '(?:gấp|cần gấp|đi gấp|khẩn|nhanh lên|lẹ lên|lẹ giùm|lẹ đi|hối)(?: .{0,16})?',
)
const CODE = loosely(
  '(?:xin|cho|gửi|nhắn|coi|xem|lấy|quên|mất|hỏi|đọc)(?: (?:lại|cho|tôi|tui|em|con|cái|giùm|dùm|rồi))* (?:mã|số) (?:hồ sơ|tra cứu|nộp|biên nhận|đó|lúc nãy|hồi nãy)|(?:mã|số) (?:hồ sơ|tra cứu)(?: .{0,12})? (?:gì|nào|bao nhiêu|nhiêu|mấy|đâu|quên|mất)',
  '(?:cho|xin)?(?: (?:tôi|tui|em|con))? ?(?:xem|coi) lại(?: (?:hồ sơ|cái|đơn|giấy|những gì|vừa|hồi nãy|đã|nộp|khai))*$',
)

/** "Giấy này xài tới hôm nào": the permit itself tells. */
const VALID = loosely(
  '(?:xài|dùng|sử dụng|có hiệu lực|hiệu lực|hạn|đi|còn hạn)(?: (?:được|tới|đến|trong|còn|tới lúc))* (?:(?:hôm|bữa|ngày|lúc|chừng|khi|mấy giờ|giờ) nào|mấy giờ|ngày mấy|mấy (?:ngày|bữa|hôm)|bao lâu|khi nào)',
  '(?:hết|quá) hạn(?: \\p{L}+){0,2} (?:hồi|khi|lúc|bữa|hôm|ngày|chừng) nào|(?:hồi|khi|lúc|bữa|hôm|ngày|chừng) nào (?:thì )?(?:hết|quá) hạn|còn (?:hạn|hiệu lực|xài được|dùng được) (?:không|ko|hông|hong)',
)

/** A question right after a filing asks about it, in words that elsewhere would need a procedure's name. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    'fee',
    loosely(
      'bao nhiêu tiền|nhiêu tiền|mấy tiền|(?:đóng|trả|nộp|tốn|mất) (?:tiền|phí|lệ phí|nhiêu|bao nhiêu)|(?:lệ )?phí',
    ),
  ],
  [
    'papers',
    loosely(
      '(?:mang|đem|cầm|đưa|chuẩn bị)(?: (?:theo|cái|những|thêm|giấy|giấy tờ|vô|ra|lên))* (?:gì|giấy nào|cái gì|chi|giấy tờ)',
    ),
  ],
  [
    'deadline',
    loosely(
      '(?:chừng|khi|lúc|bữa|hôm|ngày) nào(?: .{0,16})?|bao (?:giờ|lâu)|mấy (?:ngày|bữa|hôm|tuần|tháng)(?: .{0,12})?|(?:bao nhiêu|nhiêu) ngày|(?:có|ra|xong|được)(?: (?:liền|ngay|trong))* (?:hôm nay|bữa nay|ngày mai|tuần này) (?:không|ko|hông)|lâu (?:không|ko|hông|quá)',
    ),
  ],
  [
    'where',
    loosely(
      '(?:ở|tới|đến|lên|ra|vô|lại) (?:đâu|chỗ nào|nơi nào)|(?:lấy|nhận|đóng|nộp)(?: .{0,10})? (?:ở đâu|chỗ nào|đâu)|địa chỉ',
    ),
  ],
]

/**
 * What is asked after a filing about what was filed: how to change or withdraw it, its code, when and where, what to bring.
 * Undefined while a filing is open, or where the words are about something else.
 */
export function answerAfterFiling(session: Session, text: string, world: World): Turned | undefined {
  const flow = filedFlow(session, world)
  if (!flow || isBusy(session, world) || text.length > 160) return undefined
  const said = composed(text).toLowerCase()
  const tell = (sentence: string, choices: readonly (Choice | undefined)[]): Turned => ({
    session,
    effects: say(
      sentence,
      [...choices, menuButton].flatMap((it) => it ?? []),
    ),
  })
  const to = (name: string, label: string): Choice | undefined =>
    world.flows.current(name) ? beginButton(name, label) : undefined
  const lookUp = to(LOOKUP_FLOW, 'Tra cứu hồ sơ')
  const ask = to(ASK_FLOW, 'Hỏi cán bộ')
  if (said.search(CODE) >= 0)
    return tell(
      `Mã hồ sơ nằm trong tin tôi gửi lúc nộp. Ông/bà bấm “Tra cứu hồ sơ” để xem lại mã, trạng thái của “${flow.name}”.`,
      [lookUp, ask],
    )
  const longer = world.flows.current(EXTENDED_BY[flow.flow] ?? '')
  if (longer && said.search(LONGER) >= 0) return suggest(session, [longer], text, phrases.hereItIs)
  if (VISIT_FLOWS.has(flow.flow) && said.search(MOVES) >= 0 && world.flows.current(MOVE_FLOW))
    return startFromWords(session, MOVE_FLOW, text, world)
  if (said.search(CHANGE) >= 0) return tellChange(session, flow, world)
  if (flow.grants !== undefined && said.search(VALID) >= 0 && world.flows.current(PERMITS_FLOW))
    return startFlow(session, PERMITS_FLOW, world, 'ask')
  const topics = TOPICS.flatMap(([topic, pattern]) => (said.search(pattern) >= 0 ? topic : []))
  const asked = [...new Set([...readTopics(text), ...topics])]
  const afterwards = flow.afterwards === undefined ? [] : [flow.afterwards]
  if (asked.length > 0 && flow.info)
    return tell([tellProcedure(flow, asked, world.now), ...afterwards].join('\n\n'), [lookUp, ask])
  if (said.search(HURRY) >= 0)
    return tell(
      `Cán bộ xét hồ sơ trong giờ làm việc, thứ Hai đến thứ Sáu, và tôi báo ông/bà ngay khi có kết quả. Cần gấp thì ông/bà nhắn “hỏi cán bộ”, hoặc gọi, đến thẳng nơi tiếp nhận và đưa mã hồ sơ. Cấp cứu thì đi ngay, không cần giấy.`,
      [ask, lookUp],
    )
  if (!asksSomething(text) || afterwards.length === 0) return undefined
  return tell([...afterwards, 'Chưa rõ thì ông/bà nhắn “hỏi cán bộ” để cán bộ trả lời.'].join('\n\n'), [ask, lookUp])
}

/** "Hủy" right after a filing: nothing is open any more, and what was filed can be taken back. */
export function tellHowToWithdraw(session: Session, world: World): Turned | undefined {
  const flow = filedFlow(session, world)
  return flow && session.drafts.length === 0 ? tellChange(session, flow, world) : undefined
}

function tellChange(session: Session, flow: CompiledFlow, world: World): Turned {
  const to = (name: string, label: string): Choice[] => (world.flows.current(name) ? [beginButton(name, label)] : [])
  const anew = flow.keepsDraft ? [beginButton(flow.flow, `Làm lại: ${flow.name}`)] : []
  const choices = [...to(WITHDRAW_FLOW, 'Rút hồ sơ'), ...anew, ...to(ASK_FLOW, 'Hỏi cán bộ'), menuButton]
  return { session, effects: say(howToChange(flow), choices) }
}

const howToChange = ({ name }: CompiledFlow): string =>
  `“${name}” đã nộp nên tôi không tự sửa được. Ông/bà có hai cách: nhắn “hỏi cán bộ” để cán bộ sửa giúp, hoặc rút hồ sơ rồi nộp lại (không mất gì). Hẹn thì rút hẹn cũ rồi đặt lại ngày giờ khác.`
