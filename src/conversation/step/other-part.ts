import { fold } from '../../kernel/text.ts'

const DAY = '(\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?)'
const LAST = new RegExp(`(?:toi|den|het|cuoi|ket thuc)[^\\d]{0,12}${DAY}(?!.*\\d[/.-]\\d)`)
const FIRST = new RegExp(`(?:tu|dau|bat dau)[^\\d]{0,12}${DAY}(?!.*\\d[/.-]\\d)`)

/** "Tới 30/6/2027" of a time from one day to another changes its end. */
function withOtherEnd(part: string, from: string, to: string): string[] {
  const plain = fold(part)
  const [last, first] = [LAST.exec(plain)?.[1], FIRST.exec(plain)?.[1]]
  return last !== undefined ? [`${from} đến ${last}`] : first !== undefined ? [`${first} đến ${to}`] : []
}

/** "6h chiều" of "06:00 23/11/2026" is another hour of that day, "24/11" another day at that hour; none where both are told. */
export function withOtherPart(part: string, shown: string): string[] {
  const day = /\d{1,2}\/\d{1,2}\/\d{4}/.exec(shown)?.[0]
  const range = /^(\d{1,2}\/\d{1,2}\/\d{4}) đến (\d{1,2}\/\d{1,2}\/\d{4})$/.exec(shown)
  if (range) return withOtherEnd(part, range[1] ?? '', range[2] ?? '')
  const clock = /\b\d{1,2}:\d{2}\b/.exec(shown)?.[0]
  if (day === undefined || clock === undefined) return []
  const plain = fold(part)
  const saysDay = /\d[/-]\d|\b(?:ngay|mai|mot|kia|thu|hom|chu nhat|cn|tuan|thang)\b/.test(plain)
  const saysClock = /\d *(?:h|g|gio|:)|\b(?:sang|trua|chieu|toi|khuya|dem)\b/.test(plain)
  if (saysClock && !saysDay) return [`${part} ngày ${day}`]
  return saysDay && !saysClock ? [`${clock} ${part}`] : []
}
