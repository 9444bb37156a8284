import { distance } from 'fastest-levenshtein'
import { fold } from '../../kernel/text.ts'
import { type Area, communes, nearestCommunes, renderArea } from '../../province/areas.ts'
import { OLD_DISTRICTS, OLD_PROVINCES, OLD_UNITS, type OldUnit } from '../../province/old-areas.ts'
import { province } from '../../province/province.ts'
import { accepted, type Check, type Reading, refused } from './check.ts'
import { readCoordinates, readPlacePoint } from './coordinates.ts'
import { readUnnamedPlace } from './own-place.ts'
import { findByName, type PlaceName, placeNames, presentNames } from './place-names.ts'

const PREFIX = /^(xa|phuong|thi tran|thanh pho|tinh|p|x|tt|tp) +(?=\D)/

const { examples, samples, titled } = province
const EXAMPLE = `Ví dụ: ${examples.commune}, ${examples.ward}, ${examples.elsewhere}.`
const COMMUNE_EXAMPLE = `Ví dụ: ${examples.commune}.`

const OWN = fold(province.name)
const OWN_AT_END = new RegExp(`(?<=\\D) (?:tinh |tp |thanh pho )?${OWN}$`)
const NEW_UNIT = 'Theo đơn vị hành chính mới từ 01/07/2025:'
const SPLIT = 'Nơi này nay thuộc nhiều xã, phường mới.'
const NO_DISTRICTS = 'Từ 01/07/2025 không còn cấp huyện, thị xã, thành phố cũ.'

const yes = (area: Area): Reading => accepted(String(area.code), renderArea(area.code))

function maybe(found: readonly Area[], because: string): Reading | undefined {
  const [first, second] = found.map((area) => ({ value: String(area.code), shown: renderArea(area.code) }))
  return first && { ok: 'unsure', ...first, because, ...(second ? { otherwise: second } : {}) }
}

const named = (names: readonly string[]): Area[] => [...new Set(names)].flatMap((name) => findByName(name) ?? [])

/** One or two are asked back; of more the citizen writes which. */
function oneOf(names: readonly string[], single: string, several: string): Reading | undefined {
  const found = named(names)
  if (found.length <= 2) return maybe(found, found.length === 1 ? single : `${several} Nơi ông/bà ở nay là:`)
  return refused(`${several} Ông/bà ghi giúp tên mới: ${found.map((area) => renderArea(area.code)).join(', ')}.`)
}

const marksOf = (word: string): string => [...word.normalize('NFD')].sort().join('')

/** Marks that are missing match, marks that differ do not: "Vĩnh Thạnh" may not be Vĩnh Thanh. */
function contradicts(text: string, name: string): boolean {
  const meant = name.toLowerCase().split(' ')
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('\u00f0', 'đ')
    .split(/[^\p{L}\p{M}\d]+/u)
    .some((word) => {
      const same = meant.filter((it) => fold(it) === fold(word))
      return word !== fold(word) && same.length > 0 && !same.some((it) => marksOf(it) === marksOf(word))
    })
}

const UNKNOWN = `Tôi chưa nhận ra nơi này. Ông/bà ghi tên xã, phường (trong tỉnh) hoặc tên tỉnh khác. ${EXAMPLE}`

