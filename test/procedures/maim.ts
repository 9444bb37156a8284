import fc from 'fast-check'

/** A change as hands make it: letters lost, doubled, strewn in, lines moved. */
const SCRAPS = ['\t', '\u00a0', '\u200b', ': ', ':', '- ', '|', '>', "'", '"', '{', '}', '[', ']', ',', '#', '&a ', '*a', '!x ', '\n', '\r\n', '---\n', 'ơ\u0301', 'null', '  ', '0000-00-00T00:00', 'cases:', 'steps:', '{code}', '<<: ', '\0', '%'] // prettier-ignore
export const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 40 }),
  scrap: fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 4 })),
})
export const maim = (text: string, changes: readonly { at: number; cut: number; scrap: string }[]): string =>
  changes.reduce((left, { at, cut, scrap }) => {
    const place = Math.floor(at * left.length)
    return left.slice(0, place) + scrap + left.slice(place + cut)
  }, text)
