import { createHash } from 'node:crypto'
import type { Flows } from '../../conversation/flow/compiled-flow.ts'
import { agencies, agencyOfArea } from '../../dossiers/agencies.ts'
import { toLookupSecret } from '../../dossiers/code.ts'
import { DAY, HOUR, startOfVietnamDay, toVietnamDay } from '../../kernel/clock.ts'
import type { CitizenId, DossierId } from '../../kernel/ids.ts'
import { SAMPLE_PREFIX } from '../../kernel/samples.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import { agencyOf, isReserved } from '../../turns/agency-of.ts'
import { createDice, type Dice } from './dice.ts'
import type { Example } from './examples.ts'
import type { Life } from './live.ts'
import { PERMIT_STORIES, STORIES, type Story } from './stories.ts'
import { varyAnswers } from './vary-answers.ts'

/** How often each procedure is asked for, among a hundred; one that is not here comes once. */
const SHARES: Record<string, number> = {
  ...{ 'trich-luc-ho-tich': 22, 'dang-ky-khai-sinh': 14, 'dang-ky-tam-tru': 14, 'xac-nhan-tinh-trang-hon-nhan': 9 },
  ...{ 'gia-han-tam-tru': 7, 'thanh-lap-ho-kinh-doanh': 6, 'tro-cap-huu-tri-xa-hoi': 6, 'dat-lich-hen': 6 },
  ...{ 'hoi-can-bo': 5, 'phan-anh': 4, 'giay-phep-xay-dung': 3, 'cap-giay-di-duong': 2, 'the-di-cho': 1 },
}

interface Province {
  dossiers: number
  /** Epoch milliseconds; the last is now. */
  from: number
  until: number
  seed: number
  /** The first of them that are left out. */
  skipped: number
  examples: readonly Example[]
  flows: Flows
}

/** So many dossiers of so many years, in the order in which they were filed. The same province follows from the same seed. */
export function* planLives({ dossiers, from, until, seed, skipped, examples, flows }: Province): Generator<Life> {
  const among = examples.map((example) => ({ example, weight: shareOf(example, examples) }))
  const communes = agencies.flatMap(({ area }, i) => (area === undefined ? [] : [{ area, weight: 1 / (3 + (i % 17)) }]))
  let number = 0
  for (const filedAt of filingTimes(dossiers, from, until, createDice(seed, 2))) {
    if (number++ < skipped) continue
    const dice = createDice(seed, number - 1)
    const { example } = dice.weighted(among)
    const { area } = dice.weighted(communes)
    const story = dice.weighted(example.grants ? PERMIT_STORIES : STORIES)
    const citizen = dice.between(1, Math.ceil(dossiers / 2))
    yield toLife({ id: `${seed} ${number}`, example, area, story, citizen, filedAt, until, flows }, dice)
  }
}

interface Chosen {
  /** Told apart by it: chance alone would meet itself again among a million. */
  id: string
  example: Example
  area: number
  story: Story
  citizen: number
  filedAt: number
  until: number
  flows: Flows
}

export function toLife({ id, example, area, story, citizen, filedAt, until, flows }: Chosen, dice: Dice): Life {
  const { flow, version } = example
  const commune = example.agency === 'choose' ? area : undefined
  const { applicant, answers } = varyAnswers(example, dice, filedAt, commune)
  const filed = {
    type: 'file' as const,
    flow,
    version,
    applicant,
    answers: answers.map(({ attachments: _, ...it }) => it),
  }
  const filing = {
    ...{ id: idOf(id), citizen: `${SAMPLE_PREFIX}${citizen}` as CitizenId },
    lookupSecret: toLookupSecret(Uint8Array.from({ length: 4 }, () => dice.between(0, 255))),
    ...{ flow, flowVersion: version, applicant, answers },
    ...{ agency: commune === undefined ? agencyOf(flows, filed) : agencyOfArea(commune) },
    isReserved: isReserved(flows, filed) ? 1 : 0,
  }
  return { filing, filedAt, story, until, seed: dice.between(0, 2 ** 31) }
}

const idOf = (told: string) => createHash('sha256').update(told).digest('hex').slice(0, 32) as DossierId

/** A procedure with three examples comes no oftener than one with a single one. */
const shareOf = ({ flow }: Example, all: readonly Example[]): number =>
  (SHARES[flow] ?? 1) / all.filter((it) => it.flow === flow).length

/** On days without work citizens write less. */
const ON_DAYS_OFF = 0.2
/** Between these hours of a day. */
const [FIRST, LAST] = [6 * HOUR, 22 * HOUR]

/** When citizens filed, in order. */
function* filingTimes(dossiers: number, from: number, until: number, dice: Dice): Generator<number> {
  const { workOn } = workCalendarFor('')
  const days: { start: number; end: number; weight: number }[] = []
  for (let start = startOfVietnamDay(toVietnamDay(from)); start < until; start += DAY) {
    const [begins, ends] = [start + FIRST, Math.min(start + LAST, until)]
    if (ends <= begins) continue
    const weight = (ends - begins) * (workOn(toVietnamDay(start)).length > 0 ? 1 : ON_DAYS_OFF)
    days.push({ start: begins, end: ends, weight })
  }
  const whole = days.reduce((sum, { weight }) => sum + weight, 0)
  let [passed, given] = [0, 0]
  for (const { start, end, weight } of days) {
    passed += weight
    const due = Math.round((dossiers * passed) / whole)
    const times = Array.from({ length: due - given }, () => Math.floor(start + dice.next() * (end - start)))
    given = due
    yield* times.sort((a, b) => a - b)
  }
}
