import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNamed } from '../../../src/conversation/checks/table.ts'
import { MODEL_NOW } from '../../../src/conversation/step/walk.ts'

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const digit = (of: number): string => DIGITS[of] ?? ''
const MONTHS = ['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'] as const
const ENGLISH = 'January February March April May June July August September October November December'.split(' ')

/** A number below a hundred as people say it. */
function words(of: number): string {
  const [tens, ones] = [Math.floor(of / 10), of % 10]
  if (tens === 0) return digit(ones)
  const last = ones === 0 ? '' : ` ${ones === 5 ? 'lăm' : ones === 1 && tens > 1 ? 'mốt' : digit(ones)}`
  return `${tens === 1 ? 'mười' : `${digit(tens)} mươi`}${last}`
}

const years: ((year: number) => string)[] = [
  (year) => {
    const rest = year % 100
    const tail = rest === 0 ? '' : ` ${rest < 10 ? `lẻ ${digit(rest)}` : words(rest)}`
    return `năm ${year < 2000 ? 'một nghìn chín trăm' : 'hai nghìn'}${tail}`
  },
  (year) =>
    `năm ${String(year)
      .split('')
      .map((it) => digit(Number(it)))
      .join(' ')}`,
  (year) => String(year),
  (year) => `năm ${year}`,
]
const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

const born = fc.record({
  year: fc.integer({ min: 1912, max: 2029 }).filter((year) => year % 100 !== 0),
  month: fc.integer({ min: 1, max: 12 }),
  date: fc.integer({ min: 1, max: 28 }),
})
const two = (of: number): string => String(of).padStart(2, '0')
const read = (name: string, text: string) => checkNamed(name)?.check(text, { now: MODEL_NOW, answers: {} })

describe('a date of birth', () => {
  it('said wholly in words is that day and no other, with or without marks', () =>
    fc.assert(
      fc.property(born, fc.constantFrom(...years), fc.boolean(), fc.boolean(), (day, yearOf, isNamed, isMarked) => {
        const said = `${isNamed ? 'ngày ' : ''}${words(day.date)} tháng ${MONTHS[day.month - 1] ?? ''} ${yearOf(day.year)}`
        const reading = read('birthDate', isMarked ? said : withoutMarks(said))
        const isBare = /^\D* \d{4}$/.test(said) && !/năm \d/.test(said)
        if (reading?.ok === false) return expect(isBare).toBe(true)
        expect(reading).toMatchObject({ value: `${day.year}-${two(day.month)}-${two(day.date)}` })
      }),
      { numRuns: 400 },
    ))

  it('with an English month is that day', () =>
    fc.assert(
      fc.property(
        born,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(' ', ', ', '-', '/', '.'),
        (day, isShort, isFirst, gap) => {
          const month = (ENGLISH[day.month - 1] ?? '').slice(0, isShort ? 3 : undefined)
          const said = isFirst ? `${month} ${day.date}${gap}${day.year}` : `${day.date}${gap}${month}${gap}${day.year}`
          expect(read('birthDate', said)).toMatchObject({
            ok: true,
            value: `${day.year}-${two(day.month)}-${two(day.date)}`,
          })
        },
      ),
    ))

  it.each([
    ['khoảng 1950', '1950'],
    ['khoang nam 1950', '1950'],
    ['chừng 1950 gì đó', '1950'],
    ['năm 1950 không nhớ ngày', '1950'],
    ['1950 không rõ ngày tháng', '1950'],
    ['sinh năm bảy lăm', '1975'],
    ['hai lăm tháng tư chín tư', '1994-04-25'],
    ['mùng năm tháng ba năm chín mươi', '1990-03-31'],
    ['mùng 5/3/90', '1990-03-31'],
    ['hai mươi tháng chạp năm 1970', '1971-01-16'],
    ['hai mươi tám tết năm 1990', '1991-02-12'],
  ])('known about, or by the moon, is asked back: %s', (text, value) =>
    expect(read('birthDate', text)).toMatchObject({ ok: 'unsure', value }),
  )
  it.each(['rằm tháng 4 nhuận 2025', '5/3/1990 hoặc 6/3/1990', 'hai nghìn năm'])('is asked for anew: %s', (text) =>
    expect(read('birthDate', text)).toMatchObject({ ok: false }),
  )
  it.each(['5/3/1990', 'O5/O3/199O', '1990年3月5日', '5th of March 1990', "5 Mar '90"])('is 5 March: %s', (text) =>
    expect(read('birthDate', text)).toMatchObject({ value: '1990-03-05' }),
  )
})

describe('a time of the day', () => {
  it('said in words is that time', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(0, 5, 10, 15, 20, 25, 30, 45),
        fc.boolean(),
        (hour, minute, isLess) => {
          const isKem = isLess && minute > 0
          const said = `${words(hour)} giờ${isKem ? ' kém' : ''}${minute > 0 ? ` ${words(minute)}` : ''}`
          const at = (hour * 60 + (isKem ? -minute : minute)) % (24 * 60)
          expect(read('timeOfDay', said)).toMatchObject({
            ok: true,
            value: `${two(Math.floor(at / 60))}:${two(at % 60)}`,
          })
        },
      ),
    ))

  it.each([
    ['mười hai giờ trưa', '12:00'],
    ['bảy giờ', '07:00'],
    ['7.30', '07:30'],
    ['noon', '12:00'],
    ["7 o'clock", '07:00'],
    ['12:30 AM', '00:30'],
  ])('%s', (text, value) => expect(read('timeOfDay', text)).toMatchObject({ ok: true, value }))
  it.each(['24:00', '24h', 'nửa đêm', '12h đêm', 'midnight'])('at the end of a day is asked back: %s', (text) =>
    expect(read('timeOfDay', text)).toMatchObject({ ok: 'unsure', value: '00:00' }),
  )
  it.each(['7h-8h', '7h hoặc 8h', '7:00 AM – 5 PM'])('is one: %s', (text) =>
    expect(read('timeOfDay', text)).toMatchObject({ ok: false }),
  )
})
