/** Degrees, north and east positive. */
interface MapPoint {
  latitude: number
  longitude: number
}

const DECIMAL = '-?\\d{1,3}[.,]\\d{3,15}'
const MINUTES =
  "-?\\d{1,3}\\s?[°º]\\s?\\d{1,2}(?:[.,]\\d{1,6})?\\s?['′’](?:\\s?\\d{1,2}(?:[.,]\\d{1,6})?\\s?(?:[\"″”]|''|′′))?"
const SIDE = '[NSEW]|Bắc|Nam|Đông|Tây|B|Đ|vĩ độ|kinh độ|lat(?:itude)?|lng|lon(?:gitude)?'
const VALUE = `(${MINUTES}|${DECIMAL})\\s?°?`
const LEAD = '^(?:(?:tọa độ|toạ độ|toa do|gps|geo|vị trí)\\s?:?\\s?)?[([]?\\s?'
const GAP = '\\s?[,;/|]?\\s?'
const END = '\\s?[)\\]]?\\.?$'
const AFTER = new RegExp(`${LEAD}${VALUE}\\s?(${SIDE})?${GAP}${VALUE}\\s?(${SIDE})?${END}`, 'iu')
const BEFORE = new RegExp(`${LEAD}(${SIDE})\\s?:?\\s?${VALUE}${GAP}(${SIDE})\\s?:?\\s?${VALUE}${END}`, 'iu')
const WEST_OR_SOUTH = /^(?:s|w|nam|tây)$/i
const LONGITUDE = /^(?:e|w|đông|tây|đ|kinh độ|lng|lon|longitude)$/i

function degreesOf(written: string): number {
  if (!/['′’]/.test(written)) return Number(written.replace(',', '.'))
  const [degrees = 0, minutes = 0, seconds = 0] =
    written.match(/\d+(?:[.,]\d+)?/g)?.map((it) => Number(it.replace(',', '.'))) ?? []
  return (written.startsWith('-') ? -1 : 1) * (degrees + minutes / 60 + seconds / 3600)
}

interface Axis {
  degrees: number
  isLongitude: boolean
}

function axisOf(written = '', side = ''): Axis {
  const degrees = degreesOf(written)
  return { degrees: WEST_OR_SOUTH.test(side) ? -Math.abs(degrees) : degrees, isLongitude: LONGITUDE.test(side) }
}

/** A step of a person, and as much as is shown. */
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

/** "9.1769, 105.1524", `9°10'36"N 105°9'8"E`, "kinh độ 105,1524; vĩ độ 9,1769": latitude first where nothing says otherwise. */
export function readCoordinates(text: string): MapPoint | undefined {
  const after = AFTER.exec(text)
  const before = after ? null : BEFORE.exec(text)
  if (!after && !before) return undefined
  const first = after ? axisOf(after[1], after[2]) : axisOf(before?.[2], before?.[1])
  const second = after ? axisOf(after[3], after[4]) : axisOf(before?.[4], before?.[3])
  // Beyond the pole it can only be the longitude.
  const isTurned =
    (first.isLongitude && !second.isLongitude) || (Math.abs(first.degrees) > 90 && Math.abs(second.degrees) <= 90)
  const [latitude, longitude] = isTurned ? [second, first] : [first, second]
  return { latitude: round(latitude.degrees), longitude: round(longitude.degrees) }
}

const BETWEEN = '(?:,|%2C|;|~|!4d)(?:\\+|%20)*'
/** Wherever the map's maker puts the point, under a name of his own or none. */
const NAMED = new RegExp(
  `(?:[?&#](?:q|ll|sll|cp|map|query|center|destination|daddr|viewpoint)=(?:loc:)?|@|!3d)(-?\\d{1,2}\\.\\d{1,15})${BETWEEN}(-?\\d{1,3}\\.\\d{1,15})`,
  'i',
)
const UNNAMED = new RegExp(`(?<![\\d.])(-?\\d{1,2}\\.\\d{3,15})(?:${BETWEEN}|/)(-?\\d{1,3}\\.\\d{3,15})(?![\\d.])`, 'i')
const LATITUDE = /[?&#]m?lat(?:itude)?=(-?\d{1,2}\.\d{1,15})/i
const LONGITUDE_IN_LINK = /[?&#]m?(?:lon|lng|long|longitude)=(-?\d{1,3}\.\d{1,15})/i

/** The point that the address of a map names; what the address leads to is not looked up. */
export function pointInLink(link: string): MapPoint | undefined {
  const apart = [LATITUDE.exec(link)?.[1], LONGITUDE_IN_LINK.exec(link)?.[1]]
  const [latitude, longitude] = apart.every((it) => it !== undefined)
    ? apart
    : ((NAMED.exec(link) ?? UNNAMED.exec(link))?.slice(1) ?? [])
  return latitude === undefined || longitude === undefined
    ? undefined
    : { latitude: Number(latitude), longitude: Number(longitude) }
}

/** As a point on the map stands among words; `place` reads it back. */
export const renderPlace = (latitude: number, longitude: number): string => {
  const [north, east] = [latitude, longitude].map((it) => it.toFixed(5).replace('.', ','))
  return `Vị trí trên bản đồ (${north}, ${east})`
}

const POINT = /^Vị trí trên bản đồ \((-?\d{1,2})(?:[,.](\d{1,10}))?, (-?\d{1,3})(?:[,.](\d{1,10}))?\)(?:: \S[^]*)?$/

/** What `renderPlace` wrote, with words behind it or without. */
export function readPlacePoint(text: string): MapPoint | undefined {
  const point = POINT.exec(text)
  return point
    ? { latitude: Number(`${point[1]}.${point[2] ?? 0}`), longitude: Number(`${point[3]}.${point[4] ?? 0}`) }
    : undefined
}
