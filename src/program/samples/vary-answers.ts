import { provincialCentre } from '../../dossiers/agencies.ts'
import { workDayFrom } from '../../dossiers/deadlines/work-time.ts'
import type { FiledAnswer } from '../../dossiers/dossier.ts'
import { DAY, daysAfter, renderDay, renderInstant, startOfVietnamDay, toVietnamDay } from '../../kernel/clock.ts'
import { renderArea } from '../../province/areas.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import type { Dice } from './dice.ts'
import type { Example } from './examples.ts'
import { inventName, sexOf } from './invented-names.ts'

interface Varied {
  applicant: string
  answers: FiledAnswer[]
}

type Said = Pick<FiledAnswer, 'value' | 'shown'>

/** What another citizen would have answered: other names and numbers of the same kind, and days as far off as in the example. */
export function varyAnswers(example: Example, dice: Dice, filedAt: number, commune: number | undefined): Varied {
  // Two answers that were the same stay the same: whoever applies is named in both.
  const names = new Map<string, string>()
  const nameFor = (name: string): string => {
    const known = names.get(name) ?? inventName(dice, sexOf(name))
    names.set(name, known)
    return known
  }
  const days = (startOfVietnamDay(toVietnamDay(filedAt)) - startOfVietnamDay(toVietnamDay(example.at))) / DAY
  const vary = ({ key, check = '', value, shown }: Example['answers'][number]): Said => {
    if (key === 'agency' && commune !== undefined) return { value: `${commune}`, shown: renderArea(commune) }
    const changed = CHANGES[check.split(' ')[0] ?? '']
    return changed ? changed({ value, shown }, { dice, days, nameFor }) : { value, shown }
  }
  const answers = example.answers.map(({ key, label, ...said }) => ({ key, label, ...vary({ key, label, ...said }) }))
  return { applicant: example.applicant === '' ? '' : nameFor(example.applicant), answers }
}

interface Variation {
  dice: Dice
  /** From the day of the example to the day of the filing. */
  days: number
  nameFor: (name: string) => string
}

const alike = (text: string): Said => ({ value: text, shown: text })

const name = ({ value, shown }: Said, { nameFor }: Variation): Said =>
  / /.test(value) && value === shown ? alike(nameFor(value)) : { value, shown }

const digits = (dice: Dice, count: number): string => `${dice.between(10 ** (count - 1), 10 ** count - 1)}`

function day({ value }: Said, { days }: Variation): Said {
  const moved = daysAfter(value, days)
  return { value: moved, shown: renderDay(moved) }
}

function moment({ value }: Said, { days }: Variation): Said {
  const moved = Number(value) + days * DAY
  return { value: `${moved}`, shown: renderInstant(moved) }
}

/** By the name of the check that read the answer; what is not here stays as it was said. */
const CHANGES: Record<string, (said: Said, variation: Variation) => Said> = {
  personName: name,
  fullNameOrUnknown: name,
  // The first six digits say where, in which century, of which sex and in which year: they fit the other answers.
  citizenNumber: ({ value }, { dice }) => alike(`${value.slice(0, 6)}${digits(dice, 6)}`),
  phone: ({ value, shown }, { dice }) => {
    const number = `${value.slice(0, 3)}${digits(dice, 7)}`
    return value === shown ? alike(number) : { value, shown }
  },
  plate: ({ value }, { dice }) => alike(value.replace(/\d{3}\.\d{2}$/, () => `${digits(dice, 3)}.${digits(dice, 2)}`)),
  ...{ anyDay: day, pastDay: day, futureDay: day },
  workingDay: (said, variation) => {
    const open = workDayFrom(workCalendarFor(provincialCentre), day(said, variation).value)
    return { value: open, shown: renderDay(open) }
  },
  ...{ permitStart: moment, permitEnd: moment },
  dateRange: ({ value }, { days }) => {
    const moved = value.split('/').map((each) => daysAfter(each, days))
    return { value: moved.join('/'), shown: moved.map(renderDay).join(' đến ') }
  },
}
