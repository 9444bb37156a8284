import { fold } from '../../kernel/text.ts'
import type { CheckContext, Reading } from './check.ts'

const SELF = '(?:toi|tui|em|con|minh|chau|ban than)'
/** "Lấy tên tui luôn", "tui là chủ nhà", "chủ nhà là tui", "tui đứng tên": who speaks is meant. */
const OWN = new RegExp(
  `^(?:(?:da|thi|thoi|cu|cung|la) )*(?:(?:lay|ghi|de|dung|xai|theo|dat)(?: (?:luon|dai|theo|bang))* ten (?:cua )?(?:chinh )?${SELF}|(?:chinh )?${SELF} (?:la|lam) chu(?: (?:nha|tro|ho|quan|dat|tiem))*|(?:nha |dat )?(?:cua )?${SELF} (?:la )?(?:nguoi )?dung ten|chu(?: (?:nha|tro|ho|quan))? (?:la )?(?:chinh )?${SELF}|chinh ${SELF}|nha (?:cua )?${SELF}(?: dung ten)?)(?: (?:luon|di|do|a|nha|ne|day|ma|chu ai|het|thoi|luon di|chu|cho gon|cho tien))*$`,
)

const saysOwn = (text: string): boolean => OWN.test(fold(text))

/** The name of who asks, where a sentence says that it is theirs; it is read back, for a house may have two masters. */
export function readOwnName(text: string, { answers }: CheckContext): Reading | undefined {
  if (!saysOwn(text)) return undefined
  const name = answers['applicant']
  return name === undefined || name.value === ''
    ? { ok: false, because: 'Ông/bà ghi đủ họ và tên của mình như trên căn cước. Ví dụ: Nguyễn Văn An.' }
    : { ok: 'unsure', value: name.shown, shown: name.shown, because: 'Tôi ghi tên của ông/bà:' }
}
