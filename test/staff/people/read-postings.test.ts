import { describe, expect, it } from 'vitest'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { parsePostingForm, readPostings } from '../../../src/staff/people/read-postings.ts'
import { posted } from '../../dossiers/posted.ts'
import { AGENCIES } from './in-memory.ts'

const TODAY = '2030-05-01'
const ONE = 'H12.99.001'
const by = { id: 'admin' as StaffId, postings: posted(['administrator'], ONE) }
const provincial = { id: 'admin' as StaffId, postings: posted(['administrator']) }
const to = { id: 'lan' as StaffId, postings: posted(['leader'], ONE) }
const read = (body: Record<string, unknown>, who = provincial) =>
  readPostings(parsePostingForm({ roles: 'reception', agency: ONE, since: TODAY, until: '', ...body }), {
    ...{ by: who, to, agencies: AGENCIES, today: TODAY },
  })

describe('postings that are handed out', () => {
  it('are one for each role, from a day on, until a day', () => {
    expect(read({ roles: ['reception', 'specialist'], until: '2030-12-31' })).toEqual({
      ok: true,
      postings: (['reception', 'specialist'] as const).map((role) => ({
        ...{ role, agency: ONE, since: TODAY, until: '2030-12-31' },
      })),
    })
    expect(read({ agency: '' })).toEqual({ ok: true, postings: [{ role: 'reception', since: TODAY }] })
  })

  it.each<[string, Record<string, unknown>, string, string]>([
    ['without a role', { roles: undefined }, 'roles', 'ít nhất một'],
    ['with a role that does not exist', { roles: 'king' }, 'roles', 'ít nhất một'],
    ['with one that does not exist beside another', { roles: ['reception', 'king'] }, 'roles', 'ít nhất một'],
    ['at an unknown agency', { agency: 'H12.99.777' }, 'agency', 'Không có cơ quan này'],
    ['at an agency that has ended', { agency: 'H12.99.009' }, 'agency', 'sau ngày 30/04/2030'],
    ['from a day that has passed', { since: '2030-04-30' }, 'since', 'từ hôm nay (01/05/2030)'],
    ['from no day', { since: 'x' }, 'since', 'từ hôm nay'],
    ['that end before they begin', { since: '2030-05-09', until: '2030-05-08' }, 'until', 'từ ngày bắt đầu'],
    ['until a day that does not exist', { until: '2030-13-01' }, 'until', 'từ ngày bắt đầu'],
    ['that they have already', { roles: 'leader' }, 'roles', 'đã có vai trò “Lãnh đạo”'],
  ])('%s are refused at the field', (_, body, field, words) => {
    expect(read(body)).toMatchObject({ ok: false, troubles: { [field]: expect.stringContaining(words) as string } })
  })

  it.each([{ agency: 'H12.99.002' }, { agency: '' }, { roles: 'editor' }])(
    'beyond what an agency’s administrator looks after are refused: %j',
    (body) => expect(read(body, by).ok).toBe(false),
  )

  it.each([null, { roles: { a: 1 } }, { roles: 'x'.repeat(5_000) }, { agency: ['a', 'b'] }])(
    'of a form that is none are refused: %j',
    (body) => {
      const typed = parsePostingForm(body)
      expect(readPostings(typed, { by, to, agencies: AGENCIES, today: TODAY }).ok).toBe(false)
    },
  )
})
