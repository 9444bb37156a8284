const SHAPES: Record<string, string> = {
  aa: 'â',
  ee: 'ê',
  oo: 'ô',
  aw: 'ă',
  ow: 'ơ',
  uw: 'ư',
  dd: 'đ',
  a6: 'â',
  e6: 'ê',
  o6: 'ô',
  a8: 'ă',
  o7: 'ơ',
  u7: 'ư',
  d9: 'đ',
}
const TONES: Record<string, string> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
  1: '\u0301',
  2: '\u0300',
  3: '\u0309',
  4: '\u0303',
  5: '\u0323',
}

/** One Vietnamese syllable without its tone: consonants, vowels, and an ending that the language knows. */
const SYLLABLE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ch|nh|ng|[cmnpt])?$/

function shape(word: string): string {
  const uo = word.replace(/uo(\p{L}*?)[w7]/gu, 'ươ$1')
  // The mark may be typed after the final consonant: `nguyene`, `Nguye6n`, `bangw`.
  const near = uo.replace(/aa|ee|oo|[aou]w|dd|[aeo]6|a8|[ou]7|d9/g, (pair) => SHAPES[pair] ?? pair)
  return near.replace(
    /([aeou])([^aeou\d]{1,2})([w6-8]|a|e|o)(?![aeiouy])/g,
    (all, vowel: string, between: string, mark: string) => {
      const shaped = SHAPES[vowel + mark]
      return shaped ? shaped + between : all
    },
  )
}

function placeTone(syllable: string, tone: string): string {
  const onset = /^(?:qu|gi(?=[aăâeêoôơuư]))?[^aăâeêioôơuưy]*/.exec(syllable)?.[0].length ?? 0
  const rhyme = syllable.slice(onset)
  const marked = [...rhyme].findLastIndex((letter) => 'ăâêôơư'.includes(letter))
  const vowels = /^[aăâeêioôơuưy]+/.exec(rhyme)?.[0].length ?? 0
  const middle = vowels >= 3 || (vowels === 2 && rhyme.length > 2) ? 1 : 0
  const at = onset + (marked >= 0 ? marked : middle)
  return (syllable.slice(0, at + 1) + tone + syllable.slice(at + 1)).normalize('NFC')
}

/**
 * Reads a word as keystrokes of the Telex or VNI method that no keyboard turned into marks: `Nguyeenx`, `Nguye6n4`.
 * Undefined when the word is fine as it stands or does not become a Vietnamese syllable.
 */
export function decodeKeystrokes(word: string): string | undefined {
  const plain = word.toLowerCase()
  if (/^[\p{L}]+$/u.test(plain) && SYLLABLE.test(stripTone(plain)) && !/aa|ee|dd|oo(?!ng|c)/.test(plain))
    return undefined
  let tone = ''
  const body = plain.replace(
    /([aăâeêioôơuưyw\d])(\p{L}*?)([sfrxj1-5])(?=[\p{L}\d]*$)/u,
    (_, vowel: string, rest: string, mark: string) => {
      tone = TONES[mark] ?? ''
      return vowel + rest
    },
  )
  const syllable = shape(body)
  if (!SYLLABLE.test(syllable) || syllable === plain) return undefined
  const result = tone ? placeTone(syllable, tone) : syllable
  return word.charAt(0) === plain.charAt(0) ? result : result.charAt(0).toUpperCase() + result.slice(1)
}

const stripTone = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
