import { fold, tidy } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'

const EXAMPLE = 'Ví dụ: ấp 4, xã Tân Lộc.'

/** Words that name no place to anybody else. */
const UNSAID = /^(?:khong|ko|k|hong|chua) (?:biet|nho|ro|co)(?: .*)?$|^(?:o )?nha (?:toi|tui|em|minh)$/

function readAddress(text: string, example: string): ReturnType<Check['check']> {
  const typed = tidy(text).replace(/\s+/g, ' ')
  if (UNSAID.test(fold(typed))) return refused(`Ông/bà ghi địa chỉ như trên giấy tờ. ${example}`)
  if (typed.length > 300) return refused(`Địa chỉ dài quá 300 chữ cái. Ông/bà ghi ngắn lại giúp. ${example}`)
  const words = typed.split(/[\s,]+/).filter((word) => /[\p{L}\d]/u.test(word))
  if (words.length < 2 || !/\p{L}/u.test(typed))
    return refused(`Ông/bà ghi rõ hơn: số nhà hoặc ấp, khóm, rồi đến xã, phường. ${example}`)
  return accepted(typed)
}

/** House or hamlet and commune, as the citizen writes it. */
export const address: Check = {
  name: 'address',
  hint: `Ghi số nhà hoặc ấp, khóm, rồi đến xã, phường. ${EXAMPLE}`,
  check: (text) => readAddress(text, EXAMPLE),
  good: ['ấp 4, xã Tân Lộc', '12 Lý Bôn, phường An Xuyên', 'khóm 3 phường Bạc Liêu'],
  bad: ['nhà', '123', '12 34', 'x '.repeat(151), ''],
}

const PLACE_EXAMPLE = 'Ví dụ: trước chợ Năm Căn, xã Năm Căn. Hoặc gửi vị trí trên Zalo.'

/** Where something happened: an address, or a point on the map whose value is `latitude,longitude` in degrees. */
export const place: Check = {
  name: 'place',
  hint: `Ghi nơi đó ở đâu. ${PLACE_EXAMPLE}`,
  check(text) {
    const point = /^Vị trí trên bản đồ \((-?\d{1,2})(?:[,.](\d{1,10}))?, (-?\d{1,3})(?:[,.](\d{1,10}))?\)$/.exec(
      tidy(text),
    )
    if (!point) return readAddress(text, PLACE_EXAMPLE)
    const latitude = Number(`${point[1]}.${point[2] ?? 0}`)
    const longitude = Number(`${point[3]}.${point[4] ?? 0}`)
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
      return refused(`Vị trí này không có trên bản đồ. ${PLACE_EXAMPLE}`)
    return accepted(`${latitude},${longitude}`, tidy(text))
  },
  good: ['Vị trí trên bản đồ (9,17690, 105,15000)', 'trước chợ Năm Căn', 'ấp 4, xã Tân Lộc'],
  bad: ['Vị trí trên bản đồ (99,00000, 105,15000)', 'đây', '123', ''],
}
