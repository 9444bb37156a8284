import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, DossierAction } from '../../src/dossiers/dossier.ts'
import type { StaffId } from '../../src/kernel/ids.ts'
import { onlyProgramSince } from '../../src/dossiers/only-program-since.ts'
import { NOW } from '../permits/sample.ts'

const program: Actor = { type: 'program' }
const people: Actor[] = [{ type: 'citizen' }, { type: 'staff', id: 's2' as StaffId, name: 'Trần Thị Thảo' }]
const actOf = (by: Actor, at: number): DossierAction => ({ type: 'permit revoked', by, at, status: 'done' })

/** Changes one after another, each with as many acts as it appended. */
const changes = fc.array(
  fc.record({ by: fc.constantFrom(program, program, ...people), acts: fc.integer({ min: 1, max: 3 }) }),
  { maxLength: 8 },
)

describe('what happened since a page was opened', () => {
  it('is the program’s alone exactly where nobody else changed anything since', () => {
    fc.assert(
      fc.property(changes, fc.nat({ max: 8 }), (all, seen) => {
        const actions = all.flatMap(({ by, acts }, i) => Array.from({ length: acts }, () => actOf(by, NOW + i)))
        const behind = Math.max(0, all.length - seen)
        expect(onlyProgramSince(actions, behind)).toBe(all.slice(all.length - behind).every(({ by }) => by === program))
      }),
    )
  })

  it('is in doubt where two changes bear one time, and where a page names a change to come', () => {
    expect(onlyProgramSince([actOf(people[0]!, NOW), actOf(program, NOW), actOf(program, NOW)], 2)).toBe(false)
    expect(onlyProgramSince([actOf(program, NOW)], -1)).toBe(false)
  })
})
