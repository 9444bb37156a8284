import { fold } from '../../kernel/text.ts'

/** "6h chiều" of "06:00 23/11/2026" is another hour of that day, "24/11" another day at that hour; none where both are told. */
export function withOtherPart(part: string, shown: string): string[] {
  const day = /\d{1,2}\/\d{1,2}\/\d{4}/.exec(shown)?.[0]
  const clock = /\b\d{1,2}:\d{2}\b/.exec(shown)?.[0]
  if (day === undefined || clock === undefined) return []
  const plain = fold(part)
  const saysDay = /\d[/-]\d|\b(?:ngay|mai|mot|kia|thu|hom|chu nhat|cn|tuan|thang)\b/.test(plain)
  const saysClock = /\d *(?:h|g|gio|:)|\b(?:sang|trua|chieu|toi|khuya|dem)\b/.test(plain)
  if (saysClock && !saysDay) return [`${part} ngày ${day}`]
  return saysDay && !saysClock ? [`${clock} ${part}`] : []
}
