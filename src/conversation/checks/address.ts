import { fold, tidy } from '../../kernel/text.ts'
import { accepted, refused, type Check } from './check.ts'
import { pointInLink, readCoordinates, readPlacePoint, renderPlace } from './coordinates.ts'
import { placeNames } from './place-names.ts'
import { nearestCommunes, renderArea } from '../../province/areas.ts'
import { withoutEnding } from './said-around.ts'
import { province } from '../../province/province.ts'

const LONGEST = 300
/** Addresses of maps are long. */
const LONGEST_PLACE = 1_000
const EXAMPLE = 'Ví dụ: ấp 4, xã Tân Lộc.'

/** Words that name no place to anybody else. */
const UNSAID =
  /^(?:khong|ko|k|hong|chua) (?:biet|nho|ro|co)(?: .*)?$|^(?:(?:dang |con )?o )?(?:(?:nho|ke|dau|chung|tam|voi|ben|nho ben) )?nha (?:toi|tui|em|minh|chong|vo|cha|me|ma|ba|noi|ngoai|tro|nguoi quen|ba con|chi|anh|ban)(?: (?:toi|tui|em|chong|vo|noi|ngoai|con))?$|^(?:dang |con )?o (?:nho|ke|dau|chung|tam)(?: (?:voi|nha|ben))?(?: [a-z]+){0,2}$|^(?:(?:da|thi|o|van|cung) )*(?:cho|noi|nha|dia chi) (?:cu|do|nay|kia|hoi nay|luc nay|hien gio|hien tai|dang o|(?:toi|tui|em|minh) (?:dang )?o)(?: (?:do|luon|chu dau|ma|em|nha|a|gio|hien gio|hien nay))*$|^(?:(?:da|thi|o|y|ghi) )*(?:nhu|giong|y chang|theo|lay theo)(?: (?:nhu|y|dia chi))* (?:o tren|tren|trong|can cuoc|giay|the|khai sinh|ho khau|cha|me|ba|ma|chong|vo|cu)(?: .{0,20})?$/
/** "Gần đây thôi", "ở trong xóm này": near whoever writes, and nowhere to who reads it. "Tên Lê Thị Hường" is a person. */
const POINTING =
  /^(?:(?:da|thi|o|ngay|gan|quanh|trong|ben|cho|khu|dau|xom|ap|duoi|tren|may cai) )*(?:day|do|kia|bay|nay|chung quanh|dau do|(?:xom|ap|khom|xa|hem|duong|khu|cho) (?:toi|tui|em|minh|con|nay|ni))(?: (?:thoi|ne|a|ha|chu dau|luon|may cai|roi|em|do|nha|nhe|chu))*$|^(?:(?:da|thi|toi|tui|em|chu yeu|chi) )*(?:(?:ban|buon ban|lam|kinh doanh) )?(?:online|onl|tren mang|qua mang|facebook|zalo|tiktok|shopee|mang)(?: (?:thoi|khong|a|nha|chu dau|khong a))*$|^ten (?:la )?(?!duong|hem|ap|khom|xa|phuong|cho|cau|truong|tiem|quan|cong ty)\p{L}+ \p{L}/u
/** A hamlet or a street alone may be anywhere. */
const PART = /^(?:o )?(?:ap|khom|to|hem|khu pho) [a-z\d]{1,12}(?: [a-z\d]{1,12})?$/

/** "Quê nội ở Thới Bình", "má người xứ biển": said before where somebody comes from. */
const COMING_FROM =
  /^(?:(?:dạ|da) )?(?:(?:quê(?: quán)?|que(?: quan)?)(?: (?:nội|noi|ngoại|ngoai|cha|mẹ|me|má|ma|ba|bé|be|nó|no))?(?: (?:ở|o|là|la|tại|tai))?|(?:ba|má|ma|cha|mẹ|me)(?: (?:nó|no|bé|be))? (?:người|nguoi|gốc|goc|quê(?: ở)?|que(?: o)?)) (?=\S+ \S)/iu

