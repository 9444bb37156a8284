import { describe, expect, it } from 'vitest'
import { holds } from '../../../src/conversation/flow/predicates.ts'

const on = (day: string) => Date.parse(`${day}T08:00:00+07:00`)
const answer = (name: string, value: string) => ({ [name]: { value, shown: value } })

describe('a birth', () => {
  it.each([
    ['2030-03-02', '2030-05-01', false],
    ['2030-03-01', '2030-05-01', true],
    ['2030-04-30', '2030-05-01', false],
  ])('of %s is late on %s: %s', (born, today, isLate) =>
    expect(holds('lateBirth', { now: on(today), answers: answer('childBirthDate', born) })).toBe(isLate),
  )

  it('that nobody told is not late', () =>
    expect(holds('lateBirth', { now: on('2030-05-01'), answers: {} })).toBe(false))
})

describe('somebody born', () => {
  it.each([
    ['1960-05-01', false],
    ['1960-05-02', true],
    ['1960', false],
    ['1961', true],
    ['1960-08', false],
    ['1990-03-05', true],
  ])('on %s is under 70 on 1 May 2030: %s', (born, isUnder) =>
    expect(holds('under70', { now: on('2030-05-01'), answers: answer('birthDate', born) })).toBe(isUnder),
  )
})
