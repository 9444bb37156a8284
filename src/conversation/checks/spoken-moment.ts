import { tidy } from '../../kernel/text.ts'
import { soundsLunar } from './lunar-day.ts'
import { type Moment, momentsOf } from './moments.ts'
import { readTime, type Spoken } from './vietnam-time.ts'
import { readWholeDay } from './whole-day.ts'

/** A half of the day that stands far from its hour is known to `readTime` alone. */
const HALF = /(?<![\p{L}\d])(?:a\.?m|p\.?m|sa|ch)(?![\p{L}\d])/iu

type Reading = Spoken | undefined | 'impossible'

/** What one moment says, in each way that it can be read. */
function readMoment({ said, day }: Moment, now: number): Reading[] {
  return said.flatMap((text) => {
    if (text === undefined) return []
    const plain = readTime(text, now)
    const isPlain =
      day === undefined ||
      !(soundsLunar(day) || plain === undefined || plain === 'impossible' || plain.day === undefined)
    if (isPlain) return [plain]
    const whole = readWholeDay(day, now, 'future')
    if (whole === undefined || whole === 'impossible') return [whole ?? plain]
    const rest = text.replace(day, ' ').trim()
    const clock = rest === '' ? undefined : readTime(rest, now)
    if (clock === 'impossible') return [clock]
    const { minutes, about } = clock ?? {}
    return [
      {
        day: whole.day,
        ...(minutes !== undefined && { minutes }),
        ...(about !== undefined && { about }),
        doubt: whole.doubt ?? 'Tôi hiểu là:',
      },
    ]
  })
}

/**
 * The readings of the time in a text at which something begins, or ends. Several times of which none is said to be the one
 * are none; a second reading is there where `toi` may be tối as well as tới.
 */
export function readSide(text: string, side: 'from' | 'to', now: number): Reading[] {
  const typed = tidy(text)
  const moments = momentsOf(typed)
  const [first, ...more] = moments
  if (!first || (more.length === 0 && HALF.test(typed) && !/\d ?[apsc]/.test(first.said[0])))
    return [readTime(typed, now)]
  if (more.length === 0) {
    const [one, other] = readMoment(first, now)
    return [one ?? readTime(typed, now), ...(other === undefined ? [] : [other])]
  }
  const meant = moments.filter((it) => it.side === side)
  const [one] = meant
  if (!one || meant.length > 1) return [undefined]
  // "Từ 7h tới 9h sáng mai": the day that is named once is the day of both.
  const shared = side === 'from' && one.day === undefined ? moments.find((it) => it.day !== undefined)?.day : undefined
  return readMoment(shared === undefined ? one : { ...one, day: shared, said: [`${one.said[0]} ${shared}`] }, now)
}
