import { fold } from '../../kernel/text.ts'
import type { CheckContext, Reading } from './check.ts'

const I = '(?:toi|tui|em|con|minh|chau|nha toi|nha tui|nha em|nha minh)'
/** "Chỗ tui ở", "xã tui ở đó", "xã mình", "gần nhà", "từ nhà". */
const OWN = new RegExp(
  `^(?:(?:da|tu|o|tai|thi|di tu|la|ngay|ngay tai) )*(?:(?:xa|phuong|cho|noi)(?: (?:ma|cua))? ${I}(?: (?:o|dang o|thuong tru|song))?|(?:gan )?nha(?: (?:toi|tui|em|minh))?|theo (?:ho khau|thuong tru|can cuoc|dia chi)|(?:dia phuong|que) (?:toi|tui|em|minh))(?: (?:do|luon|a|nha|thoi|di|ne|cho tien|cho gan))*$`,
)
/** "Đâu cũng được", "phường nào gần cũng được". */
const ANY =
  /(?:^| )(?:dau|o dau|noi nao|xa nao|phuong nao|cho nao|nao)(?: .{1,12})? (?:cung duoc|cung dc|cung ok|gan nhat|cung xong)(?: |$)|^tuy(?: .{1,12})?$/

/** "Về quê", "qua bển", "đi khám bệnh": where that is, is known to who goes there. */
const WHERE_TO =
  /^(?:(?:da|a|thi|toi|tui|em|con|minh|vo chong|gia dinh) )*(?:(?:o|ve|qua|ra|len|xuong|toi|den|di|vo|ghe|cho|dua|tham|sang) )+(?:que|ben|tren|dai|duoi|nha|ngoai|noi|ben noi|ben ngoai|que (?:vo|chong|ngoai|noi|toi|tui|em)|nha (?:noi|ngoai|vo|chong|con|ba con)|do|kia|kham|kham benh|kham thai|tai kham|benh vien|cho|mua do|lam|cong chuyen|cong viec|choi|hoc|dam|dam cuoi|dam gio|tham (?:con|me|ba|ma|chau|benh|nha))(?: (?:ne|a|nha|thoi|di|do|em|con|toi|tui))*$/
/** Abroad, or no place at all. */
const NO_PLACE: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:(?:di|qua|ra|sang|toi|den|nuoc|ben) )*(?:campuchia|cam pu chia|nhat ban|nhat|han quoc|dai loan|my|uc|lao|thai lan|trung quoc|singapore|malaysia|nuoc ngoai|canada|phap|duc|anh quoc)$/,
    'Nơi này ở nước ngoài. Ở đây chỉ ghi nơi trong nước; đi nước ngoài thì cần hộ chiếu, nhắn “hỏi cán bộ” để được chỉ.',
  ],
  [
    /(?:^| )(?:mien (?:bac|trung|nam|tay|dong)|long vong|nhieu noi|nhieu cho|khap noi|loanh quanh|vong vong)(?: |$)/,
    'Ông/bà ghi rõ một nơi: tên xã, phường trong tỉnh, hoặc tên tỉnh khác.',
  ],
  [WHERE_TO, 'Nơi đó ở xã, phường nào, hay tỉnh nào? Ông/bà ghi tên giúp.'],
]

/**
 * The place of who speaks where that is meant, read back from the address they gave; where none was given, and for words that
 * name no place here, what would do. `read`: how a place is read.
 */
export function readUnnamedPlace(
  text: string,
  { answers }: CheckContext,
  read: (text: string) => Reading,
  example: string,
): Reading | undefined {
  const folded = fold(text)
  const none = NO_PLACE.find(([pattern]) => pattern.test(folded))?.[1]
  if (none !== undefined) return { ok: false, because: `${none} ${example}` }
  const isAny = ANY.test(folded)
  if (!isAny && !OWN.test(folded)) return undefined
  const home = [answers['address'], answers['stayAddress']].find((it) => it !== undefined && it.value !== '')
  const reading = home && read(home.shown)
  if (!reading || reading.ok === false)
    return {
      ok: false,
      because: `Tôi chưa biết ông/bà ở đâu. Ông/bà ghi tên xã, phường đang ở hoặc nơi gần nhất; gửi vị trí trên Zalo cũng được. ${example}`,
    }
  return { ok: 'unsure', value: reading.value, shown: reading.shown, because: 'Theo địa chỉ ông/bà đã ghi:' }
}
