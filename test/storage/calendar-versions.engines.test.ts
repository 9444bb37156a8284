import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCalendarBook } from '../../src/casework/calendar-book.ts'
import { agencies } from '../../src/dossiers/agencies.ts'
import { withClosure } from '../../src/province/calendar-edits.ts'
import { seededCalendars } from '../../src/province/work-calendar.ts'
import { createAgencies } from '../../src/storage/agencies.ts'
import { createCalendarVersions } from '../../src/storage/calendar-versions.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { bothEngines } from './engines.ts'

const NOW = Date.parse('2030-05-01T09:00:00+07:00')

describe.each(await bothEngines())('on %s', (_, open) => {
  let engine: Engine
  let other: Engine
  beforeAll(async () => {
    engine = await open()
    other = await open()
    await createAgencies(engine).addMissing(agencies)
  }, 120_000)
  afterAll(async () => {
    await engine.close()
    await other.close()
  })

  const bookOn = (on: Engine) =>
    createCalendarBook({
      ...{ seed: seededCalendars, versions: createCalendarVersions(on), adopt: () => undefined, now: () => NOW },
    })
  const closing = (day: string) => (it: typeof seededCalendars) => withClosure(it, { day, name: 'Nghỉ “bão”' })

  it('what one process records another follows, and of two at once one is first', async () => {
    const [here, there] = [bookOn(engine), bookOn(other)]
    expect(here.calendars()).toEqual(seededCalendars)
    const outcomes = await Promise.all([
      here.record(closing('2030-05-06'), { seen: 0, why: 'Nghỉ bão', by: 'An' }),
      there.record(closing('2030-05-07'), { seen: 0, why: 'Nghỉ bão', by: 'Bình' }),
    ])
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['recorded', 'stale'])
    await Promise.all([here.refresh(), there.refresh()])
    expect(here.calendars()).toEqual(there.calendars())
    expect(here.calendars().closures).toHaveLength(seededCalendars.closures.length + 1)
    expect(await here.recent()).toMatchObject([{ place: here.place(), why: 'Nghỉ bão', recordedAt: NOW }])
  })
})
