import { describe, expect, it } from 'vitest'
import type { ProgramRequest } from '../../src/casework/act-by-program.ts'
import { createWakeDossiers, type Sleepers } from '../../src/casework/wake-dossiers.ts'
import type { Notice } from '../../src/dossiers/notices.ts'
import type { CitizenId, DossierId, StaffId } from '../../src/kernel/ids.ts'
import { workCalendarFor } from '../../src/province/work-calendar.ts'

/** A Thursday, at work and after it. */
const NOW = Date.parse('2030-05-16T09:00:00+07:00')
const EVENING = Date.parse('2030-05-16T21:00:00+07:00')

type Sleeper = Awaited<ReturnType<Sleepers['due']>>[number]
const sleeper = (id: string, more: Partial<Sleeper> = {}): Sleeper => ({
  ...{ id: id as DossierId, citizen: `c-${id}` as CitizenId, agency: 'H12.99', handler: 's1' as StaffId },
  ...{ wakeAt: NOW - 1, answerBy: NOW - 1 },
  ...more,
})

async function round(rows: readonly Sleeper[], at = NOW, outcome: 'done' | 'gone' = 'done') {
  const acted: ProgramRequest[] = []
  const told: Notice[] = []
  const rung: string[] = []
  const count = await createWakeDossiers({
    sleepers: {
      due: async (_now, after, limit) => {
        const from = after ? rows.findIndex(({ id }) => id === after.id) + 1 : 0
        return rows.slice(from, from + limit)
      },
    },
    act: async (request) => (acted.push(request), outcome),
    notices: { tell: async (notices) => told.push(...notices) },
    calendarOf: workCalendarFor,
    doorbell: { ring: (_bell: string, key: string) => void rung.push(key) } as never,
    now: () => at,
  })()
  return { count, acted: acted.map(({ dossier, act }) => [dossier, act.type]), told, rung }
}

describe('the round that recalls what citizens were asked', () => {
  it('reminds before the day, and notes when it has passed, telling whoever works on it', async () => {
    const { count, acted, told, rung } = await round([sleeper('over'), sleeper('soon', { answerBy: NOW + 9_999 })])
    expect([count, acted]).toEqual([
      2,
      [
        ['over', 'answer-overdue'],
        ['soon', 'remind-answer'],
      ],
    ])
    expect(told).toMatchObject([{ account: 's1', dossier: 'over', kind: 'answer overdue', about: NOW - 1 }])
    expect(rung).toEqual(['c-over', 'c-soon'])
  })

  it('wakes nobody in the evening', async () => {
    expect(await round([sleeper('over')], EVENING)).toMatchObject({ count: 0, acted: [], told: [] })
  })

  it('says nothing where it was done meanwhile, and tells nobody where nobody works on it', async () => {
    expect(await round([sleeper('over', { handler: null })], NOW, 'gone')).toMatchObject({
      count: 0,
      told: [],
      rung: [],
    })
  })

  it('goes on past a page of closed agencies, and ends', async () => {
    const rows = Array.from({ length: 2_000 }, (_, i) => sleeper(String(i)))
    expect((await round(rows)).count).toBe(1_000)
  })
})
