/**
 * Letters of the languages of the country written in Latin letters, beyond Vietnamese: Ê Đê, Gia Rai, Ba Na, Xơ Đăng, Mnông,
 * Xtiêng, Cơ Ho, Chu Ru, Ra Glai, Chăm, Tày-Nùng, Thái, Mường, Khmer names as they are spelled in papers.
 */
const SINGLE = [
  ...'ƀčĕĭŏŭñňŭǔǒěĉ',
  ...[
    'ơ̆',
    'ư̆',
    'ê̆',
    'ô̆',
    'â̆',
    'ĭ',
    'ẽ',
    'ũ',
    'ĩ',
    'm̆',
    'r̆',
    'č̆',
    'j̆',
    'ń',
    'ǹ',
    'ẁ',
    'ŵ',
    'ẅ',
    'ë',
    'ö',
    'ü',
    'ï',
    'ā',
    'ē',
    'ī',
    'ō',
    'ū',
    'ş',
    'ç',
    'ɓ',
    'ɗ',
    'ǎ',
    'ǐ',
  ],
]

/** Both cases, composed as far as they can be. */
export const MINORITY_LETTERS: readonly string[] = [
  ...new Set(SINGLE.flatMap((letter) => [letter, letter.toUpperCase()]).map((letter) => letter.normalize('NFC'))),
  // The apostrophes that stand inside names, as they are typed.
  ...['ʼ', '’', "'", '´', '`'],
]

export const VIETNAMESE_LETTERS: readonly string[] = [...'aăâeêioôơuưy']
  .flatMap((vowel) =>
    ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((mark) => (vowel + mark).normalize('NFC')),
  )
  .concat('đ')
  .flatMap((letter) => [letter, letter.toUpperCase()])

export const COUNTRY_NAMES: readonly string[] = [
  'Y Ƀhăm Ŏ Mơ̆ng Êňuôl',
  'HʼHen Niê Kđăm',
  'K’Brếp',
  'H´Linh Ê̆ban',
  'Ư̆ng Čil Yũ Ha Ñan',
  'Rơ Čăm H’Yŭn',
]
