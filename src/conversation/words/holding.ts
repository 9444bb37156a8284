import { fold } from '../../kernel/text.ts'

/**
 * Whether a text holds one of these, as `where` puts them. Their marks count where the text has any; where it has none at all
 * it was typed on a keyboard without.
 */
export function holding(phrases: readonly string[], where: (any: string) => string): (typed: string) => boolean {
  const expression = (list: readonly string[]) => new RegExp(where(`(?:${list.join('|')})`), 'iu')
  const [marked, plain] = [expression(phrases), expression(phrases.map(fold))]
  return (typed) => marked.test(typed) || (typed.toLowerCase() === fold(typed) && plain.test(typed))
}

/** The same for whole words, wherever they stand. */
export const holdingWords = (phrases: readonly string[]): ((typed: string) => boolean) =>
  holding(phrases, (any) => `(?<!\\p{L})${any}(?!\\p{L})`)
