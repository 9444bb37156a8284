/** Chance that comes out the same from the same seed. */
export interface Dice {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  /** True in that share of cases, 0 to 1. */
  chance(share: number): boolean
  pick<T>(among: readonly T[]): T
  /** By how often each comes: an entry of twice the weight comes twice as often. */
  weighted<T extends { weight: number }>(among: readonly T[]): T
}

/** As many seeds as one asks for, each far from the others: of a province and of one dossier in it. */
export function createDice(...seeds: readonly number[]): Dice {
  let state = seeds.reduce((mixed, seed) => scatter(mixed ^ scatter(seed)), 0x9e3779b9)
  // Mulberry32: 32 bits of state, enough for the few dozen throws of one dossier.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    return scatter(state) / 0x1_0000_0000
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(among: readonly T[]): T => {
    const picked = among[between(0, among.length - 1)]
    if (picked === undefined) throw new RangeError('there is nothing to pick from')
    return picked
  }
  return {
    next,
    between,
    pick,
    chance: (share) => next() < share,
    weighted: (among) => {
      let left = next() * among.reduce((sum, { weight }) => sum + weight, 0)
      return among.find(({ weight }) => (left -= weight) < 0) ?? pick(among)
    },
  }
}

/** Each bit of the answer depends on all bits of what is given. */
function scatter(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 15), bits | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return (mixed ^ (mixed >>> 14)) >>> 0
}
