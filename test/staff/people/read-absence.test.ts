import { describe, expect, it } from 'vitest'
import type { Absence } from '../../../src/dossiers/absences.ts'
import type { StaffId } from '../../../src/kernel/ids.ts'
import type { Person } from '../../../src/staff/people/ports.ts'
import { readAbsence, substitutesOf } from '../../../src/staff/people/read-absence.ts'
import { posted } from '../../dossiers/posted.ts'

const TODAY = '2030-05-01'
const person = (id: string, agency?: string, changes: Partial<Person> = {}): Person => ({
  ...{ id: id as StaffId, name: `Bà ${id}`, email: `${id}@example.vn`, hasPassword: true },
  ...{ postings: posted(['reception'], agency), ...changes },
})
const [an, binh, chi] = [person('an', 'A'), person('binh', 'A'), person('chi', 'A')]
const people = [
  ...[an, binh, chi, person('other', 'B'), person('off', 'A', { disabledAt: 1 })],
  ...[person('new', 'A', { hasPassword: false }), person('province')],
  person('gone', 'A', { postings: [{ role: 'reception', agency: 'A', since: '2025-07-01', until: '2030-04-30' }] }),
]
const read = (typed: Partial<{ since: string; until: string; substitute: string }>, absences: Absence[] = []) =>
  readAbsence({ since: TODAY, until: '', substitute: '', ...typed }, { person: an, people, absences, today: TODAY })
const away = (account: Person, substitute: Person | undefined, since: string, until = since): Absence => ({
  ...{ account: account.id, since, until },
  ...(substitute && { substitute: substitute.id }),
})

it('who can stand in works at the same agency and can sign in', () => {
  expect(substitutesOf(an, people, TODAY).map(({ id }) => id)).toEqual(['binh', 'chi'])
  expect(substitutesOf(person('x'), people, TODAY).map(({ id }) => id)).toEqual(['province'])
})

describe('an absence', () => {
  it('is read: one day, several days, with a substitute and without', () => {
    expect(read({})).toEqual({ ok: true, absence: away(an, undefined, TODAY), isKnown: false })
    expect(read({ until: '2030-05-03', substitute: 'binh' })).toEqual({
      ...{ ok: true, absence: away(an, binh, TODAY, '2030-05-03'), isKnown: false },
    })
  })

  it.each<[string, Parameters<typeof read>[0], string, string]>([
    ['that has begun', { since: '2030-04-30' }, 'since', 'từ hôm nay'],
    ['on a day that does not exist', { since: '2030-02-31' }, 'since', 'từ hôm nay'],
    ['without a day', { since: '' }, 'since', 'từ hôm nay'],
    ['that ends before it begins', { until: '2030-04-30' }, 'until', 'từ ngày đầu'],
    ['of years', { until: '2031-06-01' }, 'until', 'một năm'],
    ['with themselves', { substitute: 'an' }, 'substitute', 'cùng cơ quan'],
    ['with somebody of another agency', { substitute: 'other' }, 'substitute', 'cùng cơ quan'],
    ['with a disabled account', { substitute: 'off' }, 'substitute', 'cùng cơ quan'],
    ['with who never signed in', { substitute: 'new' }, 'substitute', 'cùng cơ quan'],
    ['with who has left', { substitute: 'gone' }, 'substitute', 'cùng cơ quan'],
    ['with nobody there is', { substitute: 'x' }, 'substitute', 'cùng cơ quan'],
  ])('%s is refused', (_, typed, field, words) => {
    expect(read(typed)).toMatchObject({ ok: false, troubles: { [field]: expect.stringContaining(words) as string } })
  })

  it('over another of the same person is refused; the very same is the button pressed twice', () => {
    const known = away(an, undefined, '2030-05-02', '2030-05-04')
    expect(read({ until: '2030-05-02' }, [known])).toMatchObject({
      troubles: { since: expect.stringContaining('từ 02/05/2030 đến 04/05/2030') as string },
    })
    expect(read({ since: '2030-05-02', until: '2030-05-04' }, [known])).toMatchObject({ ok: true, isKnown: true })
    expect(read({ until: '2030-05-01' }, [known])).toMatchObject({ ok: true, isKnown: false })
  })

  it('whose work would come back is refused with the day, over however many hands', () => {
    const others = [away(binh, chi, '2030-05-02', '2030-05-09'), away(chi, an, '2030-05-03')]
    expect(read({ until: '2030-05-05', substitute: 'binh' }, others)).toMatchObject({
      troubles: { substitute: expect.stringMatching(/^Ngày 03\/05\/2030 Bà binh cũng nghỉ .*Bà an/) as string },
    })
    expect(read({ until: '2030-05-02', substitute: 'binh' }, others)).toMatchObject({ ok: true })
  })
})
