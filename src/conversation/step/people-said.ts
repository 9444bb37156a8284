import { tidy } from '../../kernel/text.ts'
import { isFamilyName } from '../checks/family-names.ts'
import { choicesOf, type Step } from '../flow/flow-format.ts'
import type { Choosable } from '../words/choice-words.ts'
import { readExactChoice } from '../words/read-choice.ts'
import { readOrdinal } from '../words/read-ordinal.ts'

/** What a message says of one person. */
export interface SaidPerson {
  /** As it was typed. */
  name?: string
  /** The words of a choice that tells who it is: "vợ", "con gái". */
  kin?: string
  /** Whatever else is said of them: days, numbers. */
  rest: string[]
}

const CUT =
  /[;\n|/+]+(?!\d)|\n+|,(?!\d)|(?<!\d),|:(?!\d)|(?<!\d)\.(?=\s|$)|\s+(?:và|va|với|voi|cùng|cung|rồi|roi)\s+(?=[\p{L}\d])/giu
const OPENING =
  /^(?:[\s\-–•*]+|\d{1,2}[.)]\s*(?!\d)|\d{1,2}\s+(?=(?:đứa|dua|người|nguoi|thằng|thang|con)(?:\s|$))|(?:dạ|da|thêm|them|còn|có|với|voi|và|va|nữa|nua|ghi|cho|người|nguoi|tên|ten|là|la|tui|tôi|toi|em (?=có|xin|muốn|ghi|còn|thêm|với|co |muon|them|voi)|ạ|quên|quen|thiếu|thieu|đứa|dua|bổ sung|bo sung|một|1)(?=[\s:]|$)\s*)+/iu
const AROUND = /^(?:(?:tui|tôi|toi|em|mình|minh|nữa|nua|tên|ten|là|la|của|cua|ạ|nha|nhé|đó|thì|tên là)(?=\s|$)\s*)+/iu
/** What a name ends before. */
const NAME_END = /\s+(?:sn|sinh|sanh|snăm|năm|nam sinh|cccd|cmnd|ngày|ngay|tuổi|là|la|số)(?=\s|$)|\s*[\d(]/iu

/** "Hong" is no, too. */
const NOT_KNOWN =
  /^(?:hong|hông|hổng|hỏng)\s+(?:biết|biet|nhớ|nho|rõ|ro|có|co|còn|con|thêm|them|ai|phải|phai|đâu|dau)(?:\s|$)/iu

/** Words before a name, or alone, that choose who it is. */
function kinAt(text: string, kinds: readonly Choosable[]): { kin: string; rest: string } | undefined {
  const words = text.split(/\s+/)
  for (let count = Math.min(3, words.length); count > 0; count--) {
    const kin = words.slice(0, count).join(' ')
    // "Võ Thị Hoa" typed without its marks is no wife.
    if (count === 1 && isFamilyName(kin) && (/^\p{Lu}/u.test(kin) || /^(?:thi|thị|van|văn)$/iu.test(words[1] ?? '')))
      continue
    if (/\d/.test(kin) || readOrdinal(kin) !== undefined || readExactChoice(kinds, kin).found !== 'one') continue
    const rest = words.slice(count).join(' ').replace(AROUND, '')
    const isAlone = rest === '' || rest !== words.slice(count).join(' ') || /^[\d(]/.test(rest)
    if (isAlone || isFamilyName(rest.split(/\s+/)[0] ?? '') || /^(?:sinh|sanh|sn|năm)\s/iu.test(rest))
      return { kin, rest }
  }
  return undefined
}

/** A name at the beginning, and what follows it. */
function nameAt(text: string): { name: string; rest: string } | undefined {
  const end = NAME_END.exec(text)
  const name = (end ? text.slice(0, end.index) : text).trim()
  const words = name.split(/\s+/)
  const isName =
    words.length >= 2 && words.length <= 6 && isFamilyName(words[0] ?? '') && /^[\p{L}\p{M}\s'’.-]+$/u.test(name)
  if (!isName || NOT_KNOWN.test(name)) return undefined
  const firstSmall = words.findIndex((word) => !/^\p{Lu}/u.test(word))
  // "Lê Thị Bé vợ tui": a name in capitals ends where they do.
  const cut = firstSmall >= 2 ? words.slice(0, firstSmall).join(' ') : name
  return { name: cut, rest: text.slice(cut.length).trim() }
}

/**
 * Who is spoken of, one after another: each begins with a word of kin or a name where the one before has theirs. What stands before the
 * first name and is nobody's is `before`: it is of the person whose questions are open.
 */
export function peopleSaid(typed: string, kinds: readonly Choosable[]): { before: string[]; people: SaidPerson[] } {
  const people: SaidPerson[] = []
  const before: string[] = []
  const last = (): SaidPerson | undefined => people.at(-1)
  const begin = (): SaidPerson => {
    const person: SaidPerson = { rest: [] }
    people.push(person)
    return person
  }
  const take = (text: string): void => {
    const piece = text.replace(OPENING, '').trim()
    if (piece === '') return
    const kin = kinAt(piece, kinds)
    const name = nameAt(kin ? kin.rest : piece)
    if (kin) {
      // Of two words of kin in a row the second begins somebody else.
      const isOther = !last() || last()?.kin !== undefined || (name !== undefined && last()?.name !== undefined)
      const person = isOther ? begin() : (last() ?? begin())
      person.kin = kin.kin
      if (name) person.name = name.name
      return takeRest(name ? name.rest : kin.rest)
    }
    if (name) {
      const person = last() && last()?.name === undefined ? (last() ?? begin()) : begin()
      person.name = name.name
      return takeRest(name.rest)
    }
    const person = last()
    if (person) person.rest.push(piece)
    else before.push(piece)
  }
  const takeRest = (text: string): void => {
    const rest = text.replace(AROUND, '').trim()
    if (rest === '') return
    // "1990 con Nguyễn Minh Khôi": somebody else begins in the middle.
    const words = rest.split(/\s+/)
    const at = words.findIndex((_, i) => {
      const tail = words.slice(i).join(' ')
      return i > 0 && (nameAt(tail) !== undefined || kinAt(tail, kinds) !== undefined)
    })
    if (kinAt(rest, kinds) !== undefined || nameAt(rest) !== undefined) return take(rest)
    if (at < 0) return void last()?.rest.push(rest)
    last()?.rest.push(words.slice(0, at).join(' '))
    take(words.slice(at).join(' '))
  }
  for (const part of tidy(typed).split(CUT)) take(part)
  return { before, people }
}

/** The choices among some questions that tell who somebody is. */
export const kindsIn = (steps: readonly Step[]): Choosable[] => steps.flatMap((step) => [...choicesOf(step)])
