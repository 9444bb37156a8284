import { fold } from '../../kernel/text.ts'

const WORDS: Readonly<Record<string, string>> = {
  khong: '0',
  mot: '1',
  hai: '2',
  ba: '3',
  bon: '4',
  tu: '4',
  nam: '5',
  lam: '5',
  sau: '6',
  bay: '7',
  tam: '8',
  chin: '9',
}

/** Fewer words in a row are a sentence, not a number said digit by digit. */
const SAID = 8

/**
 * The digits of a number somebody typed. `isGuess`: letters stood for digits (O for 0, l for 1), or it was said in words, so
 * it must be asked back.
 */
export function readDigits(text: string): { digits: string; isGuess: boolean } {
  const isNumber = text.replace(/\D/g, '').length >= 5 && /^[\d\s.oOlI|-]+$/.test(text)
  const mended = text
    .split(/\s+/)
    .map((word) =>
      isNumber || (word.replace(/\D/g, '').length >= 5 && /^[\d.oOlI|-]+$/.test(word))
        ? word.replace(/[oO]/g, '0').replace(/[lI|]/g, '1')
        : word,
    )
    .join(' ')
  const digits = mended.replace(/\D/g, '')
  if (digits !== '') return { digits, isGuess: mended !== text.split(/\s+/).join(' ') }
  const said = fold(text)
    .split(' ')
    .map((word) => WORDS[word])
  const spoken = said.filter((digit) => digit !== undefined)
  return spoken.length >= SAID && spoken.length >= said.length - 3
    ? { digits: spoken.join(''), isGuess: true }
    : { digits: '', isGuess: false }
}
