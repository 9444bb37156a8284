import { composed } from '../kernel/text.ts'

/** What may be wrong with letters that look right: decomposed marks, an Icelandic Eth, odd spaces, signs nobody sees. */
export const MENDED = ['marks', 'eth', 'spaces', 'unseen'] as const
export type Mended = (typeof MENDED)[number]

const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g
/** Marks of direction and width, byte order marks and control signs. The joiner of composed emoji stays. */
const UNSEEN =
  /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g

/** Half a sign, which no database keeps. */
const HALF = /[\ud800-\udfff]/gu

const STEPS: Readonly<Record<Mended, (text: string) => string>> = {
  unseen: (text) => text.replace(HALF, '').replace(UNSEEN, ''),
  spaces: (text) => text.replace(ODD_SPACES, ' '),
  eth: (text) => text.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ'),
  marks: composed,
}

/** The text as it was meant, line by line the same, with LF at the end of each line; and what had to be mended for it. */
export function cleanText(text: string): { text: string; mended: Mended[] } {
  let clean = text.replace(/\r\n?/g, '\n')
  const mended: Mended[] = []
  for (const [kind, step] of Object.entries(STEPS) as [Mended, (text: string) => string][]) {
    const after = step(clean)
    if (after !== clean) mended.push(kind)
    clean = after
  }
  return { text: clean, mended }
}
