import { distance } from 'fastest-levenshtein'
import { areas, communes, renderArea, type Area } from '../../province/areas.ts'
import { fold } from '../../kernel/text.ts'
import { accepted, refused, type Check, type Reading } from './check.ts'
import { OLD_COMMUNES, OLD_DISTRICTS, OLD_PROVINCES } from '../../province/old-areas.ts'
import { province } from '../../province/province.ts'

const nameOf = (name: string): string => fold(name).replace(/^tp /, '')

const byName = new Map(areas.map((area) => [nameOf(area.name), area]))
const findByName = (name: string): Area | undefined => byName.get(nameOf(name))

const PREFIX = /^(?:xa|phuong|thi tran|thanh pho|tinh|p|x|tt|tp) +(?=\D)/

const { examples, samples, titled } = province
const EXAMPLE = `Ví dụ: ${examples.commune}, ${examples.ward}, ${examples.elsewhere}.`
const COMMUNE_EXAMPLE = `Ví dụ: ${examples.commune}.`

const OWN = fold(province.name)
const OWN_AT_END = new RegExp(`(?<=\\D) (?:tinh )?${OWN}$`)
const TOWN_AT_END = new RegExp(` (?:tp |thanh pho )?${OWN}$`)
const AFTER_NAME = [
  'tp',
  'thanh pho',
  'tx',
  'thi xa',
  'huyen',
  'h',
  'tinh',
  't',
  ...province.mergedFrom.map(fold),
].join('|')

const yes = (area: Area): Reading => accepted(String(area.code), renderArea(area.code))

function maybe(found: readonly Area[], because: string): Reading | undefined {
  const [first, second] = found.map((area) => ({ value: String(area.code), shown: renderArea(area.code) }))
  return first && { ok: 'unsure', ...first, because, ...(second ? { otherwise: second } : {}) }
}

const named = (names: readonly string[]): Area[] => names.flatMap((name) => findByName(name) ?? [])

const oneOf = (names: readonly string[], because: string): Reading =>
  refused(
    `${because} Ông/bà ghi giúp tên mới: ${named(names)
      .map((area) => renderArea(area.code))
      .join(', ')}.`,
  )

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
  const typed = fold(text)
    .replace(/[-–,/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const province = OLD_PROVINCES.get(typed.replace(/^tinh /, ''))
  if (typed.startsWith('tinh ') && province)
    return maybe(named([province]), 'Theo đơn vị hành chính mới từ 01/07/2025:') ?? refused(unknown)
  const isTown = /^(?:tp|thanh pho|tx|thi xa|tinh|huyen) /.test(typed) || typed === OWN
  const district = OLD_DISTRICTS.get(typed.replace(/^(?:huyen|tp|thanh pho|tx|thi xa|tinh) /, ''))
  if (isTown && district) return oneOf(district, 'Từ 01/07/2025 không còn cấp huyện, thị xã, thành phố cũ.')

  const bare = typed
    .replace(/^(?:tu|den|di|toi|o|ve) +(?=\D)/, '')
    .replace(OWN_AT_END, '')
    .replace(PREFIX, '')
  const town = OLD_COMMUNES.get(typed.replace(/^tt /, 'thi tran '))
  if (town && /^(?:thi tran|tt) /.test(typed)) return oneOf(town, 'Nơi này nay thuộc nhiều xã, phường mới.')
  const exact = byName.get(bare)
  if (exact)
    return contradicts(text, renderArea(exact.code))
      ? (maybe([exact], 'Dấu hơi khác, tôi hiểu là:') ?? yes(exact))
      : yes(exact)
  const old = readOldName(typed.replace(/^p ?(?=\d)/, 'phuong ').replace(TOWN_AT_END, ''), bare)
  return old ?? readInside(typed) ?? readNear(bare) ?? refused(unknown)
}

function readOldName(typed: string, bare: string): Reading | undefined {
  const province = OLD_PROVINCES.get(bare)
  if (province) return maybe(named([province]), 'Theo đơn vị hành chính mới từ 01/07/2025:')
  const key = [...OLD_COMMUNES.keys()].find(
    (name) =>
      name === typed ||
      name === bare ||
      (name.startsWith('phuong ') && ` ${typed} `.includes(` ${name} `)) ||
      new RegExp(`(?:xa|x|phuong|p|thi tran|tt) ${name}(?: |$)`).test(typed),
  )
  const moved = key === undefined ? undefined : OLD_COMMUNES.get(key)
  if (!moved) return undefined
  return moved.length === 1
    ? maybe(named(moved), 'Theo đơn vị hành chính mới từ 01/07/2025:')
    : oneOf(moved, 'Nơi này nay thuộc nhiều xã, phường mới.')
}

/** A name within an address, `ấp 4 xã Tân Lộc`. Sure only when the word before it says what it is. */
function readInside(typed: string): Reading | undefined {
  const inside = [...byName]
    .filter(([name]) => ` ${typed} `.includes(` ${name} `))
    .sort((a, b) => b[0].length - a[0].length)
  const titled = inside.filter(([name]) =>
    new RegExp(`(?:^| )(?:xa|x|phuong|p) ${name}(?:$| (?:${AFTER_NAME})(?: |$))`).test(typed),
  )
  if (titled.length === 1 && titled[0]) return yes(titled[0][1])
  return maybe(
    (titled.length > 0 ? titled : inside).slice(0, 2).map(([, area]) => area),
    'Tôi hiểu là nơi này, chưa chắc đúng.',
  )
}

/** Neighbours such as Đất Mới and Đất Mũi are one letter apart, so a near name is always asked back. */
function readNear(bare: string): Reading | undefined {
  if (bare.length > 40) return undefined
  // Two letters of a short name are half of it: "nhà tôi" is not Hà Nội.
  const most = bare.length < 8 ? 1 : 2
  const near = [...byName]
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
  check: (text) => readArea(text),
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
  check(text) {
    const reading = readArea(
      text,
      `Tôi chưa nhận ra nơi này. Ông/bà ghi tên xã hoặc phường trong tỉnh. ${COMMUNE_EXAMPLE}`,
    )
    if (reading.ok === false || communeCodes.has(reading.value)) return reading
    return refused(`Nơi này ở ngoài ${titled}. Ông/bà ghi tên xã hoặc phường trong tỉnh. ${COMMUNE_EXAMPLE}`)
  },
  ...samples.commune,
}
