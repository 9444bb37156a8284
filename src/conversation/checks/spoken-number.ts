const DIGITS = new Map([
  ['mot', 1],
  ['hai', 2],
  ['ba', 3],
  ['bon', 4],
  ['tu', 4],
  ['nam', 5],
  ['lam', 5],
  ['nham', 5],
  ['sau', 6],
  ['bay', 7],
  ['tam', 8],
  ['chin', 9],
])

const UNITS = new Map([
  ['nghin', 1e3],
  ['ngan', 1e3],
  ['trieu', 1e6],
  ['cu', 1e6],
  ['ty', 1e9],
  ['ti', 1e9],
])

/**
 * A number said in words, folded: "hai trieu ruoi" is 2.500.000, "muoi hai" 12, "mot ty hai" 1.200.000.000. What follows the
 * last unit counts in the next smaller one, as people say it; undefined for any other words.
 */
export function readSpokenNumber(folded: string): number | undefined {
  let total = 0
  let group = 0
  let single: number | undefined
  /** The last unit said, and the place (10 or 100) said after it. */
  let last = 1
  let place = 1
  for (const word of folded.split(' ')) {
    const digit = DIGITS.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : undefined)
    const unit = UNITS.get(word)
    if (digit !== undefined) {
      if (single !== undefined) return undefined
      single = digit
    } else if (word === 'muoi' || word === 'chuc' || word === 'tram') {
      place = word === 'tram' ? 100 : 10
      group += (single ?? 1) * place
      single = undefined
    } else if (unit !== undefined) {
      const count = group + (single ?? 0)
      if (count === 0 || (total > 0 && unit >= last)) return undefined
      total += count * unit
      group = 0
      single = undefined
      last = unit
      place = 1
    } else if (word === 'ruoi' && single === undefined && (place === 100 || (place === 1 && total > 0))) {
      if (place === 100) group += 50
      else total += last / 2
    } else if (word === 'nua' && total + group === 0 && single === undefined) {
      single = 0.5
    } else if ((word !== 'linh' && word !== 'le') || place !== 100) return undefined
  }
  const rest = group + (single ?? 0)
  if (total === 0) return Number.isInteger(rest) && rest > 0 ? rest : undefined
  if (rest === 0) return total
  return total + (group === 0 ? (rest * last) / 10 : (rest * last) / 1e3)
}
