import type { PermitId } from '../../kernel/ids.ts'

/** Without 0 O, 1 I L and U, which are misread on paper or misheard over the radio. */
export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

/** `7KX2-M9PQ`: always the same for one permit, and one of 6.5 × 10¹¹, so two permits may in theory share it. */
export function renderNumber(id: PermitId): string {
  let rest = BigInt(`0x${id}`)
  let number = ''
  for (let i = 0; i < LENGTH; i++) {
    number += ALPHABET[Number(rest % BigInt(ALPHABET.length))]
    rest /= BigInt(ALPHABET.length)
  }
  return `${number.slice(0, 4)}-${number.slice(4)}`
}

/** What somebody typed or read out, brought into that spelling; undefined when it cannot be a permit number. */
export function parseNumber(typed: string): string | undefined {
  const number = typed.toUpperCase().replace(/[\s.\-–]/g, '')
  const known = number.length === LENGTH && [...number].every((letter) => ALPHABET.includes(letter))
  return known ? `${number.slice(0, 4)}-${number.slice(4)}` : undefined
}
