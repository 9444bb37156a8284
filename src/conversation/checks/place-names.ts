import { foldInPlace, fold } from '../../kernel/text.ts'
import { areas, type Area } from '../../province/areas.ts'
import { LANDMARKS, OLD_DISTRICTS, OLD_PROVINCES, OLD_UNITS, type OldUnit } from '../../province/old-areas.ts'

export const nameOf = (name: string): string => fold(name).replace(/^tp /, '')

const byName = new Map(areas.map((area) => [nameOf(area.name), area]))
export const findByName = (name: string): Area | undefined => byName.get(nameOf(name))
export const presentNames: readonly (readonly [string, Area])[] = [...byName]

/** A name of a place where it stands in a text, with all that it may be. */
export interface PlaceName {
  from: number
  to: number
  bare: string
  /** Said before it: `xa`, `phuong`, `thi tran`, `huyen`, `thanh pho`, `tinh`, `quan`. */
  title?: string
  present?: Area
  old: readonly OldUnit[]
  district?: readonly string[]
  province?: string
  landmark?: readonly string[]
}

const TITLES: Readonly<Record<string, string>> = {
  ...{ xa: 'xa', x: 'xa', phuong: 'phuong', p: 'phuong', 'thi tran': 'thi tran', tt: 'thi tran' },
  ...{ huyen: 'huyen', h: 'huyen', 'thi xa': 'huyen', tx: 'huyen', 'thanh pho': 'thanh pho', tp: 'thanh pho' },
  ...{ tinh: 'tinh', t: 'tinh', quan: 'quan', q: 'quan' },
}
const TITLE = /(?:^|[^\p{L}\d])(thi tran|thanh pho|thi xa|xa|x|phuong|p|tt|huyen|h|tx|tp|tinh|t|quan|q)[. ]+$/u

const NAMES: ReadonlySet<string> = new Set([
  ...byName.keys(),
  ...OLD_UNITS.keys(),
  ...OLD_DISTRICTS.keys(),
  ...OLD_PROVINCES.keys(),
  ...LANDMARKS.keys(),
])
const MOST_WORDS = Math.max(...[...NAMES].map((name) => name.split(' ').length))
const FIRST_WORDS: ReadonlySet<string> = new Set([...NAMES].map((name) => name.split(' ')[0] ?? ''))

/** Numbers name a ward only behind its title; "quận 5" is of one city alone. */
const NUMBERED = /(?<![a-z\d])(?:(phuong|p)|(quan|q))[. ]?(\d{1,2})(?![\d/])/g
const CITY_OF_NUMBERS = 'sai gon'

/** Every name of a place in a text, longest first where they begin together, none inside another. */
export function placeNames(typed: string): PlaceName[] {
  const plain = foldInPlace(typed)
  const words = [...plain.matchAll(/[a-z\d]+/g)].map(({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length,
  }))
  const found: PlaceName[] = []
  for (const { 1: ward, 2: quarter, 3: number = '', 0: all, index: from } of plain.matchAll(NUMBERED)) {
    const place = { from, to: from + all.length, bare: number }
    if (ward !== undefined && OLD_UNITS.has(number))
      found.push({ ...place, title: 'phuong', old: OLD_UNITS.get(number) ?? [] })
    const city = OLD_PROVINCES.get(CITY_OF_NUMBERS)
    if (quarter !== undefined && city !== undefined) found.push({ ...place, title: 'quan', old: [], province: city })
  }
  for (let at = 0; at < words.length; at++) {
    // "Thị trấn Thới Bình" is not Trần Thới.
    const isTitle = words[at]?.word === 'tran' && words[at - 1]?.word === 'thi'
    if (isTitle || !FIRST_WORDS.has(words[at]?.word ?? '')) continue
    for (let count = Math.min(MOST_WORDS, words.length - at); count > 0; count--) {
      const [first, last] = [words[at], words[at + count - 1]]
      if (!first || !last || /[,;.\n]/.test(plain.slice(first.from, last.to))) continue
      const bare = words
        .slice(at, at + count)
        .map(({ word }) => word)
        .join(' ')
      if (/^\d/.test(bare) || !NAMES.has(bare)) continue
      found.push(named(bare, first.from, last.to, plain))
      at += count - 1
      break
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

function named(bare: string, from: number, to: number, plain: string): PlaceName {
  const title = TITLES[TITLE.exec(plain.slice(0, from))?.[1] ?? '']
  const present = byName.get(bare)
  const [district, province, landmark] = [OLD_DISTRICTS.get(bare), OLD_PROVINCES.get(bare), LANDMARKS.get(bare)]
  return {
    ...{ from, to, bare, old: OLD_UNITS.get(bare) ?? [] },
    ...(title !== undefined && { title }),
    ...(present && { present }),
    ...(district && { district }),
    ...(province !== undefined && { province }),
    ...(landmark && { landmark }),
  }
}
