import type { Flows } from '../../conversation/flow/compiled-flow.ts'
import { subtractWork } from '../../dossiers/deadlines/work-time.ts'
import { HOUR } from '../../kernel/clock.ts'
import { workCalendarFor } from '../../province/work-calendar.ts'
import { DEMONSTRATION_AREA } from './demonstration-desks.ts'
import { createDice } from './dice.ts'
import type { Example } from './examples.ts'
import type { Life } from './live.ts'
import { toLife } from './plan-lives.ts'
import { SCENES } from './scenes.ts'

/** The procedures that they were filed by. */
export const DEMONSTRATION_FLOWS: ReadonlySet<string> = new Set([
  ...['cap-giay-di-duong', 'dang-ky-khai-sinh', 'dang-ky-tam-tru', 'hoi-can-bo', 'phan-anh'],
  ...['thanh-lap-ho-kinh-doanh', 'trich-luc-ho-tich', 'tro-cap-huu-tri-xa-hoi'],
])

/** Dossiers in every state, the oldest first. */
export function planScenes(examples: readonly Example[], flows: Flows, now: number): Life[] {
  let number = 0
  const lives = SCENES.flatMap(({ story, ago, dossiers, of }) =>
    Array.from({ length: dossiers }, () => {
      const dice = createDice(5, number)
      const among = examples.filter(({ flow }) => of === undefined || of.includes(flow))
      const example = among[number++ % among.length]
      if (!example) throw new RangeError(`no example for "${story.name}"`)
      const hours = ago[0] + dice.next() * (ago[1] - ago[0])
      const filedAt = subtractWork(workCalendarFor(''), now, Math.round(hours * HOUR))
      const chosen = {
        id: `scene ${number}`,
        example,
        area: DEMONSTRATION_AREA,
        story,
        citizen: number,
        filedAt,
        until: now,
        flows,
      }
      return toLife(chosen, dice)
    }),
  )
  return lives.sort((a, b) => a.filedAt - b.filedAt)
}