function readAddress(text: string, example: string): ReturnType<Check['check']> {
  const typed = withoutEnding(tidy(text).replace(/\s+/g, ' ')).replace(COMING_FROM, '')
  if (POINTING.test(fold(typed)))
    return refused(`Ông/bà ghi rõ nơi đó giúp: ấp, khóm, đường, hoặc gần chợ, cầu, trường nào. ${example}`)
  if (UNSAID.test(fold(typed))) return refused(`Ông/bà ghi địa chỉ như trên giấy tờ. ${example}`)
  if (PART.test(fold(typed)) && placeNames(typed).length === 0)
    return refused(`Ông/bà ghi thêm tên xã, phường giúp. ${example}`)
  const words = typed.split(/[\s,]+/).filter((word) => /[\p{L}\d]/u.test(word))
  if (words.length < 2 || !/\p{L}/u.test(typed))
    return refused(`Ông/bà ghi rõ hơn: số nhà hoặc ấp, khóm, rồi đến xã, phường. ${example}`)
  return accepted(typed)
}

/** A number, or a word that stands in addresses only. */
const OF_ADDRESSES =
  /\d|(?:^| )(?:ap|khom|thon|to dan|duong|hem|so nha|xa|phuong|thi tran|thanh pho|tinh|huyen|cho|cau|kenh|kinh|rach|vam|nga ba|nga tu)(?= )/

/** House or hamlet and commune, as the citizen writes it. */
export const address: Check = {
  name: 'address',
  title: 'Địa chỉ',
  personal: true,
  free: false,
  takes: 'words',
  hint: `Ghi số nhà hoặc ấp, khóm, rồi đến xã, phường. ${EXAMPLE}`,
  longest: LONGEST,
  check: (text) => readAddress(text, EXAMPLE),
  looksLike: (text) => OF_ADDRESSES.test(fold(text)) || placeNames(text).length > 0,
  good: ['ấp 4, xã Tân Lộc', '12 Lý Bôn, phường An Xuyên', 'khóm 3 phường Bạc Liêu'],
  bad: ['nhà', '123', '12 34', 'x '.repeat(151), ''],
}

const PLACE_EXAMPLE = `Ví dụ: ${province.examples.spot}. Hoặc gửi vị trí trên Zalo.`

const LINK = /https?:\/\/\S+|(?<![\w@.-])[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}\/\S+/i

function readPoint(latitude: number, longitude: number, shown: string): ReturnType<Check['check']> {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
    return refused(`Vị trí này không có trên bản đồ. ${PLACE_EXAMPLE}`)
  return accepted(`${latitude},${longitude}`, shown)
}

/** A point on the map as people call it, for what is shown again: by the commune that it is nearest to. */
export function nearPlace(shown: string): string {
  const point = readPlacePoint(shown)
  const [near] = point ? nearestCommunes(point.latitude, point.longitude) : []
  const name = near && renderArea(near.code)
  return name === undefined
    ? shown
    : shown.replace(/\([^)]*\)/, `(gần ${name.charAt(0).toLowerCase()}${name.slice(1)})`)
}

/**
 * Where something happened: an address, or a point on the map whose value is `latitude,longitude` in degrees. A link to a
 * map is either: what it shows is not looked up.
 */
export const place: Check = {
  name: 'place',
  title: 'Một nơi, hoặc vị trí trên bản đồ',
  personal: false,
  free: false,
  takes: 'point',
  hint: `Ghi nơi đó ở đâu. ${PLACE_EXAMPLE}`,
  echo: nearPlace,
  longest: LONGEST_PLACE,
  check(text) {
    const typed = tidy(text)
    const point = readPlacePoint(typed)
    if (point) return readPoint(point.latitude, point.longitude, typed)
    const written = readCoordinates(typed)
    if (written) return readPoint(written.latitude, written.longitude, renderPlace(written.latitude, written.longitude))
    if (!LINK.test(typed)) return readAddress(text, PLACE_EXAMPLE)
    const linked = pointInLink(typed)
    return linked ? readPoint(linked.latitude, linked.longitude, typed) : accepted(typed)
  },
  good: [
    'Vị trí trên bản đồ (9,17690, 105,15000)',
    'trước chợ Năm Căn',
    'ấp 4, xã Tân Lộc',
    'https://maps.google.com/?q=9.1769,105.15',
    '9.1769, 105.1524',
    `9°10'36"N 105°9'8"E`,
  ],
  bad: ['Vị trí trên bản đồ (99,00000, 105,15000)', 'đây', '123', ''],
}
