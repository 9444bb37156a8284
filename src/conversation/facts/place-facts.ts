import { placeNames, type PlaceName } from '../checks/place-names.ts'
import { foldInPlace } from '../../kernel/text.ts'
import type { Fact } from './fact.ts'

/** Said before a place that somebody leaves, or goes to. Marks that were typed count: "tối" and "tư" lead nowhere. */
const LEAVING = /(?<!\p{L})(?:từ|tu)(?: (?:xã|xa|phường|phuong|thị trấn|thi tran|tỉnh|tinh|tp|p|x))?[. ]*$/iu
const GOING =
  /(?<!\p{L})(?:đến|den|tới|toi|lên|len|xuống|xuong|về|ve|qua|ra|vô|vo|đi|di|sang)(?: (?:xã|xa|phường|phuong|thị trấn|thi tran|tỉnh|tinh|tp|thành phố|thanh pho|p|x|bệnh viện|benh vien|bv|chợ|cho))?[. ]*$/iu
/** "Đi khám bệnh ở Cần Thơ": what is done there. */
const DOING_THERE =
  /(?<!\p{L})(?:đi|di|lên|len|xuống|xuong|qua|ra|chở|cho|đưa|dua)(?: \p{L}+){1,4} (?:ở|o|tại|tai)(?: (?:xã|xa|phường|phuong|tỉnh|tinh|tp|bệnh viện|benh vien|bv|chợ|cho))?[. ]*$/iu
const SPOT =
  /(?<![\p{L}\d])(?:(?:bệnh viện|benh vien|bv|trạm y tế|tram y te|nhà bảo sanh|nha bao sanh|trung tâm y tế|trung tam y te)(?: [\p{L}\d]+){1,6})/giu
/** A spot's name ends before these. */
const SPOT_END =
  / (?:ngày|ngay|lúc|luc|hôm|hom|vào|vao|mai|sáng|sang|chiều|chieu|tối|toi|khám|kham|để|de|cho|với|voi|và|va|là|la|rồi|roi|ạ|nha|nhe)(?= |$).*$/iu

/** Names of places, with the side of a journey that the words before them tell, and the house where a child was born. */
export function placeFacts(typed: string): Fact[] {
  const names = placeNames(typed)
  const facts = groups(names, typed).map(({ from, to }): Fact => {
    const before = typed.slice(Math.max(0, from - 40), from)
    const side = LEAVING.test(before) ? 'from' : GOING.test(before) || DOING_THERE.test(before) ? 'to' : undefined
    return { kind: 'area', from, to, said: typed.slice(from, to), ...(side && { side }) }
  })
  for (const { 0: found, index: from } of typed.matchAll(SPOT)) {
    const said = found.replace(SPOT_END, '')
    facts.push({ kind: 'spot', from, to: from + said.length, said })
  }
  return facts
}

/** "Xã Vĩnh Bình, huyện Hòa Bình" and "sài gòn, quận 5" are one place. */
function groups(names: readonly PlaceName[], typed: string): { from: number; to: number }[] {
  const plain = foldInPlace(typed)
  const found: { from: number; to: number }[] = []
  for (const { from, to, title } of names) {
    const last = found.at(-1)
    const start = title === undefined || title === 'quan' ? from : plain.lastIndexOf(title.charAt(0), from - 1)
    const gap = last && plain.slice(last.to, from)
    if (
      last &&
      gap !== undefined &&
      /^[ ,]*(?:(?:huyen|h|tp|thanh pho|tx|thi xa|tinh|t|quan|q|phuong|p)[. ]*)?$/.test(gap) &&
      gap.length < 14
    )
      last.to = to
    else found.push({ from: title === undefined ? from : Math.max(0, titleStart(plain, from, start)), to })
  }
  return found
}

/** Where the title before a name begins. */
const titleStart = (plain: string, from: number, otherwise: number): number => {
  const title = /(?:thi tran|thanh pho|thi xa|xa|x|phuong|p|tt|huyen|h|tx|tp|tinh|t)[. ]+$/.exec(plain.slice(0, from))
  return title ? title.index : otherwise
}
