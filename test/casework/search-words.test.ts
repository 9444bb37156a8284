import { describe, expect, it } from 'vitest'
import { readSearch, type SearchWords } from '../../src/casework/search-words.ts'
import { codeWords, idWords, LONGEST_SEARCH, nameWords, permitWord } from '../../src/casework/search-words.ts'
import { phoneWords, plateWords } from '../../src/casework/search-words.ts'

/** As the database answers it. */
const finds = (search: SearchWords, words: readonly string[]): boolean =>
  search.length > 0 && search.every((readings) => readings.some((word) => words.includes(word)))

const kept = [
  ...codeWords('H12.99-300501-0042'),
  ...nameWords('Nguyễn Thị Ánh Tuyết'),
  ...nameWords('Đặng Hoà'),
  ...phoneWords('0912345678'),
  ...idWords('096190012345'),
  ...idWords('381234567'),
  ...plateWords('69-AA 123.45'),
  ...plateWords('TM-12-34'),
  permitWord('7KX2-M9PQ'),
]

describe('what somebody types into the search', () => {
  it.each([
    ...['Nguyễn Thị Ánh Tuyết', 'tuyết ánh', 'NGUYEN thi anh tuyet', 'Tuyết', 'dang hoa', 'Đặng Hòa', 'ÐẶNG HOÀ'],
    ...['Nguyễn Thị Ánh Tuyết'.normalize('NFD'), '  tuyết,  nguyễn ', '“Ánh Tuyết”'],
    ...['0912345678', '0912 345 678', '+84 912 345 678', '0084912345678', '84912345678', '912345678', '0912.345.678'],
    ...['sđt 0912 345 678', 'số điện thoại: 0912345678', '+84 (0)912 345 678'],
    ...['096190012345', '096 190 012 345', '2345', '012345', 'CCCD 096190012345', '381234567', '4567'],
    ...[
      '69-AA 123.45',
      '69AA12345',
      '69 aa 123 45',
      '69aa-123.45',
      '12345',
      '123.45',
      'xe 69AA 12345',
      'tm-12-34',
      'TM1234',
    ],
    ...['H12.99-300501-0042', 'h12.99-300501-0042', 'H12.99–300501–0042', 'H12.99 300501 0042', 'H12 99 300501 42'],
    ...['300501-0042', '0042', '42', '300501', 'H12.99-300501', 'mã hồ sơ H12.99-300501-0042'],
    ...['7KX2-M9PQ', '7kx2m9pq', '7KX2 M9PQ', 'giấy số 7KX2-M9PQ'],
    ...['Tuyết 0912345678', '0912345678 096190012345', 'tuyet 69AA-123.45', 'Nguyễn 2345', 'tuyet sdt 0912 345 678'],
  ])('finds by “%s”', (typed) => expect(finds(readSearch(typed), kept)).toBe(true))

  it.each([
    ...[
      'Nguyễn Văn Tuyết',
      'Tuy',
      'Tuyếtt',
      '0912345679',
      '345',
      '0123',
      '69AA-123.46',
      '69A-123.45',
      '0043',
      '430501',
    ],
    ...['7KX2-M9PR', 'Tuyết 0912345679', '0912345678 096190012346', '', '   ', '!!!', '-', 'Tuyết Xuân'],
  ])('finds nothing by “%s”', (typed) => expect(finds(readSearch(typed), kept)).toBe(false))

  it('is read no further than a line, and asks for no more than a dozen words', () => {
    expect(readSearch('a '.repeat(5_000)).length).toBe(12)
    expect(
      readSearch('9'.repeat(100_000))
        .flat()
        .every((word) => word.length <= LONGEST_SEARCH + 10),
    ).toBe(true)
  })

  it('is never taken for a number of somebody else because a part of it is the same', () => {
    expect(finds(readSearch('0912345678'), phoneWords('0987654321'))).toBe(false)
    expect(finds(readSearch('096190012345'), idWords('001190012345'))).toBe(false)
  })
})

describe('a person, whatever their name', () => {
  const families =
    'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mã Ông Thạch Kiên'.split(' ')
  const middles = 'Văn Thị Hữu Đức Thanh Ngọc Minh Quốc Xuân Ánh Kim Bảo Gia Hoài Mỹ Thuý Út'.split(' ')
  const given =
    'An Ánh Bình Châu Dũng Đào Giang Hà Hoà Hùng Khánh Lan Long Mai Nga Ngọc Oanh Phúc Phi Quân Quỳnh Sơn Số Tâm Thuỷ Tuyết Uyên Vy Xe Yến Ý'.split(
      ' ',
    )
  /** Repeats itself from run to run. */
  const random = (() => {
    let seed = 20300501
    return (most: number) => (seed = (seed * 48271) % 2147483647) % most
  })()
  const one = (list: readonly string[]): string => list[random(list.length)]!
  const names = Array.from({ length: 10_000 }, () =>
    [one(families), ...Array.from({ length: random(3) }, () => one(middles)), one(given)].join(' '),
  )
  const shuffled = (name: string): string =>
    name
      .split(' ')
      .map((word) => [random(1_000), word] as const)
      .sort(([a], [b]) => a - b)
      .map(([, word]) => word)
      .join(' ')
  const bare = (name: string): string =>
    name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
  const wordsOf = (name: string): Set<string> => new Set(bare(name).toLowerCase().split(' '))

  it('is found by the words of it in any order, with marks and without, composed or not', () => {
    for (const name of names) {
      const typed = shuffled(name)
      const ways = [typed, bare(typed), typed.normalize('NFD'), typed.toUpperCase(), typed.split(' ')[0]!]
      for (const way of ways) expect([way, finds(readSearch(way), nameWords(name))]).toEqual([way, true])
    }
  })

  it('is found by nobody else’s', () => {
    for (const [i, name] of names.entries()) {
      const other = names[(i + 1) % names.length]!
      const has = wordsOf(name)
      const isWithin = [...wordsOf(other)].every((word) => has.has(word))
      expect([name, other, finds(readSearch(other), nameWords(name))]).toEqual([name, other, isWithin])
    }
  })
})
