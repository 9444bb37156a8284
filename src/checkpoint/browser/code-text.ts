/**
 * The digits of a scanned text, when it looks like a permit: an address whose path is `/p/` and digits. The host does
 * not matter, because the signature decides. Undefined for anything else, of which nothing is kept or shown.
 */
export const digitsIn = (text: string): string | undefined =>
  /^https?:\/\/[^/?#]{1,100}\/p\/([0-9]{1,1000})$/.exec(text)?.[1]
