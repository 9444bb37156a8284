import { latestYearNamed } from '../../kernel/lunar.ts'

const BRANCHES = ['ty', 'suu', 'dan', 'mao', 'thin', 'ti', 'ngo', 'mui', 'than', 'dau', 'tuat', 'hoi']
const ANIMALS: Record<string, string> = {
  chuot: 'ty',
  trau: 'suu',
  cop: 'dan',
  ho: 'dan',
  meo: 'mao',
  rong: 'thin',
  ran: 'ti',
  ngua: 'ngo',
  de: 'mui',
  khi: 'than',
  ga: 'dau',
  cho: 'tuat',
  heo: 'hoi',
  lon: 'hoi',
}

const NAMED =
  /^(?:toi |tui )?(?:sinh )?(?:nam |tuoi |nam sinh )*(giap|at|binh|dinh|mau|ky|canh|tan|nham|quy) (ty|ti|suu|dan|mao|meo|thin|ngo|mui|than|dau|tuat|hoi)$/
const ANIMAL = /^(?:toi |tui )?(?:sinh )?(?:nam |tuoi |cam tinh )+(?:con )?(\p{L}+)$/u

/** Older people often know the name of their year and not its number; the name comes back every 60 years. */
export type ZodiacYear =
  /** The likeliest year, and the one 60 years before if somebody may still have been born then. */
  | { kind: 'year'; year: number; before?: number }
  /** Only the animal: every twelfth year, newest first. */
  | { kind: 'animal'; years: number[] }

/** Reads folded words: `mau thin`, `tuoi thin`, `tuoi con rong`. A lunar year begins some weeks after the solar one. */
export function readZodiacYear(folded: string, thisYear: number): ZodiacYear | undefined {
  const named = NAMED.exec(folded)
  if (named) {
    const year = latestYearNamed(named[1] ?? '', named[2] === 'ti' ? 'ty' : (named[2] ?? ''), thisYear)
    if (year === undefined) return undefined
    return { kind: 'year', year, ...(year - 60 >= thisYear - 110 ? { before: year - 60 } : {}) }
  }
  const word = ANIMAL.exec(folded)?.[1] ?? ''
  const branch = ANIMALS[word] ?? word
  // Tý and Tỵ are written alike without marks, so the bare word names neither.
  const at = branch === 'ty' && word === 'ty' ? -1 : BRANCHES.indexOf(branch)
  if (at < 0) return undefined
  const newest = thisYear - ((thisYear + 8 - at) % 12)
  return { kind: 'animal', years: Array.from({ length: 8 }, (_, i) => newest - 12 * i) }
}
