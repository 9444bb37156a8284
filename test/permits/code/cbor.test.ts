import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCbor, writeCbor, type Cbor } from '../../../src/permits/code/cbor.ts'

const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))

const value = fc.letrec<{ item: Cbor }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.integer({ min: -0x1_0000_0000, max: Number.MAX_SAFE_INTEGER - 1 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }),
    fc.array(tie('item'), { maxLength: 30 }),
    fc
      .uniqueArray(fc.tuple(fc.nat(70_000), tie('item')), { selector: ([key]) => key, maxLength: 30 })
      .map((pairs) => new Map(pairs.sort(([a], [b]) => a - b))),
  ),
})).item

describe('cbor', () => {
  // The vectors without floats, tags and big numbers of RFC 8949, appendix A.
  it.each<[string, Cbor]>([
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1000000],
    ['190100', 256],
    ['1a00010000', 65536],
    ['1b0000000100000000', 4294967296],
    ['1b000000e8d4a51000', 1000000000000],
    ['20', -1],
    ['3863', -100],
    ['3903e7', -1000],
    ['3a00010000', -65537],
    ['40', new Uint8Array()],
    ['4401020304', Uint8Array.of(1, 2, 3, 4)],
    ['60', ''],
    ['6161', 'a'],
    ['62c3bc', 'ü'],
    ['63e6b0b4', '水'],
    ['80', []],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
    ['a0', new Map()],
    ['a201020304', new Map(Object.entries({ 1: 2, 3: 4 }).map(([key, value]) => [Number(key), value]))],
    [
      'a2040a3a000100006161',
      new Map<number, Cbor>([
        [4, 10],
        [-65537, 'a'],
      ]),
    ],
  ])('reads and writes %s', (encoded, decoded) => {
    expect(readCbor(hex(encoded))).toEqual(decoded)
    expect(writeCbor(decoded)).toEqual(hex(encoded))
  })

  it.each([
    ['', 'nothing'],
    ['0000', 'bytes left over'],
    ['1817', 'an integer longer than needed (1 byte)'],
    ['1900ff', 'an integer longer than needed (2 bytes)'],
    ['1a0000ffff', 'an integer longer than needed (4 bytes)'],
    ['1b00000000ffffffff', 'an integer longer than needed (8 bytes)'],
    ['1bffffffffffffffff', 'an integer a double cannot hold'],
    ['3b001fffffffffffff', 'a negative integer a double cannot hold'],
    ['1c', 'a reserved width'],
    ['18', 'a cut head'],
    ['4401', 'bytes cut short'],
    ['5bffffffffffffffff', 'a monstrous byte string'],
    ['5a7fffffff00', 'a byte string longer than the buffer'],
    ['9a7fffffff00', 'an array longer than the buffer'],
    ['ba7fffffff00', 'a map longer than the buffer'],
    ['a10100a1', 'bytes left over after a map'],
    ['a201010102', 'a key twice'],
    ['a203040102', 'keys out of order'],
    ['a1616101', 'a text as a key'],
    ['a11b000000010000000000', 'a key beyond 32 bits'],
    ['5f4101ff', 'indefinite bytes'],
    ['7f6161ff', 'indefinite text'],
    ['9f01ff', 'an indefinite array'],
    ['bf0101ff', 'an indefinite map'],
    ['ff', 'a break'],
    ['62c328', 'bad UTF-8'],
    ['61ff', 'a byte never found in UTF-8'],
    ['63eda080', 'a surrogate in UTF-8'],
    ['62c080', 'an overlong NUL'],
    ['c000', 'a tag'],
    ['d28440a04040', 'the COSE tag'],
    ['f4', 'false'],
    ['f6', 'null'],
    ['f97e00', 'a float'],
    ['818181818181818181810', 'half a byte'],
    ['81818181818100', 'arrays nested too deep'],
  ])('refuses %s: %s', (encoded) => expect(readCbor(hex(encoded))).toBeUndefined())

  it('keeps a byte order mark, which a decoder would drop', () => {
    expect(readCbor(hex('64efbbbf61'))).toBe('\uFEFFa')
  })

  it('brings any value back', () => {
    fc.assert(
      fc.property(value, (item) => {
        expect(readCbor(writeCbor(item))).toEqual(item)
      }),
    )
  })

  it('reads any bytes without a crash, and only what it would have written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const item = readCbor(bytes)
        if (item !== undefined) expect(writeCbor(item)).toEqual(bytes)
      }),
      { numRuns: 2_000 },
    )
  })

  it('refuses every truncation', () => {
    fc.assert(
      fc.property(value, (item) => {
        const bytes = writeCbor(item)
        for (let end = 0; end < bytes.length; end++) expect(readCbor(bytes.subarray(0, end))).toBeUndefined()
      }),
      { numRuns: 30 },
    )
  })
})
