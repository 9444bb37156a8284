import { describe, expect, it } from 'vitest'
import { renderTerms, renderTermsBriefly } from '../../../src/permits/code/render-terms.ts'
import { NO_TERMS } from '../../../src/permits/code/terms.ts'

describe('terms in words', () => {
  it.each([
    [{ companions: 2, days: 0b0000101, from: 10, to: 19 }, '05:00–09:30, thứ Hai, thứ Tư; kèm 2 người'],
    [{ days: 0b1101010 }, 'thứ Ba, thứ Năm, thứ Bảy, Chủ nhật'],
    [{ days: 0b0010000 }, 'thứ Sáu'],
    [{ from: 0, to: 47 }, '00:00–23:30'],
    [{ from: 1, to: 48 }, '00:30–24:00'],
    [{ companions: 1 }, 'kèm 1 người'],
    [{}, 'không giới hạn'],
  ])('%j are "%s"', (changes, words) => expect(renderTerms({ ...NO_TERMS, ...changes })).toBe(words))
})

describe('terms in one short line', () => {
  it.each([
    [{ companions: 2, days: 0b0010101, from: 10, to: 19 }, '5:00–9:30 T2-4-6 +2'],
    [{ days: 0b0011111 }, 'T2–6'],
    [{ days: 0b0000111 }, 'T2–4'],
    [{ days: 0b0000011 }, 'T2-3'],
    [{ days: 0b1100000 }, 'T7-CN'],
    [{ days: 0b1110000 }, 'T6–CN'],
    [{ days: 0b1011011 }, 'trừ T4-7'],
    [{ days: 0b1111011 }, 'trừ T4'],
    [{ days: 0b1010101 }, 'T2-4-6-CN'],
    [{ days: 0b0111111 }, 'T2–7'],
    [{ days: 0b1000000, from: 24, to: 48 }, '12:00–24:00 CN'],
    [{ from: 0, to: 40 }, '0:00–20:00'],
    [{ from: 20, to: 48 }, '10:00–24:00'],
    [{ companions: 1 }, '+1'],
    [{}, ''],
  ])('%j are "%s"', (changes, line) => expect(renderTermsBriefly({ ...NO_TERMS, ...changes })).toBe(line))
})
