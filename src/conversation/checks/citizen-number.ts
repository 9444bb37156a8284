import { toVietnamDay } from '../../kernel/clock.ts'
import { mask, tidy } from '../../kernel/text.ts'
import { accepted, refused, type Check, type Reading } from './check.ts'

/** Places of birth registration in use since 2012; births after the merger may bring new ones, so others are only doubted. */
const PLACES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 ' +
    '049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
)

const EXAMPLE = 'Ví dụ: 096190012345.'

/** 12 digits: place of birth registration 3, century and sex 1, year 2, random 6. There is no public check digit. */
export const citizenNumber: Check = {
  name: 'citizenNumber',
  hint: `Ghi đủ 12 số trên thẻ căn cước, không cần dấu cách. ${EXAMPLE}`,
  echo: mask,
  check(text, { now }) {
    const digits = tidy(text).replace(/\D/g, '')
    if (digits.length === 12) return examine(digits, now)
    const completed = digits.length === 11 ? examine(`0${digits}`, now) : undefined
    if (completed?.ok === true)
      return { ...completed, ok: 'unsure', because: 'Số này thiếu một số, có lẽ thiếu số 0 ở đầu.' }
    if (/^(?:0|84)\d{9}$/.test(digits)) return refused(`Đây là số điện thoại. Số căn cước có 12 chữ số. ${EXAMPLE}`)
    if (digits.length === 9)
      return refused(
        `Số có 9 chữ số là chứng minh nhân dân cũ, nay không còn dùng. Ông/bà ghi số căn cước 12 chữ số. ${EXAMPLE}`,
      )
    if (digits.length === 0) return refused(`Số căn cước gồm 12 chữ số, in ở mặt trước thẻ. ${EXAMPLE}`)
    return refused(`Số căn cước có 12 chữ số, ông/bà vừa ghi ${digits.length} chữ số. ${EXAMPLE}`)
  },
  good: ['096190012345', '096 190 012 345', 'cccd 096.190.012.345 nha e', '001099000001'],
  bad: [
    '96190012345',
    '0961900123',
    '381234567',
    'không nhớ',
    '1234567890123',
    '84912345678',
    '999190012345',
    '096990012345',
    '',
  ],
}

function examine(digits: string, now: number): Reading {
  const century = 19 + Math.floor(Number(digits[3]) / 2)
  const born = century * 100 + Number(digits.slice(4, 6))
  if (born > Number(toVietnamDay(now).slice(0, 4)))
    return refused(`Số này chưa đúng: ba số ở giữa cho biết năm sinh ${born}. Ông/bà xem lại thẻ giúp. ${EXAMPLE}`)
  if (!PLACES.has(digits.slice(0, 3)))
    return {
      ok: 'unsure',
      value: digits,
      shown: digits,
      because: 'Ba số đầu không giống mã tỉnh trên thẻ căn cước. Ông/bà xem lại thẻ giúp.',
    }
  return accepted(digits)
}
