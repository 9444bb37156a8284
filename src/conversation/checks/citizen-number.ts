import { toVietnamDay } from '../../kernel/clock.ts'
import { fold, mask, tidy } from '../../kernel/text.ts'
import { accepted, refused, type Check, type CheckContext, type Reading } from './check.ts'
import { readDigits } from './typed-digits.ts'

/** Places of birth registration in use since 2012; births after the merger may bring new ones, so others are only doubted. */
const PLACES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 ' +
    '049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
)

const EXAMPLE = 'Ví dụ: 096190012345.'

/** "Ổng giữ, tui hông nhớ", "chưa có căn cước", "ảnh chưa về, chừng nào về bổ sung". */
const NOT_AT_HAND =
  /(?:^| )(?:khong|ko|k|hong|hok|chua)(?: [a-z]+)? (?:nho|thuoc|giu|mang|cam)(?: |$)|(?:^| )(?:khong|ko|k|hong|hok|chua)(?: [a-z]+)? (?:biet|co|lam|ro|lay)(?: [a-z]+)? (?:so|can cuoc|the|cccd|cmnd)(?: |$)|(?:^| )(?:quen|mat)(?: |$)|(?:^| )(?:chung nao|khi nao|bao gio|hom nao|bua nao|lat|mai|de|roi|se|cho)(?: [a-z]+){0,4} (?:bo sung|dua sau|gui sau|ghi sau|nhan sau|bao sau|dua|hoi lai|hoi ra|tinh)(?: |$)|(?:^| )(?:di|o) (?:[a-z]+ ){1,3}(?:chua ve|hong co o nha|khong co nha)(?: |$)/

/** 12 digits: place of birth registration 3, century and sex 1, year 2, random 6. There is no public check digit. */
export const citizenNumber: Check = {
  name: 'citizenNumber',
  title: 'Số căn cước 12 chữ số',
  personal: true,
  free: false,
  takes: 'citizen number',
  hint: `Ghi đủ 12 số trên thẻ căn cước, không cần dấu cách. ${EXAMPLE}`,
  echo: mask,
  saysNone: (text) => !/\d/.test(text) && NOT_AT_HAND.test(fold(text)),
  check(text, context) {
    const { digits, isGuess } = readDigits(tidy(text))
    if (digits.length === 12) return asked(examine(digits, context), isGuess)
    const completed = digits.length === 11 ? examine(`0${digits}`, context) : undefined
    if (completed?.ok === true)
      return { ...completed, ok: 'unsure', because: 'Số này thiếu một số, có lẽ thiếu số 0 ở đầu.' }
    if (/^(?:0|84)\d{9}$/.test(digits)) return refused(`Đây là số điện thoại. Số căn cước có 12 chữ số. ${EXAMPLE}`)
    if (digits.length === 24) return refused(`Ông/bà ghi một số thôi. ${EXAMPLE}`)
    if (digits.length === 9)
      return refused(
        `Số có 9 chữ số là chứng minh nhân dân cũ, nay không còn dùng. Ông/bà ghi số căn cước 12 chữ số. ${EXAMPLE}`,
      )
    if (
      digits.length === 0 &&
      /(?:^| )(?:mat|rot|that lac|chua (?:lam|co|lay)|khong co|ko co|hong co)(?: |$)/.test(fold(text))
    )
      return refused(
        `Không có thẻ thì số vẫn là của ông/bà: xem trong ứng dụng VNeID, trên giấy khai sinh hoặc giấy tờ cũ có số định danh, hay hỏi công an xã, phường. ${EXAMPLE}`,
      )
    if (digits.length === 0)
      return refused(
        `Số căn cước gồm 12 chữ số, in ở mặt trước thẻ. Không có thẻ ở đây thì ông/bà xem trong ứng dụng VNeID. ${EXAMPLE}`,
      )
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

/** What was guessed is never saved unasked. */
const asked = (reading: Reading, isGuess: boolean): Reading =>
  isGuess && reading.ok === true ? { ...reading, ok: 'unsure', because: 'Tôi đọc số này là:' } : reading

function examine(digits: string, { now, answers }: CheckContext): Reading {
  const century = 19 + Math.floor(Number(digits[3]) / 2)
  const born = century * 100 + Number(digits.slice(4, 6))
  if (born > Number(toVietnamDay(now).slice(0, 4)))
    return refused(`Số này chưa đúng: ba số ở giữa cho biết năm sinh ${born}. Ông/bà xem lại thẻ giúp. ${EXAMPLE}`)
  const doubt = !PLACES.has(digits.slice(0, 3))
    ? 'Ba số đầu không giống mã tỉnh trên thẻ căn cước. Ông/bà xem lại thẻ giúp.'
    : describeClash(digits, answers)
  return doubt === undefined ? accepted(digits) : { ok: 'unsure', value: digits, shown: digits, because: doubt }
}

/**
 * What a 12-digit number says otherwise than the answers `sex` (`nam`, `nu`) and `birthDate`; undefined when they agree.
 * Without `sex` the birth date is often another person's, such as the one named in a record asked for.
 */
export function describeClash(digits: string, answers: CheckContext['answers']): string | undefined {
  if (!/^\d{12}$/.test(digits)) return undefined
  const sex = Number(digits[3]) % 2 === 0 ? 'nam' : 'nu'
  const born = String(1900 + Math.floor(Number(digits[3]) / 2) * 100 + Number(digits.slice(4, 6)))
  const toldSex = answers['sex']?.value
  const toldYear = toldSex === undefined ? undefined : answers['birthDate']?.value.slice(0, 4)
  const clashes = [
    ...((toldSex === 'nam' || toldSex === 'nu') && toldSex !== sex
      ? [`giới tính là ${sex === 'nam' ? 'nam' : 'nữ'}`]
      : []),
    ...(toldYear !== undefined && toldYear !== born ? [`năm sinh là ${born}`] : []),
  ]
  return clashes.length > 0
    ? `Theo số căn cước thì ${clashes.join(', ')}, khác với điều ông/bà đã ghi. Ông/bà xem lại giúp.`
    : undefined
}

/** The number on papers issued years ago: nine digits of the former card, or twelve. */
export const oldIdentityNumber: Check = {
  name: 'oldIdentityNumber',
  title: 'Số chứng minh nhân dân cũ 9 chữ số',
  personal: true,
  free: false,
  takes: 'words',
  foundAs: 'citizen number',
  hint: 'Ghi số chứng minh nhân dân 9 chữ số, hoặc số căn cước 12 chữ số. Ví dụ: 381234567.',
  echo: mask,
  check(text, context) {
    const digits = tidy(text).replace(/\D/g, '')
    if (digits.length === 9) return accepted(digits)
    if (digits.length === 12) return examine(digits, context)
    return refused('Số giấy tờ có 9 hoặc 12 chữ số. Ông/bà xem lại giúp. Ví dụ: 381234567.')
  },
  good: ['381234567', '381 234 567', 'cmnd 381234567', '096190012345'],
  bad: ['38123456', '0912345678', '096990012345', 'không nhớ', ''],
}
