import { beginningOf, fold, tidy } from '../../kernel/text.ts'
import type { CheckContext, Reading, Taken } from '../checks/check.ts'
import { checkNamed } from '../checks/table.ts'
import type { Answer } from '../words/session.ts'

type Side = 'from' | 'to'

const CUES: Readonly<Record<string, Side>> = {
  tu: 'from',
  o: 'from',
  den: 'to',
  len: 'to',
  toi: 'to',
  ve: 'to',
  qua: 'to',
}

/** Without marks `toi` may be tối, tôi or tới, `tu` tư or từ, `qua` the end of hôm qua. */
function cueAt(words: readonly string[], at: number): Side | undefined {
  const word = words[at] ?? ''
  const before = fold(words[at - 1] ?? '')
  const side = CUES[fold(word)]
  if (side === undefined || /^(?:tối|tôi|tư|tứ|ô|quá|vé)$/i.test(word)) return undefined
  const isPartOfDay = fold(word) === 'toi' && /^\d{1,2}(?:[hg]|gio|:)\d{0,2}$/.test(before) && fold(word) === word
  const isWeekday = fold(word) === 'tu' && before === 'thu'
  const isYesterday = fold(word) === 'qua' && before === 'hom'
  return isPartOfDay || isWeekday || isYesterday ? undefined : side
}

interface Segment {
  side: Side
  words: readonly string[]
}

/** What follows each of the words from and to, as far as the next such word. */
function segmentsOf(text: string): Segment[] {
  const words = text.split(/\s+/)
  const cues = words.flatMap((_, at) => {
    const side = cueAt(words, at)
    return side ? [{ side, at }] : []
  })
  return cues.map(({ side, at }, i) => ({ side, words: words.slice(at + 1, cues[i + 1]?.at ?? words.length) }))
}

/** Sure, or unsure in one way only. */
const single = (reading: Reading): Answer | undefined =>
  reading.ok === true || (reading.ok === 'unsure' && reading.otherwise === undefined)
    ? { value: reading.value, shown: reading.shown }
    : undefined

/** What is found by its own look, wherever it stands. */
const SHAPES: { readonly [What in Taken]?: RegExp } = {
  plate: /(?<![\p{L}\d])[1-9]\d[ -]?[A-Za-zĐđ][A-Za-zĐđ\d]?[ .-]{0,2}(?:\d{3}[ .]?\d{2}|\d{4})(?!\d)/gu,
  phone: /(?<!\d)(?:\+?84|0)(?:[ .]?\d){9}(?!\d)/g,
  'citizen number': /(?<!\d)\d(?:[ .]?\d){11}(?!\d)/g,
}

/** What is found behind a word that says from where or when, or to where or when. A place tells its side by its name. */
function sideOf(name: string, takes: Taken): Side | undefined {
  if (takes === 'area') return name === 'from' || name === 'to' ? name : undefined
  return takes === 'beginning' ? 'from' : takes === 'end' ? 'to' : undefined
}

/** Longer than any place or time of one journey; keeps the work small whatever was pasted. */
const MOST_WORDS = 6

function readSegments(
  segments: readonly Segment[],
  side: Side | undefined,
  read: (text: string) => Answer | undefined,
): Answer | undefined {
  for (const segment of segments)
    if (segment.side === side)
      for (let length = Math.min(MOST_WORDS, segment.words.length); length > 0; length--) {
        const answer = read(segment.words.slice(0, length).join(' '))
        if (answer) return answer
      }
  return undefined
}

/**
 * The parts of a whole sentence that answer questions to come, such as `xe 69B1-234.56 tu nam can len can tho`. Keys of
 * `wanted` are answer names, of which `from` and `to` tell two places apart; values are names of checks. A name of a
 * person is never taken out of a sentence. What comes back must be confirmed by the citizen, one by one.
 */
export function extract(
  text: string,
  wanted: ReadonlyMap<string, string>,
  context: CheckContext,
): Record<string, Answer> {
  const typed = tidy(beginningOf(text, 500))
  const segments = segmentsOf(typed)
  const found: Record<string, Answer> = {}
  const asked = [...wanted].flatMap(([name, checkName]) => {
    const check = checkNamed(checkName)
    return check ? [{ name, check, takes: check.takes }] : []
  })
  // An end is read after its beginning.
  const begunFirst = asked.sort((a, b) => Number(a.takes === 'end') - Number(b.takes === 'end'))
  for (const { name, check, takes } of begunFirst) {
    const read = (part: string): Reading =>
      check.check(part, { now: context.now, answers: { ...context.answers, ...found } })
    const shape = SHAPES[takes]
    if (shape) {
      const answers = (typed.match(shape) ?? []).flatMap((part) => single(read(part)) ?? [])
      const values = new Set(answers.map(({ value }) => value))
      if (values.size === 1 && answers[0]) found[name] = answers[0]
      continue
    }
    const answer = readSegments(segments, sideOf(name, takes), (part) => {
      const reading = read(part)
      return takes === 'area' && reading.ok !== true ? undefined : single(reading)
    })
    if (answer) found[name] = answer
  }
  return found
}
