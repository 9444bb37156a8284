import { z } from 'zod'
import type { Visit } from '../../conversation/flow/prospect.ts'
import type { OfficerAct } from '../../dossiers/acts/act.ts'
import { MOST_TIMES, troubleOfTime } from '../../dossiers/visit.ts'
import type { WorkCalendar } from '../../province/work-calendar.ts'
import type { KeptAsk } from './ask-form.ts'

interface ProposeForm {
  revision: number
  act: Extract<OfficerAct, { type: 'propose' }>
  kept: KeptAsk
  /** What is wrong with a time, by the name of its field. */
  wrong: Record<string, string>
}

const form = z.record(z.string(), z.unknown()).catch({})
const LONGEST_FIELD = 2_000

/** A day and a session in each row; rows without a day are left out. */
export function parseProposeForm(body: unknown, visit: Visit, calendar: WorkCalendar, at: number): ProposeForm {
  const kept = Object.fromEntries(
    Object.entries(form.parse(body ?? {})).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value.slice(0, LONGEST_FIELD)]] : [],
    ),
  )
  const of = (name: string): string => kept[name] ?? ''
  const wrong: Record<string, string> = {}
  const times = Array.from({ length: MOST_TIMES }, (_, i) => i).flatMap((i) => {
    const [day, slot] = [of(`day-${i}`), of(`slot-${i}`)]
    if (day === '') return []
    const trouble = troubleOfTime({ day, slot }, visit, calendar, at)
    if (trouble !== undefined) wrong[`day-${i}`] = trouble
    return { day, slot, said: visit.sessions.find(({ key }) => key === slot)?.said ?? '' }
  })
  const revision = Number(of('revision') || NaN)
  return {
    revision: Number.isInteger(revision) ? revision : -1,
    act: { type: 'propose', times, reason: of('words') },
    ...{ kept, wrong },
  }
}
