import { plainOf, writtenOut } from './shorthand.ts'
import { withoutCourtesy } from './courtesy.ts'

/** Choices whose own keys are marks from 1 up. */
export const isScale = (options: readonly { key: string }[]): boolean =>
  options.length > 1 && options.every(({ key }) => /^[1-9]$/.test(key))

const SPOKEN: Readonly<Record<string, string>> = { mot: '1', hai: '2', ba: '3', bon: '4', nam: '5' }

/** `5`, `5 sao`, `5*`, `năm sao`, `5/5`, `cho 4 điểm`, `⭐⭐⭐`: the mark that is named. */
export function readScore(text: string): string | undefined {
  const stars = text.match(/[⭐🌟★]/gu)
  if (stars && stars.length > 1) return String(stars.length)
  const plain = plainOf(
    withoutCourtesy(writtenOut(text.replace(/[⭐🌟★*]/gu, ' sao').replace(/(\d) ?\/ ?5(?!\d)/, '$1'))),
  )
  const match =
    /^(?:(?:cho|danh gia|cham|toi|minh|em|muc|chon|luon|du) )*(\d|mot|hai|ba|bon|nam)(?: ?(?:sao|diem))?(?: (?:sao|luon|di|cho xa|cho cac ban|cho can bo))*$/.exec(
      plain.replace(/(?<=\d)(?=sao|diem)/, ' '),
    )
  const said = match?.[1]
  if (said === undefined || (!/^\d$/.test(said) && !/sao|diem/.test(plain))) return undefined
  return SPOKEN[said] ?? said
}
