import { expect, it } from 'vitest'
import { DAY, HOUR } from '../../../src/kernel/clock.ts'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { stateOf } from '../../../src/staff/people/account-state.ts'
import type { Person } from '../../../src/staff/people/ports.ts'
import { NOW } from '../../permits/sample.ts'

const person: Person = { id: 'p' as StaffId, name: 'Lan', email: 'l@example.vn', postings: [], hasPassword: true }

it.each<[string, Partial<Person>, string, string]>([
  ['is in use', { seenAt: NOW }, 'active', 'Đang dùng'],
  ['waits for a password', { hasPassword: false, linkUntil: NOW + HOUR }, 'invited', 'đến 08:30 01/05/2030'],
  ['was never opened', { hasPassword: false, linkUntil: NOW }, 'lapsed', 'liên kết đã hết hạn'],
  ['has no link any more', { hasPassword: false }, 'lapsed', 'liên kết đã hết hạn'],
  ['is disabled', { disabledAt: NOW, seenAt: NOW - 44 * DAY }, 'disabled', 'Đã khóa từ 01/05/2030'],
  ['nobody used', { disabledAt: NOW, seenAt: NOW - 45 * DAY }, 'unused', 'Tự khóa vì 45 ngày không dùng'],
  ['is disabled and was never seen', { disabledAt: NOW }, 'disabled', 'Đã khóa'],
])('an account that %s says so', (_, changes, state, words) => {
  const shown = stateOf({ ...person, ...changes }, { now: NOW, isAway: false })
  expect(shown).toEqual({ state, label: expect.stringContaining(words) as string })
})

it('who is away today is shown as away', () => {
  expect(stateOf(person, { now: NOW, isAway: true })).toEqual({ state: 'away', label: 'Nghỉ hôm nay' })
})
