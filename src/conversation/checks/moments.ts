import type { DayPart, SaidClock } from './said-clock.ts'
import type { SaidDay } from './said-day.ts'
import { type TimeToken, timeTokens } from './time-tokens.ts'

/** What is said of one time. */
export interface SaidMoment {
  day?: SaidDay
  clock?: SaidClock
  part?: DayPart
  /** So many minutes from now. */
  wait?: number
  isNow?: true
}

/** One time that a sentence names: a day, an hour of the clock, or both. */
export interface Moment {
  from: number
  to: number
  /** When something begins, or when it ends; undefined where the sentence does not say. */
  side?: 'from' | 'to'
  /** As it was typed; the second where `toi` may be tối as well as tới. */
  said: readonly [string, string?]
  meant: readonly [SaidMoment, SaidMoment?]
  day?: string
  clock?: string
}

interface Open {
  tokens: TimeToken[]
  side?: 'from' | 'to'
  isEither?: boolean
  isClosed?: boolean
}

/** Words between a day and its hour, or between an hour and its day, of which a moment is not torn apart. */
const APART = 24

const evening = { what: 'part', part: 'evening', said: 'tối' } as const

/** Every time that is named, in order, with its side. "Mai 6h đi, chiều 5h về" is two, "thứ 6 lúc 8 giờ" is one. */
export function momentsOf(typed: string): Moment[] {
  const tokens = timeTokens(typed)
  const moments: Open[] = []
  let side: Open['side']
  let isEither = false
  // "Đi 6h, về 5h chiều" against "6h đi, 5h chiều về".
  const hasHour = tokens.some(({ what }) => what === 'clock')
  const isBefore = standsBefore(tokens)
  for (const [i, token] of tokens.entries()) {
    const last = moments.at(-1)
    const next = tokens[i + 1]
    if (token.what === 'from') side = 'from'
    else if (token.what === 'to') {
      const meaning = meaningOfTo(token, last, tokens[i - 1], next, hasHour)
      if (meaning === 'part') joinOrOpen(moments, { ...evening, from: token.from, to: token.to }, next, side)
      else if (meaning === 'nothing') continue
      else {
        side = 'to'
        isEither = meaning === 'either'
        if (last) last.isClosed = true
        continue
      }
    } else if (token.what === 'going' || token.what === 'returning') {
      const goal = token.what === 'going' ? 'from' : 'to'
      if (isBefore && next && isTime(next) && next.from - token.to <= 1) {
        side = goal
        if (last) last.isClosed = true
        continue
      }
      if (last && !last.side && touches(last, token, typed)) last.side = goal
      if (last && has(last, 'clock')) last.isClosed = true
      continue
    } else {
      const before = moments.length
      joinOrOpen(moments, token, next, side)
      if (moments.length > before) {
        const opened = moments.at(-1)
        if (opened && isEither && (token.what === 'clock' || moments.length === 1)) opened.isEither = true
        side = undefined
        isEither = false
      }
    }
  }
  return moments
    .map(toMoment)
    .map((it, i, all) => (it.side === undefined && all[i + 1]?.side === 'to' ? { ...it, side: 'from' } : it))
}

/** Whether "đi" and "về" stand before their times; the first of them that touches one tells. "Đi từ Đất Mũi, 10h đi": behind. */
function standsBefore(tokens: readonly TimeToken[]): boolean {
  const touches = (one: TimeToken | undefined, two: TimeToken | undefined): boolean =>
    one !== undefined && two !== undefined && two.from - one.to <= 1
  for (const [i, token] of tokens.entries()) {
    if (token.what !== 'going' && token.what !== 'returning') continue
    const [before, after] = [tokens[i - 1], tokens[i + 1]]
    if (before && isTime(before) && touches(before, token)) return false
    if (after && isTime(after) && touches(token, after)) return true
  }
  return tokens[0] !== undefined && !isTime(tokens[0])
}

