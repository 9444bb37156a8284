import { foldInPlace } from '../../kernel/text.ts'
import type { Fact, FactKind } from './fact.ts'

const NUMBER = '(?:\\d{1,4}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi(?: \\S+)?)'

/** What is found by its own look, wherever it stands, in the folded text; earlier ones first where two would claim the same signs. */
const SHAPES: readonly (readonly [FactKind, RegExp])[] = [
  ['email', /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/g],
  [
    'dossier code',
    /(?<![a-z\d.])(?:\d{3}[.-]\d{2}[.-]\d{2}[.-][a-z]\d{2}|[a-z][\do]{2}(?:[ .-]?\d{1,3}){0,3})[ .‐-―−_/-]{1,3}(?:\d{8}|\d{6})[ .‐-―−_/-]{0,3}\d{1,7}(?![\da-z])/g,
  ],
  [
    'plate',
    /(?<![a-z\d])[1-9]\d[ -]{0,2}(?:[a-z]{1,2}\d?|[a-z]\d)[ .-]{0,3}(?:\d{3}[ .]?\d{2}|\d{4})(?![\d.]*\d)|(?<![a-z\d])80[ -]?\d{3}[ -]?(?:ng|nn|qt)[ -]?\d{2}(?!\d)|(?<![a-z\d])[abhkpqt][a-z][ -]\d\d[ -]\d\d(?!\d)/g,
  ],
  // Written in one, they stand apart from what is beside them: "096190012345 0912345678".
  ['phone', /(?<![\d+][ .-]?)0\d{9}(?!\d)/g],
  ['citizen number', /(?<![\d+])\d{12}(?!\d)/g],
  ['phone', /(?<![\d+])\+(?:[ .-]?\(?\d\)?){8,15}(?!\d)|(?<![\d+])(?:84|00?84|0)(?:[ .-]?\d){9}(?![ .-]?\d)/g],
  ['citizen number', /(?<![\d+])\d(?:[ .-]?\d){11}(?![ .-]?\d)/g],
  [
    'sum',
    new RegExp(
      `(?<![\\d/.a-z])(?:\\d{1,3}(?:[.,]\\d{3}){1,4}|\\d{1,13}(?:[.,]\\d{1,2})?)(?: ?(?:k|nghin|ngan|trieu|tr|cu|ty|ti)(?: ?\\d{1,3}(?!\\d)| ?ruoi)?(?: ?(?:dong|vnd|d))?| ?(?:dong|vnd|d))(?![a-z\\d])|(?<![a-z\\d])(?:(?:${NUMBER}|tram|muoi|chuc|linh|le) ){1,6}(?:nghin|ngan|trieu|ty)(?: ruoi)?(?: dong)?(?![a-z])`,
      'g',
    ),
  ],
  [
    'count',
    new RegExp(
      `(?<![\\da-z])(?:${NUMBER}(?: (?:hay|hoac|toi) | ?- ?| ))?${NUMBER} ?(?:ban|to|cai|tam)(?: (?:sao|chinh))?(?![a-z])`,
      'g',
    ),
  ],
  ['people', new RegExp(`(?<![\\da-z])${NUMBER} (?:nguoi|dua)(?: (?:nua|di cung|di chung|theo))?(?![a-z])`, 'g')],
  [
    'day',
    /(?<![a-z\d])(?:(?:sinh|sn|sanh)(?: nam)? )(?:\d{4}|\d{2}|2k\d{1,2})(?![\d/.-])|(?<![a-z\d])(?:khoang|chung|co) (?:19|20)\d{2}(?!\d)|(?<![a-z\d])\d{1,3} ?(?:tuoi|t)(?![a-z])(?: ?\d{1,2} ?(?:thang|m))?/g,
  ],
  ['year', /(?<![\d/.-])(?:nam )?(?:19|20)\d{2}(?![\d/.-]*\d)|(?<![a-z\d])(?:hoi|nam) (?:\d{4}|\d{2})(?![\d/.-])/g],
]

const PRICE =
  /(?:^| )(?:(?:may|bao|bao nhieu|nhieu|het|ton) (?:tien|dong|phi)|(?:bao )?nhieu|gia|tinh sao|tinh the nao|mac khong)(?: |$)/

/** "Mấy tiền 1 bản": the price of one is asked for, and nobody wants one. */
function isPriced(plain: string, from: number, to: number): boolean {
  if (!/^(?:1|mot) ?[a-z]/.test(plain.slice(from, to))) return false
  const clause = `${/[^,;.\n]*$/.exec(plain.slice(0, from))?.[0] ?? ''}|${/^[^,;.\n]*/.exec(plain.slice(to))?.[0] ?? ''}`
  return PRICE.test(clause.replace('|', ' | ')) && !/(?:^| )(?:xin|lay|can|cho)(?: (?:tui|toi|em|con))? \|/.test(clause)
}

/** Beside a dossier code: four signs that are no word, of which one at least is a digit and one a letter. */
const SECRET = /(?<![\p{L}\d-])(?=[a-z\d]*\d)(?=[a-z\d]*[a-z])[a-z\d]{4}(?![\p{L}\d-])/gu

/** Numbers by their look. What a check makes of them is another question. */
export function numberFacts(typed: string): Fact[] {
  const plain = foldInPlace(typed)
  const facts: Fact[] = []
  const isFree = (from: number, to: number) => facts.every((it) => to <= it.from || from >= it.to)
  for (const [kind, shape] of SHAPES)
    for (const { 0: found, index: from } of plain.matchAll(shape)) {
      const to = from + found.length
      if (kind === 'count' && isPriced(plain, from, to)) continue
      if (kind === 'sum' && /(?:^| )(?:may|vai)(?: ba)? $/.test(plain.slice(0, from))) continue
      if (isFree(from, to)) facts.push({ kind, from, to, said: typed.slice(from, to) })
    }
  const code = facts.find(({ kind }) => kind === 'dossier code')
  if (code)
    for (const { 0: found, index: from } of plain.matchAll(SECRET))
      if (isFree(from, from + found.length))
        facts.push({ kind: 'secret', from, to: from + found.length, said: typed.slice(from, from + found.length) })
  return facts
}
