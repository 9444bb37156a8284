import { checkOf } from '../flow/check-of.ts'
import type { Step } from '../flow/flow-format.ts'
import { composed } from '../../kernel/text.ts'
import { loosely } from './loosely.ts'

const NOT = '(?:không|ko|hông|hổng|chưa|đâu có)'
const PAPER = '(?:thẻ|căn cước|cccd|cmnd|giấy|giấy tờ|bóp|số|sổ|máy|điện thoại)'
/** "Bả để thẻ ở nhà ngoại rồi", "chồng tui giữ", "quên đem theo". */
const LACKING = loosely(
  `(?:để|bỏ|cất|quên|gửi|kẹt|đưa|thế|cầm cố|cầm)(?: \\p{L}+){0,3} ${PAPER}(?: \\p{L}+){0,6}`,
  `${PAPER}(?: \\p{L}+){0,3} (?:để|bỏ|cất|giữ|ở|gửi|thất lạc|mất|nằm)(?: (?:trong|ngoài|bên|dưới|trên|ở))? (?:nhà|quê|tủ|cơ quan|ngân hàng|công ty|xe|ghe|chỗ|bệnh viện|trường)`,
  `${NOT} (?:có |mang |đem |cầm |thấy |giữ |theo |sẵn )+(?:\\p{L}+ ){0,2}${PAPER}|(?:chồng|vợ|má|mẹ|ba|con|nó|ổng|bả|người ta|chủ|công ty)(?: \\p{L}+){0,2} (?:giữ|cầm|đem đi|mang theo)|quên (?:mang|đem|cầm)|${NOT} (?:có )?(?:mang|đem|cầm)(?: \\p{L}+){0,2} theo`,
)

/** What somebody can do who has not at hand what a number stands on; undefined where nothing of the kind is said or asked. */
export function lackingAt(step: Step, text: string): string | undefined {
  const takes = checkOf(step)?.takes
  if ((takes !== 'citizen number' && takes !== 'plate') || text.length > 80) return undefined
  if (composed(text).toLowerCase().search(LACKING) < 0) return undefined
  const seen =
    takes === 'plate'
      ? 'Biển số cũng ghi trên giấy đăng ký xe.'
      : 'Số căn cước xem được trong ứng dụng VNeID trên điện thoại của người đó, hoặc trên giấy tờ khác của họ (bảo hiểm y tế, giấy khai sinh của con).'
  const isOptional = 'optional' in step && step.optional === true
  return isOptional
    ? `Không có ở đây thì ông/bà bấm “Bỏ qua” để làm tiếp, cán bộ tra hoặc hỏi lại sau. ${seen}`
    : `${seen} Chưa xem được thì ông/bà nhắn “để sau”: các câu đã trả lời được giữ, có số rồi làm tiếp.`
}