function readArea(text: string, unknown = UNKNOWN): Reading {
  const point = readPlacePoint(text) ?? readCoordinates(text)
  if (point) return readPoint(point.latitude, point.longitude, unknown)
  const typed = fold(text)
    .replace(/[-–,/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const former = OLD_PROVINCES.get(typed.replace(/^tinh /, ''))
  if (typed.startsWith('tinh ') && former) return maybe(named([former]), NEW_UNIT) ?? refused(unknown)
  const isTown = /^(?:tp|thanh pho|tx|thi xa|tinh|huyen) /.test(typed) || typed === OWN
  const district = OLD_DISTRICTS.get(typed.replace(/^(?:huyen|tp|thanh pho|tx|thi xa|tinh) /, ''))
  if (isTown && district) return oneOf(district, NO_DISTRICTS, NO_DISTRICTS) ?? refused(unknown)

  const said = typed.replace(/^(?:tu|den|di|toi|o|ve|tai|len|xuong|qua|dang o) +(?=\D)/, '').replace(OWN_AT_END, '')
  const title = PREFIX.exec(said)?.[1]
  const bare = said.replace(PREFIX, '')
  return readExact(text, bare, title) ?? readInside(text, placeNames(text)) ?? readNear(bare) ?? refused(unknown)
}

/** Nothing but a name, with its title or without. No commune is a province, and a town that ended is not the commune of its name. */
function readExact(text: string, bare: string, title: string | undefined): Reading | undefined {
  const isUnit = title !== undefined && !/^(?:thanh pho|tp|tinh)$/.test(title)
  const isFormerTown = title === 'thi tran' || title === 'tt'
  const exact = findByName(bare)
  const old = OLD_UNITS.get(bare) ?? []
  if (!exact || (exact.kind === 'province' && isUnit) || (isFormerTown && old.some(({ kind }) => kind === 'thi tran')))
    return undefined
  if (exact.kind === 'province' && title === undefined && old.length > 0)
    return maybe([exact, ...named(old.flatMap(({ now }) => now))].slice(0, 2), 'Có hai nơi tên này:')
  return contradicts(text, renderArea(exact.code))
    ? (maybe([exact], 'Dấu hơi khác, tôi hiểu là:') ?? yes(exact))
    : yes(exact)
}

const UNIT_TITLES = new Set(['xa', 'phuong', 'thi tran'])

/** Former units of one name, as far as a title, a district or the other town in the same text tell them apart. */
function fitting(place: PlaceName, all: readonly PlaceName[]): readonly OldUnit[] {
  const districts = all.flatMap((it) => (it !== place && (it.district || it.title === 'thanh pho') ? it.bare : []))
  const ofKind = place.old.filter(({ kind }) => place.title === undefined || kind === place.title)
  const units = ofKind.length > 0 ? ofKind : place.old
  const near = units.filter(({ of }) => districts.includes(of))
  return near.length > 0 ? near : units
}

/** A name within an address, `ấp 4 xã Tân Lộc`. Sure only when the word before it says what it is. */
function readInside(text: string, all: readonly PlaceName[]): Reading | undefined {
  const titled = all.filter(({ title = '' }) => UNIT_TITLES.has(title))
  const isUpper = ({ title = '' }: PlaceName) => title === 'huyen' || title === 'thanh pho' || title === 'tinh'
  const units = titled.length > 0 ? titled : all.some((it) => !isUpper(it)) ? all.filter((it) => !isUpper(it)) : all
  const [first, ...more] = units
  if (!first) return undefined
  const meanings = units.map((place) => meaningOf(place, all))
  const [only] = meanings
  if (more.length === 0 && only) {
    if (only.isSure && !contradicts(text, only.now[0] ?? '')) return yes(named(only.now)[0] as Area)
    return oneOf(only.now, only.because, only.several)
  }
  // Of several names the smallest place comes first, as in an address.
  const names = meanings.flatMap((it) => it?.now ?? [])
  return maybe(named(names).slice(0, 2), 'Tôi hiểu là nơi này, chưa chắc đúng.')
}

interface Meaning {
  now: readonly string[]
  because: string
  several: string
  isSure: boolean
}

function meaningOf(place: PlaceName, all: readonly PlaceName[]): Meaning | undefined {
  const isUnit = UNIT_TITLES.has(place.title ?? '')
  const { present, district, province: former, landmark } = place
  const likely = { because: 'Tôi hiểu là nơi này, chưa chắc đúng.', several: SPLIT, isSure: false }
  const old = fitting(place, all)
  // Whoever names a district writes an address of before.
  const isFormer = all.some((it) => it.district && (it.title === 'huyen' || it.title === 'thanh pho') && it !== place)
  const isEnded =
    old.length > 0 && (isFormer || place.title === 'thi tran' || !present || (present.kind === 'province' && isUnit))
  const now = old.flatMap((it) => it.now)
  if (isEnded && now.some((it) => it !== present?.name))
    return { now, because: NEW_UNIT, several: SPLIT, isSure: false }
  if (present && !(isUnit && present.kind === 'province'))
    return { ...likely, now: [present.name], isSure: isUnit || (present.kind === 'province' && place.title === 'tinh') }
  if (former !== undefined && !isUnit) return { ...likely, now: [former], because: NEW_UNIT }
  if (landmark) return { ...likely, now: landmark }
  return district && { ...likely, now: district, because: NO_DISTRICTS, several: NO_DISTRICTS }
}

function readPoint(latitude: number, longitude: number, unknown: string): Reading {
  const near = nearestCommunes(latitude, longitude)
  return maybe(near, 'Vị trí ông/bà gửi gần nơi này nhất:') ?? refused(`Vị trí này ở ngoài ${titled}. ${unknown}`)
}

/** Neighbours such as Đất Mới and Đất Mũi are one letter apart, so a near name is always asked back. */
function readNear(bare: string): Reading | undefined {
  if (bare.length > 40) return undefined
  // Two letters of a short name are half of it: "nhà tôi" is not Hà Nội.
  const most = bare.length < 8 ? 1 : 2
  const near = presentNames
    .map(([name, area]) => ({ area, off: distance(bare, name) }))
    .filter(({ off }) => off <= most)
    .sort((a, b) => a.off - b.off)
  return maybe(
    near.slice(0, 2).map(({ area }) => area),
    'Tôi không thấy đúng tên này. Có thể ông/bà muốn ghi:',
  )
}

/** A commune of the province or another province; the value is a code of `province/areas`. */
export const area: Check = {
  name: 'area',
  title: 'Xã, phường trong tỉnh hoặc tên tỉnh khác',
  personal: false,
  free: false,
  takes: 'area',
  hint: `Ghi tên xã, phường (trong ${titled}) hoặc tên tỉnh khác. ${EXAMPLE}`,
  check: (text, context) =>
    (placeNames(text).length > 0 ? undefined : readUnnamedPlace(text, context, (it) => readArea(it), EXAMPLE)) ??
    readArea(text),
  ...samples.area,
}

const communeCodes = new Set(communes.map(({ code }) => String(code)))

/** A commune of the province only: where a dossier of the commune is filed. */
export const commune: Check = {
  name: 'commune',
  title: 'Xã, phường trong tỉnh',
  personal: false,
  free: false,
  takes: 'area',
  hint: `Ghi tên xã hoặc phường trong ${titled}. ${COMMUNE_EXAMPLE}`,
  check(text, context) {
    const unknown = `Tôi chưa nhận ra nơi này. Ông/bà ghi tên xã hoặc phường trong tỉnh. ${COMMUNE_EXAMPLE}`
    const reading =
      (placeNames(text).length > 0
        ? undefined
        : readUnnamedPlace(text, context, (it) => readArea(it), COMMUNE_EXAMPLE)) ?? readArea(text, unknown)
    if (reading.ok === false || (reading.ok === true && communeCodes.has(reading.value))) return reading
    const { value, shown } = reading
    const inside = [
      { value, shown },
      ...(reading.ok === 'unsure' && reading.otherwise ? [reading.otherwise] : []),
    ].filter((it) => communeCodes.has(it.value))
    const [first, second] = inside
    if (first)
      return {
        ...{ ok: 'unsure', ...first, because: reading.ok === 'unsure' ? reading.because : 'Tôi hiểu là:' },
        ...(second && { otherwise: second }),
      }
    return refused(`Nơi này ở ngoài ${titled}. Ông/bà ghi tên xã hoặc phường trong tỉnh. ${COMMUNE_EXAMPLE}`)
  },
  ...samples.commune,
}