const isTime = ({ what }: TimeToken): boolean =>
  what === 'clock' || what === 'part' || what === 'day' || what === 'now' || what === 'wait'

const has = ({ tokens }: Open, what: TimeToken['what']): boolean => tokens.some((it) => it.what === what)

/** `toi` typed without marks: tối after an hour or before a day, tới between two times, either before an hour that something comes back at. */
function meaningOfTo(
  token: TimeToken,
  last: Open | undefined,
  before: TimeToken | undefined,
  next: TimeToken | undefined,
  hasHour: boolean,
): 'to' | 'part' | 'either' | 'nothing' {
  // "Tới phường An Xuyên" says where.
  const isOfTime = next !== undefined && (isTime(next) || next.what === 'to') && next.from - token.to <= APART / 2
  if (!(token.what === 'to' && token.isEither)) return isOfTime ? 'to' : 'nothing'
  const isAfterClock = before?.what === 'clock' && before.to + 1 === token.from
  const isNextTime = next && isTime(next) && next.from - token.to <= 1
  if (isAfterClock && !(isNextTime && next.what !== 'day'))
    return isNextTime && last && has(last, 'day') ? 'to' : 'part'
  if (!isNextTime) return before && before.to + 1 === token.from && before.what === 'day' ? 'part' : 'nothing'
  if (next.what === 'clock' && before?.what !== 'clock') return last ? 'either' : 'part'
  if (next.what === 'day' && !last) return hasHour ? 'either' : 'part'
  return 'to'
}

function joinOrOpen(moments: Open[], token: TimeToken, next: TimeToken | undefined, side: Open['side']): void {
  const last = moments.at(-1)
  // "… 6h, chiều 5h": the part of the day belongs to the hour that follows it.
  const leans = token.what === 'part' && next?.what === 'clock' && next.from - token.to <= 1
  const isTaken =
    !last ||
    last.isClosed === true ||
    (has(last, token.what) && !saysSame(last, token)) ||
    (leans && has(last, 'clock')) ||
    has(last, 'now') ||
    has(last, 'wait') ||
    token.what === 'now' ||
    token.what === 'wait'
  const isFar = last && token.from - (last.tokens.at(-1)?.to ?? 0) > APART
  if (isTaken || isFar || side !== undefined) moments.push({ tokens: [token], ...(side && { side }) })
  else last.tokens.push(token)
}

const touches = (moment: Open, token: TimeToken, typed: string): boolean =>
  /^[\s,]*(?:(?:thi|thì|em|tui|toi|tôi|là|la) )?$/iu.test(typed.slice(moment.tokens.at(-1)?.to ?? 0, token.from))

/** "Sáng mai 6 giờ sáng": what is said again is of the same time. */
const saysSame = (last: Open, token: TimeToken): boolean =>
  token.what === 'part' && last.tokens.some((it) => it.what === 'part' && it.part === token.part)

function toMoment({ tokens, side, isEither }: Open): Moment {
  const said = tokens.map((it) => it.said).join(' ')
  const meant: SaidMoment = {}
  for (const it of tokens) {
    if (it.what === 'day') meant.day ??= it.day
    else if (it.what === 'clock') meant.clock ??= it.clock
    else if (it.what === 'part') meant.part ??= it.part
    else if (it.what === 'wait') meant.wait = it.minutes
    else if (it.what === 'now') meant.isNow = true
  }
  const only = (what: TimeToken['what']) => tokens.find((it) => it.what === what)?.said
  const [day, clock] = [only('day') ?? only('wait'), only('clock')]
  return {
    from: tokens[0]?.from ?? 0,
    to: tokens.at(-1)?.to ?? 0,
    ...(side && { side }),
    said: isEither ? [`tối ${said}`, said] : [said],
    meant: isEither ? [{ part: 'evening', ...meant }, meant] : [meant],
    ...(day !== undefined && { day }),
    ...(clock !== undefined && { clock }),
  }
}
