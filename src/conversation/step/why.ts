import type { Taken } from '../checks/check.ts'
import { checkOf } from '../flow/check-of.ts'
import type { Step } from '../flow/flow-format.ts'
import { phrases } from '../words/phrases.ts'

/** Why such a thing is asked for at all, where a flow gives no reason of its own. */
const OF_KIND: { readonly [Kind in Taken]?: string } = {
  name: 'Họ tên được ghi vào giấy tờ của việc này, nên cần đúng như trên căn cước. Chỉ cán bộ giải quyết mới xem.',
  phone: 'Cán bộ chỉ gọi khi cần hỏi thêm về việc này; số không đưa cho ai khác.',
  'citizen number':
    'Số căn cước để cán bộ đối chiếu đúng người và tra dữ liệu dân cư, nhờ vậy đỡ nộp giấy tờ khác. Số hiện lại được che bớt, chỉ dùng cho việc này.',
  area: 'Có nơi này thì việc mới đến đúng cơ quan giải quyết.',
  day: 'Ngày này được ghi vào hồ sơ để cán bộ giải quyết đúng.',
}

/** Why a question is asked. */
export function whyAsked(step: Step | undefined): string {
  const own = step && 'why' in step ? step.why : undefined
  return own ?? OF_KIND[checkOf(step)?.takes ?? 'words'] ?? phrases.noWhy
}
